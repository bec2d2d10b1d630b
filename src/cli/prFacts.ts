import type { BranchFacts } from '../core/pullRequests/branchFacts';
import type { PullRequestInput } from '../core/pullRequests/pullRequestInput';
import type { PullRequestTemplate } from '../core/pullRequests/templates';
import { suggestTitle } from '../core/pullRequests/title';

/**
 * What a description is written from. The contract of the command line's answers; fields are added, never changed.
 * Paths are relative to the repository with `/`, hashes full, commits newest first. Texts are as written there, but for secrets, which are masked.
 */
export function pullRequestFacts(
  input: PullRequestInput,
  { branch, head, base, mergeBase, buildsOn, files, truncated, limits }: BranchFacts,
  templates: readonly PullRequestTemplate[],
  template: PullRequestTemplate | null,
) {
  return {
    title: suggestTitle(input),
    branch,
    head,
    base,
    mergeBase,
    buildsOn,
    commits: input.change.commits.map(({ hash, subject, body, author, files: own }) => {
      return { hash, subject, body, author: author.name, files: own };
    }),
    files,
    truncated,
    limits,
    ticket: input.ticket,
    refs: input.refs,
    closes: input.closings,
    records: input.records.map(({ path, kind, label, title, status, statusText, how, files: tied, ties, decision }) => {
      const evidence = ties.map(({ file, evidence: detail }) => ({ file, ...detail }));
      return { path, kind, label, title, status, statusText, how, files: tied, evidence, decision };
    }),
    risks: input.risks,
    commands: input.commands,
    reviewers: input.reviewers.map(({ owner, person, files: owned }) => {
      return { owner, name: person?.name ?? null, files: owned };
    }),
    templates: templates.map(({ name, path, host, use }) => ({ name, path, host, use })),
    template: template?.path ?? null,
  };
}
