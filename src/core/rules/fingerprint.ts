import type { FilePath } from '../ports';
import type { Finding } from './finding';

/**
 * A key for each finding that stays the same as long as its file, its rule and `about` do, wherever its line moves.
 * Equal findings of a file are counted from its beginning: `1f0c…-2` is the second.
 * @param pathOf what a file is called now, where the findings are of an earlier state
 */
export function fingerprints(
  findings: readonly Finding[],
  pathOf: (file: FilePath) => FilePath = (file) => file,
): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map(({ code, file, about }) => {
    const hash = hashOf(`${code}\n${pathOf(file)}\n${about}`);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}-${count}`;
  });
}

/** Two runs of FNV-1a over UTF-16 units, 64 bits in hexadecimal: short and the same everywhere; no secret rests on it. */
function hashOf(text: string): string {
  return [0x811c9dc5, 0x01000193].map((seed) => fnv(text, seed).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
