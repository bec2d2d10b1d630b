import type { Reference } from '../links/link';
import { resolveAll } from '../links/resolve';
import { respelledPath } from '../links/respelledPath';
import { scanReferences } from '../links/scan';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { DocRecord } from '../records/record';
import type { CheckedFile } from './checkedFile';
import { spanOfReference } from './checkedFile';
import type { Fix } from './finding';
import { rewriting } from './rewriting';
import type { Known } from './rule';

/** A change of one reference so that it cites another record in the spelling that it has; undefined where none is sure. */
export function citing(
  code: 'retired-record' | 'stale-slug',
  reference: Reference,
  target: DocRecord,
  file: CheckedFile,
  { world }: Known,
): Fix | undefined {
  const text = respelled(reference, target, file.path);
  if (text === null || text === reference.text || target.part !== undefined) return undefined;
  const line = file.line(reference.line);
  const start = reference.column - 1;
  const changed = line.slice(0, start) + text + line.slice(start + reference.length);
  const there = resolveAll(scanReferences(changed, file.path), file.path, world).find(
    ({ column }) => column === start + 1,
  );
  // What the line then says is read as it will be read: a spelling that leads elsewhere is no fix.
  if (there?.target !== target.path || there.stale || there.text !== text) return undefined;
  return rewriting(code, file.path, spanOfReference(reference), text);
}

function respelled({ form, text, name, number, beside }: Reference, target: DocRecord, from: FilePath): string | null {
  if (form === 'id') {
    // A title or slug beside the number would stay behind.
    const isTitled = beside !== null && (beside.words !== null || beside.href !== null);
    return isTitled || number === null ? null : respelledNumber(text, number, target);
  }
  if (form !== 'path' || name === null || !text.startsWith(name)) return null;
  const path = respelledPath(name, target.path, from);
  // A fragment named a part of the other document.
  return path === null || text.includes('#') ? null : path + text.slice(name.length);
}

/** `ADR 7` -> `ADR 12`, `adr-0007` -> `adr-0012`: only where both are of one series. */
function respelledNumber(text: string, number: string, target: DocRecord): string | null {
  const label = recordLabel(target);
  if (label === null || target.id === null || !text.endsWith(number)) return null;
  const id = /^\d+$/.test(target.id)
    ? String(Number(target.id)).padStart(number.startsWith('0') ? number.length : 0, '0')
    : target.id;
  return text.slice(0, text.length - number.length) + id;
}
