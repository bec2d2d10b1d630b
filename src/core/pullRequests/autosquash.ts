import type { BranchCommit } from './branchFacts';

const mark = /^(squash|amend)! (.+)$/;

/**
 * The commits with the messages that `git rebase --autosquash` would give them: an `amend!` replaces the message, a
 * `squash!` adds to it. The marked commits themselves stay, in their places.
 * @param commits newest first
 */
export function withAutosquashed(commits: readonly BranchCommit[]): readonly BranchCommit[] {
  const told = [...commits];
  // The oldest first: a later mark applies to what an earlier one made of the message.
  for (let at = commits.length - 1; at >= 0; at--) {
    const commit = commits[at];
    const [, kind, named] = mark.exec(commit?.subject ?? '') ?? [];
    if (commit === undefined || kind === undefined || commit.body.trim() === '') continue;
    const place = commits.findIndex((other, index) => index > at && other.subject === named);
    const original = told[place];
    if (original) told[place] = { ...original, ...(kind === 'amend' ? amended(commit) : added(original, commit)) };
  }
  return told;
}

type Message = Pick<BranchCommit, 'subject' | 'body' | 'trailers'>;

/** The new message of an `amend!` is the whole text below its mark. */
function amended({ body, trailers }: BranchCommit): Message {
  const [subject = '', ...lines] = body.trim().split('\n');
  return { subject: subject.trim(), body: lines.join('\n').trim(), trailers };
}

function added({ subject, body, trailers }: BranchCommit, more: BranchCommit): Message {
  const both = (one: string, other: string, between: string) => [one, other].filter(Boolean).join(between);
  return { subject, body: both(body, more.body.trim(), '\n\n'), trailers: both(trailers, more.trailers, '\n') };
}
