import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import { Boundary } from '../../src/editor/host/boundary';
import type { FeatureServices } from '../../src/editor/host/featureServices';
import type { CheckFeature } from '../../src/editor/records/checks/checkFeature';
import { findingsSentence, shownSentence } from '../../src/editor/records/checks/findingsSentence';
import type { FindingsNode } from '../../src/editor/records/checks/findingsTree';
import { WorkspaceFindings } from '../../src/editor/records/checks/workspaceFindings';

import { LazyGit } from '../../src/editor/workspace/lazyGit';
import { revert } from './support/documents';
import { decision, deleteSample, meridian, outline, sampleUri, until, writeSample } from './support/meridian';
import { withEditor } from './support/withEditor';

const folder = 'checked';
const record = `${folder}/docs/adr/0081-store-in-files.md`;

/** Meridian's marks of rules in a file, a line each. */
function marks(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, code }) => source === 'Meridian' && /^[a-z]+(?:-[a-z]+)+$/.test(String(code)))
    .map(({ range, code, message, severity }) => {
      const weight = vscode.DiagnosticSeverity[severity];
      return `${range.start.line + 1}:${range.start.character + 1} ${weight} ${String(code)} ${message}`;
    })
    .sort();
}

const marked = (uri: vscode.Uri, count: number) =>
  until(() => marks(uri).length === count, vscode.languages.onDidChangeDiagnostics);

async function fixesAt(uri: vscode.Uri, line: number): Promise<readonly vscode.CodeAction[]> {
  const range = new vscode.Range(line, 0, line, 100);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
  );
  return actions.filter(({ edit, isPreferred }) => edit && isPreferred);
}

describe('the check of references', () => {
  let api: MeridianApi;
  const settings = () => vscode.workspace.getConfiguration('meridian');

  before(async () => {
    api = await meridian();
    await writeSample(record, decision('81. Store in files').replace('Accepted', 'Superseded by ADR-0082'));
    const tables = decision('82. Store in tables');
    await writeSample(`${folder}/docs/adr/0082-store-in-tables.md`, `---\nscope: [tables/gone/**]\n---\n${tables}`);
    await writeSample(`${folder}/src/store.ts`, '// as of ADR-0081\n\n\n\n// see docs/adr/0082-tables.md\n');
    await writeSample(`${folder}/src/other.ts`, '// as of ADR-0081\n');
    await writeSample(`${folder}/src/a-component-with-quite-a-long-name-7.ts`, '// as of ADR-0081\n');
    await until(() => api.projects.records().some(({ record: { id } }) => id === '0082'), api.projects.onDidChange);
    await api.whenRead();
  });

  after(async () => {
    await settings().update('check', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteSample(folder);
    await api.whenRead();
  });

  it('marks what no longer holds as it is typed, and mends it in one step that is undone in one', async () => {
    const uri = sampleUri(`${folder}/src/store.ts`);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await marked(uri, 2);
    deepEqual(marks(uri), [
      '1:10 Warning retired-record ADR-0081 is superseded; ADR-0082 (Store in tables) holds now.',
      `5:8 Warning stale-slug docs/adr/0082-tables.md has another name here: ${folder}/docs/adr/0082-store-in-tables.md.`,
    ]);
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), '// and ADR-0089\n'));
    await marked(uri, 3);
    match(marks(uri)[2] ?? '', /^6:8 Warning missing-record ADR-0089 is not among the \d+ decisions here\.$/);

    const before = document.getText();
    const [fix] = await fixesAt(uri, 0);
    equal(fix?.title, 'Cite ADR-0082');
    ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    equal(document.lineAt(0).text, '// as of ADR-0082');
    await marked(uri, 2);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('weighs a rule as a person has set it, and is silent where it is switched off', async () => {
    const uri = sampleUri(`${folder}/src/store.ts`);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await marked(uri, 2);
    const rules = { 'retired-record': 'error', 'stale-slug': 'off', 'no-such-rule': 'error', 'missing-record': 'loud' };
    await settings().update('check.rules', rules, vscode.ConfigurationTarget.Global);
    await marked(uri, 1);
    match(marks(uri)[0] ?? '', /^1:10 Error retired-record /);
    await settings().update('check.rules', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('check.enabled', false, vscode.ConfigurationTarget.Global);
    await marked(uri, 0);
    await settings().update('check.enabled', undefined, vscode.ConfigurationTarget.Global);
    await marked(uri, 2);
  });

  describe('of all files', () => {
    const other = sampleUri(`${folder}/src/other.ts`);
    let checks: CheckFeature;
    /** With the words in each of them. */
    const filtered = async (words: string) => {
      checks.tree.filterBy(words);
      const lines = await outline(checks.tree);
      const { text } = checks.view.message;
      checks.tree.filterBy('');
      return { lines, text };
    };
    /** The row of the only finding of a file that is not open. */
    const rowOf = async (file: string): Promise<FindingsNode> => {
      const inside = (nodes: readonly FindingsNode[]) => nodes.flatMap((node) => checks.tree.getChildren(node));
      const found = inside(inside(checks.tree.getChildren()));
      const row = found.find((node) => node.type === 'finding' && node.finding.file === `${folder}/src/${file}`);
      ok(row, file);
      return row;
    };
    const found = (file: string, line: number) =>
      checks.workspace.found.some(
        ({ finding }) => finding.file === `${folder}/src/${file}` && finding.span.startLine === line,
      );

    before(async () => {
      checks = await api.features.checks.load();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('meridian.checkReferences');
    });
    after(() => vscode.commands.executeCommand('meridian.findings.close'));

    it('lists what it finds in files that are not open, and marks only open ones', async () => {
      const { lines } = await filtered(`${folder}/src`);
      deepEqual(lines, [
        'Retired record cited · 3',
        `  a-component-…g-name-7.ts · 1 · ${folder}/src`,
        '    1: ADR-0081 is superseded; ADR-0082 (Store in tables) holds now.',
        `  other.ts · 1 · ${folder}/src`,
        '    1: ADR-0081 is superseded; ADR-0082 (Store in tables) holds now.',
        `  store.ts · 1 · ${folder}/src`,
        '    1: ADR-0081 is superseded; ADR-0082 (Store in tables) holds now.',
        'Record with another name · 1',
        `  store.ts · 1 · ${folder}/src`,
        `    5: docs/adr/0082-tables.md has another name here: ${folder}/docs/adr/0082-store-in-tables.md.`,
      ]);
      match(checks.view.message.text, /^\d+ findings in \d+ files$/);
      deepEqual(marks(other), []);
    });

    it('regression: says the label of a record, and begins a row with what no name of a file can push out of sight', async () => {
      const { lines } = await filtered(`${folder} scope`);
      deepEqual(lines, [
        'Scope without a file · 1',
        `  ADR-0082 · 1 · ${folder}/docs/adr`,
        '    2: The scope tables/gone/** matches no file.',
      ]);
    });

    it('is filtered by words of path, label, rule, weight and sentence, says so, and is whole again when it is closed', async () => {
      const all = checks.workspace.found.length;
      for (const [words, rows] of [
        [`${folder}/src retired`, 3],
        ['ADR-0082 EMPTY-scope', 1],
        ['another name here', 1],
      ] as const) {
        const { text } = await filtered(words);
        equal(text, `${rows} of ${all} findings: "${words}"`);
      }
      const ids = () => checks.tree.getChildren().map((node) => checks.tree.getTreeItem(node).id);
      const unfiltered = ids();
      checks.tree.filterBy('scope');
      ok(
        ids().every((id) => id && !unfiltered.includes(id)),
        'a folded row stays folded',
      );
      const nothing = await filtered('no such words');
      deepEqual([nothing.lines, nothing.text], [[], '']);
      checks.tree.filterBy('retired');
      await vscode.commands.executeCommand('meridian.findings.clearFilter');
      equal(checks.tree.shown.length, all);
    });

    it('regression: has no row forgotten that the editor is just being given', () => {
      let times = 0;
      const listener = checks.tree.onDidChangeTreeData(() => {
        times += 1;
      });
      checks.tree.getChildren();
      checks.tree.filterBy('retired');
      checks.tree.filterBy('');
      listener.dispose();
      equal(times, 1, 'told once of rows that it has, and not of those that it has yet to ask for');
    });

    it('regression: puts the list together once for all of its rows', () => {
      equal(checks.tree.shown, checks.tree.shown);
    });

    it('regression: does not say that all holds where a person stopped the reading', () => {
      const [whole, stopped] = [false, true].map((reading) => ({ reading, git: false }));
      ok(whole && stopped);
      equal(findingsSentence([], whole), 'All references, links and scopes hold.');
      equal(findingsSentence([], stopped), 'No finding in the files that were read: reading was stopped.');
      match(
        findingsSentence(checks.workspace.found, stopped),
        /^\d+ findings in \d+ files\. Reading was stopped: files that were not read were not checked\.$/,
      );
    });

    it('regression: says of a filtered list too what was not checked, and that not all rows are there', () => {
      const [one] = checks.workspace.found;
      ok(one);
      const none = { reading: false, git: false };
      equal(
        shownSentence([one, one], 1, 'adr', { reading: true, git: true }),
        '1 of 2 findings: "adr". Reading was stopped: files that were not read were not checked. ' +
          'Git could not be asked: paths that are gone were not checked.',
      );
      equal(shownSentence([one], 5_001, 'adr', none), 'The first 5000 of 5001 findings: "adr"');
      equal(shownSentence([one], 0, 'adr', none), '');
    });

    it('says that paths which are gone were not checked where git fails', async () => {
      const { projects } = api;
      const failing = { failsAt: 'every command' };
      const open = async () => ({ runner: failing, repository: failing, prefix: '' });
      const boundary = new Boundary({ debug() {}, info() {}, warn() {}, error() {} }, () => undefined);
      const services = { projects, boundary, now: Date.now, log: { debug() {}, info() {}, warn() {}, error() {} } };
      const findings = new WorkspaceFindings(
        { ...services, git: { open } } as unknown as FeatureServices,
        () => undefined,
      );
      ok(await findings.run(new AbortController().signal, () => undefined));
      equal(findings.unchecked.git, true);
      findings.dispose();
      const unchecked = { reading: false, git: true };
      equal(
        findingsSentence([], unchecked),
        'All references, links and scopes hold. Git could not be asked: paths that are gone were not checked.',
      );
      match(
        findingsSentence(checks.workspace.found, unchecked),
        /^\d+ findings in \d+ files\. Git could not be asked: /,
      );
    });

    it('regression: says so too where the repository of the folder is damaged', async () => {
      const { projects } = api;
      const [project] = projects.folders;
      ok(project);
      const log = { debug() {}, info() {}, warn() {}, error() {} };
      const git = new LazyGit(log, undefined);
      const root = vscode.Uri.file(mkdtempSync(join(tmpdir(), 'meridian-damaged-')));
      mkdirSync(join(root.fsPath, '.git'));
      equal(await git.open(root), null);
      equal(await git.isBroken(root), true);
      equal(await git.isBroken(project.folder.uri), false);
      const services = { projects, boundary: new Boundary(log, () => undefined), now: Date.now, log };
      const damaged = { open: () => git.open(root), isBroken: () => git.isBroken(root) };
      const findings = new WorkspaceFindings(
        { ...services, git: damaged } as unknown as FeatureServices,
        () => undefined,
      );
      ok(await findings.run(new AbortController().signal, () => undefined));
      equal(findings.unchecked.git, true);
      findings.dispose();
      git.dispose();
      rmSync(root.fsPath, { recursive: true });
    });

    it('regression: has no mark at a row whose group has the same, which a narrow view has no room for', async () => {
      const { iconPath, accessibilityInformation } = checks.tree.getTreeItem(await rowOf('other.ts'));
      equal(iconPath, undefined);
      match(accessibilityInformation?.label ?? '', /^warning, /);
      checks.tree.group('file');
      const rows = checks.tree.getChildren().flatMap((node) => checks.tree.getChildren(node));
      ok(rows.every((row) => checks.tree.getTreeItem(row).iconPath));
      checks.tree.group('rule');
    });

    it('is grouped by file where a person wants that', async () => {
      await vscode.commands.executeCommand('meridian.findings.groupByFile');
      const lines = await outline(checks.tree);
      const at = lines.indexOf(`store.ts · 2 · ${folder}/src`);
      match(lines[at + 1] ?? '', /^ {2}1: ADR-0081 is superseded; ADR-0082 \(Store in tables\) holds now\.$/);
      await vscode.commands.executeCommand('meridian.findings.groupByRule');
    });

    it('leads from a row to the line', async () => {
      const { command } = checks.tree.getTreeItem(await rowOf('other.ts'));
      ok(command);
      await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      equal(vscode.window.activeTextEditor?.document.uri.path, other.path);
      equal(vscode.window.activeTextEditor.selection.start.character, 9);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });

    it('looks again at a file that another program writes', async () => {
      await writeSample(`${folder}/src/other.ts`, '\n\n// as of ADR-0081\n');
      await until(() => found('other.ts', 3), checks.workspace.onDidChange);
      equal(found('other.ts', 1), false);
    });

    it('mends a row in the text of now, shows it unsaved, and loses the row', async () => {
      const row = await rowOf('other.ts');
      await vscode.commands.executeCommand('meridian.findings.mend', row);
      const editor = vscode.window.activeTextEditor;
      equal(editor?.document.getText(), '\n\n// as of ADR-0082\n');
      equal(editor?.document.isDirty, true);
      await until(() => !found('other.ts', 3), checks.workspace.onDidChange);
      await vscode.commands.executeCommand('undo');
      await until(() => found('other.ts', 3), checks.workspace.onDidChange);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('regression: says how far it is while it mends a group in several files', async () => {
      const files = (node: FindingsNode) =>
        node.type === 'group' ? new Set(node.rows.flatMap(({ finding }) => (finding.fix ? finding.file : []))).size : 0;
      const group = checks.tree.getChildren().find((node) => files(node) > 1);
      ok(group);
      const titles: (string | undefined)[] = [];
      const said: (string | undefined)[] = [];
      const withProgress: typeof vscode.window.withProgress = (options, task) => {
        titles.push(options.title);
        const token = new vscode.CancellationTokenSource().token;
        return task({ report: ({ message }) => void said.push(message) }, token);
      };
      await withEditor(vscode.window, { withProgress }, () =>
        vscode.commands.executeCommand('meridian.findings.mend', group),
      );
      deepEqual(titles, ['Fixing the findings']);
      equal(said[0], `1 of ${files(group)} files`);
      equal(said.length, files(group) - 1);
      for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) await revert(document);
    });

    it('loses the rows that another record makes right', async () => {
      // In the editor: of a folder that was just made within another, the watcher of a busy machine can miss a change.
      const document = await vscode.workspace.openTextDocument(sampleUri(record));
      const editor = await vscode.window.showTextDocument(document);
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      await editor.edit((edit) => edit.replace(all, decision('81. Store in files')));
      await until(() => !found('other.ts', 3) && !found('store.ts', 1), checks.workspace.onDidChange);
      await revert(document);
      await until(() => found('other.ts', 3) && found('store.ts', 1), checks.workspace.onDidChange);
    });
  });
});
