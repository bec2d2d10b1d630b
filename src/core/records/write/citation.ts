import { basename, dirname } from '../../files/paths';
import { relativeHref } from '../../files/relativeHref';
import { pageOfSite } from '../../names/antora';
import { recordLabel } from '../../names/series';
import { sameNumber, stemOf } from '../../names/spelling';
import type { Flavour } from '../../text/document';
import { fileLink, oneLine } from '../../text/escape';
import { type DocRecord, fileOf } from '../record';

/** What records of a repository call one another: `ADR-0012`, `12. Use X`, `Use X`, the file's name. */
export type CitingStyle = 'label' | 'number-and-title' | 'title' | 'slug';

/** How most of the supersessions that records state name the other one; labels where there are none. */
export function citingStyleOf(records: readonly DocRecord[]): CitingStyle {
  const counts = { label: 0, 'number-and-title': 0, title: 0, slug: 0 };
  const titles = new Map(records.map(({ path, title }) => [path, title]));
  for (const { supersedes, supersededBy } of records) {
    for (const { text, path, mirrored } of [...supersedes, ...supersededBy]) {
      if (mirrored || path === null) continue;
      if (/^\d{1,6}\.\s/.test(text)) counts['number-and-title']++;
      else if (text === stemOf(path)) counts.slug++;
      else if (text === titles.get(path)) counts.title++;
      else counts.label++;
    }
  }
  const [most] = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] > 0 ? (most[0] as CitingStyle) : 'label';
}

/**
 * A record as another one cites it, in that one's markup: a link, or in front matter the name alone, as MADR has it.
 * @param from the record that cites
 */
export function citationIn(
  from: Pick<DocRecord, 'path' | 'part'>,
  target: DocRecord,
  style: CitingStyle,
  as: Flavour | 'front-matter',
): string {
  const label = recordLabel(target);
  if (as === 'front-matter') return style === 'slug' || label === null ? stemOf(target.path) : label;
  const name = shownName(target, label, style);
  const href = hrefFrom(from, target);
  // Behind a bracket a number begins no list, so that it needs no backslash.
  if (as === 'markdown') return fileLink(name, href).replace(/^(\[\d{1,9})\\/, '$1');
  const plain = oneLine(name).replace(/[`<>[\]_|]/g, ' ');
  if (as === 'rst') return `\`${plain} <${href}>\`_`;
  const page = pageOfSite(fileOf(from), fileOf(target));
  return `xref:${page === null ? href : page + target.path.slice(fileOf(target).length)}[${plain}]`;
}

function shownName(target: DocRecord, label: string | null, style: CitingStyle): string {
  if (style === 'slug') return stemOf(target.path);
  if (style === 'number-and-title' && target.id !== null && /^\d{1,6}$/.test(target.id))
    return `${sameNumber(target.id)}. ${target.title}`;
  return (style === 'title' ? null : label) ?? target.title;
}

function hrefFrom(from: Pick<DocRecord, 'path' | 'part'>, target: DocRecord): string {
  const [here, there] = [fileOf(from), fileOf(target)];
  const anchor = target.path.slice(there.length);
  if (here === there && anchor !== '') return anchor;
  return `${relativeHref(dirname(here), there) || basename(there)}${anchor}`;
}
