import { sameNumber, stemOf, withoutExtension } from '../records/catalogue';
import type { ParsedRecord } from '../records/record';
import type { RawReference } from './link';

/**
 * Keys under which a reference and every record that it could lead to meet, so that the files that may cite a record
 * are found without a look at all of them. A shared key proves nothing; a missing one rules a reference out.
 */

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `avoiddefaultexports` of `20200927-avoid-default-exports`: a slug may be written without its number. */
function withoutNumber(stem: string): string {
  return letters(stem.replace(/^(?:[a-z]{2,12}-?)?\d[\d-]*-(?=\p{L})/iu, ''));
}

function numberKey(digits: string): string {
  return `# ${sameNumber(digits)}`;
}

export function keysOfReference(raw: RawReference): readonly string[] {
  const keys = new Set<string>();
  if (raw.number !== null) keys.add(numberKey(raw.number));
  // A path of a README names its folder; a URL may hold the path in its query.
  for (const part of (raw.name ?? '').split(/[/?&=#]/).slice(-20)) {
    const name = decoded(part);
    // `0012-use-node.js` may be a whole stem: what looks like an extension is part of it.
    keys.add(letters(name)).add(letters(withoutExtension(name)));
  }
  keys.add(letters(raw.name ?? ''));
  keys.delete('');
  return [...keys];
}

export function keysOfRecord(record: ParsedRecord): readonly string[] {
  const stem = stemOf(record.path);
  const file = withoutExtension(record.path.slice(record.path.lastIndexOf('/') + 1));
  const names = [stem, file, record.id ?? '', record.title, record.runbook?.alert ?? ''].map(letters);
  const number = /^\d+/.exec(record.id ?? '')?.[0];
  const keys = new Set([...names, withoutNumber(stem), ...(number ? [numberKey(number)] : [])]);
  keys.delete('');
  return [...keys];
}
