/** Abbreviations whose full stop ends no sentence, without it. */
const abbreviations: ReadonlySet<string> = new Set(
  'e.g i.e eg ie etc vs cf al approx resp incl no nr fig sec ch st dr mr mrs ms prof inc ltd co z.b d.h u.a bzw ca p.ex'.split(
    ' ',
  ),
);

/** The first sentence of plain text; all of it where none ends. */
export function firstSentence(text: string): string {
  // Chinese and Japanese have no space after a sentence; what is quoted goes on.
  const ends = /[.!?](?=["'\u201d)\]]{0,2}(?:\s|$))|[\u3002\uff01\uff1f\uff61](?![\u300d\u300f\uff09\u201d])/g;
  for (const match of text.matchAll(ends)) {
    if (/[^.!?]/.test(match[0])) return text.slice(0, match.index + 1);
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    const word = (/[^\s("']*$/.exec(before)?.[0] ?? '').toLowerCase();
    // The number of an option or a list item: "2. Cookies" at the beginning or in quotes.
    const isNumber = /^\d{1,2}$/.test(word) && !/[\p{L}\d][\s]{1,3}\d{1,2}$/u.test(before);
    const isInitial = /^\p{L}$/u.test(word) && match[0] === '.';
    const next = text
      .slice(match.index + 1)
      .trimStart()
      .charAt(0);
    const goesOn = match[0] === '.' && /\p{Ll}/u.test(next);
    if (match[0] === '.' && (abbreviations.has(word) || isInitial || isNumber || goesOn)) continue;
    const close = /^["'\u201d)\]]{0,2}/.exec(text.slice(match.index + 1))?.[0] ?? '';
    return text.slice(0, match.index + 1) + close;
  }
  return text;
}
