import assert from 'node:assert/strict';
import type { ForgeResult } from '../../../src/core/forge/forgeResult';
import { countFloors } from '../support/floors';
import { found, graphql, node, pull, thread } from './answers';
import { clientAt, noon, type Scene } from './clientAt';
import { type Reply, ScriptedServer } from './scriptedServer';

const branch = { owner: 'acme', repo: 'ledger', name: 'ledger-split' };

function kindOf(result: ForgeResult<unknown>): string {
  return result.ok ? 'ok' : result.problem.kind;
}

describe('A hostile answer', () => {
  let server: ScriptedServer;
  let elsewhere: ScriptedServer;
  let scene: Scene;

  before(async () => {
    server = await ScriptedServer.start(() => 'reset');
    elsewhere = await ScriptedServer.start(() => ({ body: [pull()] }));
  });
  beforeEach(() => {
    scene = clientAt(server.origin);
    elsewhere.restart(() => ({ body: [pull()] }));
  });
  after(() => Promise.all([server.stop(), elsewhere.stop()]));

  const look = () => scene.forge.openPullRequest(branch);

  const shapes: readonly [what: string, reply: Reply][] = [
    ['a page of HTML', { headers: { 'content-type': 'text/html' }, body: '<html>Sign in to the Wi-Fi</html>' }],
    ['HTML that calls itself JSON', { body: '<html>' }],
    ['nothing', { body: '' }],
    ['nothing of no type', { headers: { 'content-type': '' }, body: '' }],
    ['bytes', { headers: { 'content-type': 'application/octet-stream' }, body: '[]' }],
    ['null', { body: 'null' }],
    ['an object for a list', { body: { items: [] } }],
    ['a list in a list', { body: [[]] }],
    ['204', { status: 204 }],
    ['a number as a text', { body: [pull({ number: '7' })] }],
    ['a number that is none', { body: [pull({ number: -1 })] }],
    ['a title that is an object', { body: [pull({ title: { toString: 'x' } })] }],
    ['a missing branch', { body: [pull({ head: {} })] }],
    ['a date that is none', { body: [pull({ created_at: 'yesterday' })] }],
    ['a name of a megabyte', { body: [pull({ user: { login: 'a'.repeat(1_000_000) } })] }],
    ['more than was asked for', { body: Array.from({ length: 101 }, () => pull()) }],
    ['fifty megabytes', { body: `[${' '.repeat(50_000_000)}]` }],
    ['a head of a megabyte', { headers: { link: '<a>; '.repeat(200_000), deprecation: 'true' }, body: [pull()] }],
  ];
  for (const [what, reply] of shapes) {
    it(`of ${what} is refused, and what was known stays (A1, A8)`, async () => {
      server.restart(() => ({ headers: { etag: '"1"' }, body: [pull()] }));
      const first = await look();
      assert.ok(first.ok && first.value);
      scene.clock.pass(60);
      server.restart(() => reply);
      const floors = countFloors();
      const second = await look();
      assert.ok(floors() < 200);
      assert.ok(second.ok && second.stale, what);
      assert.deepEqual([second.value, second.asOf], [first.value, noon]);
      assert.match(second.stale.kind, /^(?:invalid-answer|offline)$/);
      assert.match(kindOf(await clientAt(server.origin).forge.openPullRequest(branch)), /^(?:invalid-answer|offline)$/);
    });
  }

  it('that nothing changed, where nothing is known, is refused', async () => {
    server.restart(() => ({ status: 304 }));
    assert.equal(kindOf(await look()), 'invalid-answer');
  });

  it('of a next page at another host sends nothing there (A2)', async () => {
    const link = `<${elsewhere.origin}/repos/acme/ledger/pulls?page=2>; rel="next"`;
    const page = Array.from({ length: 100 }, (_, index) => pull({ number: index + 1 }));
    server.restart((_, index) => ({ headers: { link }, body: index === 0 ? page : [] }));
    const result = await scene.forge.mergedSince(0);
    assert.equal(kindOf(result), 'ok');
    assert.deepEqual(
      server.asked.map(({ query }) => query.get('page')),
      ['1', '2'],
    );
    assert.equal(elsewhere.asked.length, 0);
  });

  const endless: readonly [what: string, page: (index: number) => readonly unknown[], pages: number, isCut: boolean][] =
    [
      [
        'that are all different',
        (index) => Array.from({ length: 100 }, (_, n) => pull({ number: index * 100 + n })),
        10,
        true,
      ],
      ['that are all the same', () => Array.from({ length: 100 }, (_, n) => pull({ number: n })), 2, false],
      ['of fewer than were asked for', () => Array.from({ length: 30 }, (_, n) => pull({ number: n })), 1, false],
    ];
  for (const [what, page, pages, isCut] of endless) {
    it(`of endless pages ${what} ends (A3)`, async () => {
      server.restart((_, index) => ({ body: page(index) }));
      const result = await scene.forge.mergedSince(0);
      assert.deepEqual([result.ok && result.value.isCut, server.asked.length], [isCut, pages]);
    });
  }

  describe('that leads on (A4)', () => {
    for (const status of [301, 302, 303, 307, 308]) {
      it(`with ${status} to another host sends nothing there`, async () => {
        server.restart(() => ({ status, headers: { location: `${elsewhere.origin}/` } }));
        assert.equal(kindOf(await look()), 'invalid-answer');
        assert.deepEqual([server.asked.length, elsewhere.asked.length], [1, 0]);
      });

      it(`with ${status} within GitHub is followed, with the token`, async () => {
        server.restart(({ path }) =>
          path === '/repositories/1/pulls'
            ? { body: [pull()] }
            : { status, headers: { location: '/repositories/1/pulls' } },
        );
        assert.equal(kindOf(await look()), 'ok');
        assert.deepEqual(
          server.asked.map(({ headers }) => headers.authorization),
          Array.from({ length: 2 }, () => 'Bearer ghp_secret'),
        );
      });
    }

    const places = [
      '',
      'http://',
      'file:///etc/passwd',
      'command:quit',
      'javascript:alert(1)',
      '//evil.test/',
      '/loop',
    ];
    for (const location of places) {
      it(`to ‹${location}› ends`, async () => {
        server.restart(() => ({ status: 302, headers: { location } }));
        assert.equal(kindOf(await look()), 'invalid-answer');
        assert.ok(server.asked.length <= 4);
      });
    }

    it('lets no write become a read', async () => {
      server.restart(({ method }) =>
        method === 'GET' ? { body: [] } : { status: 302, headers: { location: '/repos/acme/ledger/pulls' } },
      );
      const draft = { title: 'T', body: 'B', head: branch, base: 'main', isDraft: false };
      assert.equal(kindOf(await scene.forge.createPullRequest(draft)), 'unknown-outcome');
      assert.equal(server.asked.filter(({ method }) => method === 'POST').length, 1);
    });
  });

  it('of text that would be markup or turn lines around comes as text, and short (A5)', async () => {
    const title = `<img src=x>[a](command:quit)\u202e\u0007\n${'x'.repeat(1_000_000)}`;
    server.restart(() => ({ body: [pull({ title, body: 'b'.repeat(1_000_000) })] }));
    const result = await look();
    assert.ok(result.ok && result.value);
    assert.ok(result.value.title.startsWith('<img src=x>[a](command:quit) xxx'));
    assert.deepEqual([result.value.title.length, result.value.body.length], [300, 262_144]);
  });

  it('of an address is never shown: addresses are made here (A6)', async () => {
    for (const url of ['command:quit', 'javascript:alert(1)', 'https://evil.test/', 7, null]) {
      server.restart(({ path }) =>
        path === '/graphql'
          ? graphql({
              mine: found(node({ url, reviewThreads: { totalCount: 1, nodes: [thread({}, { url })] } })),
              reviews: found(),
              joined: found(),
            })
          : { body: [pull({ html_url: url })] },
      );
      const result = await look();
      assert.equal(result.ok && result.value?.url, 'https://github.test/acme/ledger/pull/7');
    }
    const work = await scene.forge.myWork();
    assert.ok(work.ok);
    const urls = [...work.value.mine.map(({ url }) => url), ...work.value.threads.map(({ url }) => url)];
    assert.deepEqual(urls, [
      'https://github.test/acme/ledger/pull/7',
      'https://github.test/acme/ledger/pull/7#discussion_r41',
    ]);
  });

  it('of keys that are names of the language is an object like others', async () => {
    const body = '[{"__proto__":{"number":1},"constructor":1}]';
    server.restart(() => ({ body }));
    assert.equal(kindOf(await look()), 'invalid-answer');
    assert.equal(({} as { number?: number }).number, undefined);
  });
});
