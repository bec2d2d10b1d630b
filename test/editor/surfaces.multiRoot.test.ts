import { equal, match, ok } from 'node:assert/strict';
import { hoverText, meridian, openSample, outline } from './support/meridian';

describe('with two folders', () => {
  it('an id means the decision of its own folder', async () => {
    await meridian();
    match(await hoverText(await openSample('ledger/balance.ts', 0), 'ADR-0012'), /Use PostgreSQL for the ledger/);
    match(await hoverText(await openSample('src/charge.ts', 1), 'ADR-0012'), /Use one payment provider/);
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
