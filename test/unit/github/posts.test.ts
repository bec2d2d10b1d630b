import assert from 'node:assert/strict';
import { graphql } from './answers';
import { gitHubScene } from './gitHubScene';
import type { Reply } from './scriptedServer';
import { failed, isWrite, none, said, script } from './writing';

describe('A post', () => {
  const gitHub = gitHubScene({ isPaced: false });

  const methods = () => gitHub.server.asked.map(({ method }) => method).join(' ');
  const writes = () => gitHub.server.asked.filter(isWrite).length;

  describe('of an issue', () => {
    const issue = { title: 'Which view?', body: 'Goal: one view.' };
    const posted = { number: 12, title: issue.title, body: 'Goal: one view.\r\n' };
    const cases: readonly [
      what: string,
      reads: readonly Reply[],
      written: Reply,
      expected: string,
      requests: string,
    ][] = [
      ['is done', [], { status: 201, body: posted }, 'created', 'POST'],
      ['that was done before the connection broke is found', [{ body: [posted] }], 'reset', 'created', 'POST GET'],
      ['is sent once, though GitHub broke', [none], { status: 500 }, 'unknown-outcome', 'POST GET'],
      ['is not found where issues are off', [], { status: 410, body: failed }, 'not-found', 'POST'],
    ];
    for (const [what, reads, written, expected, requests] of cases) {
      it(what, async () => {
        gitHub.server.restart(script(reads, written));
        const result = await gitHub.scene.forge.createIssue(issue);
        assert.deepEqual([said(result), methods()], [expected, requests]);
        if (result.ok) assert.equal(result.value.item.url, 'https://github.test/acme/ledger/issues/12');
      });
    }
  });

  describe('of a comment', () => {
    const body = '## Handoff\n\n- Next: the view';
    const place = (...nodes: readonly unknown[]) =>
      graphql({ repository: { place: { id: 'I_1', comments: { nodes } } } });
    const own = { databaseId: 99, body: '## Handoff\r\n\r\n- Next: the view', viewerDidAuthor: true };
    const cases: readonly [what: string, replies: readonly Reply[], expected: string][] = [
      ['is done', [{ status: 201, body: { id: 99 } }], 'created'],
      ['that was done before the connection broke is found', ['reset', place(own)], 'created'],
      [
        'is unknown where another wrote the same',
        ['reset', place({ ...own, viewerDidAuthor: false })],
        'unknown-outcome',
      ],
      ['is sent once, though GitHub broke', [{ status: 502 }, place()], 'unknown-outcome'],
    ];
    for (const [what, replies, expected] of cases) {
      it(`on an issue ${what}`, async () => {
        gitHub.server.restart((_, index) => replies[index] ?? 'reset');
        const result = await gitHub.scene.forge.comment({ kind: 'issue', number: 12 }, body);
        assert.deepEqual([said(result), writes()], [expected, 1]);
        if (result.ok) assert.equal(result.value.item.url, 'https://github.test/acme/ledger/issues/12#issuecomment-99');
      });
    }

    it('on a discussion is done', async () => {
      const done = graphql({ addDiscussionComment: { comment: { databaseId: 99 } } });
      gitHub.server.restart((_, index) => (index === 0 ? place() : done));
      const result = await gitHub.scene.forge.comment({ kind: 'discussion', number: 3 }, body);
      assert.equal(
        result.ok && result.value.item.url,
        'https://github.test/acme/ledger/discussions/3#discussioncomment-99',
      );
    });

    it('on a discussion that is not there is not sent', async () => {
      gitHub.server.restart(() => graphql({ repository: { place: null } }));
      const result = await gitHub.scene.forge.comment({ kind: 'discussion', number: 3 }, body);
      assert.deepEqual([said(result), gitHub.server.asked.length], ['not-found', 1]);
    });
  });
});
