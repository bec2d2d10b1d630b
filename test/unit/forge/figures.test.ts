import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRepair, outcomeFigures } from '../../../src/core/forge/figures';
import type { MergedPullRequest } from '../../../src/core/forge/forge';

const period = { start: Date.parse('2026-10-21T00:00Z'), end: Date.parse('2026-11-20T00:00Z') };
const hour = 3_600_000;

/** Merged ten days into the period; its first commit and its review so many hours before and after. */
function merged(changes: Partial<MergedPullRequest> = {}): MergedPullRequest {
  const at = period.start + 240 * hour;
  return {
    number: 1,
    url: '',
    title: 'Split the ledger',
    body: '',
    head: 'ledger-split',
    labels: [],
    isByBot: false,
    created: at - 10 * hour,
    merged: at,
    firstCommit: at - 20 * hour,
    ready: at - 10 * hour,
    firstReview: at - 8 * hour,
    ...changes,
  };
}

const many = (count: number, changes: Partial<MergedPullRequest> = {}) =>
  Array.from({ length: count }, () => merged(changes));

describe('Figures about outcomes', () => {
  it('say how long changes took, how long reviews were waited for, and what had to be mended', () => {
    const figures = outcomeFigures([...many(9), ...many(1, { title: 'Revert "Split the ledger"' })], period);
    assert.deepEqual(
      [figures.merged, figures.leadTime, figures.reviewTurnaround, figures.changeFailure],
      [10, { ms: 20 * hour, cases: 10 }, { ms: 2 * hour, cases: 10 }, { share: 1 / 9, repairs: 1, changes: 9 }],
    );
  });

  it('are none where they would be about somebody', () => {
    const { merged: count, leadTime, reviewTurnaround, changeFailure } = outcomeFigures(many(4), period);
    assert.deepEqual([count, leadTime, reviewTurnaround, changeFailure], [4, null, null, null]);
  });

  it('have the middle one, or what is between the two in the middle', () => {
    const times = (hours: readonly number[]) =>
      outcomeFigures(
        hours.map((one) => merged({ firstCommit: merged().merged - one * hour })),
        period,
      ).leadTime?.ms;
    assert.equal(times([1, 2, 3, 50, 1_000]), 3 * hour);
    assert.equal(times([1, 2, 3, 5, 50, 1_000]), 4 * hour);
  });

  it('leave out what is not known, what cannot be, and what bots did', () => {
    const odd = [
      ...many(3, { isByBot: true }),
      ...many(3, { firstCommit: null, firstReview: null }),
      ...many(3, { firstCommit: merged().merged + hour, firstReview: merged().ready - hour }),
    ];
    const { merged: count, leadTime, reviewTurnaround } = outcomeFigures([...odd, ...many(5)], period);
    assert.deepEqual([count, leadTime?.cases, reviewTurnaround?.cases], [14, 5, 5]);
  });

  it('count the first instant of the period and not the one after its last', () => {
    const borders = [period.start - 1, period.start, period.end - 1, period.end];
    assert.equal(
      outcomeFigures(
        borders.map((at) => merged({ merged: at })),
        period,
      ).merged,
      2,
    );
  });

  it('come in four parts of the period that meet', () => {
    const { weeks } = outcomeFigures(many(6), period);
    assert.deepEqual(
      weeks.map((week) => [week.merged, week.leadTime?.cases ?? null]),
      [
        [0, null],
        [6, 6],
        [0, null],
        [0, null],
      ],
    );
    assert.deepEqual([weeks[0]?.period.start, weeks.at(-1)?.period.end], [period.start, period.end]);
    for (const [index, week] of weeks.entries())
      assert.equal(week.period.end, weeks[index + 1]?.period.start ?? period.end);
  });

  const changes: readonly [what: string, change: Partial<MergedPullRequest>, repairs: boolean][] = [
    [
      'GitHub’s own revert',
      { title: 'Revert "Split the ledger"', head: 'revert-12-ledger-split', body: 'Reverts acme/ledger#12' },
      true,
    ],
    ['a revert by its branch', { title: 'Undo the split', head: 'revert-12-ledger-split' }, true],
    ['a revert by its first words', { title: 'Undo the split', body: 'Reverts #12' }, true],
    [
      'a revert of a revert',
      { title: 'Revert "Revert "Split the ledger""', head: 'revert-13-revert-12-ledger-split' },
      false,
    ],
    ['what comes back', { title: 'Reapply "Split the ledger"', body: 'Reverts acme/ledger#13' }, false],
    ['what lands again', { title: 'Re-land the split' }, false],
    ['a hotfix by its branch', { head: 'hotfix/nightly-run' }, true],
    ['a hotfix by its title', { title: 'hotfix: nightly run' }, true],
    ['a hotfix by its scope', { title: 'hotfix(ledger)!: nightly run' }, true],
    ['a hotfix by its label', { labels: ['Hot-Fix'] }, true],
    ['a fix', { title: 'fix: nightly run', head: 'fix/nightly-run' }, false],
    ['a change of how hotfixes are made', { title: 'Describe hotfixes' }, false],
    ['a change of how to revert', { title: 'Let people revert a booking', body: 'A booking reverts to open' }, false],
    ['a word that begins so', { title: 'Revertible bookings' }, false],
  ];
  for (const [what, change, repairs] of changes) {
    it(`take ${what} for ${repairs ? 'a repair' : 'no repair'}`, () => assert.equal(isRepair(merged(change)), repairs));
  }

  it('stay within their bounds for any changes', () => {
    const any = fc.record({
      title: fc.oneof(fc.string(), fc.constantFrom('Revert x', 'hotfix')),
      merged: fc.integer({ min: period.start - hour, max: period.end + hour }),
      firstCommit: fc.option(fc.integer({ min: 0, max: period.end })),
      firstReview: fc.option(fc.integer({ min: 0, max: period.end })),
      isByBot: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const figures = outcomeFigures(
          list.map((change) => merged(change)),
          period,
        );
        assert.ok((figures.leadTime?.ms ?? 0) >= 0 && (figures.reviewTurnaround?.ms ?? 0) >= 0);
        const share = figures.changeFailure?.share ?? 0;
        assert.ok(share >= 0 && share <= 1);
        assert.equal(
          figures.weeks.reduce((sum, week) => sum + week.merged, 0),
          figures.merged,
        );
      }),
    );
  });
});
