import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import {
  deleteSample,
  hoverText,
  listed,
  meridian,
  openSample,
  outline,
  placeOf,
  sampleUri,
  until,
  withSetting,
  writeSample,
} from './support/meridian';

describe('Maybe', () => {
  const path = 'web/replicaBalances.ts';
  let api: MeridianApi;

  before(async () => {
    api = await meridian();
    await writeSample(
      path,
      '// Which replica answers a balance that is read, and when the primary is asked instead.\nexport class ReplicaBalances {}\n',
    );
    await until(() => view()?.isRead(path) ?? false, api.projects.onDidChange);
    await openSample(path);
  });
  after(() => deleteSample('web'));

  const view = () => api.projects.folders[0]?.view;

  it('is the last group of Decisions, folded, once the words were read', async () => {
    api.front.groups();
    await until(() => (view()?.maybeFor(path).length ?? 0) > 0, api.projects.onDidChange);
    const rows = listed(api);
    const at = rows.indexOf('maybe');
    ok(at >= 0, rows.join('\n'));
    match(rows[at + 1] ?? '', /^ {2}ADR-0031 Read balances from a replica · both have balances, replica$/);
    ok(rows.slice(at + 1).every((row) => row.startsWith('  ')));
    const { panel } = await api.features.panel.load();
    await vscode.commands.executeCommand('meridian.decisions.focus');
    await until(() => /<details class="weak"><summary>Maybe \(\d\)/.test(panel.html()), panel.onDidShow);
  });

  it('is gone with its setting, and counts in no claim', async () => {
    equal(view()?.linksFor(path).length, 0);
    await withSetting('maybe.enabled', false, async () => {
      ok(!listed(api).some((row) => row === 'maybe'));
    });
  });
});

describe('a file that holds several records', () => {
  const path = 'web/DECISIONS.md';
  const anchor = `${path}#adr-0902-draw-on-the-server`;
  let api: MeridianApi;

  before(async () => {
    api = await meridian();
    await writeSample(
      path,
      '# Decisions of the web\n\n## ADR-0901: Draw in the browser\n\n**Status:** Rejected\n\n## ADR-0902: Draw on the server\n\n**Status:** Accepted\n\nThe server draws pages.\n',
    );
    await writeSample('web/page.ts', '// ADR-0902\nexport const page = 1;\n');
    const found = () => api.projects.records().some(({ record }) => record.path === anchor);
    await until(found, api.projects.onDidChange);
  });
  after(() => deleteSample('web'));

  it('has them in the hover, as a definition and in the trees', async () => {
    const document = await openSample('web/page.ts');
    match(await hoverText(document, 'ADR-0902'), /ADR-0902\*\* · Accepted[\s\S]*Draw on the server/);
    const [target] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      placeOf(document, 'ADR-0902'),
    );
    equal(target?.targetUri.path, sampleUri(path).path);
    equal(target?.targetRange.start.line, 6);
    ok(listed(api).some((row) => /ADR-0902 Draw on the server · cited on line 1/.test(row)));
    ok((await outline(api.records)).some((row) => /ADR-0901 Draw in the browser · Rejected/.test(row)));
  });

  it('opens at its heading', async () => {
    await vscode.commands.executeCommand('meridian.openRecord', { folder: sampleUri('').toString(), path: anchor });
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.path, sampleUri(path).path);
    equal(editor?.selection.active.line, 6);
  });

  it('shows its own section in Decisions', async () => {
    const { panel } = await api.features.panel.load();
    await vscode.commands.executeCommand('meridian.showInPanel', { folder: sampleUri('').toString(), path: anchor });
    await until(() => /The server draws pages/.test(panel.html()), panel.onDidShow);
    ok(!panel.html().includes('Draw in the browser'));
    match(panel.html(), /Accepted/);
    equal(panel.html().split('Draw on the server').length, 2);
  });
});
