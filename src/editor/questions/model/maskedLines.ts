import type { LineSpan } from '../../../core/permalinks/lineSpan';
import type { MaskedSecret, SecretMask } from '../../../core/secrets/maskSecrets';

export interface MaskedLines {
  readonly text: string;
  readonly masked: readonly MaskedSecret[];
}

/** A private key goes over many lines, of which somebody may have selected some in the middle. */
const linesAround = 200;

/** Lines of a text without the secrets in them, those included that begin before the lines or end behind them. */
export function maskedLines(mask: SecretMask, lines: readonly string[], { first, last }: LineSpan): MaskedLines {
  const from = Math.max(1, first - linesAround);
  const around = lines.slice(from - 1, last + linesAround);
  const { text, masked } = mask.mask(around.join('\n'), from);
  const inside = ({ line }: MaskedSecret) => first <= line && line <= last;
  const shown = text.split('\n').slice(first - from, last - from + 1);
  const isCut = shown[0] !== lines[first - 1] && !masked.some(({ line }) => line === first);
  const open = isCut ? masked.filter(({ line }) => line < first).slice(-1) : [];
  return {
    text: shown.join('\n'),
    masked: [...open.map(({ rule }) => ({ rule, line: first })), ...masked.filter(inside)],
  };
}
