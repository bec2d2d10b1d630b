import { ancestors, isInside, join } from '../files/paths';
import { isPublicForge, leadsInto, type Remote } from '../forge/remotes';
import { parseRepositoryUrl } from '../forge/repositoryUrl';
import type { FilePath } from '../ports';
import { codeFolders, documentFolders } from '../records/find/folderNames';
import type { ParsedRecord } from '../records/record';
import { hasScheme } from '../text/scheme';
import { isPathOfAnnex } from './annex';
import { componentMark, isOtherComponent } from './antora';
import type { Beside } from './beside';
import { isAnotherTitle, significantWords, wordsInCommon } from './likeness';
import { meantByPath } from './meantByPath';
import type { NameLookup, World } from './nameLookup';
import type { Found } from './nearness';
import type { Owner } from './owner';
import { partMeant } from './partMeant';
import { slugOf, stemOf, wordsOf } from './spelling';
import { writtenPath } from './writtenPath';

/** A number as written, with what stands beside it. */
export interface WrittenNumber {
  /** The series in capitals, or null where none is named. */
  readonly prefix: string | null;
  readonly number: string;
  readonly beside: Beside | null;
}

/**
 * `foreign`: the text beside the number names another repository. `untold`: it names an owner who may be in this team
 * or another, or makes the number part of another name (`ADR-12-QuickStart`).
 */
export type MeantByNumber = Found | { readonly kind: 'foreign' } | { readonly kind: 'untold' };

/**
 * The record that a number in `from` means. A repository beside the number makes it foreign. A folder chooses among
 * packages; a link around the number, and a slug or title after it, choose among records of one number. A slug or title
 * that has no word of the record's leaves the record as a candidate only.
 */
export function meantByNumber({ prefix, number, beside }: WrittenNumber, from: FilePath, world: World): MeantByNumber {
  const { names } = world;
  const candidates = names.byNumber(prefix, number);
  if (beside === null) return names.nearest(candidates, from);
  const place = placeMeant(beside.place, from, world);
  if (place === 'elsewhere' || isForeignPage(beside.href, world.remotes)) return { kind: 'foreign' };
  const linked = linkedRecord(beside.href, from, world);
  if (linked && candidates.includes(linked)) return { kind: 'one', record: linked };
  if (beside.owner && !isOurs(beside.owner, beside, candidates, { from, world }))
    return { kind: beside.owner.is === 'name' || beside.owner.is === 'joined' ? 'untold' : 'foreign' };
  const inPlace = place === null ? [] : candidates.filter(({ path }) => isInside(path, place.folder));
  const found =
    inPlace.length > 0 ? names.nearest(inPlace, join(place?.folder ?? '', '.')) : names.nearest(candidates, from);
  if (beside.words === null) return found;
  const settled = settledByWords(found, candidates, beside, beside.words, names);
  // An annex and a drawing have a title of their own behind the number.
  const isOfOwn = (record: ParsedRecord) => isPathOfAnnex(from, record) || names.get(from)?.kind === 'diagram';
  const isTitle = found.kind === 'one' && isOfOwn(found.record) && isOfNoOther(settled, found.record, from);
  return isTitle ? found : settled;
}

/** Pairs of words with a slash between them that name no repository: `and/or`. */
const pairs: ReadonlySet<string> = new Set(
  (
    'and/or either/or client/server server/client read/write write/read input/output i/o request/response on/off yes/no ' +
    'true/false ui/ux ux/ui ci/cd tcp/ip start/stop push/pull get/set before/after n/a dev/prod frontend/backend ' +
    'backend/frontend design/architecture pros/cons if/else try/catch and/both'
  ).split(' '),
);
/** First parts of branches and of folders, which are no owner of a repository: `feature/x`. */
const noOwner: ReadonlySet<string> = new Set(
  (
    'feature feat features fix bugfix hotfix release releases chore topic refs heads tags origin upstream remotes ' +
    'test tests adr adrs rfc rfcs decision decisions packages services apps libs modules cmd tools config'
  ).split(' '),
);
const sourceFile =
  /\.(?:[cm]?[jt]sx?|py|rb|rs|go|java|kts?|cs|fs|cpp|hpp|[ch]|swift|php|exs?|sh|ya?ml|json|toml|md|sql|tf|vue)$/;

/** What a place beside a number is: another repository, a folder of this one, or null for neither. */
function placeMeant(
  place: string | null,
  from: FilePath,
  { files, remotes, components }: World,
): 'elsewhere' | { readonly folder: FilePath } | null {
  if (place === null) return null;
  if (place.startsWith(componentMark))
    return isOtherComponent(place.slice(componentMark.length), from, components ?? []) ? 'elsewhere' : null;
  const parts = place.toLowerCase().split('/');
  const repo = parts.at(-1) ?? '';
  const owner = parts.at(-2);
  if (
    remotes.some((remote) => remote.repo === repo && (owner === undefined || `/${remote.owner}`.endsWith(`/${owner}`)))
  )
    return null;
  const folder = [...ancestors(from), '']
    .map((base) => join(base, place))
    .find((path) => files.hasDirectory(path) || files.has(path));
  if (folder !== undefined) return { folder };
  if (owner === undefined) return 'elsewhere';
  const isPath = noOwner.has(owner) || codeFolders.has(owner) || documentFolders.has(owner) || sourceFile.test(repo);
  return isPath || pairs.has(`${owner}/${repo}`) || /^\d/.test(repo) ? null : 'elsewhere';
}

/** Whether what stands beside a number or a path says that it is another repository's. */
export function isElsewhere({ place, href }: Beside, from: FilePath, world: World): boolean {
  return placeMeant(place, from, world) === 'elsewhere' || isForeignPage(href, world.remotes);
}

/**
 * Whether a number is a record's here although the words before it name an owner: the title or slug behind it is the
 * record's, or the owner is of this repository.
 */
function isOurs(
  { name, is }: Owner,
  { words }: Beside,
  candidates: readonly ParsedRecord[],
  { from, world }: { readonly from: FilePath; readonly world: World },
): boolean {
  // Words with a dash (`follow-up`) describe a record that is here. If none has the number, they may be its repository.
  if (is === 'joined' && candidates.length > 0) return true;
  const about = significantWords(words ?? '');
  const isTitled = (record: ParsedRecord) =>
    wordsInCommon(about, { ...record, people: [], decision: null }) >= Math.min(2, about.length);
  if (about.length > 0 && candidates.some(isTitled)) return true;
  if (is === 'other') return false;
  if (world.remotes.some(({ owner, repo }) => repo === name || owner.split('/').includes(name))) return true;
  if (placeMeant(name, from, world) !== 'elsewhere') return true;
  return candidates.some(
    (record) =>
      wordsInCommon([name], record) > 0 || record.people.some((one) => one.toLowerCase().split(/\W+/).includes(name)),
  );
}

/** Sites of standards: `[RFC 7](https://www.rfc-editor.org/rfc/rfc7)` is no RFC of this repository. */
const standards =
  /^https?:\/\/(?:[\w-]{1,40}\.){0,3}(?:ietf\.org|rfc-editor\.org|w3\.org|iso\.org|peps\.python\.org)(?:[/?#]|$)/i;
const forgePage =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[\w.-]{1,100}\/[\w.-]{1,100}/i;

/** Whether a link around the number leads into another repository. */
function isForeignPage(href: string | null, remotes: readonly Remote[]): boolean {
  if (href !== null && standards.test(href)) return true;
  if (href === null || remotes.length === 0 || !/^https?:/i.test(href) || leadsInto(remotes, href)) return false;
  const remote = parseRepositoryUrl(href)?.remote;
  // An address that only reads like a forge's (`https://docs.example.org/document/d/x/edit`) names no repository.
  if (remote && !isPublicForge(remote.host) && !remotes.some(({ host }) => host === remote.host)) {
    return /(?:^|[.-])(?:git|gitea|forgejo|gitlab|github|bitbucket)(?:[.-]|$)/.test(remote.host);
  }
  return remote ? !remotes.some(({ repo }) => repo === remote.repo) : forgePage.test(href);
}

function linkedRecord(href: string | null, from: FilePath, world: World): ParsedRecord | null {
  if (href === null || hasScheme(href) || href.startsWith('#')) return null;
  const found = meantByPath(writtenPath(href), from, world);
  return found.kind === 'one' ? partMeant(found.record, href, world) : null;
}

function settledByWords(
  found: Found,
  candidates: readonly ParsedRecord[],
  { wordsAre }: Beside,
  words: string,
  names: NameLookup,
): MeantByNumber {
  const isNaming = wordsAre !== 'remark';
  if (found.kind === 'several') {
    const record = theOneNamed(words, found.records, isNaming ? 1 : 2);
    return record ? { kind: 'one', record } : found;
  }
  // A slug of one word may be a remark (`ADR-12-compliant`), and a title of one word says little.
  const isTelling = significantWords(words).length > 1 || (wordsAre === 'slug' && /[-_]/.test(words));
  if (found.kind !== 'one' || !isTelling) return found;
  if (beginsWith(found.record, words)) return found;
  const called = names.byTitle(words);
  // Words that are the whole title of other records contradict the number, however they are written.
  if (called.length > 0 && !called.includes(found.record)) {
    const numbered = called.find((record) => candidates.includes(record));
    return numbered ? { kind: 'one', record: numbered } : { kind: 'several', records: [found.record, ...called] };
  }
  if (!isNaming || !isAnotherTitle(words, found.record)) return found;
  // `ADR-12-QuickStart`, `ADR-12-Phase-1`: the name of something else, and no slug.
  if (wordsAre === 'slug' && /^\p{Lu}\p{Ll}[\p{L}\p{N}]*(?:-\d{1,3}(?:-\p{Lu}\p{Ll}{1,20})?)?$/u.test(words))
    return { kind: 'untold' };
  const record = theOneNamed(words, candidates, 1);
  return record ? { kind: 'one', record } : { kind: 'several', records: [found.record] };
}

/** Whether the words match no record besides this one and the one in `from`. */
function isOfNoOther(settled: MeantByNumber, { path }: ParsedRecord, from: FilePath): boolean {
  return settled.kind === 'several' && settled.records.every((record) => record.path === path || record.path === from);
}

/** The words may be only the first part of the title: `RFC 12: Search: All of it`. */
function beginsWith({ title }: ParsedRecord, words: string): boolean {
  return `${wordsOf(title)}-`.startsWith(`${wordsOf(words)}-`);
}

/**
 * The only one of the records that the words name: by its whole slug, by the beginning of its title, or by at least
 * `least` words in common where no other record has any.
 */
function theOneNamed(words: string, records: readonly ParsedRecord[], least: number): ParsedRecord | null {
  const slug = wordsOf(words);
  const exact = records.filter(({ path }) => slugOf(stemOf(path)) === slug);
  if (exact.length === 1) return exact[0] ?? null;
  const about = significantWords(words);
  const titled = about.length < 2 ? [] : records.filter((record) => beginsWith(record, words));
  if (titled.length === 1) return titled[0] ?? null;
  const alike = records.filter((record) => wordsInCommon(about, record) > 0);
  const [only] = alike;
  return only !== undefined && alike.length === 1 && wordsInCommon(about, only) >= least ? only : null;
}
