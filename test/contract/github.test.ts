import assert from 'node:assert/strict';
import { marker, putComment } from '../../scripts/action-comment.mjs';
import type { Forge } from '../../src/core/forge/forge';
import type { ForgeResult } from '../../src/core/forge/forgeResult';
import { GitHubForge } from '../../src/github/gitHubForge';
import { found, graphql, node, pull } from '../unit/github/answers';
import { clientAt } from '../unit/github/clientAt';
import { type Asked, type Reply, ScriptedServer } from '../unit/github/scriptedServer';
import { GitHubDescription } from './gitHubDescription';

const head = { owner: 'acme', repo: 'ledger', name: 'feature/ledger split#2' };
const draft = { title: 'Split', body: 'Why', head, base: 'main', isDraft: true };
const own = pull({ head: { ref: head.name, label: `acme:${head.name}` } });
const posted = { number: 12, title: 'Which view?', body: 'Goal' };
const empty = graphql({ repository: { place: { id: 'D_1', comments: { nodes: [] } } } });
const commented = graphql({
  repository: { place: { id: 'I_1', comments: { nodes: [{ databaseId: 9, body: 'Note', viewerDidAuthor: true }] } } },
});

interface Case {
  readonly what: string;
  readonly call: (forge: Forge) => Promise<ForgeResult<unknown>>;
  /** Whether the repository's name is asked for first, as it is once in a window. */
  readonly isNameAsked?: boolean;
  /** What GitHub would say, so that each call comes to its end. */
  readonly replies: readonly Reply[];
  readonly requests: readonly string[];
}

const pulls = '/repos/{owner}/{repo}/pulls';
const issues = '/repos/{owner}/{repo}/issues';
const cases: readonly Case[] = [
  {
    what: 'the open pull request of a branch',
    call: (forge) => forge.openPullRequest(head),
    replies: [{ body: [own] }],
    requests: [`GET ${pulls}`],
  },
  {
    what: 'the pull request of a repository that was renamed',
    call: (forge) => forge.openPullRequest(head),
    isNameAsked: true,
    replies: [{ body: { full_name: 'acme/ledger' } }, { body: [own] }],
    requests: ['GET /repos/{owner}/{repo}', `GET ${pulls}`],
  },
  {
    what: 'my work',
    call: (forge) => forge.myWork(),
    replies: [graphql({ mine: found(node()), reviews: found(), joined: found() })],
    requests: ['GraphQL'],
  },
  {
    what: 'a search',
    call: (forge) => forge.search('why is "the" ledger slow: repo:other'),
    replies: [{ body: { items: [] } }, graphql({ search: { nodes: [] } })],
    requests: ['GET /search/issues', 'GraphQL'],
  },
  {
    what: 'what was merged',
    call: (forge) => forge.mergedSince(0),
    replies: [{ body: [pull({ state: 'closed', merged_at: '2026-11-19T08:00:00Z' })] }, graphql({ nodes: [null] })],
    requests: [`GET ${pulls}`, 'GraphQL'],
  },
  {
    what: 'what went out',
    call: (forge) => forge.shippedSince(0),
    replies: [graphql({ repository: { releases: { nodes: [] }, deployments: { nodes: [] } } })],
    requests: ['GraphQL'],
  },
  {
    what: 'a new pull request, looked for after its answer was lost',
    call: (forge) => forge.createPullRequest(draft),
    replies: [{ body: [] }, { status: 502 }, { body: [own] }],
    requests: [`GET ${pulls}`, `POST ${pulls}`, `GET ${pulls}`],
  },
  {
    what: 'a new pull request from a fork',
    call: (forge) => forge.createPullRequest({ ...draft, head: { ...head, owner: 'ann' }, isDraft: false }),
    replies: [{ body: [] }, { status: 201, body: own }],
    requests: [`GET ${pulls}`, `POST ${pulls}`],
  },
  {
    what: 'a new pull request from a fork of the same owner',
    call: (forge) => forge.createPullRequest({ ...draft, head: { ...head, repo: 'ledger-fork' } }),
    replies: [{ body: [] }, { status: 201, body: own }],
    requests: [`GET ${pulls}`, `POST ${pulls}`],
  },
  {
    what: 'what my last pull requests were opened with',
    call: (forge) => forge.lastOpened(),
    replies: [graphql({ mine: { nodes: [] } })],
    requests: ['GraphQL'],
  },
  {
    what: 'a review that is asked for',
    call: (forge) => forge.requestReview(7, { logins: ['kenji'], teams: ['web'] }),
    replies: [{ status: 201, body: own }],
    requests: [`POST ${pulls}/{pull_number}/requested_reviewers`],
  },
  {
    what: 'labels',
    call: (forge) => forge.addLabels(7, ['ledger']),
    replies: [{ body: [{ name: 'ledger' }] }],
    requests: [`POST ${issues}/{issue_number}/labels`],
  },
  {
    what: 'another title and text of a pull request',
    call: (forge) => forge.updatePullRequest(7, { seen: own, wanted: { title: 'Split it', body: 'New' } }),
    replies: [{ body: own }, { body: { ...own, title: 'Split it', body: 'New' } }],
    requests: [`GET ${pulls}/{pull_number}`, `PATCH ${pulls}/{pull_number}`],
  },
  {
    what: 'a new issue, looked for after its answer was lost',
    call: (forge) => forge.createIssue({ title: posted.title, body: posted.body, labels: ['question'] }),
    replies: ['reset', { body: [posted] }],
    requests: [`POST ${issues}`, `GET ${issues}`],
  },
  {
    what: 'a comment on an issue, looked for after its answer was lost',
    call: (forge) => forge.comment({ kind: 'issue', number: 12 }, 'Note'),
    replies: ['reset', commented],
    requests: [`POST ${issues}/{issue_number}/comments`, 'GraphQL'],
  },
  {
    what: 'a comment on a discussion',
    call: (forge) => forge.comment({ kind: 'discussion', number: 3 }, 'Note'),
    replies: [empty, graphql({ addDiscussionComment: { comment: { databaseId: 9 } } })],
    requests: ['GraphQL', 'GraphQL'],
  },
];

type Validate = (query: string) => readonly { readonly message: string }[];

/** What GitHub's schema says against a question, and variables that are asked for and not given or the other way round. */
function judgeGraphql({ body }: Asked, validate: Validate): readonly string[] {
  const { query, variables } = body as { query: string; variables: Readonly<Record<string, unknown>> };
  const wanted = [...query.matchAll(/\$(\w+):/g)].map(([, name]) => name);
  return [
    ...validate(query).map(({ message }) => message),
    ...(wanted.toSorted().join() === Object.keys(variables).toSorted().join() ? [] : [`variables: ${wanted}`]),
  ];
}

describe('By GitHub’s own description', () => {
  let description: GitHubDescription;
  let server: ScriptedServer;
  let validate: Validate;

  before(async () => {
    // A module of the new kind alone.
    ({ validate } = await import('@octokit/graphql-schema'));
    description = await GitHubDescription.read();
    server = await ScriptedServer.start(() => 'reset');
  });
  after(() => server?.stop());

  const isGraphql = ({ path }: Asked) => path === '/graphql';
  const isValid = (asked: Asked) => {
    const { status, violations } = description.judge(asked);
    assert.deepEqual([violations, description.unknownNames(asked)], [[], []]);
    assert.ok(status < 300, `${status}`);
  };

  for (const { what, call, replies, requests, isNameAsked = false } of cases) {
    it(`every request is valid for ${what}`, async () => {
      const order = [...replies];
      server.restart(() => order.shift() ?? 'reset');
      const { forge, client, repository } = clientAt(server.origin, { isPaced: false });
      const result = await call(isNameAsked ? new GitHubForge(client, repository) : forge);
      assert.ok(result.ok, JSON.stringify(result));
      assert.deepEqual(
        server.asked.map((asked) => (isGraphql(asked) ? 'GraphQL' : description.routeOf(asked))),
        requests,
      );
      for (const asked of server.asked) {
        if (isGraphql(asked)) assert.deepEqual(judgeGraphql(asked, validate), []);
        else isValid(asked);
      }
    });
  }

  const ofAction = { id: 9, body: `${marker}\n\nbefore`, user: { type: 'Bot' } };
  const full = Array.from({ length: 100 }, (_, id) => ({ ...ofAction, id, body: 'x' }));
  const comments = `${issues}/{issue_number}/comments`;
  const comment = `${issues}/comments/{comment_id}`;
  const actionCases: readonly (readonly [what: string, text: string, replies: Reply[], requests: string[]])[] = [
    ['that is new', marker, [{ body: [] }, { status: 201, body: ofAction }], [`GET ${comments}`, `POST ${comments}`]],
    ['that is rewritten', marker, [{ body: [ofAction] }, { body: ofAction }], [`GET ${comments}`, `PATCH ${comment}`]],
    ['that is taken away', '', [{ body: [ofAction] }, { status: 204 }], [`GET ${comments}`, `DELETE ${comment}`]],
    ['behind a full page', '', [{ body: full }, { body: [] }], [`GET ${comments}`, `GET ${comments}`]],
  ];
  for (const [what, text, replies, requests] of actionCases) {
    it(`every request of the Action is valid for the comment ${what}`, async () => {
      const order = [...replies];
      server.restart(() => order.shift() ?? 'reset');
      await putComment({ api: server.origin, repository: 'acme/ledger', number: 12, token: 't' }, text);
      assert.deepEqual(
        server.asked.map((asked) => description.routeOf(asked)),
        requests,
      );
      for (const asked of server.asked) isValid(asked);
    });
  }

  describe('an example of an answer is understood', () => {
    const endings: readonly [what: string, call: Case['call'], ending: string][] = [
      ['pull requests', (forge) => forge.openPullRequest(head), 'ok'],
      ['a new pull request', (forge) => forge.createPullRequest(draft), 'ok'],
      [
        'a pull request',
        (forge) => forge.updatePullRequest(7, { seen: draft, wanted: { ...draft, body: 'New' } }),
        'conflict',
      ],
      ['a new issue', (forge) => forge.createIssue({ title: 'T', body: 'B' }), 'ok'],
      ['a new comment', (forge) => forge.comment({ kind: 'issue', number: 12 }, 'Note'), 'ok'],
    ];
    for (const [what, call, ending] of endings) {
      it(`of ${what}`, async () => {
        server.restart((asked) => description.judge(asked));
        const result = await call(clientAt(server.origin).forge);
        assert.equal(result.ok ? 'ok' : result.problem.kind, ending, JSON.stringify(result));
      });
    }

    it('of found issues', async () => {
      server.restart((asked) => (isGraphql(asked) ? graphql({ search: { nodes: [] } }) : description.judge(asked)));
      const result = await clientAt(server.origin).forge.search('ledger');
      assert.ok(result.ok && result.value.gap === null && result.value.conversations.length > 0);
    });

    it('of closed pull requests', async () => {
      server.restart((asked) => (isGraphql(asked) ? graphql({ nodes: [null] }) : description.judge(asked)));
      const result = await clientAt(server.origin).forge.mergedSince(0);
      assert.ok(result.ok && result.value.pullRequests.length > 0);
    });
  });

  describe('is refused', () => {
    const good: Asked = {
      method: 'GET',
      path: '/repos/acme/ledger/pulls',
      query: new URLSearchParams(),
      headers: {},
      body: null,
    };
    const json = { 'content-type': 'application/json' };

    it('a value that is not among those allowed', async () => {
      const { status, violations } = description.judge({ ...good, query: new URLSearchParams({ state: 'bogus' }) });
      assert.deepEqual([status, violations.length], [422, 1]);
    });

    it('a body without what is needed', async () => {
      const { status, violations } = description.judge({
        ...good,
        method: 'POST',
        headers: json,
        body: { title: 'x' },
      });
      assert.deepEqual([status, violations.length > 0], [422, true]);
    });

    it('a route that there is not', async () => {
      assert.equal(description.judge({ ...good, path: '/repos/acme/ledger/pull' }).status, 404);
    });

    it('a name that there is not', () => {
      assert.deepEqual(description.unknownNames({ ...good, query: new URLSearchParams({ sorted: 'updated' }) }), [
        'sorted',
      ]);
    });

    it('a field that there is not', () => {
      const query = 'query Q($a: Int!) { viewer { logon } }';
      assert.equal(judgeGraphql({ ...good, body: { query, variables: {} } }, validate).length, 3);
    });
  });
});
