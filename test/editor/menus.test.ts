import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { contextKeys } from '../../src/editor/host/ids';
import { RecordContexts } from '../../src/editor/records/recordContexts';
import { meridian, openSample, sampleUri, until } from './support/meridian';
import { whatIsPicked } from './support/quickInput';
import { noteToAnn } from './support/sampleNotes';

const record = 'docs/adr/0012-use-postgresql-for-the-ledger.md';

const ofRecord = ['Show Record in Decisions', 'Copy Link to Record', 'Reveal in Records'];

/** Entries of *Show Menu*, without their icons. */
async function menu(): Promise<readonly string[]> {
  const labels = await whatIsPicked(() => vscode.commands.executeCommand('meridian.showMenu'));
  return labels.map((label) => label.replace(/^\$\([\w-]+\) /, ''));
}

/** Those under the first heading, where that is the document in front. */
async function ofDocument(): Promise<readonly string[]> {
  const [heading, ...labels] = await menu();
  if (heading !== 'This document') return [];
  return labels.slice(0, labels.indexOf('Drafts'));
}

describe('what is offered', () => {
  before(meridian);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('begins with a record that is in front, and not with any other Markdown', async () => {
    await openSample(record);
    const offered = await ofDocument();
    ok(
      ofRecord.every((title) => offered.includes(title)),
      offered.join('\n'),
    );
    await openSample('README.md');
    deepEqual(await ofDocument(), []);
  });

  it('begins with what can be done with a note to me, which is a record too', async () => {
    await (await meridian()).features.handoffs.load();
    await openSample(noteToAnn());
    const offered = await ofDocument();
    const ofNote = ['Start on This Handoff…', 'Read Back This Handoff…', 'Check Handoff', 'Copy Draft As…'];
    deepEqual(offered.slice(0, 4), ofNote);
    ok(offered.includes('Reveal in Records'), offered.join('\n'));
  });

  it('has nothing about a file where none is in front', async () => {
    const labels = await menu();
    ok(labels.includes('Go to Record…') && !labels.includes('Show Records for This File'), labels.join('\n'));
    await openSample('README.md');
    ok((await menu()).includes('Show Records for This File'));
  });
});

describe('the menu of a file in the explorer or of its editor', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows, reveals and copies the record that the file is', async () => {
    const api = await meridian();
    const { panel } = await api.features.panel.load();
    await vscode.commands.executeCommand('meridian.showInPanel', sampleUri(record));
    await until(() => /<h1 [^>]*>12\. /.test(panel.html()), panel.onDidShow);
    equal(await vscode.commands.executeCommand('meridian.revealInRecords', sampleUri(record)), true);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('meridian.copyLink', sampleUri(record));
    match(await vscode.env.clipboard.readText(), /^\[ADR-0012: /);
  });

  it('regression: is there for what was read already, while a long first reading goes on', async () => {
    const api = await meridian();
    const [project] = api.projects.folders;
    const progressed = new vscode.EventEmitter<void>();
    const changed = new vscode.EventEmitter<void>();
    const coming = [{ path: 'docs/adr/0091-a.md' }, { path: 'docs/LOG.md#2', part: { file: 'docs/LOG.md' } }];
    const reading = {
      folders: [{ folder: project?.folder, view: { coming } }],
      records: () => [],
      recordAt: () => undefined,
      onDidChange: changed.event,
      onDidProgress: progressed.event,
    };
    const sent = new Map<string, readonly string[]>();
    const contexts = {
      set: () => undefined,
      setPaths: (key: string, paths: Iterable<string>) => sent.set(key, [...paths]),
    };
    const active = { uri: undefined, onDidChange: () => new vscode.Disposable(() => undefined) };
    const parts = [reading, active, contexts] as unknown as ConstructorParameters<typeof RecordContexts>;
    const own = new RecordContexts(...parts);
    equal(sent.size, 0);
    progressed.fire();
    await new Promise(setImmediate);
    const pathOf = (path: string) => sampleUri(path).fsPath;
    deepEqual(sent.get(contextKeys.recordPaths), [pathOf('docs/adr/0091-a.md'), pathOf('docs/LOG.md')]);
    deepEqual(sent.get(contextKeys.recordFolders), [pathOf('docs/adr'), pathOf('docs')]);
    // As where the folder is closed before all of it is read.
    changed.fire();
    for (let turn = 0; turn < 2; turn++) await new Promise(setImmediate);
    deepEqual(sent.get(contextKeys.recordPaths), []);
    own.dispose();
  });

  it('does nothing with a file that is no record', async () => {
    await vscode.env.clipboard.writeText('before');
    for (const uri of [sampleUri('package.json'), vscode.Uri.file('/etc/passwd'), vscode.Uri.parse('command:quit')]) {
      await vscode.commands.executeCommand('meridian.copyLink', uri);
      equal(await vscode.env.clipboard.readText(), 'before');
    }
  });
});
