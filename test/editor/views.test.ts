import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import type { DecisionPanel } from '../../src/editor/records/panel/decisionPanel';
import { noFilter } from '../../src/editor/records/views/model/recordsFilter';
import { recordsMessage } from '../../src/editor/records/views/recordsMessage';
import { statusWord } from '../../src/editor/records/words/statusWords';
import { docRecord } from '../unit/support/records';
import { deleteSample, listed, meridian, openSample, outline, sampleUri, until, writeSample } from './support/meridian';

describe('Decisions, the list', () => {
  let api: MeridianApi;
  let panel: DecisionPanel;
  before(async () => {
    api = await meridian();
    ({ panel } = await api.features.panel.load());
    await vscode.commands.executeCommand('meridian.decisions.focus');
  });
  // What a person chose to see of a file stays until another one comes to the front.
  beforeEach(() => openSample('package.json'));
  after(() => vscode.commands.executeCommand('meridian.decisions.unpin'));

  const shown = async (expected: RegExp): Promise<string> => {
    await until(() => expected.test(panel.html()), panel.onDidShow);
    return panel.html();
  };
  const ofBalance = /ADR-0012<\/span> Use PostgreSQL for the ledger/;

  it('shows what concerns the file in front, with the reason', async () => {
    await openSample('ledger/balance.ts');
    const rows = listed(api);
    equal(rows[0], 'decisions');
    const text = rows.join('\n');
    match(text, /^ {2}ADR-0012 Use PostgreSQL for the ledger · cited on line \d+/m);
    match(text, /^ {2}ADR-0007 .* · cited on line \d+$/m);
    match(text, /^ {2}ADR-0033 .* · its scope: ledger\/\*\*$/m);
    match(text, /^runbooks\n[\s\S]*^ {2}Balance drift/m);
  });

  it('has each with its decision, links to the lines, what is in force instead, and words for screen readers', async () => {
    await openSample('ledger/balance.ts');
    const html = await shown(ofBalance);
    match(
      html,
      /<p class="excerpt">[^<]{20,}<\/p><p class="reason">cited on line <a href="#" data-id="[^"]+"[^>]*>4<\/a>/,
    );
    match(html, /class="row superseded retired"[\s\S]*?ADR-0007[\s\S]*?→ <a [^>]+>✔ ADR-0012<\/a>/);
    match(html, /aria-label="ADR-0012 Use PostgreSQL for the ledger, Accepted[^"]*, cited on line 4[^"]*"/);
    match(html, /<h2 class="group">Runbooks<\/h2>[\s\S]*Balance drift[\s\S]*<p class="excerpt">1\. /);
  });

  it('follows the editor, and says where nothing is linked', async () => {
    await openSample('ledger/migrations/0002_outbox.sql');
    await shown(/ADR-0009/);
    match(listed(api)[1] ?? '', /ADR-0009/);
    await openSample('package.json');
    match(
      await shown(/class="notice"/),
      /No decision or runbook is linked to this file\.[\s\S]*>Link to a Decision…<\/a>/,
    );
  });

  it('lists what a text cites that was never saved, as it is typed, and leads to its lines', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'Plan\n\nAs ADR-0012 has it.\n' });
    await vscode.window.showTextDocument(document);
    await shown(/ADR-0012<\/span>[\s\S]*cited on line <a href="#" data-id="[^"]+"[^>]*>3<\/a>/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'See ADR-0009.\n');
    ok(await vscode.workspace.applyEdit(edit));
    const html = await shown(/ADR-0009<\/span>/);
    match(html, /ADR-0012<\/span>[\s\S]*cited on line <a href="#" data-id="[^"]+"[^>]*>4<\/a>/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('tells two texts apart that were never saved', async () => {
    for (const content of ['ADR-0012', 'ADR-0009']) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
      await shown(new RegExp(`${content}</span>`));
    }
    doesNotMatch(panel.html(), /ADR-0012/);
    for (const _ of [1, 2]) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('lists for a diff what the file has', async () => {
    const uri = sampleUri('ledger/balance.ts');
    const before = await vscode.workspace.openTextDocument({ content: 'before' });
    await vscode.commands.executeCommand('vscode.diff', before.uri, uri, 'before and after');
    await shown(ofBalance);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('offers to link only what a reference can be written into', async () => {
    await writeSample('flow.png', Buffer.from('iVBORw0KGgo=', 'base64'));
    try {
      await vscode.commands.executeCommand('vscode.open', sampleUri('flow.png'));
      const html = await shown(/>Go to Record…<\/a>/);
      match(html, /No decision or runbook is linked to this file\./);
      doesNotMatch(html, /Link to a Decision/);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await deleteSample('flow.png');
    }
  });

  it('shows the record that is opened, and the list again for the next file', async () => {
    await openSample('docs/adr/0018-retry-with-idempotency-keys.md');
    await shown(/<h1 [^>]*>18\. /);
    await openSample('ledger/balance.ts');
    await shown(ofBalance);
  });

  it('stays at the file that is pinned, until it is let go', async () => {
    await openSample('ledger/balance.ts');
    await shown(ofBalance);
    await vscode.commands.executeCommand('meridian.decisions.pin');
    await openSample('ledger/migrations/0002_outbox.sql');
    equal(api.front.file?.path, 'ledger/balance.ts');
    match(panel.html(), ofBalance);
    await vscode.commands.executeCommand('meridian.decisions.unpin');
    equal(api.front.file?.path, 'ledger/migrations/0002_outbox.sql');
    await shown(/ADR-0009/);
  });
});

describe('Records', () => {
  let api: MeridianApi;
  before(async () => {
    api = await meridian();
  });

  it('puts what waits for a decision on top, then kinds with their number of records', async () => {
    const rows = await outline(api.records);
    match(rows[0] ?? '', /^Waiting for decision · \d+$/);
    match(rows[1] ?? '', /ADR-0033/);
    for (const kind of ['Decisions', 'RFCs', 'Runbooks', 'Guides', 'Diagrams']) {
      ok(
        rows.some((row) => new RegExp(`^${kind} · \\d+$`).test(row)),
        `${kind}\n${rows.join('\n')}`,
      );
    }
  });

  it('says above the rows what is filtered, and nothing where no row is left: the way out would not be shown', () => {
    const all = {
      filter: noFilter,
      matching: 9,
      total: 9,
      partial: [],
      isUndated: false,
      stoppedAt: null,
      progress: null,
    };
    const filter = { ...noFilter, text: 'outbox' };
    equal(recordsMessage(all), '');
    equal(recordsMessage({ ...all, filter, matching: 2 }), '2 of 9 records: "outbox"');
    const read = { done: 1200, total: 4000 };
    equal(recordsMessage({ ...all, progress: read }), 'Reading: 1,200 of 4,000 files.');
    match(recordsMessage({ ...all, stoppedAt: read }), /^Reading was stopped after 1,200 of 4,000 files:/);
    equal(recordsMessage({ ...all, filter, matching: 0, partial: ['ledger'], isUndated: true }), '');
  });

  it('stops reading where a person asks for that, says so, and reads the rest', async () => {
    const [project] = api.projects.folders;
    ok(project);
    // In one step: the sample is read in no time.
    project.reload();
    project.stopReading();
    await until(() => project.view.stoppedAt !== null && !project.isReading, api.projects.onDidChange);
    await vscode.commands.executeCommand('meridian.refresh');
    await until(() => project.view.stoppedAt === null && !project.isReading, api.projects.onDidChange);
    ok(api.projects.records().some(({ record }) => record.path === 'docs/runbooks/balance-drift.md'));
  });

  it("regression: says the status in the record's own word where that is another than ours", () => {
    const words = (
      [
        ['accepted', 'accepted'],
        ['accepted', 'Final'],
        ['rejected', 'Withdrawn'],
        ['proposed', 'in review'],
        ['superseded', 'Superseded by'],
        ['superseded', 'Replaced by'],
        ['accepted', 'Approved on 2 May 2025'],
        ['none', null],
      ] as const
    ).map(([status, statusText]) => statusWord(docRecord('docs/adr/0001-a.md', { status, statusText })));
    deepEqual(words, [
      'Accepted',
      'Final',
      'Withdrawn',
      'In review',
      'Superseded',
      'Superseded',
      'Accepted',
      'No status',
    ]);
  });

  it('takes dates that no record states from git', () => {
    const drift = api.projects.records().find(({ record }) => record.path === 'docs/runbooks/balance-drift.md');
    equal(drift?.record.dateSource, 'git');
    match(drift?.record.date ?? '', /^20\d\d-\d\d-\d\d$/);
  });

  it('opens a record, and refuses what the index does not know', async () => {
    const folder = api.projects.folders[0]?.folder.uri.toString() ?? '';
    await vscode.commands.executeCommand('meridian.openRecord', {
      folder,
      path: 'docs/adr/0012-use-postgresql-for-the-ledger.md',
    });
    match(vscode.window.activeTextEditor?.document.uri.path ?? '', /0012-use-postgresql/);
    for (const junk of [
      '../../etc/passwd',
      { folder, path: '../../etc/passwd' },
      { folder, path: 'package.json' },
      -1,
      1e9,
      null,
      [],
    ]) {
      await vscode.commands.executeCommand('meridian.openRecord', junk);
      match(vscode.window.activeTextEditor?.document.uri.path ?? '', /0012-use-postgresql/);
    }
  });

  it('copies a link that works in a comment or a message', async () => {
    const folder = api.projects.folders[0]?.folder.uri.toString() ?? '';
    await vscode.commands.executeCommand('meridian.copyLink', {
      folder,
      path: 'docs/adr/0012-use-postgresql-for-the-ledger.md',
    });
    equal(
      await vscode.env.clipboard.readText(),
      '[ADR-0012: Use PostgreSQL for the ledger](docs/adr/0012-use-postgresql-for-the-ledger.md)',
    );
  });

  it('reveals a record in its place, and says when there is none', async () => {
    const folder = api.projects.folders[0]?.folder.uri.toString() ?? '';
    const reveal = (path: string) => vscode.commands.executeCommand('meridian.revealInRecords', { folder, path });
    equal(await reveal('docs/runbooks/balance-drift.md'), true);
    equal(await reveal('docs/runbooks/no-such.md'), false);
  });

  it('registers every command that it declares', async () => {
    const all = await vscode.commands.getCommands(true);
    const manifest = vscode.extensions.getExtension('meridian-async.meridian')?.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    deepEqual(
      manifest.contributes.commands.filter(({ command }) => !all.includes(command)),
      [],
    );
  });

  it('goes silent and empty when Meridian is turned off, and comes back', async () => {
    await vscode.commands.executeCommand('meridian.toggle');
    await until(() => api.projects.state === 'off', api.projects.onDidChange);
    deepEqual(await outline(api.records), []);
    await vscode.commands.executeCommand('meridian.toggle');
    await until(() => api.projects.state === 'ready', api.projects.onDidChange);
    ok((await outline(api.records)).length > 5);
  });
});
