import assert from 'node:assert/strict';
import type { DocRecord } from '../../../../../src/core/records/record';
import { type Chain, chainOf } from '../../../../../src/editor/records/panel/panelModel';
import { docRecord, relation } from '../../../support/records';

function chain(records: readonly DocRecord[], from: string): Chain {
  const find = (path: string) => records.find((known) => known.path === path);
  const start = find(from);
  assert.ok(start);
  return chainOf(start, find);
}

function names(steps: Chain): string[] {
  return steps.map((step) =>
    step.map(({ record: known, text, isCurrent }) => `${known?.path ?? `?${text}`}${isCurrent ? '*' : ''}`).join(' '),
  );
}

describe('chainOf', () => {
  const line = [
    docRecord('3', { supersededBy: [relation('7', { partial: true })] }),
    docRecord('7', { supersedes: [relation('3', { partial: true })], supersededBy: [relation('12')] }),
    docRecord('12', { supersedes: [relation('7')] }),
  ];

  it('goes from the oldest to the newest, whichever record is shown', () => {
    assert.deepEqual(names(chain(line, '3')), ['3*', '7', '12']);
    assert.deepEqual(names(chain(line, '7')), ['3', '7*', '12']);
    assert.deepEqual(names(chain(line, '12')), ['3', '7', '12*']);
  });

  it('marks what is replaced in part', () => {
    assert.deepEqual(
      chain(line, '7').flatMap((step) => step.map(({ partial }) => partial)),
      [true, false, false],
    );
  });

  it('keeps what stands at the same distance together, and what is not here as written', () => {
    const merged = [
      docRecord('9', { supersedes: [relation('1'), relation(null), relation('missing')] }),
      docRecord('1'),
    ];
    assert.deepEqual(names(chain(merged, '9')), ['1 ?elsewhere ?missing', '9*']);
  });

  it('ends in cycles and self-references', () => {
    const cycle = [
      docRecord('a', { supersedes: [relation('b'), relation('a')], supersededBy: [relation('b')] }),
      docRecord('b', { supersedes: [relation('a')], supersededBy: [relation('a')] }),
    ];
    assert.deepEqual(names(chain(cycle, 'a')), ['b', 'a*']);
  });

  it('shows a part of a very long chain', () => {
    const long = Array.from({ length: 10_000 }, (_, at) =>
      docRecord(`${at}`, { supersededBy: [relation(`${at + 1}`)] }),
    );
    assert.equal(chain(long, '0').length, 7);
  });

  it('is the record alone where nothing is superseded', () =>
    assert.deepEqual(names(chain([docRecord('1')], '1')), ['1*']));
});
