import type { FileStat } from '../activity/facts';
import { count } from '../drafts/words';
import { codeText, inlineText } from '../text/escape';
import { firstSentence } from '../text/plainText';
import type { LinkedRecord, PullRequestInput } from './pullRequestInput';

/** A way that was not taken, as people write of it in a commit. */
const otherWay =
  /\b(?:instead of|rather than|alternatives?|as opposed to|we considered|considered using|was tried|we tried|ruled out)\b/i;
const mostFiles = 8;
const mostRows = 6;

/**
 * What git and the code show of a branch, for the first section of a record about it: what changed, which records it
 * touches, and what its commits say of other ways. Why it was done is not among it: that is the person's to say.
 */
export function decisionFacts({ change, records }: PullRequestInput): readonly string[] {
  const { branch, base, commits, files, lasting } = change;
  const from = branch === null ? 'HEAD' : codeText(branch);
  const changed = [...(files ?? [])].sort((a, b) => linesOf(b) - linesOf(a));
  const more = changed.length - mostFiles;
  const touched = records.flatMap(row);
  const ways = lasting.commits.flatMap(({ hash, body }) => {
    const found = body.split(/\n\s*\n/).map((part) => part.replace(/\s+/g, ' ').trim());
    return found.flatMap((part) => {
      const at = part.search(otherWay);
      const start = at < 0 ? -1 : Math.max(0, part.lastIndexOf('. ', at) + 1);
      return start < 0
        ? []
        : [`- ${inlineText(firstSentence(part.slice(start).trim()))} (${codeText(hash.slice(0, 7))})`];
    });
  });
  return [
    `${from} changes ${count(changed.length, 'file')} in ${count(commits.length, 'commit')} that ${codeText(base.name)} does not have:`,
    '',
    ...changed.slice(0, mostFiles).map(({ path }) => `- ${codeText(path)}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...list('Records that it touches:', touched),
    ...list('Its commits say of other ways:', ways),
  ];
}

function linesOf({ added, removed }: FileStat): number {
  return (added ?? 0) + (removed ?? 0);
}

function list(lead: string, rows: readonly string[]): readonly string[] {
  if (rows.length === 0) return [];
  const more = rows.length - mostRows;
  return ['', lead, '', ...rows.slice(0, mostRows), ...(more > 0 ? [`- and ${more} more`] : [])];
}

/** A record that only names a changed file says little about the change. */
function row(record: LinkedRecord): readonly string[] {
  const verbs: Partial<Record<LinkedRecord['how'], string>> = {
    added: 'adds',
    changed: 'edits',
    implements: 'cites',
    cites: 'cites',
    scope: 'is in the scope of',
  };
  const verb = verbs[record.how];
  const status = record.statusText === null ? '' : ` (${inlineText(record.statusText, 60)})`;
  return verb === undefined
    ? []
    : [`- ${verb} ${inlineText([record.label, record.title].filter(Boolean).join(' '))}${status}`];
}
