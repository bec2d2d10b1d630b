import assert from 'node:assert/strict';
import { pull } from './answers';
import { gitHubScene } from './gitHubScene';
import type { Reply } from './scriptedServer';
import { failed, isWrite, script } from './writing';

describe('Another text of a pull request', () => {
  const gitHub = gitHubScene({ isPaced: false });

  const methods = () => gitHub.server.asked.map(({ method }) => method).join(' ');
  const seen = { title: 'Split the ledger', body: 'Why: the nightly run\nis too slow.' };
  const wanted = { ...seen, body: 'Why: the nightly run takes nine hours.' };
  const change = { seen, wanted };
  const old = { body: pull() };
  const renewed = { body: pull({ body: wanted.body }) };
  const cases: readonly [what: string, reads: readonly Reply[], written: Reply, expected: string, requests: string][] =
    [
      ['is done, whatever line ends GitHub keeps', [old], renewed, 'ok', 'GET PATCH'],
      ['is not sent where it says so already', [renewed], 'reset', 'ok', 'GET'],
      ['leaves alone what somebody changed meanwhile', [{ body: pull({ body: 'Other' }) }], renewed, 'conflict', 'GET'],
      ['leaves alone what cannot be read', ['reset'], renewed, 'offline', 'GET'],
      ['that was done before the connection broke is found', [old, renewed], 'reset', 'ok', 'GET PATCH GET'],
      ['is unknown where it is not there afterwards', [old, old], 'reset', 'unknown-outcome', 'GET PATCH GET'],
      ['is sent once, though GitHub broke', [old, old], { status: 503 }, 'unknown-outcome', 'GET PATCH GET'],
      ['is forbidden to whom may not', [old], { status: 403, body: failed }, 'forbidden', 'GET PATCH'],
    ];
  for (const [what, reads, written, expected, requests] of cases) {
    it(what, async () => {
      gitHub.server.restart(script(reads, written));
      const result = await gitHub.scene.forge.updatePullRequest(7, change);
      assert.deepEqual([result.ok ? 'ok' : result.problem.kind, methods()], [expected, requests]);
      if (result.ok) assert.equal(result.value.body, wanted.body);
    });
  }

  it('of nothing is seen as none', async () => {
    gitHub.server.restart(script([{ body: pull({ body: null }) }], renewed));
    assert.ok((await gitHub.scene.forge.updatePullRequest(7, { ...change, seen: { ...seen, body: '' } })).ok);
  });

  const parts: readonly [what: string, now: object, wanted: object, sent: object | null][] = [
    ['the text alone', { title: 'Renamed meanwhile' }, { body: 'New' }, { body: 'New' }],
    ['the title alone', { body: 'Written meanwhile' }, { title: 'Split it' }, { title: 'Split it' }],
    ['both', {}, { title: 'Split it', body: 'New' }, { title: 'Split it', body: 'New' }],
    ['no title that somebody changed meanwhile', { title: 'Renamed' }, { title: 'Split it' }, null],
    ['no text where only its title is as it was', { body: 'Other' }, { title: 'Split it', body: 'New' }, null],
    ['nothing where nothing changes', {}, { title: ' Split the ledger' }, null],
  ];
  for (const [what, now, changes, sent] of parts) {
    it(`sends ${what}`, async () => {
      gitHub.server.restart((asked) => ({ body: pull({ ...now, ...(isWrite(asked) ? changes : {}) }) }));
      await gitHub.scene.forge.updatePullRequest(7, { seen, wanted: { ...seen, ...changes } });
      assert.deepEqual(
        gitHub.server.asked.filter(isWrite).map(({ body }) => body),
        sent ? [sent] : [],
      );
    });
  }
});
