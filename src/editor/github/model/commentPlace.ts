import type { CommentPlace } from '../../../core/forge/forge';

/** The place of a comment as a person typed it. `kinds` are the kinds of place that the number may mean. */
export type PlaceWish =
  | { readonly kind: 'place'; readonly kinds: readonly CommentPlace['kind'][]; readonly number: number }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'words'; readonly words: string };

const kindOfFolder: ReadonlyMap<string, CommentPlace['kind']> = new Map([
  ['issues', 'issue'],
  // A pull request takes comments as an issue does.
  ['pull', 'issue'],
  ['discussions', 'discussion'],
]);

/** @param repositoryUrl `https://github.com/acme/ledger`: an address must be below it, so nothing goes elsewhere */
export function placeWish(typed: string, repositoryUrl: string): PlaceWish {
  const text = typed.trim();
  const number = /^#?([1-9]\d{0,9})$/.exec(text)?.[1];
  if (number !== undefined) return { kind: 'place', kinds: ['issue', 'discussion'], number: Number(number) };
  if (!/^https?:\/\//i.test(text)) return { kind: 'words', words: text.slice(0, 200) };
  const below = `${repositoryUrl}/`;
  if (text.slice(0, below.length).toLowerCase() !== below.toLowerCase()) return { kind: 'elsewhere' };
  const [, folder = '', digits = ''] = /^(\w+)\/([1-9]\d{0,9})(?=$|[/?#])/.exec(text.slice(below.length)) ?? [];
  const kind = kindOfFolder.get(folder);
  return kind ? { kind: 'place', kinds: [kind], number: Number(digits) } : { kind: 'elsewhere' };
}
