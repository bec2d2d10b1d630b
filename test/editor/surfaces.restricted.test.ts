import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverText, listed, meridian, openSample, outline } from './support/meridian';

describe('in Restricted Mode', () => {
  it('hover, Decisions and Records work', async () => {
    const api = await meridian();
    equal(vscode.workspace.isTrusted, false);
    match(await hoverText(await openSample('ledger/balance.ts'), 'ADR-0012'), /Use PostgreSQL for the ledger/);
    ok(listed(api).some((row) => row.includes('ADR-0012')));
    ok((await outline(api.records)).some((row) => row.startsWith('Decisions')));
  });

  it('takes no date from git', async () => {
    const api = await meridian();
    ok(!api.projects.records().some(({ record }) => record.dateSource === 'git'));
  });
});
