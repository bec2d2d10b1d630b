import { basename, decodeOnce } from '../files/paths';
import { withoutEnd } from '../text/withoutEnd';
import { numberOfName } from './spelling';

/** A path as written, with the series and number that its last part begins with. */
export interface WrittenPath {
  readonly name: string;
  readonly prefix: string | null;
  readonly number: string | null;
}

/** A link's destination, without fragment and query, as a written path. */
export function writtenPath(href: string): WrittenPath {
  const name = href.split(/[?#]/, 1)[0] ?? '';
  return { name, ...(numberOfName(lastOf(name)) ?? { prefix: null, number: null }) };
}

/** The last part of a written path, percent-decoded: `ADR%207.md` is a file name with a blank. */
export function lastOf(name: string): string {
  const last = basename(withoutEnd(name, '/'));
  return decodeOnce(last) ?? last;
}

/** A written path, percent-decoded and in lower case, without `./`, `../` and `/` before it or a slash behind it. */
export function plain(name: string): string {
  return (decodeOnce(name) ?? name)
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** `0016` and `adr-16` of a path that stops after the number. */
export function isCut(name: string): boolean {
  return /^(?:[A-Za-z]+[-_]?)?\d+(?:\.\d+)?[-_]?$/.test(name);
}
