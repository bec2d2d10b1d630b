import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import { noFilter } from '../../src/editor/records/views/model/recordsFilter';
import { recordsMessage } from '../../src/editor/records/views/recordsView';
import { meridian, openSample, outline, until } from './support/meridian';

describe('This File', () => {
  let api: MeridianApi;
  before(async () => {
    api = await meridian();
  });

  it('shows what concerns the file in front, with the reason', async () => {
    await openSample('ledger/balance.ts');
    const rows = await outline(api.thisFile);
    equal(rows[0], 'Decisions');
    ok(
      rows.some((row) => /^ {2}ADR-0012 Use PostgreSQL for the ledger · cited on line \d+/.test(row)),
      rows.join('\n'),
    );
    ok(
      rows.some((row) => /ADR-0007 .* · cited on line \d+ → ADR-0012$/.test(row)),
      rows.join('\n'),
    );
    ok(
      rows.some((row) => /ADR-0033 .* · governs ledger\/\*\*$/.test(row)),
      rows.join('\n'),
    );
    const runbooks = rows.slice(rows.indexOf('Runbooks'));
    ok(
      runbooks.some((row) => /^ {2}Balance drift/.test(row)),
      rows.join('\n'),
    );
  });

  it('follows the editor', async () => {
    await openSample('ledger/migrations/0002_outbox.sql');
    await until(() => true, api.thisFile.onDidChangeTreeData ?? api.projects.onDidChange);
    const rows = await outline(api.thisFile);
    match(rows[1] ?? '', /ADR-0009/);
  });

  it('gives every row an icon, words for screen readers and a tooltip on demand', async () => {
    await openSample('ledger/balance.ts');
    const [group] = await api.thisFile.getChildren();
    const [first] = await api.thisFile.getChildren(group);
    ok(first);
    const item = api.thisFile.getTreeItem(first);
    ok(item.iconPath instanceof vscode.ThemeIcon);
    match(item.accessibilityInformation?.label ?? '', /Accepted/);
    equal(item.tooltip, undefined);
    const { tooltip } = (await api.thisFile.resolveTreeItem(item, first)) ?? {};
    ok(tooltip instanceof vscode.MarkdownString);
    ok(!tooltip.isTrusted);
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
    const all = { filter: noFilter, matching: 9, total: 9, partial: [], isUndated: false };
    const filter = { ...noFilter, text: 'outbox' };
    equal(recordsMessage(all), '');
    equal(recordsMessage({ ...all, filter, matching: 2 }), '2 of 9 records: "outbox"');
    equal(recordsMessage({ ...all, filter, matching: 0, partial: ['ledger'], isUndated: true }), '');
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
