import type { Draft, TabStop } from '../../../core/drafts/draft';

/** With braces, since a digit may follow. */
const end = `\${0}`;

/**
 * A draft in VS Code's snippet syntax. Each place for a person is a tab stop, in the draft's order. All other text is
 * escaped, whatever a commit's subject looks like (`${TM_SELECTED_TEXT}`, `$1`). The last Tab ends after the last
 * place, or at the top where there is none: a draft ends with a comment below which no person writes.
 */
export function draftSnippet({ text, stops }: Draft): string {
  const numbered = stops.map((stop, index) => ({ ...stop, number: index + 1 })).sort((a, b) => a.offset - b.offset);
  // Overlapping stops would write text twice.
  let written = 0;
  const apart = numbered.filter(({ offset, length }) => {
    if (offset < written) return false;
    written = offset + length;
    return true;
  });
  const last = Math.max(0, ...apart.map(({ number }) => number));
  const pieces: string[] = last === 0 ? [end] : [];
  let at = 0;
  for (const stop of apart) {
    const behind = stop.offset + stop.length;
    pieces.push(plain(text.slice(at, stop.offset)), placeholder(stop.number, text.slice(stop.offset, behind), stop));
    if (stop.number === last) pieces.push(end);
    at = behind;
  }
  return [...pieces, plain(text.slice(at))].join('');
}

function placeholder(number: number, shown: string, { choices }: TabStop): string {
  if (choices === null || choices.length === 0) return `\${${number}:${plain(shown)}}`;
  const ordered = [shown, ...choices.filter((choice) => choice !== shown)];
  return `\${${number}|${ordered.map(choice).join(',')}|}`;
}

function plain(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function choice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}
