import type { ChangedFile, FileStat } from '../activity/facts';
import type { TouchedRecord } from '../drafts/handoffInput';
import { count } from '../drafts/words';
import { codeText, inlineText } from '../text/escape';
import { firstSentence } from '../text/plainText';
import type { BranchFacts } from './branchFacts';
import type { Overtaken } from './overtaken';

/** The changes that a decision is about. `core/tasks/gatherDecision` gathers them. */
export interface DecisionInput {
  /** Null where the branch has no commits of its own. */
  readonly change:
    | (Pick<BranchFacts, 'branch' | 'base' | 'commits' | 'files'> & { readonly lasting: Overtaken })
    | null;
  /** Null where git could not say. */
  readonly uncommitted: readonly ChangedFile[] | null;
  /** Records that the commits or the uncommitted changes touch. */
  readonly records: readonly Pick<TouchedRecord, 'how' | 'label' | 'title' | 'statusText'>[];
}

/** How people write in a commit of an alternative that was not taken. */
const otherWay =
  /\b(?:instead of|rather than|alternatives?|as opposed to|we considered|considered using|was tried|we tried|ruled out)\b/i;
const mostFiles = 8;
const mostRows = 6;

/**
 * What git and the code show of a change, for the first section of a record about it: what changed, which records it
 * touches, and what its commits say of alternatives. The reason is not among them, because only the person can give it.
 */
export function decisionFacts({ change, uncommitted, records }: DecisionInput): readonly string[] {
  const parts = [
    change === null ? [] : committed(change),
    notCommitted(uncommitted),
    list('Records that it touches:', records.flatMap(row), mostRows),
    list('Its commits say of other ways:', change?.lasting.commits.flatMap(otherWays) ?? [], mostRows),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : ['', ...part]));
}

function committed({ branch, base, commits, files }: NonNullable<DecisionInput['change']>): readonly string[] {
  const from = branch === null ? 'HEAD' : codeText(branch);
  const changed = [...(files ?? [])].sort((a, b) => linesOf(b) - linesOf(a)).map(({ path }) => `- ${codeText(path)}`);
  const [inFiles, inCommits] = [count(changed.length, 'file'), count(commits.length, 'commit')];
  return list(
    `${from} changes ${inFiles} in ${inCommits} that ${codeText(base.name)} does not have:`,
    changed,
    mostFiles,
  );
}

function notCommitted(uncommitted: DecisionInput['uncommitted']): readonly string[] {
  if (uncommitted === null) return ['Git could not say what is not committed yet.'];
  const paths = [...new Set(uncommitted.map(({ path }) => path))];
  return list(
    'Not committed yet:',
    paths.map((path) => `- ${codeText(path)}`),
    mostFiles,
  );
}

function otherWays({ hash, body }: Overtaken['commits'][number]): readonly string[] {
  const found = body.split(/\n\s*\n/).map((part) => part.replace(/\s+/g, ' ').trim());
  return found.flatMap((part) => {
    const at = part.search(otherWay);
    const start = at < 0 ? -1 : Math.max(0, part.lastIndexOf('. ', at) + 1);
    return start < 0
      ? []
      : [`- ${inlineText(firstSentence(part.slice(start).trim()))} (${codeText(hash.slice(0, 7))})`];
  });
}

function linesOf({ added, removed }: FileStat): number {
  return (added ?? 0) + (removed ?? 0);
}

function list(lead: string, rows: readonly string[], most: number): readonly string[] {
  if (rows.length === 0) return [];
  const more = rows.length - most;
  return [lead, '', ...rows.slice(0, most), ...(more > 0 ? [`- and ${more} more`] : [])];
}

/** A record that only names a changed file says little about the change. */
function row({ how, label, title, statusText }: DecisionInput['records'][number]): readonly string[] {
  const verbs: Partial<Record<TouchedRecord['how'], string>> = {
    added: 'adds',
    changed: 'edits',
    cites: 'cites',
    scope: 'is in the scope of',
  };
  const verb = verbs[how];
  const status = statusText === null ? '' : ` (${inlineText(statusText, 60)})`;
  return verb === undefined ? [] : [`- ${verb} ${inlineText([label, title].filter(Boolean).join(' '))}${status}`];
}
