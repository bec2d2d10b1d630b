import { deepEqual, equal, match, ok, throws } from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { FileStore } from '../../src/core/ports';
import { Boundary } from '../../src/editor/host/boundary';
import { documentAt } from '../../src/editor/workspace/folderDocuments';
import { folderFiles } from '../../src/editor/workspace/folderFiles';
import { nestedIn, pathIn, uriOf } from '../../src/editor/workspace/folderPaths';
import { FolderProject } from '../../src/editor/workspace/folderProject';
import { sampleUri, until } from './support/meridian';
import { withEditor } from './support/withEditor';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

function folderAt(uri: vscode.Uri): vscode.WorkspaceFolder {
  return { uri, name: uri.path.split('/').at(-1) ?? '', index: 0 };
}

async function kinds(files: FileStore, directory = ''): Promise<Readonly<Record<string, string>>> {
  const entries = await files.list(directory);
  return Object.fromEntries(entries.map(({ name, kind }) => [name, kind]).sort());
}

describe('the files of a workspace folder', () => {
  let outside: string;
  let inside: string;

  before(async () => {
    outside = await mkdtemp(join(tmpdir(), 'meridian-files-'));
    inside = join(outside, 'w');
    await mkdir(join(inside, 'docs/nested'), { recursive: true });
    await mkdir(join(outside, 'w-evil'));
    await writeFile(join(outside, 'w-evil/secret.md'), '# 1. Secret\n');
    await writeFile(join(inside, 'docs/0001-a.md'), '# 1. A\n');
    if (process.platform === 'win32') return;
    await symlink(join(inside, 'docs/0001-a.md'), join(inside, 'docs/inside.md'));
    await symlink(join(outside, 'w-evil/secret.md'), join(inside, 'docs/outside.md'));
    await symlink(join(outside, 'w-evil'), join(inside, 'docs/folder'));
    await symlink(join(inside, 'docs'), join(inside, 'docs/loop'));
    await symlink(join(inside, 'nothing'), join(inside, 'docs/dangling.md'));
  });

  after(() => rm(outside, { recursive: true, force: true }));

  it('leave links that lead out, linked folders and dangling links alone (R21)', async function () {
    if (process.platform === 'win32') this.skip();
    const files = folderFiles(vscode.Uri.file(inside), new Set());
    deepEqual(await kinds(files, 'docs'), {
      '0001-a.md': 'file',
      'dangling.md': 'other',
      folder: 'other',
      'inside.md': 'file',
      loop: 'other',
      nested: 'directory',
      'outside.md': 'other',
    });
    equal((await files.read('docs/inside.md', 1000)).ok, true);
    const stolen = await files.read('docs/outside.md', 1000);
    ok(!stolen.ok);
    equal(stolen.reason, 'unreadable');
  });

  it('say why one cannot be read', async () => {
    const files = folderFiles(vscode.Uri.file(inside), new Set());
    const missing = await files.read('docs/none.md', 1000);
    ok(!missing.ok);
    equal(missing.reason, 'missing');
    const large = await files.read('docs/0001-a.md', 3);
    ok(!large.ok);
    equal(large.reason, 'too-large');
    equal((await files.read('../w-evil/secret.md', 1000)).ok, false);
  });

  it('of a folder inside another belong to the inner one alone (P10)', async () => {
    const outer = folderAt(vscode.Uri.file(inside));
    const inner = folderAt(vscode.Uri.file(join(inside, 'docs/nested')));
    const sibling = folderAt(vscode.Uri.file(join(outside, 'w-evil')));
    deepEqual([...nestedIn(outer, [outer, inner, sibling])], ['docs/nested']);
    deepEqual([...nestedIn(inner, [outer, inner, sibling])], []);
    ok(!('nested' in (await kinds(folderFiles(outer.uri, new Set(['docs/nested'])), 'docs'))));
  });

  it('are told from those of a folder with a longer name (P3)', () => {
    const folder = folderAt(vscode.Uri.file('/w/app'));
    equal(pathIn(folder, vscode.Uri.file('/w/app-evil/x.md')), undefined);
    equal(pathIn(folder, vscode.Uri.file('/w/app/docs/x.md')), 'docs/x.md');
    equal(pathIn(folder, vscode.Uri.file('/w/app')), '');
    throws(() => uriOf(folder.uri, '../x.md'));
    throws(() => uriOf(folder.uri, '/etc/passwd'));
  });
});

/** Three files that are nowhere on this machine. */
class RemoteFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly texts = new Map([
    ['/w/docs/adr/0001-a.md', '# 1. Keep it simple\n\n## Status\n\nAccepted\n'],
    ['/w/docs/adr/linked.md', '# 2. Linked\n'],
    ['/w/src/a.ts', '// ADR-0001\n'],
  ]);
  readonly onDidChangeFile = this.changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const text = this.texts.get(uri.path);
    const isFolder = [...this.texts.keys()].some((path) => path.startsWith(`${uri.path}/`));
    if (text === undefined && !isFolder) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: this.typeOf(uri.path), ctime: 0, mtime: 0, size: text?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const below = [...this.texts.keys()].filter((path) => path.startsWith(`${uri.path}/`));
    const names = new Set(below.map((path) => path.slice(uri.path.length + 1).split('/')[0] ?? ''));
    return [...names].map((name) => [name, this.typeOf(`${uri.path}/${name}`)]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return new TextEncoder().encode(this.texts.get(uri.path));
  }

  /** @param told the path that the editor's watcher tells of; nothing where it is left out */
  add(path: string, text: string, told?: string): void {
    this.texts.set(path, text);
    if (told === undefined) return;
    const uri = vscode.Uri.from({ scheme: 'meridian-test', path: told });
    this.changed.fire([{ type: vscode.FileChangeType.Created, uri }]);
  }

  createDirectory(): void {}
  writeFile(): void {}
  delete(): void {}
  rename(): void {}

  private typeOf(path: string): vscode.FileType {
    if (!this.texts.has(path)) return vscode.FileType.Directory;
    return path.endsWith('linked.md') ? vscode.FileType.File | vscode.FileType.SymbolicLink : vscode.FileType.File;
  }
}

describe('a folder of a virtual file system', () => {
  it('is read like any other, without git, its links left alone', async () => {
    const remote = new RemoteFiles();
    const registered = vscode.workspace.registerFileSystemProvider('meridian-test', remote, { isReadonly: true });
    const asked: string[] = [];
    const project = new FolderProject(folderAt(vscode.Uri.parse('meridian-test:/w')), new Set(), {
      log: quiet,
      boundary: new Boundary(quiet, () => undefined),
      storage: undefined,
      git: (folder) => {
        asked.push(folder.scheme);
        return null;
      },
    });
    await project.whenIdle();
    deepEqual(
      project.view.records().map(({ path, title }) => [path, title]),
      [['docs/adr/0001-a.md', 'Keep it simple']],
    );
    match(project.view.linksFor('src/a.ts')[0]?.record.path ?? '', /0001-a/);
    deepEqual([...new Set(asked)], ['meridian-test']);
    // A folder that appears is told of; what is written into it before it is watched is not.
    const titles = () => project.view.records().map(({ title }) => title);
    remote.add('/w/docs/rfcs/0002-b.md', '# RFC 2: Told of\n\nStatus: Accepted\n', '/w/docs/rfcs');
    await until(() => titles().includes('Told of'), project.onDidChange);
    remote.add('/w/docs/rfcs/0003-c.md', '# RFC 3: Not told of\n\nStatus: Accepted\n');
    await until(() => titles().includes('Not told of'), project.onDidChange);
    project.dispose();
    registered.dispose();
  });
});

describe('a document for a folder that is read-only', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** What a person is told, and the commands that their click on it runs. */
  async function toldOf(path: string, readOnly: string | null): Promise<readonly string[]> {
    const told: string[] = [];
    let ended: () => void = () => undefined;
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const telling = async (sentence: string, action: string) => {
      told.push(sentence);
      return action;
    };
    const running = async (command: string) => {
      if (!command.startsWith('workbench.')) return;
      told.push(command);
      ended();
    };
    const place = async () => {
      if (readOnly === null) ended();
      return readOnly;
    };
    await withEditor(vscode.window, { showInformationMessage: telling }, () =>
      withEditor(vscode.commands, { executeCommand: running }, async () => {
        const document = await documentAt(sampleUri(''), path, place);
        await end;
        equal(document.isUntitled, true);
      }),
    );
    return told;
  }

  it('is told of before anything is written, and is saved elsewhere with a click', async () => {
    deepEqual(await toldOf('docs/handoffs/never-there.md', sampleUri('docs/handoffs').fsPath), [
      'docs/handoffs is read-only. What you write stays in its tab until you save it elsewhere.',
      'workbench.action.files.saveAs',
    ]);
  });

  it('says nothing where it can be saved', async () =>
    deepEqual(await toldOf('docs/handoffs/there-soon.md', null), []));
});
