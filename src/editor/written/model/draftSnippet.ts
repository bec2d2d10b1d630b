import type { Draft, TabStop } from '../../../core/drafts/draft';

/**
 * A draft in VS Code's snippet syntax: each place for a person is a tab stop in the draft's order, and everything else
 * stands for itself, whatever a commit's subject looks like (`${TM_SELECTED_TEXT}`, `$1`).
 */
export function draftSnippet({ text, stops }: Draft): string {
  const numbered = stops.map((stop, index) => ({ ...stop, number: index + 1 })).sort((a, b) => a.offset - b.offset);
  const pieces: string[] = [];
  let at = 0;
  for (const stop of numbered) {
    // Stops that reach into each other would write text twice.
    if (stop.offset < at) continue;
    const end = stop.offset + stop.length;
    pieces.push(plain(text.slice(at, stop.offset)), placeholder(stop.number, text.slice(stop.offset, end), stop));
    at = end;
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
