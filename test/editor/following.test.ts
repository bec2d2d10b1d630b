import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import * as vscode from 'vscode';
import { editOfMove } from '../../src/editor/records/following/movedRecords';
import type { Projects } from '../../src/editor/workspace/projects';
import { answeringWith, restoreEditor } from './support/gitHubAccount';
import {
  decision,
  deleteSample,
  meridian,
  openSample,
  placeOf,
  readSample,
  sampleUri,
  until,
  withSetting,
  writeSample,
} from './support/meridian';

const ledger = 'docs/adr/0012-use-postgresql-for-the-ledger.md';

/** `ledger/balance.ts:4`, in the order of the editor. */
async function found(document: vscode.TextDocument, at: vscode.Position): Promise<readonly string[]> {
  const places = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    at,
  );
  const root = sampleUri('').path.replace(/\/?$/, '/');
  return places.map(({ uri, range }) => `${uri.path.slice(root.length)}:${range.start.line + 1}`);
}

/** The editor's own Markdown finds a heading in its file. */
const isHere = (place: string) => place.startsWith(`${ledger}:`);

async function lenses(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
  return all.filter(({ command }) => command?.command === 'meridian.showCitations');
}

describe('from a record to what cites it', () => {
  before(async () => (await meridian()).features.following.load());
  afterEach(restoreEditor);
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('finds all references of a reference, the record among them, and each place is one', async () => {
    const document = await openSample('ledger/balance.ts');
    const places = await found(document, placeOf(document, 'ADR-0012'));
    ok(places.includes(`${ledger}:1`), places.join());
    ok(
      places.some((place) => place.startsWith('ledger/balance.ts:')),
      places.join(),
    );
    for (const place of places.filter((each) => each !== `${ledger}:1`)) {
      const [path = '', line] = place.split(/:(?=\d+$)/);
      match((await readSample(path)).split('\n')[Number(line) - 1] ?? '', /0012|use-postgresql/, place);
    }
  });

  it('finds the same from the title of the record, and nothing from its text', async () => {
    const code = await openSample('ledger/balance.ts');
    const expected = await found(code, placeOf(code, 'ADR-0012'));
    const document = await openSample(ledger);
    deepEqual(new Set(await found(document, placeOf(document, 'Use PostgreSQL'))), new Set(expected));
    const ofText = await found(document, placeOf(document, 'Context'));
    ok(ofText.every(isHere), ofText.join());
  });

  it('says above a record how many files cite it, and shows them', async () => {
    const document = await openSample(ledger);
    const [lens, ...more] = await lenses(document);
    equal(more.length, 0);
    const code = await openSample('ledger/balance.ts');
    const files = new Set((await found(code, placeOf(code, 'ADR-0012'))).map((place) => place.replace(/:\d+$/, '')));
    match(lens?.command?.title ?? '', new RegExp(`^Cited in ${files.size - 1} files`));
    await openSample(ledger);
    await vscode.commands.executeCommand('meridian.showCitations');
    equal(vscode.window.activeTextEditor?.document.uri.path, sampleUri(ledger).path);
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('regression: shows in Decisions what cites a record that is no text', async () => {
    const path = 'docs/adr/0035-damaged.md';
    const citing = 'ledger/cites-damaged.ts';
    await writeSample(path, '# 35. Damaged\n\n\0\u0001\0');
    await writeSample(citing, '// ADR-0035\n');
    try {
      const { projects, features } = await meridian();
      const { panel } = await features.panel.load();
      const project = projects.folders[0];
      await until(() => project?.view.backlinks(path).length === 1, projects.onDidChange);
      const folder = sampleUri('').toString().replace(/\/$/, '');
      await vscode.commands.executeCommand('meridian.showCitations', { folder, path });
      await until(() => panel.html().includes('cites-damaged.ts'), panel.onDidShow);
    } finally {
      await deleteSample(citing);
      await deleteSample(path);
    }
  });

  it('has no line above a record that no file cites, nor above code', async () => {
    const { projects } = await meridian();
    const [project] = projects.folders;
    const uncited = project?.view.records().find(({ path, kind }) => {
      return kind === 'decision' && project.view.backlinks(path).length === 0;
    });
    ok(uncited);
    deepEqual(await lenses(await openSample(uncited.path)), []);
    deepEqual(await lenses(await openSample('ledger/balance.ts')), []);
    const said = answeringWith(null);
    const folder = sampleUri('').toString().replace(/\/$/, '');
    await vscode.commands.executeCommand('meridian.showCitations', { folder, path: uncited.path });
    match(said.join(), /^No file of this folder cites /);
  });

  it('goes to a record by its number or words as to a symbol', async () => {
    for (const query of ['ADR-0012', 'postgresql ledger']) {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      const own = symbols.find(({ name }) => name === 'ADR-0012 Use PostgreSQL for the ledger');
      equal(own?.location.uri.path, sampleUri(ledger).path, query);
      match(own?.containerName ?? '', /^Accepted · /);
    }
  });

  it('is switched off part by part', async () => {
    const document = await openSample(ledger);
    await withSetting('citations.enabled', false, async () => deepEqual(await lenses(document), []));
    await withSetting('definition.enabled', false, async () => {
      const places = await found(document, placeOf(document, 'Use PostgreSQL'));
      ok(places.every(isHere), places.join());
    });
    await withSetting('symbols.enabled', false, async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'postgresql ledger',
      );
      ok(!symbols.some(({ name }) => name.startsWith('ADR-0012 ')));
    });
  });
});

describe('references in the preview of Markdown', () => {
  before(() => meridian());
  const render = (document: vscode.TextDocument) =>
    vscode.commands.executeCommand<string>('markdown.api.render', document);

  it('are links to their records with the status behind them, and no record links to itself', async () => {
    const path = 'docs/following.md';
    await writeSample(path, 'See ADR-0007, [the ledger](adr/0012-use-postgresql-for-the-ledger.md) & ADR-9999.\n');
    const html = await rendered(await openSample(path));
    await deleteSample(path);
    match(
      html,
      /See <a href="adr\/0007-use-event-sourcing\.md" title="ADR-0007 [^"]+"[^>]*>ADR-0007<\/a> ⊘ Superseded, /,
    );
    match(html, />the ledger<\/a> ✔ &amp; ADR-9999\./);
    const own = await rendered(await openSample(ledger));
    ok(!own.includes('href="0012-'), own);
  });

  it('stay as they are where they are switched off', async () => {
    const document = await openSample(ledger);
    await withSetting('preview.enabled', false, async () => ok(!(await render(document)).includes('⊘')));
  });

  /** The rule is loaded after the preview has asked for it, and then the preview is asked to render again. */
  async function rendered(document: vscode.TextDocument): Promise<string> {
    const html = await render(document);
    if (/[✔⊘]/.test(html)) return html;
    await new Promise((resolve) => setImmediate(resolve));
    return rendered(document);
  }
});

describe('a record that is moved', () => {
  const moved = 'docs/decisions/0012-use-postgresql.md';

  it('offers to mend the paths that cite it, each to be confirmed', async () => {
    const { projects } = await meridian();
    const path = 'ledger/moved.ts';
    await writeSample(path, `// ${ledger}\n// ADR-0012\n`);
    await until(() => cites(projects, path), projects.onDidChange);
    const edit = editOfMove(projects as Projects, { files: [{ oldUri: sampleUri(ledger), newUri: sampleUri(moved) }] });
    const [own] = edit?.get(sampleUri(path)) ?? [];
    equal(own?.newText, moved);
    equal(own?.range.start.line, 0);
    equal(edit?.get(sampleUri(path)).length, 1, 'a number goes on to lead to it');
    await deleteSample(path);
  });

  it('is moved at once where nothing cites it by its path', async () => {
    const [from, to] = ['docs/adr/0091-moved.md', 'docs/adr/0091-renamed.md'];
    await writeSample(from, decision('91. Move it'));
    const { projects } = await meridian();
    await until(() => projects.records().some(({ record }) => record.path === from), projects.onDidChange);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(sampleUri(from), sampleUri(to));
    ok(await vscode.workspace.applyEdit(edit));
    await until(() => projects.records().some(({ record }) => record.path === to), projects.onDidChange);
    await deleteSample(to);
  });

  function cites({ folders }: Pick<Projects, 'folders'>, path: string): boolean {
    return folders[0]?.view.backlinks(ledger).some(({ file }) => file === path) ?? false;
  }
});

describe('one of several records in a file', () => {
  const path = 'docs/DECISIONS.md';
  const code = 'src/of-a-log.ts';
  const part = (number: number, title: string) => `## ADR-${number}: ${title}\n\n- Status: Accepted\n`;
  const scope = '- Scope: `!src/gen/**`, `src/*.ts`, `billing-service`\n';
  const text = `# Decisions\n\n${part(901, 'Use Go')}\n${part(902, 'Use gRPC')}${scope}`;

  before(async () => {
    const api = await meridian();
    await api.features.following.load();
    await writeSample(code, '// ADR-902\n');
    await writeSample(path, text);
    const folder = api.projects.folders[0];
    const isCited = () => (folder?.view.backlinks(`${path}#adr-902-use-grpc`).length ?? 0) > 0;
    await until(isCited, api.projects.onDidChange);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteSample(path);
    await deleteSample(code);
  });

  it('has a line above its own heading, and is found from there', async () => {
    const document = await openSample(path);
    const [lens, ...more] = await lenses(document);
    deepEqual([lens?.range.start.line, lens?.command?.title, more.length], [6, 'Cited in 1 file · governs 1 path', 0]);
    ok((await found(document, placeOf(document, 'Use gRPC'))).includes(`${code}:1`));
  });

  it('is renumbered in its heading and in what cites it, and the file keeps its name', async () => {
    const document = await openSample(path);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      placeOf(document, '902'),
      '907',
    );
    ok(await vscode.workspace.applyEdit(edit));
    equal(document.getText(), text.replace('902', '907'));
    equal((await vscode.workspace.openTextDocument(sampleUri(code))).getText(), '// ADR-907\n');
    await vscode.workspace.saveAll();
  });
});

describe('the number of a record', () => {
  const [from, to] = ['docs/adr/0092-renumber-it.md', 'docs/adr/0093-renumber-it.md'];
  const code = 'ledger/renumbered.ts';
  const rename = (uri: vscode.Uri, at: vscode.Position, typed: string) =>
    vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, at, typed);

  it('is renamed from a reference with the file, its title and all that cites it', async () => {
    const { projects } = await meridian();
    await writeSample(from, decision('92. Renumber it'));
    await writeSample(code, `// ADR-0092 and ${from}\n`);
    const isThere = (path: string) => projects.find(sampleUri('').toString().replace(/\/$/, ''), path) !== undefined;
    await until(() => isThere(from), projects.onDidChange);
    const document = await openSample(code);
    const edit = await rename(document.uri, placeOf(document, '0092'), 'ADR-93');
    ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.saveAll();
    equal(await readSample(code), `// ADR-0093 and ${to}\n`);
    // Nothing shows it, so that it is not among what was saved; the editor's own Rename saves what it changes.
    const record = await vscode.workspace.openTextDocument(sampleUri(to));
    match(record.getText(), /^# 93\. Renumber it/);
    await record.save();
    await until(() => isThere(to) && !isThere(from), projects.onDidChange);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteSample(to);
    await deleteSample(code);
  });

  it('is refused with a sentence where a record beside it has it', async () => {
    const document = await openSample('ledger/balance.ts');
    await rejects(async () => rename(document.uri, placeOf(document, 'ADR-0012'), '7'), /has that number already/);
  });
});
