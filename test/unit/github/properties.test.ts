import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EtagCache } from '../../../src/github/etagCache';
import { messageOf } from '../../../src/github/failures';
import { myWorkShape } from '../../../src/github/myWork';
import { pullRequestShape } from '../../../src/github/pullRequest';
import { isLimited, RateLimits } from '../../../src/github/rateLimits';
import { list, type Shape } from '../../../src/github/shape';
import { usable } from '../../../src/github/usable';
import { found, node, pull, thread } from './answers';
import { TurnedClock } from './clientAt';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const good = {
  pulls: [pull()],
  work: {
    mine: found(node({ reviewThreads: { totalCount: 1, nodes: [thread()] } })),
    reviews: found(),
    joined: found(),
  },
};

/** The value with something else in one of its places. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return fc.jsonValue();
  const keys = Object.keys(value);
  if (keys.length === 0) return fc.jsonValue();
  const inside = fc
    .constantFrom(...keys)
    .chain((key) =>
      spoilt((value as Record<string, unknown>)[key]).map((other) =>
        Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other },
      ),
    );
  return fc.oneof({ weight: 1, arbitrary: fc.jsonValue() }, { weight: 6, arbitrary: inside });
}

describe('For any answer of GitHub', () => {
  const shapes: readonly [what: string, value: unknown, shape: Shape<unknown>][] = [
    ['pull requests', good.pulls, list(pullRequestShape)],
    ['my work', good.work, myWorkShape],
  ];
  for (const [what, value, shape] of shapes) {
    it(`${what} are read, or refused in one way`, () => {
      assert.ok(usable({ kind: 'answer', data: value, etag: null, page: null }, shape, 'GET /', silent).ok);
      fc.assert(
        fc.property(spoilt(value), (data) => {
          const answer = usable({ kind: 'answer', data, etag: null, page: null }, shape, 'GET /', silent);
          assert.ok(answer.ok || answer.problem.kind !== 'unknown-outcome');
        }),
        { numRuns: 3_000 },
      );
    });
  }

  it('the wait is a second to an hour', () => {
    const header = fc.option(
      fc.oneof(
        fc.string(),
        fc.integer().map(String),
        fc.double().map(String),
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      ),
      { nil: undefined },
    );
    const headers = fc.record({
      'retry-after': header,
      'x-ratelimit-remaining': fc.constantFrom('0', undefined),
      'x-ratelimit-reset': header,
      date: header,
    });
    fc.assert(
      fc.property(headers, fc.constantFrom(200, 403, 429), fc.string(), (given, status, message) => {
        const clock = new TurnedClock();
        const wait = new RateLimits(clock).refused(given) - clock.now();
        assert.ok(wait >= 1_000 && wait <= 3_600_000, `${wait}`);
        assert.equal(typeof isLimited(status, given, message), 'boolean');
      }),
    );
  });

  it('what it said is one short line', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ message: fc.jsonValue(), errors: fc.array(fc.jsonValue()) })),
        (data) => {
          assert.match(messageOf(data), /^[^\p{Cc}\u2028\u2029]{0,300}$/u);
        },
      ),
    );
  });

  it('what is kept stays within its room', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ maxLength: 30 })));
    fc.assert(
      fc.property(steps, (sets) => {
        const cache = new EtagCache(100);
        for (const [key, value] of sets) cache.set(key, { etag: null, value, asOf: 0 });
        const kept = ['a', 'b', 'c', 'd'].map((key) => cache.get(key)?.value).filter((value) => value !== undefined);
        assert.ok(kept.reduce<number>((sum, value) => sum + 2 * JSON.stringify(value).length, 0) <= 100);
      }),
    );
  });
});
