import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outcomeFigures } from '../../../../src/core/forge/figures';
import type { MergedPullRequest } from '../../../../src/core/forge/forge';
import { type PlaceWish, placeWish } from '../../../../src/editor/github/model/commentPlace';
import { figureRows } from '../../../../src/editor/github/model/figureRows';
import { plotTicks } from '../../../../src/editor/github/model/plot';
import { nextReading, refreshPace } from '../../../../src/editor/github/model/reading';

const minute = 60_000;
const day = 24 * 60 * minute;
const week = (index: number) => ({ start: 7 * index * day, end: 7 * (index + 1) * day });
const days = { period: { start: 0, end: 28 * day }, weeks: [0, 1, 2, 3].map(week) };

function merged(at: number, given: Partial<MergedPullRequest> = {}): MergedPullRequest {
  return {
    number: 1,
    url: '',
    title: 'Split the ledger',
    body: '',
    head: 'split',
    labels: [],
    isByBot: false,
    created: at - 2 * day,
    merged: at,
    firstCommit: at - 3 * day,
    ready: at - 2 * day,
    firstReview: at - day,
    ...given,
  };
}

describe('rows of Team Outcomes', () => {
  it('has a figure for the whole and one for each week', () => {
    const all = [1, 2, 3, 4, 5, 6].map((hour) => merged(8 * day + hour * 60 * minute));
    const rows = figureRows(outcomeFigures([...all, merged(20 * day, { title: 'Revert "Split"' })], days, null));
    const told = rows.map(({ key, value, cases, end, weeks }) => [
      key,
      value,
      cases,
      end,
      weeks.map((one) => one.value),
    ]);
    assert.deepEqual(told, [
      ['lead-time', 3 * day, 7, 'merge', [null, 3 * day, null, null]],
      ['review-turnaround', day, 7, null, [null, day, null, null]],
      ['change-failure', 1 / 6, 6, null, [null, 0, 1, null]],
    ]);
  });

  it('has no figure where there are too few changes for one, and says how many there are', () => {
    const rows = figureRows(outcomeFigures([merged(day)], days, null));
    assert.deepEqual(
      rows.map(({ value, cases }) => [value, cases]),
      [
        [null, 1],
        [null, 1],
        [null, 1],
      ],
    );
  });
});

describe('the axis of a plot', () => {
  const axes: readonly (readonly [highest: number, whole: boolean, ticks: readonly number[]])[] = [
    [8, false, [0, 2, 4, 6, 8]],
    [2.3, false, [0, 0.5, 1, 1.5, 2, 2.5]],
    [0.3, false, [0, 0.1, 0.2, 0.3]],
    [47, false, [0, 10, 20, 30, 40, 50]],
    [1, true, [0, 1]],
    [0, true, [0, 1]],
    [12, true, [0, 5, 10, 15]],
  ];
  for (const [highest, whole, ticks] of axes) {
    it(`reaches ${highest} in round steps`, () => assert.deepEqual(plotTicks(highest, whole), ticks));
  }

  it('reaches any value in at most five steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.boolean(), (highest, whole) => {
        const ticks = plotTicks(highest, whole);
        assert.ok(ticks.length >= 2 && ticks.length <= 6 && ticks[0] === 0, String(ticks));
        assert.ok((ticks.at(-1) ?? 0) >= highest * (1 - 1e-9), String(ticks));
      }),
    );
  });
});

describe('how often GitHub is asked for figures in view', () => {
  const paces: readonly (readonly [unchanged: number, random: number, minutes: number])[] = [
    [0, 0, 5],
    [0, 1, 5.5],
    [1, 0, 10],
    [3, 0, 40],
    [4, 0, 60],
    [5_000, 0, 60],
  ];
  for (const [unchanged, random, minutes] of paces) {
    it(`waits ${minutes} minutes after ${unchanged} answers without news`, () =>
      assert.equal(refreshPace(unchanged, random), minutes * minute));
  }
});

describe('when figures in view are read again', () => {
  const figures = outcomeFigures([merged(day)], days, null);
  const first = nextReading(null, { folder: 'a', figures }, 0, 0);

  it('is later each time that nothing is new, whatever day it is', () => {
    const second = nextReading(first, { folder: 'a', figures: { ...figures, period: week(1) } }, 0, 0);
    assert.deepEqual([first.nextAt, second.nextAt], [5 * minute, 10 * minute]);
  });

  it('is soon where something is new, and of another folder', () => {
    const news = outcomeFigures([merged(day), merged(2 * day)], days, null);
    assert.equal(nextReading(first, { folder: 'a', figures: news }, 0, 0).unchanged, 0);
    assert.equal(nextReading(first, { folder: 'b', figures }, 0, 0).unchanged, 0);
  });

  it('is when GitHub said, where it asked to wait, and what was known stays to compare with', () => {
    const waiting = nextReading(first, { folder: 'a', figures: null, until: 90_000 }, 0, 0);
    assert.deepEqual([waiting.nextAt, waiting.figures], [90_000, first.figures]);
    assert.equal(nextReading(waiting, { folder: 'a', figures }, 0, 0).unchanged, 1);
  });

  it('is not before now', () => {
    assert.equal(nextReading(first, { folder: 'a', figures: null, until: 5 }, 70, 0).nextAt, 70);
  });
});

describe('where a comment goes', () => {
  const page = 'https://github.com/acme/ledger';
  const place = (number: number, ...kinds: ('issue' | 'discussion')[]): PlaceWish => ({ kind: 'place', kinds, number });
  const elsewhere: PlaceWish = { kind: 'elsewhere' };
  const wishes: readonly (readonly [typed: string, wish: PlaceWish])[] = [
    ['12', place(12, 'issue', 'discussion')],
    [' #12 ', place(12, 'issue', 'discussion')],
    [`${page}/issues/12`, place(12, 'issue')],
    [`${page}/pull/12/files#r1`, place(12, 'issue')],
    ['https://github.com/Acme/Ledger/discussions/3?sort=new', place(3, 'discussion')],
    ['0', { kind: 'words', words: '0' }],
    ['split the ledger', { kind: 'words', words: 'split the ledger' }],
    [`${page}/issues/12x`, elsewhere],
    [`${page}/wiki/12`, elsewhere],
    ['https://github.com/acme/ledger-2/issues/12', elsewhere],
    ['https://evil.example/acme/ledger/issues/12', elsewhere],
    ['https://github.com.evil.example/acme/ledger/issues/12', elsewhere],
    ['http://github.com/acme/ledger/issues/12', elsewhere],
  ];
  for (const [typed, wish] of wishes) it(`reads ${typed}`, () => assert.deepEqual(placeWish(typed, page), wish));
});
