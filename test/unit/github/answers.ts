/** Answers as GitHub gives them, with a field more than is used here and there. */
export function pull(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    number: 7,
    node_id: 'PR_7',
    html_url: 'https://github.test/acme/ledger/pull/7',
    title: 'Split the ledger',
    body: 'Why: the nightly run\r\nis too slow.',
    state: 'open',
    draft: false,
    merged_at: null,
    user: { login: 'ann', type: 'User' },
    base: { ref: 'main', label: 'acme:main' },
    head: { ref: 'ledger-split', label: 'acme:ledger-split' },
    labels: [],
    created_at: '2026-11-18T09:00:00Z',
    updated_at: '2026-11-19T09:00:00Z',
    ...changes,
  };
}

export function graphql(data: unknown) {
  return { body: { data } };
}

const comment = {
  viewerDidAuthor: false,
  databaseId: 41,
  createdAt: '2026-11-19T10:00:00Z',
  bodyText: 'Why not a view?',
  author: { login: 'kenji' },
};

/** A thread of one or more comments: who began it, who wrote last. */
export function thread(whose: { isMineFirst?: boolean; isMineLast?: boolean } = {}, changes: object = {}) {
  return {
    isResolved: false,
    path: 'src/ledger.ts',
    line: 12,
    first: { nodes: [{ viewerDidAuthor: whose.isMineFirst ?? false }] },
    last: { nodes: [{ ...comment, viewerDidAuthor: whose.isMineLast ?? false }] },
    ...changes,
  };
}

export function node(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    number: 7,
    title: 'Split the ledger',
    isDraft: false,
    createdAt: '2026-11-18T09:00:00Z',
    updatedAt: '2026-11-19T09:00:00Z',
    baseRefName: 'main',
    headRefName: 'ledger-split',
    reviewDecision: null,
    author: { login: 'ann' },
    commits: { nodes: [{ commit: { statusCheckRollup: null } }] },
    reviewThreads: { totalCount: 0, nodes: [] },
    timelineItems: { nodes: [] },
    ...changes,
  };
}

export function found(...nodes: readonly unknown[]) {
  return { issueCount: nodes.length, nodes };
}

/** What a merged pull request went through: begun, reviewed by a bot, its author and another person. */
export function history(id: string, changes: object = {}) {
  return {
    id,
    author: { login: 'ann' },
    commits: { nodes: [{ commit: { authoredDate: '2026-11-17T09:00:00Z' } }] },
    reviews: {
      nodes: [
        { submittedAt: '2026-11-18T09:10:00Z', author: { __typename: 'Bot', login: 'linter' } },
        { submittedAt: '2026-11-18T09:30:00Z', author: { __typename: 'User', login: 'ann' } },
        { submittedAt: '2026-11-18T12:00:00Z', author: { __typename: 'User', login: 'kenji' } },
      ],
    },
    timelineItems: { nodes: [] },
    ...changes,
  };
}
