import type { FileStat } from '../activity/facts';

/** Small words of drafts. Drafts are documents of a team, in English whatever the editor speaks. */

/** `1 commit`, `3 commits`, `2 branches`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a, b and c`. */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}

/** The first of a list and how many more there are: `a, b and 3 more`. */
export function listedUpTo(limit: number, texts: readonly string[], all = texts.length): string {
  const shown = texts.slice(0, limit);
  const more = Math.max(0, all - shown.length);
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

/** The first lines, and a last one that says how many there are beside them. */
export function upTo<Line>(limit: number, lines: readonly Line[], rest: (more: number) => Line): Line[] {
  // A line that says "1 more" takes the place of the one that it does not show.
  return lines.length <= limit ? [...lines] : [...lines.slice(0, limit - 1), rest(lines.length - limit + 1)];
}

/** `+12 −3`; `''` where git counted no lines, as for binary files, or for contents that a partial clone lacks. */
export function lineCounts(files: readonly Pick<FileStat, 'added' | 'removed'>[]): string {
  if (files.every(({ added }) => added === null)) return '';
  const sum = (of: 'added' | 'removed') => files.reduce((all, file) => all + (file[of] ?? 0), 0);
  return `+${sum('added')} \u2212${sum('removed')}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
