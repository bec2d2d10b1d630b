import type { Draft } from '../drafts/draft';
import { comparable, fingerprintOf, splitFingerprints, withComment } from '../drafts/fingerprints';
import { type Line, readSections } from '../drafts/sections';
import { append } from '../lists';
import { splitLines } from '../text/lineEnds';
import { lastingCommits } from './lasting';
import { withoutOvertaken } from './overtaken';
import type { PullRequestInput } from './pullRequestInput';

/** Drafts of so many earlier states are compared. */
const mostStates = 12;
/** A text with fewer of a draft's own lines than these was not drafted. */
const fewestLines = 2;

interface KeyedLine extends Pick<Line, 'text'> {
  readonly key: string;
}

/**
 * A description with its comment of fingerprints put back, after the comment was deleted. Drafts of all states of
 * the branch are compared, and the one that shares the most lines with it gives the comment. Figures may differ,
 * because they are those of the day of the draft.
 * @param draftOf drafts the description of a state of the branch
 * @param own lines of the template, which say nothing about who wrote the text
 * @returns null where too little in it was drafted
 */
export function withLostComment(
  body: string,
  input: PullRequestInput,
  draftOf: (input: PullRequestInput) => Draft,
  own: ReadonlySet<string>,
): string | null {
  const there = linesOf(body);
  const found = statesOf(input).map((state) => matched(there, linesOf(splitFingerprints(draftOf(state).text).body)));
  const states = found.map((pairs) => {
    const rows = pairs.filter(({ drafted }) => isMechanical(drafted.text) && !own.has(drafted.text.trim()));
    const present = rows.filter(({ line }) => line !== null).length;
    return { pairs, present, missing: rows.length - present };
  });
  const [best] = states.toSorted((a, b) => b.present - b.missing - (a.present - a.missing) || a.missing - b.missing);
  if (best === undefined || best.present < fewestLines) return null;
  const recorded = best.pairs.map(({ drafted, line }) => fingerprintOf(drafted.key, (line ?? drafted).text));
  const headings = headingsIn(body, draftOf(input)).filter((heading) => !recorded.includes(heading));
  return withComment(body, [...recorded, ...headings]);
}

/**
 * Fingerprints of headings that the text shares with today's draft. The draft of that day may not have had them, and an
 * unclosed code fence ends only at a drafted heading.
 */
function headingsIn(body: string, { text }: Draft): readonly string[] {
  const lines = new Set(splitLines(body).map(comparable));
  return readSections(splitFingerprints(text).body, null, 'form').sections.flatMap(({ key, lines: [heading] }) =>
    key !== '' && heading && lines.has(comparable(heading.text)) ? [fingerprintOf(key, heading.text)] : [],
  );
}

/** A line of a draft with the line of the text that it matches; null where a person took it out or changed it. */
interface Match {
  readonly drafted: KeyedLine;
  readonly line: KeyedLine | null;
}

/** Matches each line of the draft with at most one of the text, in the same section first. */
function matched(there: readonly KeyedLine[], drafted: readonly KeyedLine[]): readonly Match[] {
  const free = new Map<string, KeyedLine[]>();
  for (const line of there.toReversed()) {
    for (const name of [`${line.key}\n${formOf(line.text)}`, formOf(line.text)]) {
      append(free, name, line);
    }
  }
  const taken = new Set<KeyedLine>();
  const take = (name: string): KeyedLine | null => {
    const alike = free.get(name) ?? [];
    while (alike.length > 0) {
      const line = alike.pop();
      if (line !== undefined && !taken.has(line)) {
        taken.add(line);
        return line;
      }
    }
    return null;
  };
  const inPlace = drafted.map((each) => take(`${each.key}\n${formOf(each.text)}`));
  return drafted.map((each, at) => ({ drafted: each, line: inPlace[at] ?? take(formOf(each.text)) }));
}

function linesOf(body: string): readonly KeyedLine[] {
  return readSections(body, null, 'form').sections.flatMap(({ key, lines }) =>
    lines.map(({ text }) => ({ key, text })),
  );
}

/** A line without its figures, and without what git did to a file. */
function formOf(line: string): string {
  return comparable(line.trimStart())
    .slice(0, 2_000)
    .replace(/\d{1,9}/g, '0')
    .replace(/\((?:new|deleted|moved)(?:, )?/g, '(')
    .replace(/\b(file|commit)s\b/g, '$1');
}

/** Whether only a draft can have a line: rows, labels and prompts. A reason could be copied from the commit. */
function isMechanical(line: string): boolean {
  return /^- |^\*\*[^*]{1,120}\*\*:?\s*$|‹/.test(line.trimStart());
}

/** The branch now and as it was before its newest commits, one by one, without files and risks of later commits. */
function statesOf(input: PullRequestInput): readonly PullRequestInput[] {
  const { commits, files } = input.change;
  return commits.slice(0, mostStates).map((_, left) => {
    if (left === 0) return input;
    const remaining = commits.slice(left);
    const later = new Set(commits.slice(0, left).flatMap((commit) => commit.files));
    const before = new Set(remaining.flatMap((commit) => commit.files));
    const isTouched = (path: string) => before.has(path) || !later.has(path);
    const lasting = withoutOvertaken(lastingCommits(remaining, null), () => false);
    return {
      ...input,
      risks: input.risks.filter((risk) => risk.files.some(isTouched)),
      change: {
        ...input.change,
        commits: remaining,
        lasting,
        files: files?.filter(({ path }) => isTouched(path)) ?? null,
      },
    };
  });
}
