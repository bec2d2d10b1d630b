/**
 * What a text is called as a file: its letters and digits of any script, in lower case, without accents, because file
 * systems write these in two ways. It ends before the word that would make it too long; a first word that is longer is cut.
 * @param longest in UTF-16 units
 * @returns `''` for a text without letters and digits
 */
export function nameWords(text: string, longest: number, between = '-'): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  let name = '';
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (name === '') name = word.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
    else if (name.length + between.length + word.length <= longest) name += between + word;
    else break;
  }
  return name;
}

/**
 * `name` with `end`, or `name-2`, `name-3` … where a file or folder already has that name.
 * @param end the extension with its dot: `.md`; `''` for a folder
 * @param taken names in the folder
 */
export function freeName(name: string, end: string, taken: Iterable<string>): string {
  const there = new Set([...taken].map(alike));
  let free = name + end;
  for (let number = 2; there.has(alike(free)); number++) free = `${name}-${number}${end}`;
  return free;
}

/** Some file systems do not tell letter cases and ways to write an accent apart. */
function alike(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
