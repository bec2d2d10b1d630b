import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FigurePeriod, figurePeriod, isRepair, outcomeFigures } from '../../../src/core/forge/figures';
import type { MergedPullRequest, Shipments } from '../../../src/core/forge/forge';

const hour = 3_600_000;
const { period, weeks }: FigurePeriod = figurePeriod('UTC', Date.parse('2026-11-20T18:00Z'));

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

const figuresOf = (list: readonly MergedPullRequest[], shipments: Shipments | null = null) =>
  outcomeFigures(list, { period, weeks }, shipments);

describe('Figures about outcomes', () => {
  it('say how long changes took, how long reviews were waited for, and what had to be mended', () => {
    const figures = figuresOf([...many(9), ...many(1, { title: 'Revert "Split the ledger"' })]);
    assert.deepEqual(
      [figures.merged, figures.leadTime, figures.reviewTurnaround, figures.changeFailure],
      [
        10,
        { ms: 20 * hour, cases: 10, end: 'merge' },
        { ms: 2 * hour, cases: 10 },
        { share: 1 / 9, repairs: 1, changes: 9 },
      ],
    );
  });

  it('are none where they would be about somebody', () => {
    const { merged: count, leadTime, reviewTurnaround, changeFailure } = figuresOf(many(4));
    assert.deepEqual([count, leadTime, reviewTurnaround, changeFailure], [4, null, null, null]);
  });

  it('have the middle one, or what is between the two in the middle', () => {
    const times = (hours: readonly number[]) =>
      figuresOf(hours.map((one) => merged({ firstCommit: merged().merged - one * hour }))).leadTime?.ms;
    assert.equal(times([1, 2, 3, 50, 1_000]), 3 * hour);
    assert.equal(times([1, 2, 3, 5, 50, 1_000]), 4 * hour);
  });

  it('leave out what is not known, what cannot be, and what bots did', () => {
    const odd = [
      ...many(3, { isByBot: true }),
      ...many(3, { firstCommit: null, firstReview: null }),
      ...many(3, { firstCommit: merged().merged + hour, firstReview: merged().ready - hour }),
    ];
    const { merged: count, leadTime, reviewTurnaround } = figuresOf([...odd, ...many(5)]);
    assert.deepEqual([count, leadTime?.cases, reviewTurnaround?.cases], [14, 5, 5]);
  });

  it('count the first instant of the period and not the one after its last', () => {
    const borders = [period.start - 1, period.start, period.end - 1, period.end];
    assert.equal(figuresOf(borders.map((at) => merged({ merged: at }))).merged, 2);
  });

  it('come in parts of the period that meet at midnight, and the last three are weeks', () => {
    for (const [zone, now] of [
      ['UTC', '2026-11-20T18:00Z'],
      // Clocks go back in between.
      ['America/St_Johns', '2026-11-03T02:00Z'],
      ['Pacific/Auckland', '2026-10-10T09:00Z'],
    ] as const) {
      const { period: whole, weeks: parts } = figurePeriod(zone, Date.parse(now));
      assert.deepEqual([whole.start, whole.end], [parts[0]?.start, Date.parse(now)]);
      const clock = new Intl.DateTimeFormat('en', {
        timeZone: zone,
        hour: 'numeric',
        minute: 'numeric',
        hourCycle: 'h23',
      });
      for (const [index, { start, end }] of parts.entries()) {
        assert.equal(clock.format(start), '00:00');
        assert.equal(end, parts[index + 1]?.start ?? whole.end);
      }
      const days = parts.map(({ start, end }) => Math.ceil((end - start) / (24 * hour) - 0.1));
      assert.deepEqual(days, [9, 7, 7, 7]);
    }
  });

  it('are told for each part too', () => {
    assert.deepEqual(
      figuresOf(many(6)).weeks.map((week) => [week.merged, week.leadTime?.cases ?? null]),
      [
        [0, null],
        [6, 6],
        [0, null],
        [0, null],
      ],
    );
  });

  describe('follow work to production where they can', () => {
    const { merged: at } = merged();
    const none = { from: period.start, all: [] };
    const sent = (hours: number, commit = hours) => ({ at: at + hours * hour, commit: at + commit * hour });
    const deployed = { deployment: { from: period.start, all: [sent(48), sent(4), sent(-3)] }, release: none };
    const cases: readonly [what: string, shipments: Shipments, hours: number, end: string][] = [
      ['the first deployment after the merge', deployed, 24, 'deployment'],
      ['the release', { deployment: none, release: { from: period.start, all: [sent(10)] } }, 30, 'release'],
      ['production before the release', { ...deployed, release: { from: 0, all: [sent(1)] } }, 24, 'deployment'],
      ['no release of an older commit', { deployment: none, release: { from: 0, all: [sent(2, -1)] } }, 20, 'merge'],
      ['the merge alone, where nothing went out', { deployment: none, release: none }, 20, 'merge'],
      [
        'the merge alone, where the list does not go back so far',
        { deployment: none, release: { from: at + hour, all: [sent(10)] } },
        20,
        'merge',
      ],
    ];
    for (const [what, shipments, hours, end] of cases) {
      it(`to ${what}`, () => {
        const figures = figuresOf(many(6), shipments);
        assert.deepEqual(figures.leadTime, { ms: hours * hour, cases: 6, end });
        assert.equal(figures.weeks[1]?.leadTime?.ms, hours * hour);
      });
    }

    it('unless that would be about somebody', () => {
      const late = many(3, { merged: at + 5 * hour, firstCommit: at });
      const shipments = { deployment: { from: 0, all: [sent(4)] }, release: none };
      assert.equal(figuresOf([...many(4), ...late], shipments).leadTime?.end, 'merge');
    });
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
        const figures = figuresOf(list.map((change) => merged(change)));
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
