/**
 * Text for a terminal, where a control character of a repository could move the cursor, hide what stands before it or
 * set the title: each is written as `\u001b`, which JSON reads as what it was. Lines and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(/(?!\r\n|[\t\n])\p{Cc}/gu, escaped);
}

/** The same for a part of a line; characters that show nothing, or turn text around, are written so, too. */
export function printableWords(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`;
}
