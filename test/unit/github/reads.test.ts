import assert from 'node:assert/strict';
import { plainWords } from '../../../src/github/searchConversations';
import { found, graphql, node, pull, thread } from './answers';
import { gitHubScene } from './gitHubScene';

const at = (iso: string) => Date.parse(iso);

describe('What GitHub knows', () => {
  const gitHub = gitHubScene({ isPaced: false });

  it('of a branch: its open pull request with its text', async () => {
    gitHub.server.restart(() => ({ body: [pull({ user: null })] }));
    const result = await gitHub.scene.forge.openPullRequest({ owner: 'acme', repo: 'ledger', name: 'ledger-split' });
    assert.deepEqual(result.ok && result.value, {
      number: 7,
      url: 'https://github.test/acme/ledger/pull/7',
      title: 'Split the ledger',
      body: 'Why: the nightly run\nis too slow.',
      state: 'open',
      isDraft: false,
      author: 'ghost',
      base: 'main',
      head: 'ledger-split',
      created: at('2026-11-18T09:00Z'),
      updated: at('2026-11-19T09:00Z'),
    });
    const { path, query } = gitHub.server.asked[0] ?? {};
    assert.deepEqual(
      [path, query?.get('head'), query?.get('state')],
      ['/repos/acme/ledger/pulls', 'acme:ledger-split', 'open'],
    );
  });

  it('of a branch without one: nothing', async () => {
    gitHub.server.restart(() => ({ body: [] }));
    const result = await gitHub.scene.forge.openPullRequest({ owner: 'acme', repo: 'ledger', name: 'ledger-split' });
    assert.ok(result.ok);
    assert.equal(result.value, null);
  });

  const work = async (answer: Readonly<Record<string, unknown>>) => {
    gitHub.server.restart(() => graphql({ mine: found(), reviews: found(), joined: found(), ...answer }));
    const result = await gitHub.scene.forge.myWork();
    assert.ok(result.ok);
    return result.value;
  };

  const states: readonly [decision: string | null, rollup: string | null, review: string, ci: string][] = [
    [null, null, 'none', 'none'],
    ['REVIEW_REQUIRED', 'PENDING', 'required', 'pending'],
    ['APPROVED', 'SUCCESS', 'approved', 'passing'],
    ['CHANGES_REQUESTED', 'FAILURE', 'changes-requested', 'failing'],
    ['APPROVED', 'ERROR', 'approved', 'failing'],
    ['SOMETHING_NEW', 'SOMETHING_NEW', 'none', 'pending'],
  ];
  for (const [reviewDecision, state, review, ci] of states) {
    it(`of my pull request with ${reviewDecision} and ${state}: ${review}, ${ci}`, async () => {
      const commits = { nodes: [{ commit: { statusCheckRollup: state && { state } } }] };
      const { mine } = await work({ mine: found(node({ reviewDecision, commits })) });
      assert.deepEqual(
        mine.map((one) => [one.review, one.ci]),
        [[review, ci]],
      );
    });
  }

  const request = (createdAt: string, requestedReviewer: unknown) => ({ createdAt, requestedReviewer });
  const me = { __typename: 'User', isViewer: true };
  const other = { __typename: 'User', isViewer: false };
  const team = { __typename: 'Team' };
  const asked: readonly [what: string, requests: readonly unknown[], since: string | null][] = [
    [
      'me last',
      [request('2026-11-18T09:00Z', me), request('2026-11-19T09:00Z', me), request('2026-11-20T09:00Z', other)],
      '2026-11-19T09:00Z',
    ],
    ['my team', [request('2026-11-18T09:00Z', team), request('2026-11-19T09:00Z', other)], '2026-11-18T09:00Z'],
    ['me and then a team', [request('2026-11-18T09:00Z', me), request('2026-11-19T09:00Z', team)], '2026-11-18T09:00Z'],
    ['somebody who is gone', [request('2026-11-18T09:00Z', null)], null],
  ];
  for (const [what, requests, since] of asked) {
    it(`of a review: since when it waits, asked of ${what}`, async () => {
      const { reviews } = await work({ reviews: found(node({ timelineItems: { nodes: requests } })) });
      assert.deepEqual(
        reviews.map((review) => review.asked),
        [since && at(since)],
      );
    });
  }

  const threads: readonly [what: string, where: 'mine' | 'joined', one: unknown, waits: boolean][] = [
    ['another’s on mine', 'mine', thread(), true],
    ['mine on mine, answered', 'mine', thread({ isMineFirst: true }), true],
    ['another’s on mine, answered by me', 'mine', thread({ isMineLast: true }), false],
    ['another’s on mine, resolved', 'mine', thread({}, { isResolved: true }), false],
    ['mine on another’s, answered', 'joined', thread({ isMineFirst: true }), true],
    ['mine on another’s, unanswered', 'joined', thread({ isMineFirst: true, isMineLast: true }), false],
    ['another’s on another’s', 'joined', thread(), false],
    ['one without comments', 'mine', thread({}, { last: { nodes: [] } }), false],
  ];
  for (const [what, where, one, waits] of threads) {
    it(`of a thread: ${what} ${waits ? 'waits for me' : 'does not wait'}`, async () => {
      const answer = await work({ [where]: found(node({ reviewThreads: { totalCount: 1, nodes: [one] } })) });
      assert.equal(answer.threads.length, waits ? 1 : 0);
    });
  }

  it('of a thread: where it is, whose turn it was, how it begins', async () => {
    const { threads: waiting } = await work({
      mine: found(node({ reviewThreads: { totalCount: 1, nodes: [thread()] } })),
    });
    assert.deepEqual(waiting, [
      {
        pullRequest: { number: 7, title: 'Split the ledger' },
        url: 'https://github.test/acme/ledger/pull/7#discussion_r41',
        path: 'src/ledger.ts',
        line: 12,
        lastAuthor: 'kenji',
        lastWritten: at('2026-11-19T10:00Z'),
        excerpt: 'Why not a view?',
      },
    ]);
  });

  it('of more than was read: that there is more', async () => {
    assert.equal((await work({ mine: { issueCount: 31, nodes: [node()] } })).isCut, true);
    assert.equal((await work({ mine: found(node({ reviewThreads: { totalCount: 51, nodes: [] } })) })).isCut, true);
    assert.equal((await work({ mine: found(node()) })).isCut, false);
  });

  describe('of words', () => {
    const issues = [1, 2].map((number) => ({
      number,
      title: `Issue ${number}`,
      state: 'closed',
      updated_at: '2026-11-01T00:00Z',
      user: null,
    }));
    const discussions = [3].map((number) => ({
      number,
      title: 'D',
      closed: false,
      isAnswered: true,
      updatedAt: '2026-11-01T00:00Z',
      author: null,
    }));

    it('issues and discussions, by turns', async () => {
      gitHub.server.restart(({ path }) =>
        path === '/graphql' ? graphql({ search: { nodes: discussions } }) : { body: { items: issues } },
      );
      const result = await gitHub.scene.forge.search('ledger view');
      assert.ok(result.ok);
      assert.deepEqual(
        result.value.conversations.map(({ kind, url, isOpen, isAnswered }) => [kind, url, isOpen, isAnswered]),
        [
          ['issue', 'https://github.test/acme/ledger/issues/1', false, false],
          ['discussion', 'https://github.test/acme/ledger/discussions/3', true, true],
          ['issue', 'https://github.test/acme/ledger/issues/2', false, false],
        ],
      );
      const rest = gitHub.server.asked.find(({ path }) => path !== '/graphql');
      assert.equal(rest?.query.get('q'), 'ledger view repo:acme/ledger is:issue');
    });

    it('one kind, where the other cannot be had', async () => {
      gitHub.server.restart(({ path }) =>
        path === '/graphql' ? { body: { errors: [{ message: 'No DISCUSSION here' }] } } : { body: { items: issues } },
      );
      const result = await gitHub.scene.forge.search('ledger');
      assert.deepEqual(result.ok && [result.value.conversations.length, result.value.gap?.kind], [2, 'server']);
    });

    const plain: readonly [words: string, sent: string][] = [
      ['Why is the Ledger slow?', 'why is the ledger slow'],
      ['repo:other/one is:pr OR author:@me', 'repo other one is pr or author me'],
      ['"quoted" -minus', 'quoted minus'],
      ['ledger ledger', 'ledger'],
      ['Größe 台帳', 'größe 台帳'],
      ['?!', ''],
    ];
    for (const [words, sent] of plain) {
      it(`‹${words}› are asked for as ‹${sent}›`, () => assert.equal(plainWords(words), sent));
    }

    it('no more than GitHub takes are sent, however long', () => {
      const words = Array.from({ length: 500 }, (_, index) => `${index}${'x'.repeat(90)}`).join(' ');
      assert.ok(plainWords(words).length <= 200);
    });
  });
});
