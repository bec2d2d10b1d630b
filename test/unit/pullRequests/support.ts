import type { FileStat } from '../../../src/core/activity/facts';
import { risksOf } from '../../../src/core/activity/risks';
import { anyTickets } from '../../../src/core/activity/ticketRules';
import type { BranchCommit } from '../../../src/core/pullRequests/branchFacts';
import { closingsIn } from '../../../src/core/pullRequests/closings';
import type { LinkedRecord, PullRequestInput } from '../../../src/core/pullRequests/pullRequestInput';
import type { PullRequestTemplate } from '../../../src/core/pullRequests/templates';
import { at, hashOf, touched } from '../drafts/support';

/** A commit of Ann's; its files default to one. */
export function branchCommit(seed: number, subject: string, given: Partial<BranchCommit> = {}): BranchCommit {
  const instant = at('2026-11-20T14:05:00Z');
  const ann = { name: 'Ann', address: 'ann@example.com' };
  return {
    hash: hashOf(seed),
    parents: [hashOf(seed + 1)],
    author: ann,
    writtenAddress: ann.address,
    committer: ann,
    authored: instant,
    committed: instant,
    subject,
    body: '',
    trailers: '',
    coAuthors: [],
    tree: hashOf(seed + 2),
    files: ['src/ledger/split.ts'],
    ...given,
  };
}

export function file(path: string, added = 10, removed = 2, status: FileStat['status'] = 'modified'): FileStat {
  return { path, from: null, added, removed, status };
}

export function linkedRecord(path: string, given: Partial<LinkedRecord> = {}): LinkedRecord {
  return { ...touched(path), how: 'scope', decision: null, named: false, ...given };
}

/** The pull request of a branch of Ann's; what closes and what is risky follows from its commits and files. */
export function pullRequest(
  commits: readonly BranchCommit[],
  given: Partial<Omit<PullRequestInput, 'change'>> & {
    readonly branch?: string | null;
    readonly files?: readonly FileStat[] | null;
  } = {},
): PullRequestInput {
  const { branch = 'ledger-split', files = [file('src/ledger/split.ts')], ...rest } = given;
  return {
    now: at('2026-11-20T17:42:00Z'),
    zone: 'Europe/London',
    change: {
      branch,
      buildsOn: [],
      builtOnTip: null,
      base: { name: 'main', remote: 'origin', tip: hashOf(0xaaa), found: 'default' },
      commits,
      truncated: false,
      files,
      limits: [],
      lasting: { commits, sentences: 0, traceless: 0 },
    },
    ticket: null,
    closings: closingsIn(commits.toReversed(), anyTickets),
    refs: [],
    records: [],
    risks: risksOf(files ?? []),
    commands: [],
    reviewers: [],
    ...rest,
  };
}

export function template(text: string, given: Partial<PullRequestTemplate> = {}): PullRequestTemplate {
  return {
    path: '.github/pull_request_template.md',
    name: 'pull_request_template',
    text,
    host: 'github',
    use: 'default',
    hasVariables: false,
    lineEnd: '\n',
    ...given,
  };
}
