import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { rankedItems } from '../../src/editor/records/commands/recordPicker';
import {
  deleteSample,
  hoverText,
  meridian,
  openSample,
  outline,
  placeOf,
  until,
  writeSample,
} from './support/meridian';

describe('with two folders', () => {
  it('an id means the decision of its own folder', async () => {
    await meridian();
    match(await hoverText(await openSample('ledger/balance.ts', 0), 'ADR-0012'), /Use PostgreSQL for the ledger/);
    match(await hoverText(await openSample('src/charge.ts', 1), 'ADR-0012'), /Use one payment provider/);
  });

  it('the pick tells records of the same number apart by folder', async () => {
    const api = await meridian();
    const rows = rankedItems(api.projects.records(), new Map(), []).map(
      ({ label, description }) => `${label} · ${description ?? ''}`,
    );
    for (const [title, folder] of [
      ['Use PostgreSQL for the ledger', 'ledger'],
      ['Use one payment provider', 'payments'],
    ]) {
      ok(
        rows.some((row) => row.startsWith(`ADR-0012 ${title} · `) && row.endsWith(` · ${folder}/docs/adr`)),
        rows.join('\n'),
      );
    }
  });

  it('Records names the folder', async () => {
    const api = await meridian();
    equal(api.projects.folders.length, 2);
    const rows = await outline(api.records);
    ok(
      rows.some((row) => /^ {2}ledger\/docs\/adr · \d+$/.test(row)),
      rows.join('\n'),
    );
    ok(
      rows.some((row) => /^ {2}payments\/docs\/adr · 2$/.test(row)),
      rows.join('\n'),
    );
  });

  describe('a reference into the other folder', () => {
    const notes = 'docs/notes.md';
    const path = '../../ledger/docs/adr/0005-money-is-integer-minor-units.md';
    after(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await deleteSample(notes, 1);
    });

    it('leads there by its path, and by number where only that folder has the series', async () => {
      const api = await meridian();
      await writeSample(notes, `See ${path} and RFC-0002, and ADR-0012.\n`, 1);
      const document = await openSample(notes, 1);
      await until(() => api.projects.folders.every(({ view }) => view.complete), api.projects.onDidChange);
      for (const [written, title] of [
        [path, /In the folder ledger of this window[\s\S]*Money is an integer of minor units/],
        ['RFC-0002', /In the folder ledger of this window/],
        ['ADR-0012', /Use one payment provider/],
      ] as const) {
        match(await hoverText(document, written), title);
      }
      const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf(document, path),
      );
      match(definition?.targetUri.path ?? '', /\/ledger\/docs\/adr\/0005-/);
    });

    it('may mean either in a document of no folder', async () => {
      await meridian();
      const document = await vscode.workspace.openTextDocument({
        content: 'As ADR-0012 has it.',
        language: 'markdown',
      });
      const text = await hoverText(document, 'ADR-0012');
      match(text, /could mean one of 2 records[\s\S]*Use PostgreSQL[\s\S]*payments\/docs\/adr/);
    });
  });

  it('a folder of records that is opened by itself is one by its own name', async () => {
    const api = await meridian();
    const rfcs = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), '../rfcs');
    const text = '# RFC 0001: Bill by the month\n\n- Status: Proposed\n\n## Motivation\n\nBills are late.\n';
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(rfcs, '0001-bills.md'), Buffer.from(text));
    vscode.workspace.updateWorkspaceFolders(2, 0, { uri: rfcs });
    try {
      await until(
        () => api.projects.records().some(({ record }) => record.path === '0001-bills.md'),
        api.projects.onDidChange,
      );
    } finally {
      vscode.workspace.updateWorkspaceFolders(2, 1);
      await until(() => api.projects.folders.length === 2, api.projects.onDidChange);
    }
  });
});
