import type { CommitFact } from './facts';
import type { LandedRequest } from './merges';

/** One of the requests that a merge queue landed by one merge. */
export interface RolledUp extends LandedRequest {
  /** The tip of its branch. */
  readonly tip: string;
  readonly branch: string | null;
}

/** Homu's rollup: each request was merged by itself into what the queue then merged. */
const part = /^Rollup merge of (#\d+) - [^\s:]+:(\S+), r=/;
/** Bors: one merge with a parent for each request, in the order of the numbers. */
const batch = /^Merge((?: #\d+){2,50})$/;

/** The requests that a merge landed together; none where it is no such merge, or does not say which is which. */
export function rolledUpIn(merge: CommitFact, arrived: readonly CommitFact[]): readonly RolledUp[] {
  const numbers = batch.exec(merge.subject)?.[1]?.trim().split(' ') ?? [];
  if (numbers.length === merge.parents.length - 1) {
    return merge.parents.slice(1).map((tip, at) => {
      const number = numbers[at] ?? null;
      return { tip, number, branch: null, title: number && titleIn(merge.body, number) };
    });
  }
  return arrived.flatMap(({ subject, body, parents: [, tip] }) => {
    const [, number, branch] = part.exec(subject) ?? [];
    if (tip === undefined || number === undefined || branch === undefined) return [];
    return [{ tip, number, branch, title: body.split('\n', 1)[0]?.trim() || null }];
  });
}

/** `12: Trim names r=ben a=ann`, as the body of the batch has it. */
function titleIn(body: string, number: string): string | null {
  const start = `${number.slice(1)}: `;
  const line = body.split('\n').find((each) => each.startsWith(start));
  return (
    line
      ?.slice(start.length)
      .replace(/ r=\S+(?: a=\S+)?\s*$/, '')
      .trim() || null
  );
}
