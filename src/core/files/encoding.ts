/** Encodings besides UTF-8 and UTF-16 that are detected from a file's bytes; `unknown` where none fits. */
export type ForeignEncoding = 'windows-1252' | 'shift_jis' | 'euc-jp' | 'euc-kr' | 'gb18030' | 'unknown';

export interface DecodedText {
  readonly text: string;
  /** Only where the bytes are neither UTF-8 nor marked as UTF-16. */
  readonly encoding?: ForeignEncoding;
}

const utf8 = new TextDecoder('utf-8');
const byteOrderMarks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];
const replaced = /\ufffd/g;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What Windows added to Latin-1; not every runtime decodes it. */
const windowsMarks = new Map(
  Object.entries({
    128: '€',
    130: '‚',
    131: 'ƒ',
    132: '„',
    133: '…',
    134: '†',
    135: '‡',
    136: 'ˆ',
    137: '‰',
    138: 'Š',
    139: '‹',
    140: 'Œ',
    142: 'Ž',
    145: '‘',
    146: '’',
    147: '“',
    148: '”',
    149: '•',
    150: '–',
    151: '—',
    152: '˜',
    153: '™',
    154: 'š',
    155: '›',
    156: 'œ',
    158: 'ž',
    159: 'Ÿ',
  }).map(([code, mark]) => [Number(code), mark] as const),
);

/**
 * How a text of each encoding is recognized, in the order in which they are tried: `letters` make up at least `share`
 * of the characters beyond ASCII, and are at least `least` in number. The same bytes can be valid Korean and Chinese,
 * so a few words of either are not enough.
 */
const multiByte: readonly {
  readonly encoding: ForeignEncoding;
  readonly letters: RegExp;
  readonly share: number;
  readonly least: number;
}[] = [
  { encoding: 'euc-jp', letters: kana, share: 0.2, least: 1 },
  { encoding: 'euc-kr', letters: /\p{Script=Hangul}/u, share: 0.9, least: 8 },
  { encoding: 'shift_jis', letters: /[\u3040-\u30ff\p{Script=Han}]/u, share: 0.6, least: 1 },
  { encoding: 'gb18030', letters: /\p{Script=Han}/u, share: 0.6, least: 8 },
];

/**
 * Decodes bytes as UTF-8 unless a byte order mark says otherwise; the mark is dropped. Other encodings are recognized
 * by their letters, and named. Where none fits, or where most of the text is UTF-8, invalid bytes become U+FFFD. Null
 * for binary content: bytes with a NUL.
 */
export function decode(bytes: Uint8Array): DecodedText | null {
  // Each byte order mark begins with a byte from 0xEF on; nearly no file does.
  const mark =
    (bytes[0] ?? 0) < 0xef
      ? undefined
      : byteOrderMarks.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte));
  const wide = mark !== undefined && mark.encoding !== 'utf-8';
  if (!wide && bytes.includes(0)) return null;
  const text = (wide ? new TextDecoder(mark.encoding) : utf8).decode(bytes);
  if (wide) return text.includes('\0') ? null : { text };
  // U+FFFD may be in the file itself: then the bytes are good UTF-8.
  if (!text.includes('\ufffd') || decodeWith('utf-8', bytes) !== null) return { text };
  const sound = (text.match(/[^\p{ASCII}\ufffd]/gu) ?? []).length;
  const isMostlyUtf8 = sound > 0 && sound >= (text.match(replaced) ?? []).length;
  return isMostlyUtf8 ? { text, encoding: 'unknown' } : (foreign(bytes) ?? { text, encoding: 'unknown' });
}

function foreign(bytes: Uint8Array): DecodedText | null {
  if (isLatin(bytes)) return { text: latinText(bytes), encoding: 'windows-1252' };
  for (const { encoding, letters, share, least } of multiByte) {
    const text = decodeWith(encoding, bytes);
    if (text === null) continue;
    const others = text.match(/[^\p{ASCII}\p{P}\s]/gu) ?? [];
    const known = others.filter((each) => letters.test(each)).length;
    if (known >= least && known / others.length >= share) return { text, encoding };
  }
  return null;
}

/** Whether bytes look like Windows-1252: mostly single letters or quotes between ASCII, and only bytes that it uses. */
function isLatin(bytes: Uint8Array): boolean {
  let runs = 0;
  let single = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (byte < 0xa0 && !windowsMarks.has(byte)) return false;
    if ((bytes[at - 1] ?? 0) >= 0x80) continue;
    runs++;
    if ((bytes[at + 1] ?? 0) < 0x80) single++;
  }
  return single * 2 > runs;
}

function latinText(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (one) => windowsMarks.get(one.charCodeAt(0)) ?? one);
}

/** Null where the bytes are not valid in the encoding. */
function decodeWith(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
