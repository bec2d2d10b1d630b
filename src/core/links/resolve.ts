import { parseRepositoryUrl } from '../forge/repositoryUrl';
import { append } from '../lists';
import { isElsewhere } from '../names/meantByNumber';
import type { World } from '../names/nameLookup';
import { fragmentOf, partMeant } from '../names/partMeant';
import type { FilePath } from '../ports';
import { looksLikeDecision } from './documentPaths';
import type { RawReference, Reference } from './link';
import { type ForeignNumbers, folderOf, resolveNumber } from './resolveNumber';
import { foreign, missing, type Outcome, outcomeOf, resolvePath, resolveUrl } from './resolvePath';
import { type Answer, keyOf, settledInFile } from './settledInFile';

const none: readonly FilePath[] = [];

/** Words that a branch begins with: what follows the number there is no title of the record. */
const branch =
  /^(?:feature|feat|features|fix|bugfix|hotfix|release|releases|chore|topic|docs?|refactor|wip|users?|refs|heads|origin)\//i;
/** A series and number below at most two folders, without an extension: `architecture/ADR-12`, `feature/ADR-12-x`. */
const numberBelow = /^((?:[\w@-][\w.@-]*\/){1,2})[A-Za-z]{2,12}(?:-[A-Za-z]{2,12}){0,3}[-_ ]?\d{1,8}(?:[-_]([\w-]+))?$/;

/** `other-team/ADR-12`: a branch, or another's number. */
const ofOthers = /^(?:other|another|upstream|vendor|[\w-]{1,40}-team|team-[\w-]{1,40})\/$/;

/** Resolves a path; failing that, the number that it ends with, where it is hardly a path (`architecture/ADR-12`). */
function resolvePathOrNumber(raw: RawReference, from: FilePath, world: World, elsewhere: ForeignNumbers): Outcome {
  if (raw.beside && isElsewhere(raw.beside, from, world)) return looksLikeDecision(raw.name ?? '') ? foreign : null;
  const found = resolvePath(raw, from, world);
  const [, folders, words = null] = numberBelow.exec(raw.name ?? '') ?? [];
  if (folders === undefined || raw.prefix === null || (found && found.resolution !== 'missing')) return found;
  if (ofOthers.test(folders)) return null;
  const place = folders.split('/').length === 3 && !branch.test(folders) ? folders.slice(0, -1) : null;
  const wordsAre = branch.test(folders) ? 'remark' : 'slug';
  return resolveNumber({ ...raw, beside: { place, href: null, words, wordsAre } }, from, world, elsewhere);
}

function resolveSlug(raw: RawReference, from: FilePath, world: World): Outcome {
  const name = raw.name ?? '';
  const folders = name.split('/').slice(0, -1);
  const named = world.names.bySlug(name.slice(name.lastIndexOf('/') + 1));
  // `web/slug` names a package: the part before the slug stands somewhere on the record's path.
  const inFolder = named.filter(({ path }) => folders.every((folder) => path.split('/').includes(folder)));
  const found = outcomeOf(world.names.nearest(inFolder, from));
  if (found) return found;
  if (raw.number !== null) {
    const numbered = outcomeOf(world.names.nearest(world.names.byNumber(raw.prefix ?? 'ADR', raw.number), from));
    if (numbered?.resolution === 'resolved') return { ...numbered, stale: true };
    if (numbered) return numbered;
  }
  const explicit = raw.text.startsWith('@') || /^(?:\d{4}-\d\d|\d{8}-)/.test(name);
  return explicit && world.names.hasSeries('ADR') ? missing : null;
}

function resolveWiki(raw: RawReference, from: FilePath, world: World): Outcome {
  const name = raw.name ?? '';
  // Outside documents, double brackets are syntax (`[[nodiscard]]`, `[[bench]]`); a single word proves nothing there.
  if (!/[-_ /\d]/.test(name) && !/\.(?:mdx?|rst|adoc|txt)$/i.test(from)) return null;
  if (name.includes('/')) return resolvePath({ ...raw, name }, from, world);
  const { names } = world;
  const lookups = [() => names.bySlug(name), () => names.byFileName(name), () => names.byTitle(name)];
  for (const lookUp of lookups) {
    const found = outcomeOf(names.nearest(lookUp(), from));
    if (found) return found;
  }
  const numbered = resolveNumber(raw, from, world, new Map());
  return numbered?.resolution === 'resolved' ? { ...numbered, stale: true } : numbered;
}

function resolveAlert(raw: RawReference, from: FilePath, world: World): Outcome {
  const name = raw.name ?? '';
  const named = outcomeOf(world.names.nearest(world.names.byAlert(name), from));
  return named ?? (name.includes('/') ? resolvePath(raw, from, world) : null);
}

const resolvers: Record<
  RawReference['form'],
  (raw: RawReference, from: FilePath, world: World, elsewhere: ForeignNumbers) => Outcome
> = {
  id: resolveNumber,
  path: resolvePathOrNumber,
  url: resolveUrl,
  wiki: resolveWiki,
  annotation: resolveSlug,
  alert: resolveAlert,
};

/**
 * Where a raw reference in `from` leads among the records there are now, or null where it is no reference after
 * all: a series, path or name that no record here answers to. Nothing is guessed (docs/adr/0015).
 *
 * @param elsewhere what `foreignNumbers` says of the file
 */
function answerFor(raw: RawReference, from: FilePath, world: World, elsewhere: ForeignNumbers): Answer | null {
  const outcome = resolvers[raw.form](raw, from, world, elsewhere);
  if (!outcome) return null;
  return {
    resolution: outcome.resolution,
    // A URL or a path may end in a fragment that names a part of the file.
    target: outcome.resolution === 'resolved' ? partMeant(outcome.target, raw.text, world).path : null,
    candidates: outcome.resolution === 'ambiguous' ? outcome.candidates.map(({ path }) => path) : none,
    ...(outcome.resolution === 'resolved' && outcome.stale ? { stale: true } : {}),
  };
}

/** A cache key with all that an answer depends on within one file: what is cited many times is resolved once. */
function questionOf(raw: RawReference, elsewhere: ForeignNumbers): string {
  const { form, prefix, number, name, text, line, beside } = raw;
  const place = number !== null && elsewhere.has(keyOf(prefix, number)) ? line : '';
  const context = beside === null ? '' : JSON.stringify(beside);
  // `ADR #2023` and `ADR 2023` may be no references where the same with a dash is missing.
  const before = number === null ? '' : text.charAt(text.length - number.length - 1);
  return [form, prefix, number, name, text.charAt(0) === '@', before, fragmentOf(text), place, context].join('\n');
}

/** See `ForeignNumbers`. Only links into other repositories count, and only those whose file name has a number. */
function foreignNumbers(raws: readonly RawReference[], from: FilePath, world: World): ForeignNumbers {
  const found = new Map<string, number[]>();
  for (const raw of raws) {
    if (raw.form !== 'url' || raw.number === null) continue;
    // A page of a wiki or a site may be a copy of our own record; a file of another repository is not.
    if (parseRepositoryUrl(raw.name ?? '') === null) continue;
    if (resolveUrl(raw, from, world)?.resolution !== 'foreign') continue;
    append(found, keyOf(raw.prefix, raw.number), raw.line);
  }
  return found;
}

/** Where each of the references of one file leads; null for what turns out to be no reference. */
export function answersTo(raws: readonly RawReference[], from: FilePath, world: World): readonly (Answer | null)[] {
  const elsewhere = foreignNumbers(raws, from, world);
  const known = new Map<string, Answer | null>();
  const answers = raws.map((raw) => {
    const question = `${questionOf(raw, elsewhere)}\n${folderOf(raw, world.names) ?? ''}`;
    const before = known.get(question);
    const answer = before === undefined ? answerFor(raw, from, world, elsewhere) : before;
    known.set(question, answer);
    return answer;
  });
  return settledInFile(raws, answers, world.names);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Set field by field: V8 gives each object spread from two others a shape of its own, at three times the memory. */
export function referenceOf(raw: RawReference, { resolution, target, candidates, stale }: Answer): Reference {
  const { offset, length, line, column, text, form, prefix, number, name, beside } = raw;
  const reference: Mutable<Reference> = {
    offset,
    length,
    line,
    column,
    text,
    form,
    prefix,
    number,
    name,
    beside,
    resolution,
    target,
    candidates,
  };
  if (raw.isLabel) reference.isLabel = true;
  if (stale) reference.stale = true;
  return reference;
}

/** The answer of most references: one record, at its place and under its name. */
export function plainAnswer(target: FilePath): Answer {
  return { resolution: 'resolved', target, candidates: none };
}

/** References with their answers, in order. */
function answered(raws: readonly RawReference[], answers: readonly (Answer | null)[]): readonly Reference[] {
  return raws.flatMap((raw, at) => {
    const answer = answers[at];
    return answer ? [referenceOf(raw, answer)] : [];
  });
}

/** The references of one file, in order, without what turns out to be no reference. */
export function resolveAll(raws: readonly RawReference[], from: FilePath, world: World): readonly Reference[] {
  return answered(raws, answersTo(raws, from, world));
}
