import { deepEqual, equal, match } from 'node:assert/strict';
import { Boundary, type CommandFailure } from '../../../../src/editor/host/boundary';
import { commands, views } from '../../../../src/editor/host/ids';

describe('the error boundary', () => {
  let lines: string[];
  let reported: CommandFailure[];
  let boundary: Boundary;

  beforeEach(() => {
    lines = [];
    reported = [];
    const ignore = (): void => undefined;
    const log = { debug: ignore, info: ignore, warn: ignore, error: (line: string) => lines.push(line) };
    boundary = new Boundary(log, (failure) => reported.push(failure));
  });

  const failing = (): number => {
    throw new Error('no such thing');
  };
  const failingLater = async (): Promise<number> => failing();
  const firstLines = () => lines.map((line) => line.split('\n')[0]);

  describe('around what the editor asks', () => {
    it('gives the fallback, at once or later, and shows nobody a message', async () => {
      equal(boundary.provider('hover', 7, failing)(), 7);
      equal(await boundary.provider('links', 7, failingLater)(), 7);
      deepEqual(firstLines(), ['hover: Error: no such thing', 'links: Error: no such thing']);
      deepEqual(reported, []);
    });

    it('gives the answer where there is one', async () => {
      equal(boundary.provider('hover', 7, (by: number) => by + 1)(1), 2);
      equal(await boundary.provider('hover', 7, async (by: number) => by + 1)(1), 2);
      deepEqual(lines, []);
    });
  });

  describe('around a command', () => {
    it('reports every failure, with what the command was given', async () => {
      const run = boundary.command(commands.copyLink, failingLater);
      deepEqual([await run({ path: 'a.md' }), await run()], [undefined, undefined]);
      deepEqual(
        reported.map(({ id, argument, error }) => [id, argument, (error as Error).message]),
        [
          [commands.copyLink, { path: 'a.md' }, 'no such thing'],
          [commands.copyLink, undefined, 'no such thing'],
        ],
      );
    });

    it('reports what is thrown before the first wait, and what is no error', async () => {
      await boundary.command(commands.refresh, failing)();
      await boundary.command(commands.refresh, () => Promise.reject('a text'))();
      deepEqual(
        reported.map(({ error }) => String(error)),
        ['Error: no such thing', 'a text'],
      );
    });

    it('takes leaving a question for no failure', async () => {
      const left = Object.assign(new Error('Canceled'), { name: 'Canceled' });
      equal(await boundary.command(commands.goToRecord, () => Promise.reject(left))(), undefined);
      deepEqual([reported, lines], [[], []]);
    });

    it('passes on what the command gives', async () => {
      equal(await boundary.command(commands.revealInRecords, async () => true)(), true);
    });
  });

  it('keeps a listener from failing in the editor, also later', async () => {
    equal(boundary.event('cursor', failing)(), undefined);
    boundary.event('message', failingLater)();
    await new Promise((resolve) => setImmediate(resolve));
    deepEqual(firstLines(), ['cursor: Error: no such thing', 'message: Error: no such thing']);
    deepEqual(reported, []);
  });

  describe('around background work', () => {
    const shown = () => boundary.views.in(views.records)?.error;

    it('says so in the view that it concerns, once, until it succeeds', async () => {
      const changes: string[] = [];
      boundary.views.onDidChange((view) => changes.push(`${view} ${String(shown())}`));
      await boundary.background('reading ledger', views.records, failingLater);
      equal(String(shown()), 'Error: no such thing');
      equal(boundary.views.in(views.team), undefined);
      await boundary.background('reading ledger', views.records, async () => undefined);
      equal(shown(), undefined);
      await boundary.background('reading ledger', views.records, async () => undefined);
      deepEqual(changes, ['meridian.records Error: no such thing', 'meridian.records undefined']);
      deepEqual(reported, []);
    });

    it('is not taken for mended by other work of the same view', async () => {
      await boundary.background('reading ledger', views.records, failingLater);
      await boundary.background('reading app', views.records, async () => undefined);
      equal(String(shown()), 'Error: no such thing');
    });

    it('is logged alone where no view concerns it, and never rejects', async () => {
      await boundary.background('context key', null, failingLater);
      await boundary.background('context key', null, failing as () => never);
      equal(lines.length, 2);
    });
  });

  describe('in the log', () => {
    it('has every occurrence, counted, and the stack once', () => {
      const hover = boundary.provider('hover', 0, failing);
      for (let time = 0; time < 3; time++) hover();
      deepEqual(firstLines(), [
        'hover: Error: no such thing',
        'hover (time 2): no such thing',
        'hover (time 3): no such thing',
      ]);
      match(lines[0] ?? '', /\n\s+at /);
      deepEqual(lines.slice(1), firstLines().slice(1));
    });

    it('has the stack of a command each time, where a person may look for it', async () => {
      const run = boundary.command(commands.refresh, failing);
      await run();
      await run();
      match(lines[1] ?? '', /^meridian\.refresh \(time 2\): Error: no such thing\n\s+at /);
    });

    it('counts different failures apart', () => {
      boundary.provider('hover', 0, failing)();
      boundary.provider('links', 0, failing)();
      boundary.provider('hover', 0, () => {
        throw 'a text';
      })();
      deepEqual(firstLines(), ['hover: Error: no such thing', 'links: Error: no such thing', 'hover: a text']);
    });

    it('goes on counting what fails often in a flood of others, in bounded memory', () => {
      const often = boundary.provider('often', 0, failing);
      for (let at = 0; at < 1000; at++) {
        boundary.provider('flood', 0, () => {
          throw `number ${at} ${'x'.repeat(10_000)}`;
        })();
        if (at % 100 === 0) often();
      }
      match(
        firstLines()
          .filter((line) => line?.startsWith('often'))
          .at(-1) ?? '',
        /^often \(time 10\)/,
      );
      equal(Math.max(...lines.map(({ length }) => length)) < 5000, true);
    });
  });
});
