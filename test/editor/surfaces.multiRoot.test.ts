import { equal, match, ok } from 'node:assert/strict';
import { rankedItems } from '../../src/editor/records/commands/recordPicker';
import { hoverText, meridian, openSample, outline } from './support/meridian';

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
});
