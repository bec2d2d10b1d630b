import { basename } from '../files/paths';
import { leadsInto } from '../forge/remotes';
import type { ParsedRecord, WrittenRelation } from '../records/record';
import { type MeantByPath, meantByPath, meantByUrl } from './meantByPath';
import type { World } from './nameLookup';
import type { Found } from './nearness';
import { numberOfName, withoutExtension } from './spelling';

/** What a text begins with: `15. DNS`, `0012-slug`, `ADR-12`, `ADR #0012`. */
const identifier = /^(?:([A-Za-z][A-Za-z0-9]{0,11}(?:-[A-Za-z]{2,12}){0,3})[-_ #]{0,2}|#)?(\d{1,8})(?!\d)/;
const maxText = 200;

/**
 * The record that a supersession in `from` names, or null where there is none or several are as near: a link by its
 * path, words by number, by file name, by title. The same engine answers as for references.
 *
 * A web address outside of the own repository is a discussion or another's record, whatever the words are.
 */
export function meantByRelation(
  from: ParsedRecord,
  { text, href }: Pick<WrittenRelation, 'text' | 'href'>,
  world: World,
): ParsedRecord | null {
  const linked = href === null ? null : byTarget(from, href, world);
  if (linked?.kind === 'one') return linked.record;
  if (href !== null && isUrl(href) && !leadsInto(world.remotes, href)) return null;
  const found = byWords(from, text.slice(0, maxText).trim(), world);
  return found.kind === 'one' ? found.record : null;
}

function isUrl(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//');
}

function byTarget(from: ParsedRecord, href: string, world: World): MeantByPath {
  if (isUrl(href)) return meantByUrl(writtenPath(href), from.path, world);
  const path = href.split(/[?#]/, 1)[0] ?? '';
  return path === '' ? { kind: 'none' } : meantByPath(writtenPath(path), from.path, world);
}

function writtenPath(name: string) {
  const bare = (name.split(/[?#]/, 1)[0] ?? '').replace(/\/+$/, '');
  return { name, ...(numberOfName(basename(bare)) ?? { prefix: null, number: null }) };
}

function byWords({ path }: ParsedRecord, text: string, { names }: World): Found {
  const [, series = null, digits] = identifier.exec(text) ?? [];
  const lookups = [
    () => (digits === undefined ? [] : names.byNumber(series, digits)),
    () => names.bySlug(withoutExtension(basename(text))),
    () => names.byTitle(text),
  ];
  for (const lookUp of lookups) {
    const found = names.nearest(lookUp(), path);
    if (found.kind !== 'none') return found;
  }
  return { kind: 'none' };
}
