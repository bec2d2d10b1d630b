import assert from 'node:assert/strict';
import { pull } from './answers';
import { clientAt } from './clientAt';
import { gitHubScene } from './gitHubScene';
import { ScriptedServer } from './scriptedServer';
import { draft, isWrite, none, said, script } from './writing';

describe('A write to GitHub', () => {
  const gitHub = gitHubScene({ isPaced: false });

  const writes = () => gitHub.server.asked.filter(isWrite).length;

  it('has no NUL and no half of a pair in it, which GitHub cannot read, and emoji as they are', async () => {
    const odd = { title: 'A\0 \ud83d', body: 'naïve 👩‍💻 \udc00\ud83d\0 台帳' };
    const even = { title: 'A \ufffd', body: 'naïve 👩‍💻 \ufffd\ufffd 台帳' };
    const texts = async (write: () => Promise<unknown>, reply: unknown) => {
      gitHub.server.restart((asked) => (isWrite(asked) ? { status: 201, body: reply } : { body: pull() }));
      await write();
      return gitHub.server.asked.filter(isWrite).map(({ body }) => {
        const { title = even.title, body: text } = body as Partial<typeof odd>;
        return { title, body: text };
      });
    };
    const seen = { title: pull().title, body: pull().body };
    assert.deepEqual(await texts(() => gitHub.scene.forge.createIssue(odd), { ...even, number: 1 }), [even]);
    assert.deepEqual(await texts(() => gitHub.scene.forge.comment({ kind: 'issue', number: 1 }, odd.body), { id: 1 }), [
      even,
    ]);
    assert.deepEqual(await texts(() => gitHub.scene.forge.updatePullRequest(7, { seen, wanted: odd }), pull()), [even]);
    gitHub.server.restart(script([none], { status: 201, body: pull() }));
    await gitHub.scene.forge.createPullRequest({ ...draft, ...odd });
    assert.equal((gitHub.server.asked.find(isWrite)?.body as typeof odd | undefined)?.body, even.body);
  });

  it('comes a second after another one', async () => {
    const paced = clientAt(gitHub.server.origin);
    gitHub.server.restart(() => ({ status: 422 }));
    const start = performance.now();
    await paced.client.write('PATCH /a', {}, () => null);
    await paced.client.write('PATCH /b', {}, () => null);
    assert.ok(performance.now() - start > 950);
  });

  it('is never sent while another is under way', async () => {
    let release = () => {};
    gitHub.server.restart(({ method, path }) => {
      if (method === 'GET') return none;
      if (path !== '/repos/acme/ledger/issues') return { status: 201, body: { id: 1 } };
      return new Promise((resolve) => {
        release = () => resolve({ status: 422 });
      });
    });
    const first = gitHub.scene.forge.createIssue({ title: 'A', body: '' });
    await gitHub.server.arrived(1);
    const second = gitHub.scene.forge.comment({ kind: 'issue', number: 1 }, 'B');
    // Reads have a lane of their own: by the time that one is answered, the second write would be there.
    await gitHub.scene.forge.openPullRequest(draft.head);
    assert.equal(writes(), 1);
    const leaver = new AbortController();
    const third = gitHub.scene.forge.comment({ kind: 'issue', number: 1 }, 'C', leaver.signal);
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
    ['without the encryption it should have', async () => gitHub.server.origin.replace('http:', 'https:')],
  ];
  for (const [what, origin] of unreachable) {
    it(`to a server ${what} was certainly not done`, async () => {
      gitHub.server.restart(() => ({ status: 201, body: { id: 1 } }));
      const result = await clientAt(await origin()).forge.comment({ kind: 'issue', number: 1 }, 'B');
      assert.deepEqual([said(result), gitHub.server.asked.length], ['offline', 0]);
    });
  }
});
