import type { FilePath } from '../ports';
import type { LocalDate } from '../time/localDate';

/** Where handoffs go in a folder that has none yet. */
const usualFolder = 'docs/handoffs';
const longestSlug = 40;

interface DatedRecord {
  readonly path: FilePath;
  readonly date: string | null;
}

/** The folder of the newest handoff that is there, so that the next one lies beside it. */
export function handoffFolder(handoffs: readonly DatedRecord[]): FilePath {
  const [first, ...others] = handoffs;
  if (first === undefined) return usualFolder;
  const newest = others.reduce((best, next) => ((next.date ?? '') > (best.date ?? '') ? next : best), first);
  return newest.path.split('/').slice(0, -1).join('/');
}

/** `docs/handoffs/2026-11-20-ann-lee-to-kenji-mori.md`; `to` is null for whoever is next. */
export function handoffPath(folder: FilePath, date: LocalDate, from: string, to: string | null): FilePath {
  const name = `${date}-${slug(from) || 'me'}-to-${slug(to ?? '') || 'next'}.md`;
  return folder === '' ? name : `${folder}/${name}`;
}

/** Letters and digits of any script; accents are left out, because file systems write them in two ways. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, longestSlug)
    .replace(/-$/, '');
}
