import type { LineSpan } from '../permalinks/codePermalink';
import type { MaskedSecret, SecretMask } from '../secrets/maskSecrets';

/** What a mask hides, kept in this window so that the asker can restore it: it may have been no secret. */
export interface HiddenSecret extends MaskedSecret {
  readonly lines: readonly { readonly masked: string; readonly original: string }[];
}

export interface MaskedLines {
  readonly text: string;
  readonly hidden: readonly HiddenSecret[];
}

/** A private key spans many lines, and a selection may hold only some from its middle. */
const linesAround = 200;

/** Lines of a text with secrets masked, also secrets that begin above the lines or end below them. */
export function maskedLines(mask: SecretMask, lines: readonly string[], { first, last }: LineSpan): MaskedLines {
  const from = Math.max(1, first - linesAround);
  const around = lines.slice(from - 1, last + linesAround);
  const { text, masked } = mask.mask(around.join('\n'), from);
  const shown = text.split('\n').slice(first - from, last - from + 1);
  const hidden: { rule: string; line: number; lines: HiddenSecret['lines'][number][] }[] = [];
  for (const [at, line] of shown.entries()) {
    const original = lines[first - 1 + at] ?? '';
    if (line === original) continue;
    const rules = masked.filter((one) => one.line === first + at).map(({ rule }) => rule);
    const [begun] = masked.filter((one) => one.line < first).slice(-1);
    // A masked line in which no secret begins continues the secret of the line before.
    if (rules.length > 0) hidden.push({ rule: [...new Set(rules)].join(', '), line: first + at, lines: [] });
    else if (hidden.length === 0) hidden.push({ rule: begun?.rule ?? '', line: first + at, lines: [] });
    hidden.at(-1)?.lines.push({ masked: line, original });
  }
  return { text: shown.join('\n'), hidden };
}

/** The document with the hidden lines restored, and with a note on those that are still masked. */
export function withOriginals(
  text: string,
  shown: readonly HiddenSecret[],
  note: { readonly start: string; readonly left: string | null },
): string {
  const pairs = shown
    .flatMap(({ lines }) => lines)
    .map(({ masked, original }) => [masked.trim(), original.trim()] as const)
    .filter(([masked]) => masked !== '');
  const lines = text.split('\n').map((line) => {
    const pair = pairs.find(([masked]) => line.includes(masked));
    return pair ? line.replace(pair[0], () => pair[1]) : line;
  });
  const at = lines.findIndex((line) => line.startsWith(`> ${note.start}`));
  if (at >= 0 && note.left !== null) lines[at] = `> ${note.left}`;
  if (at >= 0 && note.left === null) {
    const isSecond = lines[at - 1]?.trim() === '>';
    lines.splice(isSecond ? at - 1 : at, isSecond ? 2 : 1);
  }
  return lines.join('\n');
}
