import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import { commands, recordItems } from '../../src/editor/host/ids';
import { hasStatus } from '../../src/editor/records/words/statusWords';
import { docRecord } from '../unit/support/records';
import { inFront, revert } from './support/documents';
import { decision, deleteSample, meridian, openSample, sampleUri, until, writeSample } from './support/meridian';
import { asPerson } from './support/person';
import { withEditor } from './support/withEditor';

const older = 'docs/adr/0091-keep-a-queue.md';
const newer = 'docs/adr/0092-keep-a-log.md';

/** Answers each list that a command asks with, in turn, by the labels to choose. */
async function choosing(answers: readonly RegExp[], run: () => Thenable<unknown>): Promise<void> {
  const left = [...answers];
  const pick = async (items: readonly vscode.QuickPickItem[], options?: vscode.QuickPickOptions) => {
    const wanted = left.shift();
    const found = items.filter(({ label }) => wanted?.test(label));
    ok(found.length > 0, `${String(wanted)} among ${items.map(({ label }) => label).join(', ')}`);
    return options?.canPickMany ? found : found[0];
  };
  await withEditor(vscode.window, { showQuickPick: pick }, run);
  deepEqual(left, []);
}

/** The row of the record with this title. */
async function rowOf(records: MeridianApi['records'], title: string): Promise<vscode.TreeItem> {
  const open = [...(await records.getChildren())];
  for (let node = open.shift(); node; node = open.shift()) {
    const item = await records.getTreeItem(node);
    if (item.label === title) return item;
    open.push(...(await records.getChildren(node)));
  }
  throw new Error(`no row ${title}`);
}

describe('Accept, Reject, Deprecate and Supersede', () => {
  const folder = (): string => sampleUri('').toString().replace(/\/$/, '');
  const row = (path: string) => ({ folder: folder(), path });
  /** Both files are written before each test: that they are known says nothing of which text was read. */
  const isRead = (api: MeridianApi, ...statuses: readonly string[]) =>
    [older, newer].every((path, at) => api.projects.find(folder(), path)?.record.status === statuses[at]);

  beforeEach(async () => {
    const api = await meridian();
    await writeSample(older, decision('91. Keep a queue', 'Proposed'));
    await writeSample(newer, decision('92. Keep a log'));
    await until(() => isRead(api, 'proposed', 'accepted'), api.projects.onDidChange);
  });
  afterEach(async () => {
    for (const path of [older, newer]) {
      await revert(await vscode.workspace.openTextDocument(sampleUri(path)));
      await deleteSample(path);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('accepts the record in front, in one step that undo takes back', async () => {
    const document = await openSample(older);
    const before = document.getText();
    await vscode.commands.executeCommand(commands.acceptRecord);
    equal(document.getText(), before.replace('Proposed', 'Accepted'));
    ok(document.isDirty);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before);
  });

  it('regression: says that nothing is saved for as long as that is so', async () => {
    const document = await openSample(older);
    let shown: string | undefined;
    const setStatusBarMessage = (text: string) => {
      shown = text;
      return new vscode.Disposable(() => {
        shown = undefined;
      });
    };
    await withEditor(vscode.window, { setStatusBarMessage }, () =>
      vscode.commands.executeCommand(commands.acceptRecord),
    );
    equal(shown, 'Changed, and not saved yet');
    await writeSample('notes/other.txt', 'One.\n');
    const other = await vscode.workspace.openTextDocument(sampleUri('notes/other.txt'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(other.uri, new vscode.Position(0, 0), 'Two. ');
    await vscode.workspace.applyEdit(edit);
    await other.save();
    equal(shown, 'Changed, and not saved yet', 'ended with the save of another document');
    await document.save();
    equal(shown, undefined);
  });

  it('writes a supersession into both files, and one undo takes it out of both', async () => {
    const api = await meridian();
    await writeSample(older, decision('91. Keep a queue'));
    await until(() => api.projects.find(folder(), older)?.record.status === 'accepted', api.projects.onDidChange);
    const texts = await Promise.all([older, newer].map((path) => vscode.workspace.openTextDocument(sampleUri(path))));
    const [old, young] = texts;
    const before = texts.map((document) => document.getText());
    await choosing([/^ADR-0092|^0092|Keep a log/, /^All of it$/], () =>
      vscode.commands.executeCommand(commands.supersedeRecord, row(older)),
    );
    match(old?.getText() ?? '', /\n\nSuperseded by \[.*\]\(0092-keep-a-log\.md\)\n/);
    match(young?.getText() ?? '', /\n\nAccepted\n\nSupersedes \[.*\]\(0091-keep-a-queue\.md\)\n/);
    equal(inFront().uri.toString(), sampleUri(older).toString());
    await vscode.commands.executeCommand('undo');
    deepEqual(
      texts.map((document) => document.getText()),
      before,
    );
  });

  it('regression: asks before a record gives way to one that is only proposed', async () => {
    const api = await meridian();
    await writeSample(older, decision('91. Keep a queue'));
    await writeSample(newer, decision('92. Keep a log', 'Proposed'));
    await until(() => isRead(api, 'accepted', 'proposed'), api.projects.onDidChange);
    const document = await openSample(older);
    const before = document.getText();
    const asked: string[] = [];
    let button: string | undefined;
    const clicks = (sentence: string) => {
      asked.push(sentence);
      return button;
    };
    const supersede = () =>
      asPerson({ clicks, token: '' }, () =>
        choosing([/Keep a log/, /^All of it$/], () =>
          vscode.commands.executeCommand(commands.supersedeRecord, row(older)),
        ),
      );
    await supersede();
    equal(document.getText(), before);
    match(asked[0] ?? '', /^ADR-0092 is not accepted yet\. .* ADR-0091 is superseded by it\?$/);
    button = 'Supersede';
    await supersede();
    match(document.getText(), /\n\nSuperseded by /);
  });

  it('regression: says which file the editor refused to change, and not that of a record which says so already', async () => {
    const said: string[] = [];
    const clicks = (sentence: string) => void said.push(sentence);
    const as = (run: () => Thenable<unknown>) => asPerson({ clicks, token: '' }, async () => run());
    await openSample(older);
    const refuse = () => vscode.commands.executeCommand(commands.acceptRecord);
    const showErrorMessage = async (sentence: string) => void said.push(sentence);
    await withEditor(vscode.workspace, { applyEdit: async () => false }, () =>
      withEditor(vscode.window, { showErrorMessage }, refuse),
    );
    match(said.pop() ?? '', new RegExp(`^Accept Record failed: \\S*${older} could not be changed: .*read-only`));
    const api = await meridian();
    await writeSample(older, decision('91. Keep a queue', 'Superseded by [ADR-92](0092-keep-a-log.md)'));
    await writeSample(newer, decision('92. Keep a log', 'Accepted\n\nSupersedes [ADR-91](0091-keep-a-queue.md)'));
    await until(() => isRead(api, 'superseded', 'accepted'), api.projects.onDidChange);
    const stated = () => api.projects.find(folder(), newer)?.record.supersedes.some(({ mirrored }) => !mirrored);
    await until(() => stated() ?? false, api.projects.onDidChange);
    await as(() =>
      choosing([/Keep a log/], () => vscode.commands.executeCommand(commands.supersedeRecord, row(older))),
    );
    equal(said.pop(), 'ADR-0091 says so already.');
  });

  it('says why it changes nothing', async () => {
    const said: string[] = [];
    const document = await openSample(newer);
    const before = document.getText();
    await asPerson({ clicks: (sentence) => void said.push(sentence), token: '' }, async () =>
      vscode.commands.executeCommand(commands.rejectRecord, row(newer)),
    );
    equal(document.getText(), before);
    match(said[0] ?? '', /^ADR-0092 says "Accepted"/);
  });

  it('regression: leads from a refusal to the record, which a row does not open', async () => {
    await openSample('README.md');
    await asPerson(
      { clicks: (_, buttons) => buttons.find((button) => button === 'Open Record'), token: '' },
      async () => vscode.commands.executeCommand(commands.rejectRecord, row(newer)),
    );
    equal(inFront().uri.toString(), sampleUri(newer).toString());
  });

  it('regression: decides nothing on the file of several decisions, which has no status and replaces none', async () => {
    const { projects, records } = await meridian();
    const log = 'docs/DECISIONS.md';
    await writeSample(
      log,
      '# The log\n\n## ADR-0901: Use Go\n\nStatus: Accepted\n\n## ADR-0902: Use C\n\nStatus: Draft\n',
    );
    try {
      await until(() => projects.find(folder(), `${log}#adr-0901-use-go`) !== undefined, projects.onDidChange);
      const item = await rowOf(records, 'The log');
      equal(item.contextValue, recordItems.settled);
      ok(!String(item.description).includes('No status'), String(item.description));
      let offered: readonly string[] = [];
      const showQuickPick = async (items: readonly vscode.QuickPickItem[]) => {
        offered = items.map(({ label }) => label);
      };
      await withEditor(vscode.window, { showQuickPick }, () =>
        vscode.commands.executeCommand(commands.supersedeRecord, row(`${log}#adr-0901-use-go`)),
      );
      ok(offered.some((label) => label.includes('Use C')) && !offered.some((label) => label.includes('The log')));
    } finally {
      await deleteSample(log);
    }
  });

  it('regression: says of a record that was not read nothing of a status', () => {
    const record = docRecord('docs/adr/0090-x.md', { status: 'none' });
    ok(hasStatus({ ...record, problem: null }));
    for (const problem of ['too-large', 'not-text', 'unreadable', 'conflict'] as const) {
      ok(!hasStatus({ ...record, problem }), problem);
    }
  });

  it('offers of a row what can become of its record', async () => {
    const { records } = await meridian();
    const values: unknown[] = [];
    for (const group of await records.getChildren()) {
      for (const child of await records.getChildren(group)) {
        const { label, contextValue } = await records.getTreeItem(child);
        if (String(label).includes('Keep a')) values.push(contextValue);
      }
    }
    ok(values.includes(recordItems.undecided));
  });

  it('tells of what waits when it is due, on the clock of the reader, and what is overdue first', async () => {
    const { records, projects } = await meridian();
    const due = (title: string, at: string) =>
      decision(title, 'Proposed')
        .replace('## Decision', `- Comment window closes: ${at}\n\n## Decision`)
        .replace('Date: 2025-03-03', `Date: 2026-11-01\nDeadline: ${at}`);
    await writeSample(older, due('91. Keep a queue', '2099-12-04T17:00:00Z'));
    await writeSample(newer, due('92. Keep a log', '2026-11-02T17:00:00Z'));
    const isKnown = () =>
      [older, newer].every((path) => projects.find(folder(), path)?.record.deadlineAt !== undefined);
    await until(isKnown, projects.onDidChange);
    const [waiting] = await records.getChildren();
    const rows = await Promise.all((await records.getChildren(waiting)).map((row) => records.getTreeItem(row)));
    const told = rows.map(({ label, description }) => `${String(label)} ${String(description)}`);
    const [log, queue] = ['Keep a log', 'Keep a queue'].map((title) => told.findIndex((row) => row.includes(title)));
    ok(log !== undefined && queue !== undefined && log >= 0 && log < queue, told.join('\n'));
    match(told[log] ?? '', /overdue since .*2026.*\d\d:\d\d/);
    match(told[queue] ?? '', /due .*2099.*\d\d:\d\d/);
  });
});
