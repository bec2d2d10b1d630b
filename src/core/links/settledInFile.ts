import type { NameLookup } from '../names/nameLookup';
import { sameNumber } from '../names/spelling';
import type { FilePath } from '../ports';
import { isDecided } from '../records/record';
import type { RawReference, Reference } from './link';

/** Where a reference leads, without its place. */
export type Answer = Pick<Reference, 'resolution' | 'target' | 'candidates' | 'stale'>;

/** What numbers are compared by: `ADR 7` for `adr-0007`. */
export function keyOf(prefix: string | null, number: string): string {
  return `${prefix ?? 'ADR'} ${sameNumber(number)}`;
}

/** How many references before and behind one are searched for others of its link. */
const mostInLink = 12;

const none: readonly FilePath[] = [];

/**
 * The answers to the references of a file, changed by what other references of the same line or file show.
 * @param answers each resolved by itself; may be changed in place
 */
export function settledInFile(
  raws: readonly RawReference[],
  answers: (Answer | null)[],
  names: NameLookup,
): readonly (Answer | null)[] {
  const clear = answers.some((answer) => answer?.resolution === 'ambiguous') ? settledByLine(raws, answers) : answers;
  apart(raws, clear, names);
  return clear.some((answer) => answer?.resolution === 'missing') ? withoutOwned(raws, clear) : clear;
}

/** `[ADR-12](docs/adr/0012-….md)`: of two records numbered 12 it means the one that the line also links to. */
function settled(answer: Answer, onLine: ReadonlySet<FilePath> | undefined): Answer {
  if (answer.resolution !== 'ambiguous' || !onLine) return answer;
  const [target, ...others] = answer.candidates.filter((candidate) => onLine.has(candidate));
  if (target === undefined || others.length > 0) return answer;
  return { ...answer, resolution: 'resolved', target, candidates: none };
}

/**
 * A link whose text has the number of one record and which leads to another could mean either. A link whose text has the
 * number of the other too speaks of both.
 */
function apart(raws: readonly RawReference[], answers: (Answer | null)[], names: NameLookup): void {
  for (const [at, raw] of raws.entries()) {
    const answer = answers[at];
    const href = raw.isLabel ? raw.beside?.href : null;
    if (!href || answer?.resolution !== 'resolved' || answer.target === null) continue;
    const from = Math.max(0, at - mostInLink);
    const near = raws.slice(from, at + mostInLink).map((other, index) => ({ other, answer: answers[from + index] }));
    const onLine = near.filter(({ other }) => other.line === raw.line);
    const linked = onLine.find(({ other }) => other.offset > raw.offset && other.text === href)?.answer?.target ?? null;
    const record = linked === null ? undefined : names.get(linked);
    if (linked === null || !record?.id || !isDecided(record.kind) || linked === answer.target) continue;
    const isNamed = onLine.some((one) => one.other.beside?.href === href && one.answer?.target === linked);
    if (isNamed || names.get(answer.target)?.part?.file === linked) continue;
    answers[at] = { resolution: 'ambiguous', target: null, candidates: [linked, answer.target] };
  }
}

function settledByLine(raws: readonly RawReference[], answers: readonly (Answer | null)[]): (Answer | null)[] {
  const named = targetsByLine(raws, answers, () => true);
  // A path with little in common with the only record of its number leads nowhere, whatever number its link's text has.
  const besideLinks = targetsByLine(raws, answers, ({ isLabel }) => !isLabel);
  const addresses = targetsByLine(raws, answers, ({ form }) => form === 'path' || form === 'url');
  const withNumber = new Set(raws.flatMap(({ form, line }) => (form === 'id' ? [line] : [])));
  return answers.map((answer, at) => {
    const { form, line } = raws[at] ?? {};
    if (answer === null || line === undefined) return answer;
    const isLost = form === 'path' && answer.candidates.length === 1;
    const onLine = settled(answer, (isLost ? besideLinks : named).get(line));
    if (form !== 'id' || answer.candidates.length < 2) return onLine;
    // In a wrapped comment an address has a line of its own: it belongs to a number in the line above or below.
    const near = [line - 1, line + 1].filter((each) => !withNumber.has(each));
    return settled(onLine, new Set(near.flatMap((each) => [...(addresses.get(each) ?? [])])));
  });
}

function targetsByLine(
  raws: readonly RawReference[],
  answers: readonly (Answer | null)[],
  counts: (raw: RawReference) => boolean,
): ReadonlyMap<number, ReadonlySet<FilePath>> {
  const targets = new Map<number, Set<FilePath>>();
  for (const [at, raw] of raws.entries()) {
    const target = counts(raw) ? (answers[at]?.target ?? null) : null;
    if (target !== null) targets.set(raw.line, (targets.get(raw.line) ?? new Set()).add(target));
  }
  return targets;
}

/** Drops numbers that are missing here and that another line of the file gives to an owner, who may be elsewhere. */
function withoutOwned(raws: readonly RawReference[], answers: readonly (Answer | null)[]): readonly (Answer | null)[] {
  const key = ({ prefix, number }: RawReference) => (number === null ? '' : keyOf(prefix, number));
  const owned = new Set(
    raws.flatMap((raw, at) => {
      const isOwned = raw.form === 'id' && raw.beside !== null && (raw.beside.owner ?? raw.beside.place) !== null;
      return isOwned && (answers[at] === null || answers[at]?.resolution === 'foreign') ? key(raw) : [];
    }),
  );
  return answers.map((answer, at) => {
    const raw = raws[at];
    return answer?.resolution === 'missing' && raw?.form === 'id' && owned.has(key(raw)) ? null : answer;
  });
}
