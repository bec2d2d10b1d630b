import assert from 'node:assert/strict';
import { EtagCache } from '../../../src/github/etagCache';
import { pull } from './answers';
import { clientAt, noon, type Scene } from './clientAt';
import { ScriptedServer } from './scriptedServer';

const branch = { owner: 'acme', repo: 'ledger', name: 'ledger-split' };

describe('What GitHub said before', () => {
  let server: ScriptedServer;
  let scene: Scene;

  before(async () => {
    server = await ScriptedServer.start(() => 'reset');
  });
  beforeEach(() => {
    scene = clientAt(server.origin, { isPaced: false });
    server.restart(({ headers }) =>
      headers['if-none-match'] === '"1"' ? { status: 304 } : { headers: { etag: '"1"' }, body: [pull()] },
    );
  });
  after(() => server.stop());

  const look = () => scene.forge.openPullRequest(branch);
  const tags = () => server.asked.map(({ headers }) => headers['if-none-match']);

  it('is asked about by its tag, and holds where nothing changed', async () => {
    const first = await look();
    scene.clock.pass(60);
    const second = await look();
    assert.ok(first.ok && second.ok);
    assert.deepEqual(tags(), [undefined, '"1"']);
    assert.deepEqual([second.value, second.asOf, second.stale], [first.value, noon + 60_000, null]);
  });

  it('is shown with its time where GitHub cannot be asked', async () => {
    await look();
    scene.clock.pass(60);
    server.restart(() => 'reset');
    const result = await look();
    assert.ok(result.ok);
    assert.deepEqual([result.value?.number, result.asOf, result.stale?.kind], [7, noon, 'offline']);
  });

  it('is no help to a write, which needs to know how it is now', async () => {
    await look();
    server.restart(() => 'reset');
    const draft = { title: 'T', body: 'B', head: branch, base: 'main', isDraft: false };
    const result = await scene.forge.createPullRequest(draft);
    assert.equal(!result.ok && result.problem.kind, 'offline');
    assert.deepEqual(
      server.asked.map(({ method }) => method),
      ['GET'],
    );
  });

  const ends: readonly [what: string, end: () => void][] = [
    ['another account', () => Object.assign(scene, { session: { account: 'ben', token: 'ghp_other' } })],
    ['the session that ended', () => Object.assign(scene, { session: null })],
  ];
  for (const [what, end] of ends) {
    it(`is gone with ${what}`, async () => {
      await look();
      end();
      await look();
      scene.session = { account: 'ann', token: 'ghp_new' };
      await look();
      assert.deepEqual([...new Set(tags())], [undefined]);
    });
  }

  it('is gone where the client was told to forget', async () => {
    await look();
    scene.client.forget();
    await look();
    assert.deepEqual(tags(), [undefined, undefined]);
  });

  it('to somebody who signed out meanwhile is not kept', async () => {
    let release = () => {};
    server.restart(
      () =>
        new Promise((resolve) => {
          release = () => resolve({ headers: { etag: '"1"' }, body: [pull()] });
        }),
    );
    const first = look();
    await server.arrived(1);
    scene.client.forget();
    release();
    await first;
    server.restart(() => ({ body: [] }));
    await look();
    assert.deepEqual(tags(), [undefined]);
  });

  it('is gone after 401', async () => {
    await look();
    server.restart(() => ({ status: 401 }));
    assert.equal((await look()).ok, false);
    server.restart(() => 'reset');
    assert.equal((await look()).ok, false);
  });

  it('is not shown to somebody who may no longer see it', async () => {
    await look();
    server.restart(() => ({ status: 404 }));
    const result = await look();
    assert.equal(!result.ok && result.problem.kind, 'not-found');
  });

  it('is asked for once by two who want it at the same time; one who leaves does not take it along', async () => {
    let release = () => {};
    server.restart(
      () =>
        new Promise((resolve) => {
          release = () => resolve({ body: [pull()] });
        }),
    );
    const leaver = new AbortController();
    const left = scene.forge.openPullRequest(branch, leaver.signal);
    const stayed = look();
    await server.arrived(1);
    leaver.abort();
    const first = await left;
    release();
    const second = await stayed;
    assert.deepEqual([!first.ok && first.problem.kind, second.ok, server.asked.length], ['cancelled', true, 1]);
  });

  it('is asked for by four at a time', async () => {
    const held: (() => void)[] = [];
    server.restart(({ method }) =>
      method === 'GET' ? new Promise((resolve) => held.push(() => resolve({ body: [] }))) : { status: 422 },
    );
    const names = Array.from({ length: 9 }, (_, index) => `branch-${index}`);
    const all = Promise.all(names.map((name) => scene.forge.openPullRequest({ owner: 'acme', repo: 'ledger', name })));
    let asked = 0;
    while (asked < names.length) {
      asked = Math.min(asked + 4, names.length);
      await server.arrived(server.asked.length + (asked - held.length));
      // Writes have a lane of their own: by the time that one is answered, a fifth read would be there.
      await scene.client.write('POST /a', {}, () => null);
      assert.equal(held.length, asked);
      for (const release of held.slice(asked - 4)) release();
    }
    assert.ok((await all).every(({ ok }) => ok));
  });

  describe('takes a limited room', () => {
    const entry = (value: string) => ({ etag: null, value, asOf: 0 });

    it('which the longest unused leaves first', () => {
      const cache = new EtagCache(100);
      cache.set('a', entry('x'.repeat(15)));
      cache.set('b', entry('x'.repeat(15)));
      cache.get('a');
      cache.set('c', entry('x'.repeat(15)));
      assert.deepEqual(
        ['a', 'b', 'c'].map((key) => cache.get(key) !== undefined),
        [true, false, true],
      );
    });

    it('into which nothing larger comes', () => {
      const cache = new EtagCache(100);
      cache.set('a', entry('x'));
      cache.set('b', entry('x'.repeat(100)));
      assert.deepEqual(
        ['a', 'b'].map((key) => cache.get(key) !== undefined),
        [true, false],
      );
    });

    it('in which a new answer takes the place of the old one', () => {
      const cache = new EtagCache(100);
      for (let round = 0; round < 50; round += 1) cache.set('a', entry(`${round}`.repeat(10)));
      cache.set('b', entry('x'));
      assert.deepEqual(
        ['a', 'b'].map((key) => cache.get(key) !== undefined),
        [true, true],
      );
    });
  });
});
