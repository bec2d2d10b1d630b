import { basename } from '../files/paths';
import { leadsInto } from '../forge/remotes';
import { isPathAtForge } from '../forge/repositoryUrl';
import type { ParsedRecord, WrittenRelation } from '../records/record';
import { hasScheme } from '../text/scheme';
import { besideNumber } from './beside';
import { type MeantByNumber, meantByNumber } from './meantByNumber';
import { type MeantByPath, meantByPath } from './meantByPath';
import { meantByUrl } from './meantByUrl';
import type { World } from './nameLookup';
import { none } from './nearness';
import { partMeant } from './partMeant';
import { datedNumber, withoutExtension } from './spelling';
import { writtenPath } from './writtenPath';

/** The series and number that a text begins with: `15. DNS`, `0012-slug`, `ADR-12`, `ADR-12a`, `ADR #0012`. */
const identifier = new RegExp(
  String.raw`^(?:([A-Za-z][A-Za-z0-9]{0,11}(?:-[A-Za-z]{2,12}){0,3})[-_ #]{0,2}|#)?(${datedNumber}|\d{1,8}(?:\.\d{1,2}|[a-z](?![A-Za-z\d]))?)(?!\d)`,
);
const maxText = 200;

/**
 * The record that a supersession in `from` names, or null where there is none or several are as near. A link is
 * resolved by its path; words by number, then file name, then title, as references are.
 *
 * A URL outside of our own repository is a discussion or a foreign record, so that its words are not resolved.
 */
export function meantByRelation(
  from: ParsedRecord,
  { text, href }: Pick<WrittenRelation, 'text' | 'href'>,
  world: World,
): ParsedRecord | null {
  if (href === null && isPathAtForge(text)) return null;
  const linked = href === null ? null : byTarget(from, href, world);
  if (linked?.kind === 'one' && href !== null) return partMeant(linked.record, href, world);
  if (linked?.kind === 'several') return null;
  if (href !== null && isUrl(href) && !leadsInto(world.remotes, href)) return null;
  const found = byWords(from, text.slice(0, maxText).trim(), world);
  return found.kind === 'one' ? found.record : null;
}

function isUrl(href: string): boolean {
  return hasScheme(href) || href.startsWith('//');
}

function byTarget(from: ParsedRecord, href: string, world: World): MeantByPath {
  // Some hosts name the file in the query, so that is kept.
  if (isUrl(href)) return meantByUrl({ ...writtenPath(href), name: href }, from.path, world);
  const path = href.split(/[?#]/, 1)[0] ?? '';
  if (path === '') return besideIt(from, href, world);
  return meantByPath(writtenPath(path), from.path, world);
}

/** `#adr-0003`: another record of the same file. */
function besideIt(from: ParsedRecord, href: string, world: World): MeantByPath {
  const file = from.part && world.names.get(from.part.file);
  const record = file && partMeant(file, href, world);
  return record && record !== file ? { kind: 'one', record } : none;
}

function byWords({ path }: ParsedRecord, text: string, world: World): MeantByNumber {
  const { names } = world;
  const [whole = '', prefix = null, number] = identifier.exec(text) ?? [];
  if (number !== undefined) {
    const beside = besideNumber(text, 0, whole.length);
    const numbered = meantByNumber({ prefix, number, beside }, path, world);
    if (numbered.kind !== 'none') return numbered;
  }
  const named = names.nearest(names.bySlug(withoutExtension(basename(text))), path);
  return named.kind === 'none' ? names.nearest(names.byTitle(text), path) : named;
}
