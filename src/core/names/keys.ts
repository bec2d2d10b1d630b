import { basename, decodeOnce } from '../files/paths';
import type { RawReference } from '../links/link';
import type { ParsedRecord } from '../records/record';
import { lettersOf, sameNumber, slugOf, stemOf, withoutExtension } from './spelling';

/**
 * Keys under which a reference and every record that it could lead to meet, so that the files that may cite a record
 * are found without a look at all of them. A shared key proves nothing; a missing one rules a reference out.
 */

function numberKey(digits: string): string {
  return `# ${sameNumber(digits)}`;
}

/** What a reference may find its record by: a record that it leads to has at least one of these keys, too. */
export function keysOfReference(raw: RawReference): readonly string[] {
  const keys = new Set<string>();
  if (raw.number !== null) keys.add(numberKey(raw.number));
  // A path of a README names its folder; a URL may hold the path in its query.
  for (const part of (raw.name ?? '').split(/[/?&=#]/).slice(-20)) {
    const name = decodeOnce(part) ?? part;
    // `0012-use-node.js` may be a whole stem: what looks like an extension is part of it.
    keys.add(lettersOf(name)).add(lettersOf(withoutExtension(name)));
  }
  keys.add(lettersOf(raw.name ?? ''));
  keys.delete('');
  return [...keys];
}

/** As `keysOfReference`, of a record. */
export function keysOfRecord(record: ParsedRecord): readonly string[] {
  const stem = stemOf(record.path);
  const file = withoutExtension(basename(record.path));
  const names = [stem, file, record.id ?? '', record.title, record.runbook?.alert ?? ''].map(lettersOf);
  const number = /^\d+/.exec(record.id ?? '')?.[0];
  // A slug may be written without its number.
  const keys = new Set([...names, lettersOf(slugOf(stem)), ...(number ? [numberKey(number)] : [])]);
  keys.delete('');
  return [...keys];
}
