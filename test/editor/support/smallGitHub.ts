import { found, graphql, history, node, pull, thread } from '../../unit/github/answers';
import type { Asked, Reply } from '../../unit/github/scriptedServer';

/** How it can be with GitHub, other than well: what it answers then, whatever it is asked. */
const moods = {
  offline: () => 'reset',
  slow: () => 'silence',
  refused: () => ({ status: 401, body: { message: 'Bad credentials' } }),
  'sign-on': ({ headers }) => ({
    status: 403,
    headers: { 'x-github-sso': `required; url=http://${headers.host}/orgs/acme/sso` },
    body: { message: 'Resource protected by organization SAML enforcement.' },
  }),
  broken: () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad gateway</html>' }),
  limited: () => ({ status: 429, headers: { 'retry-after': '90' }, body: { message: 'API rate limit exceeded' } }),
} satisfies Record<string, (asked: Asked) => Reply>;

export type Mood = keyof typeof moods | 'well';

/**
 * The one repository of a GitHub on this machine, for tests in the editor and for pictures of it: at most one open pull
 * request, which is created, read and changed; what waits for a person; what was merged; comments and issues.
 */
export class SmallGitHub {
  mood: Mood = 'well';
  open: Record<string, unknown> | null = null;
  /** Whether anything was merged. */
  isBusy = true;
  /** Instead of the answer to what writes; the write is done all the same for `reset`. */
  fault: Reply | null = null;
  /** What another user does in between. */
  onRead: (asked: Asked) => void = () => undefined;
  /** What a person does once their session was refused. */
  onRefused: () => void = () => undefined;

  /** @param branch of the pull request */
  constructor(private readonly branch: string) {}

  readonly reply = (asked: Asked): Reply => {
    const signIn = signIns.find(([path]) => path.test(asked.path));
    if (signIn) return signIn[1](asked);
    if (this.mood !== 'well') {
      const reply = moods[this.mood](asked);
      if (this.mood === 'refused') this.onRefused();
      return reply;
    }
    if (asked.path.endsWith('/graphql')) return this.answered(asked.body as { readonly query: string });
    return asked.method === 'GET' ? this.read(asked) : this.write(asked);
  };

  /** Opens a pull request as another user. */
  openPull(changes: Readonly<Record<string, unknown>>): void {
    this.open = { ...pull(changes), head: this.head() };
  }

  private read(asked: Asked): Reply {
    this.onRead(asked);
    const { path, query } = asked;
    if (path.endsWith('/repos/acme/ledger')) return { body: { full_name: 'acme/ledger' } };
    if (path.endsWith('/search/issues')) return { body: { items: issues } };
    if (!path.endsWith('/pulls')) return this.open ? { body: this.open } : notFound;
    if (query.get('state') === 'closed') return { body: this.isBusy ? lately() : [] };
    return { body: this.open ? [this.open] : [] };
  }

  private write({ method, path, body }: Asked): Reply {
    if (path.endsWith('/labels')) return { status: 200, body: [{ name: 'ledger' }] };
    if (path.endsWith('/comments')) return this.fault ?? { status: 201, body: { id: 41 } };
    const { head: _head, ...sent } = body as Record<string, unknown>;
    if (path.endsWith('/issues')) return this.fault ?? { status: 201, body: { number: 41, ...sent } };
    const isDone = this.fault === null || this.fault === 'reset';
    if (isDone) this.openPull({ ...this.open, ...sent, base: { ref: 'main' } });
    return this.fault ?? { status: method === 'POST' ? 201 : 200, body: this.open };
  }

  private answered({ query }: { readonly query: string }): Reply {
    const answers: readonly [name: string, data: () => unknown][] = [
      ['query MyWork', () => waiting],
      ['query LastOpened', () => ({ mine: { nodes: lastOpened } })],
      ['query Histories', () => ({ nodes: histories() })],
      ['query Shipments', () => ({ repository: { releases: { nodes: releases() }, deployments: { nodes: [] } } })],
      ['query Discussions', () => ({ search: { nodes: discussions } })],
      ['query Discussion', () => ({ repository: { place: { id: 'D_1', comments: { nodes: [] } } } })],
      ['mutation Comment', () => ({ addDiscussionComment: { comment: { databaseId: 51 } } })],
    ];
    const answer = answers.find(([name]) => query.includes(`${name}(`));
    return answer ? graphql(answer[1]()) : notFound;
  }

  private head() {
    return { ref: this.branch, label: `acme:${this.branch}` };
  }
}

const notFound: Reply = { status: 404, body: { message: 'Not Found' } };

/** What the editor's own sign-in asks, in the way that needs no page: a code to type on GitHub, and then the token. */
const signIns: readonly [path: RegExp, reply: (asked: Asked) => Reply][] = [
  [
    /^\/login\/device\/code$/,
    ({ headers }) => {
      const page = `http://${headers.host}/login/device`;
      return { body: { device_code: 'd', user_code: 'LEDG-0042', verification_uri: page, interval: 1 } };
    },
  ],
  [/^\/login\/oauth\/access_token$/, () => ({ body: { access_token: 'token-of-ann' } })],
  [/^\/login\/device$/, () => ({ headers: { 'content-type': 'text/html' }, body: '<title>GitHub</title>' })],
  [/^\/api\/v3(?:\/user|\/meta|\/?)$/, () => ({ body: { id: 1, login: 'ann' } })],
];

const lastOpened = ['ledger', 'ledger', 'docs'].map((name, at) => ({
  isDraft: at > 0,
  labels: { nodes: [{ name }] },
  timelineItems: { nodes: [] },
}));

const waiting = {
  mine: found(
    node({
      reviewDecision: 'CHANGES_REQUESTED',
      commits: { nodes: [{ commit: { statusCheckRollup: { state: 'FAILURE' } } }] },
      reviewThreads: { totalCount: 1, nodes: [thread()] },
    }),
  ),
  reviews: found(node({ number: 9, title: 'Count twice', author: { login: 'kenji' } })),
  joined: found(),
};

const issues = [
  { number: 12, title: 'Which view shows the balance?', state: 'open', updated_at: '2026-11-18T08:00:00Z', user: null },
];
const discussions = [
  { number: 3, title: 'Balances', closed: false, isAnswered: true, updatedAt: '2026-11-17T08:00:00Z', author: null },
];

const hourMs = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hourMs).toISOString();
/** Merged pull requests of 26 days: enough in each week for a figure, and different in each. */
const merged = Array.from({ length: 28 }, (_, at) => ({
  end: 20 + 22 * at,
  hours: 20 + ((37 * at) % 90),
  review: 3 + ((13 * at) % 17),
  title: at % 9 === 4 ? 'Revert "Split the ledger"' : 'Split the ledger',
}));

function lately() {
  return merged.map(({ end, hours, title }, at) =>
    pull({
      number: at + 1,
      node_id: `PR_${at + 1}`,
      title,
      state: 'closed',
      created_at: ago(end + hours),
      updated_at: ago(end),
      merged_at: ago(end),
    }),
  );
}

function histories() {
  return merged.map(({ end, hours, review }, at) =>
    history(`PR_${at + 1}`, {
      commits: { nodes: [{ commit: { authoredDate: ago(end + hours + 5) } }] },
      reviews: {
        nodes: [{ submittedAt: ago(end + hours - review), author: { __typename: 'User', login: 'kenji' } }],
      },
    }),
  );
}

/** One in each of the weeks. */
function releases() {
  return [10, 180, 320, 500].map((hours) => ({
    isDraft: false,
    isPrerelease: false,
    createdAt: ago(hours),
    publishedAt: ago(hours),
    tagCommit: { committedDate: ago(hours + 1) },
  }));
}
