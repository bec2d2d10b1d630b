import type { ForgeWork } from '../../../src/core/drafts/forgeWork';
import type { MyWork, PullRequestSummary } from '../../../src/core/forge/forge';
import { at } from './support';

function summary(number: number, title: string, given: Partial<PullRequestSummary> = {}): PullRequestSummary {
  return {
    number,
    url: `https://github.com/acme/ledger/pull/${number}`,
    title,
    state: 'open',
    isDraft: false,
    author: 'ann',
    base: 'main',
    head: 'split',
    created: at('2026-11-17T09:00:00Z'),
    updated: at('2026-11-20T09:00:00Z'),
    review: 'none',
    ci: 'none',
    ...given,
  };
}

/** Ann's Friday at the forge: every state of a review and of the checks once. */
export function forgeWork(given: Partial<MyWork> = {}): ForgeWork {
  const work: MyWork = {
    mine: [
      summary(812, 'Split the ledger by region', { review: 'changes-requested', ci: 'failing' }),
      summary(815, 'Name the replicas', { review: 'approved', ci: 'passing', created: at('2026-11-20T15:00:00Z') }),
      summary(816, 'Try a view', { isDraft: true, ci: 'pending', created: at('2026-11-20T16:30:00Z') }),
      summary(790, 'Drop the old import', { review: 'required', created: at('2026-10-02T09:00:00Z') }),
    ],
    reviews: [
      { pullRequest: summary(801, 'Count twice', { author: 'kenji' }), asked: at('2026-11-19T03:00:00Z') },
      { pullRequest: summary(799, 'Round half up', { author: 'priya', ci: 'failing' }), asked: null },
    ],
    threads: [
      {
        pullRequest: { number: 812, title: 'Split the ledger by region' },
        url: 'https://github.com/acme/ledger/pull/812#discussion_r41',
        path: 'src/ledger.ts',
        line: 12,
        lastAuthor: 'kenji',
        lastWritten: at('2026-11-20T08:00:00Z'),
        excerpt: 'Why not a view? @priya asked for one in #12',
      },
      {
        pullRequest: { number: 790, title: 'Drop the old import' },
        url: 'https://github.com/acme/ledger/pull/790#discussion_r3',
        path: 'src/import.ts',
        line: null,
        lastAuthor: 'priya',
        lastWritten: at('2026-11-12T08:00:00Z'),
        excerpt: '',
      },
    ],
    isCut: false,
    ...given,
  };
  return { repository: null, work, asOf: at('2026-11-20T16:58:00Z') };
}

/** One of each, with these words as its title and comment. */
export function forgeWorkSaying(text: string): ForgeWork {
  const pullRequest = summary(1, text);
  const threads = forgeWork().work.threads.slice(0, 1);
  return forgeWork({
    mine: [pullRequest],
    reviews: [{ pullRequest, asked: null }],
    threads: threads.map((thread) => ({ ...thread, pullRequest, excerpt: text })),
  });
}

/** One of each, with hostile text wherever text is possible. */
export function hostileForgeWork(text: string): ForgeWork {
  const pullRequest = summary(1, text, { author: text });
  const [thread] = forgeWork().work.threads;
  return {
    repository: text,
    asOf: at('2026-11-20T16:58:00Z'),
    work: {
      mine: [pullRequest],
      reviews: [{ pullRequest, asked: null }],
      threads: thread ? [{ ...thread, pullRequest, path: text, lastAuthor: text, excerpt: text }] : [],
      isCut: true,
    },
  };
}
