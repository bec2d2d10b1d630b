import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import type { DecisionPanel } from '../../src/editor/records/panel/decisionPanel';
import { meridian, sampleUri, until } from './support/meridian';

const superseded = 'docs/adr/0007-use-event-sourcing.md';
const living = 'docs/adr/0012-use-postgresql-for-the-ledger.md';

describe('Decisions, a record', () => {
  let api: MeridianApi;
  let panel: DecisionPanel;
  let folder: vscode.Uri;

  before(async () => {
    api = await meridian();
    ({ panel } = await api.features.panel.load());
    folder = sampleUri('');
  });

  /** The page's content as soon as it passes. */
  async function shown(expected: RegExp): Promise<string> {
    await until(() => expected.test(panel.html()), panel.onDidShow);
    return panel.html();
  }

  async function show(path: string): Promise<void> {
    await vscode.commands.executeCommand('meridian.showInPanel', { folder: folder.toString(), path });
  }

  it('shows a record with its status, what replaced it, its text and who cites it', async () => {
    await show(superseded);
    const html = await shown(/<h1 [^>]*>7\. Use event sourcing/);
    match(html, /<span class="status superseded">[^<]*<span[^>]*>⊘<\/span> Superseded<\/span>/);
    match(html, /<p class="successor">Superseded by <a href="#" data-id="[^"]+">✔ ADR-0012/);
    match(
      html,
      /<nav class="chain"[\s\S]*ADR-0003[\s\S]*<strong aria-current="true">ADR-0007<\/strong>[\s\S]*ADR-0012/,
    );
    match(html, /<h2 id="in-the-code">[\s\S]*<h3>ledger<\/h3>[\s\S]*>balance\.ts:30<\/a> <code>[^<]*ADR-0007/);
  });

  it('follows the text of an unsaved document', async () => {
    await show(living);
    await shown(/<h1 [^>]*>12\. /);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, living));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\n## Written just now <b>\n');
    ok(await vscode.workspace.applyEdit(edit));
    await shown(/<h2 id="s-written-just-now-b">Written just now &lt;b&gt;<\/h2>/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const html = await shown(/^(?![\s\S]*Written just now)[\s\S]*<h1 [^>]*>12\. /);
    equal(html.includes('Written just now'), false);
  });

  it('says that a record is gone', async () => {
    const uri = vscode.Uri.joinPath(folder, 'docs/adr/0099-short-lived.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('# 99. Short-lived\n\n## Status\n\nAccepted\n'));
    await until(
      () => api.projects.find(folder.toString(), 'docs/adr/0099-short-lived.md') !== undefined,
      api.projects.onDidChange,
    );
    await show('docs/adr/0099-short-lived.md');
    await shown(/Short-lived/);
    await vscode.workspace.fs.delete(uri);
    await shown(/<p class="notice">docs\/adr\/0099-short-lived\.md is no longer/);
  });
});
