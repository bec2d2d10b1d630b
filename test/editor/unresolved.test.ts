import { deepEqual, equal, match } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import {
  decision,
  deleteSample,
  hoverParts,
  hoverText,
  meridian,
  sampleUri,
  until,
  writeSample,
} from './support/meridian';

const places = ['parts/alpha/docs/adr/0071-cache-in-memory.md', 'parts/beta/docs/adr/0071-cache-on-disk.md'];

describe('the hover on a reference that leads to no single record', () => {
  let api: MeridianApi;
  const known = (path: string) => api.projects.find(sampleUri('').toString().replace(/\/$/, ''), path) !== undefined;

  before(async () => {
    api = await meridian();
    for (const path of places) await writeSample(path, decision('71. Cache prices'));
    await until(() => places.every(known), api.projects.onDidChange);
  });

  after(async () => {
    await deleteSample('parts');
    await until(() => !places.some(known), api.projects.onDidChange);
  });

  it('lists the candidates of an ambiguous one, each with its folder and a way to open it', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'see ADR-0071' });
    const text = await hoverText(document, 'ADR-0071');
    match(text, /^ADR-0071 could mean one of 2 records:/);
    match(text, /1\. \$\(pass\) \*\*ADR-0071 Cache prices\*\* · Accepted · parts\/alpha\/docs\/adr/);
    match(text, /2\. \$\(pass\) \*\*ADR-0071 Cache prices\*\* · Accepted · parts\/beta\/docs\/adr/);
    match(text, /\[Open 1\].*\[Open 2\]/);
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      new vscode.Position(0, 6),
    );
    deepEqual(
      found.map(({ targetUri }) => targetUri.path),
      places.map((path) => sampleUri(path).path),
    );
  });

  it('takes the one that is near', async () => {
    await writeSample('parts/beta/src/price.ts', '// ADR-0071\n');
    const document = await vscode.workspace.openTextDocument(sampleUri('parts/beta/src/price.ts'));
    match(await hoverText(document, 'ADR-0071'), /^\$\(pass\) \*\*ADR-0071\*\*/);
  });

  it('says whose a foreign one is, by its own address or by the one beside it', async () => {
    const address = 'https://github.com/acme/billing/blob/main/docs/adr/0444-bill-monthly.md';
    const document = await vscode.workspace.openTextDocument({ content: `ADR-0444 says so\n${address}\n` });
    match(await hoverText(document, address), /belongs to another repository: github\.com\/acme\/billing\.$/);
    equal(await hoverText(document, 'ADR-0444'), 'ADR-0444 belongs to another repository: github.com/acme/billing.');
  });

  it('offers nothing to click on a number that is not here', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'see ADR-0999' });
    const parts = await hoverParts(document, 'ADR-0999');
    equal(parts.length, 1);
    equal(parts[0]?.isTrusted, undefined);
  });
});
