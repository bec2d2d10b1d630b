import type { BranchCommit } from './branchFacts';
import { isListItem } from './messageText';

/** Commits whose messages are reduced to what still holds. */
export interface Overtaken {
  /** Newest first. */
  readonly commits: readonly BranchCommit[];
  /** How many sentences were left out of them. */
  readonly sentences: number;
  /** How many other commits leave nothing to merge: their changes were taken back, or are in the base already. */
  readonly traceless: number;
}

/** Words that something stays as it was or is left for later, which a later commit of the branch may have made untrue. */
const limits =
  /\b(?:(?:just |exactly |the same )?as (?:it was )?before|unaffected|untouched|unchanged|for now|for the time being|for the moment|not yet|(?:is|are|be) left (?:as (?:is|it is|they are|before)|alone|for (?:later|another|a later|the next))|(?:later|next|following|future|subsequent|separate|another|follow-?up) (?:commit|patch|change|pr|pull request|step)s?|not (?:affected|changed|touched)|does not (?:change|affect|touch))\b/i;

const code = '`([^`\\s]{2,80})`|((?:--)?[A-Za-z_][\\w.:-]{1,80}(?:\\(\\))?)';
const made = new RegExp(
  `\\b(?:(?:add|introduc|creat|expos|provid|implement|defin)(?:e?s|e?d|ing|e)?|renam\\w{0,3}\\b.{1,100}?\\b(?:to|into|as)|call(?:ed|s)?|replac\\w{0,3}\\b.{1,100}?\\b(?:with|by)|new)\\s+(?:(?:an?|the|new|it|its|public|private|static|async|(?:\\w{3,15}))\\s+){0,2}?(?:${code})`,
  'gi',
);
/** Names that only code has: `total_of`, `totalOf`, `Ledger::Total`, `--total`, `total()`. */
const shaped = /[a-z\d][A-Z]|_|::|\(\)$|^--\w|\w\.\w/;

const mostCommits = 60;

/** Names that sentences say were made, in commits whose files a later one of the branch changed again. */
export function namesToCheck(commits: readonly BranchCommit[]): readonly string[] {
  const asked = revisited(commits).flatMap(({ subject, body }) => [subject, ...sentencesIn(body)]);
  return [...new Set(asked.flatMap(namesMade))];
}

/**
 * The commits without what a later commit of the same files made untrue: sentences on what stays as it was, and on
 * names that no changed file has any more. A commit whose subject names something that is gone is left out.
 *
 * @param isGone whether a name is nowhere in the changed files as they are now
 */
export function withoutOvertaken(
  { commits, traceless }: Pick<Overtaken, 'commits' | 'traceless'>,
  isGone: (name: string) => boolean,
): Overtaken {
  const again = new Set(revisited(commits));
  let sentences = 0;
  const isPast = (sentence: string) => namesMade(sentence).some(isGone);
  const kept = commits.flatMap((commit) => {
    if (!again.has(commit)) return [commit];
    if (isPast(commit.subject) || isRenamedAgain(commit, commits)) return [];
    const { text, left } = without(commit.body, (sentence) => limits.test(sentence) || isPast(sentence));
    sentences += left;
    return [left === 0 ? commit : { ...commit, body: text }];
  });
  return kept.length > 0 ? { commits: kept, sentences, traceless } : { commits, sentences: 0, traceless };
}

/** The commits of which a later one changed a file again; none where there are very many commits. */
function revisited(commits: readonly BranchCommit[]): readonly BranchCommit[] {
  if (commits.length > mostCommits) return [];
  return commits.filter(({ files }, at) =>
    commits.slice(0, at).some((later) => later.files.some((path) => files.includes(path))),
  );
}

function namesMade(sentence: string): readonly string[] {
  return [...sentence.slice(0, 1_000).matchAll(made)].flatMap(([, quoted, bare]) => {
    const name = quoted ?? (bare !== undefined && shaped.test(bare) ? bare : undefined);
    return name === undefined ? [] : [(name.split('(', 1)[0] ?? '').replace(/[.:,;]{1,5}$/, '')];
  });
}

const rename = /\brenam\w{0,3}\s{1,3}(.{2,60}?)\s{1,3}(?:to|into|as|->|→)\s{1,3}(.{2,60})$/i;

/** Whether a later commit renames the same thing again: `Rename job to task`, then `Rename task to work`. */
function isRenamedAgain({ subject }: BranchCommit, commits: readonly BranchCommit[]): boolean {
  const to = rename.exec(subject.slice(0, 300).trim())?.[2];
  if (to === undefined) return false;
  const later = commits.slice(
    0,
    commits.findIndex((commit) => commit.subject === subject),
  );
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[`"'.]/g, '')
      .replace(/\bback$/, '')
      .trim();
  return later.some((commit) => bare(rename.exec(commit.subject)?.[1] ?? '') === bare(to));
}

function sentencesIn(body: string): readonly string[] {
  return passages(body).flatMap(({ sentences }) => sentences);
}

/** Paragraphs with their sentences, and lists with their items. Code and other blocks with a layout have no sentences. */
function passages(
  body: string,
): readonly { readonly lines: readonly string[]; readonly sentences: readonly string[] }[] {
  return body.split(/\n[ \t]*\n/).map((block) => {
    const lines = block.split('\n');
    if (/^\s*(?:```|~~~|#|>|\|)/.test(block) || lines.every((line) => /^(?: {4}|\t)/.test(line))) {
      return { lines, sentences: [] };
    }
    const items: string[] = [];
    for (const line of lines) {
      if (items.length === 0 || isListItem(line)) items.push(line);
      else items[items.length - 1] += `\n${line}`;
    }
    const isList = isListItem(lines[0] ?? '');
    return { lines, sentences: isList ? items : items.flatMap((item) => item.split(/(?<=[.!?])\s+/)) };
  });
}

function without(
  body: string,
  isLeft: (sentence: string) => boolean,
): { readonly text: string; readonly left: number } {
  let left = 0;
  const blocks = passages(body).map(({ lines, sentences }) => {
    const kept = sentences.filter((sentence) => !isLeft(sentence.replace(/\s+/g, ' ')));
    if (kept.length === sentences.length) return lines.join('\n');
    left += sentences.length - kept.length;
    return kept.join(isListItem(lines[0] ?? '') ? '\n' : ' ');
  });
  return { text: left === 0 ? body : blocks.filter((block) => block.trim() !== '').join('\n\n'), left };
}
