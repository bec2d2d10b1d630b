import { compareText } from '../text';
import type { Standing, ToldCommit, WorkItem } from './activity';
import { newestFirst } from './commitGraph';
import { type TicketRules, ticketOf } from './tickets';

/** A told commit with the names by which it finds its item. */
export interface PlacedCommit {
  readonly told: ToldCommit;
  /** Where somebody goes on with it; null where it is merged, or on no branch. */
  readonly branch: string | null;
  /** The branch that it was written on: `branch`, or the one by which it landed; null for the default branch. */
  readonly writtenOn: string | null;
  /** As what it landed in the default branch: the words of the pull request; null where nothing says it. */
  readonly landedAs: string | null;
}

/** What is not finished comes first. */
const standings: readonly Standing[] = ['local', 'pushed', 'merged'];
const longestTitle = 160;

/** Puts commits together by their ticket, else by the branch that they were written on; unfinished work first. */
export function workItemsOf(commits: readonly PlacedCommit[], rules: TicketRules): readonly WorkItem[] {
  const groups = new Map<string, { readonly ticket: string | null; readonly members: PlacedCommit[] }>();
  for (const commit of commits) {
    const { told, writtenOn, landedAs } = commit;
    // A host's "Merge pull request #12" names the request; what landed has a name of its own.
    const subject = told.merge && writtenOn !== null ? '' : told.subject;
    const request = told.merge ? '' : (landedAs ?? '');
    const ticket =
      ticketOf({ branch: writtenOn, subject, body: told.body }, rules) ??
      ticketOf({ branch: null, subject: request, body: '' }, rules);
    const key = ticket ?? writtenOn ?? '';
    const group = groups.get(key);
    if (group) group.members.push(commit);
    else groups.set(key, { ticket, members: [commit] });
  }
  return [...groups].map(([key, { ticket, members }]) => itemOf(key, ticket, members)).sort(unfinishedFirst);
}

function itemOf(key: string, ticket: string | null, members: readonly PlacedCommit[]): WorkItem {
  const newest = [...members].sort((a, b) => newestFirst(a.told, b.told));
  const commits = newest.map(({ told }) => told);
  const open = newest.filter(({ told }) => told.standing !== 'merged');
  const written = newest.find(({ writtenOn }) => writtenOn !== null)?.writtenOn ?? '';
  const landed = open.length === 0 ? (newest.find(({ landedAs }) => landedAs !== null)?.landedAs ?? '') : '';
  const title =
    subjectWithout(landed, ticket) ||
    wordsOfBranch(written, ticket) ||
    subjectWithout(commits[0]?.subject ?? '', ticket);
  return {
    key,
    ticket,
    branch: open.find(({ branch }) => branch !== null)?.branch ?? null,
    title: title.slice(0, longestTitle),
    standing: standings.find((standing) => commits.some((commit) => commit.standing === standing)) ?? 'merged',
    commits,
  };
}

/** `feature/LED-42-split_ledger` says "split ledger"; `''` where nothing is left that is a word. */
export function wordsOfBranch(branch: string, ticket: string | null): string {
  const ownName = branch.slice(branch.lastIndexOf('/') + 1);
  const at = ticket === null ? -1 : ownName.toLowerCase().indexOf(ticket.replace('#', '').toLowerCase());
  const rest = at < 0 ? ownName : ownName.slice(at + (ticket ?? '').replace('#', '').length);
  const words = rest.replace(/[-_\s]+/g, ' ').trim();
  return /\p{L}{3}/u.test(words) && !/^patch \d+$/.test(words) && ownName !== 'HEAD' ? words : '';
}

/** `LED-42: split the ledger` and `split the ledger (#12)` without the ticket, which stands beside it. */
function subjectWithout(subject: string, ticket: string | null): string {
  const suffix = `(${ticket})`;
  const text = subject.endsWith(suffix) ? subject.slice(0, -suffix.length).trimEnd() : subject;
  const bare = text.replace(/^[[(]?([\w#-]{2,20})[\])]?\s*[:\s–-]\s*/u, (start, word: string) =>
    word.toUpperCase() === ticket ? '' : start,
  );
  return bare === '' ? subject : bare;
}

function unfinishedFirst(a: WorkItem, b: WorkItem): number {
  const newest = ({ commits }: WorkItem) => commits[0]?.committed ?? 0;
  return (
    standings.indexOf(a.standing) - standings.indexOf(b.standing) || newest(b) - newest(a) || compareText(a.key, b.key)
  );
}
