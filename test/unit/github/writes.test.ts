import assert from 'node:assert/strict';
import { pull } from './answers';
import { clientAt, type Scene } from './clientAt';
import { ScriptedServer } from './scriptedServer';
import { draft, isWrite, none, said, script } from './writing';

describe('A write to GitHub', () => {
  let server: ScriptedServer;
  let scene: Scene;

  before(async () => {
    server = await ScriptedServer.start(() => 'reset');
  });
  beforeEach(() => {
    scene = clientAt(server.origin, { isPaced: false });
  });
  after(() => server.stop());

  const writes = () => server.asked.filter(isWrite).length;

  it('has no NUL and no half of a pair in it, which GitHub cannot read, and emoji as they are', async () => {
    const odd = { title: 'A\0 \ud83d', body: 'naïve 👩‍💻 \udc00\ud83d\0 台帳' };
    const even = { title: 'A \ufffd', body: 'naïve 👩‍💻 \ufffd\ufffd 台帳' };
    const texts = async (write: () => Promise<unknown>, reply: unknown) => {
      server.restart((asked) => (isWrite(asked) ? { status: 201, body: reply } : { body: pull() }));
      await write();
      return server.asked.filter(isWrite).map(({ body }) => {
        const { title = even.title, body: text } = body as Partial<typeof odd>;
        return { title, body: text };
      });
    };
    const seen = { title: pull().title, body: pull().body };
    assert.deepEqual(await texts(() => scene.forge.createIssue(odd), { ...even, number: 1 }), [even]);
    assert.deepEqual(await texts(() => scene.forge.comment({ kind: 'issue', number: 1 }, odd.body), { id: 1 }), [even]);
    assert.deepEqual(await texts(() => scene.forge.updatePullRequest(7, { seen, wanted: odd }), pull()), [even]);
    server.restart(script([none], { status: 201, body: pull() }));
    await scene.forge.createPullRequest({ ...draft, ...odd });
    assert.equal((server.asked.find(isWrite)?.body as typeof odd | undefined)?.body, even.body);
  });

  it('comes a second after another one', async () => {
    const paced = clientAt(server.origin);
    server.restart(() => ({ status: 422 }));
    const start = performance.now();
    await paced.client.write('PATCH /a', {}, () => null);
    await paced.client.write('PATCH /b', {}, () => null);
    assert.ok(performance.now() - start > 950);
  });

  it('is never sent while another is under way', async () => {
    let release = () => {};
    server.restart(({ method, path }) => {
      if (method === 'GET') return none;
      if (path !== '/repos/acme/ledger/issues') return { status: 201, body: { id: 1 } };
      return new Promise((resolve) => {
        release = () => resolve({ status: 422 });
      });
    });
    const first = scene.forge.createIssue({ title: 'A', body: '' });
    await server.arrived(1);
    const second = scene.forge.comment({ kind: 'issue', number: 1 }, 'B');
    // Reads have a lane of their own: by the time that one is answered, the second write would be there.
    await scene.forge.openPullRequest(draft.head);
    assert.equal(writes(), 1);
    const leaver = new AbortController();
    const third = scene.forge.comment({ kind: 'issue', number: 1 }, 'C', leaver.signal);
    leaver.abort();
    assert.equal(said(await third), 'cancelled');
    release();
    assert.deepEqual([said(await first), said(await second), writes()], ['refused', 'created', 2]);
  });

  const unreachable: readonly [what: string, origin: () => Promise<string>][] = [
    [
      'that is not there',
      async () => {
        const gone = await ScriptedServer.start(() => 'reset');
        const { origin } = gone;
        await gone.stop();
        return origin;
      },
    ],
    ['without the encryption it should have', async () => server.origin.replace('http:', 'https:')],
  ];
  for (const [what, origin] of unreachable) {
    it(`to a server ${what} was certainly not done`, async () => {
      server.restart(() => ({ status: 201, body: { id: 1 } }));
      const result = await clientAt(await origin()).forge.comment({ kind: 'issue', number: 1 }, 'B');
      assert.deepEqual([said(result), server.asked.length], ['offline', 0]);
    });
  }
});
