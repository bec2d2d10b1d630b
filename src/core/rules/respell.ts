import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { resolveAll } from '../links/resolve';
import { respelledPath } from '../links/respelledPath';
import { isRstName } from '../links/rstNames';
import { scanReferences } from '../links/scan';
import { isAnotherTitle } from '../names/likeness';
import { recordLabel } from '../names/series';
import type { DocRecord } from '../records/record';
import type { CheckedFile } from './checkedFile';
import { spanOfReference } from './checkedFile';
import type { Fix } from './finding';
import { inOneLink, isDefinition, linkAround } from './linkAround';
import { rewriting } from './rewriting';
import type { Known } from './rule';

/**
 * A fix by which a reference cites another record in its own spelling, with the numbers in the same link; undefined
 * where none is certain.
 */
export function respell(
  code: 'retired-record' | 'stale-slug',
  reference: Reference,
  target: DocRecord,
  file: CheckedFile,
  known: Known,
): Fix | undefined {
  if (target.part !== undefined) return undefined;
  const text = respelled(reference, target, file);
  if (text === null || text === reference.text) return undefined;
  const changes = [{ reference, text }];
  if (target.path !== reference.target) {
    const others = besideIn(reference, target, file);
    if (others === null) return undefined;
    changes.push(...others);
  }
  if (!leadsTo(target, changes, file, known)) return undefined;
  const [own, ...others] = changes.map((change) =>
    rewriting(code, file.path, spanOfReference(change.reference), change.text),
  );
  return own && { ...own, edits: [...own.edits, ...others.flatMap(({ edits }) => edits)] };
}

interface Respelled {
  readonly reference: Reference;
  readonly text: string;
}

/**
 * What else has to change where a reference is to cite another record: the numbers in the text of the same link. Null
 * where something would still name the earlier record: an address, a title, the name of a link definition.
 */
function besideIn(reference: Reference, target: DocRecord, file: CheckedFile): readonly Respelled[] | null {
  if (isDefinition(file, reference.line) || isRstName(reference, file.path)) return null;
  const link = linkAround(file, reference);
  if (link === null) return [];
  const others = inOneLink(reference, file).filter((other) => other.target === reference.target);
  if (reference.form === 'id' && !others.some(({ form }) => form === 'path')) return null;
  if (isAnotherTitle(link.text.replace(reference.text, ''), target)) return null;
  const changes = others.map((other) => ({ reference: other, text: respelled(other, target, file) }));
  return changes.every((change): change is Respelled => change.text !== null) ? changes : null;
}

/** Whether the changed line resolves to the target: a spelling that leads elsewhere is no fix. */
function leadsTo(target: DocRecord, changes: readonly Respelled[], file: CheckedFile, { world }: Known): boolean {
  let line = file.line(changes[0]?.reference.line ?? 0);
  for (const { reference, text } of [...changes].sort((a, b) => b.reference.column - a.reference.column)) {
    const start = reference.column - 1;
    line = line.slice(0, start) + text + line.slice(start + reference.length);
  }
  const there = resolveAll(scanReferences(line, file.path), file.path, world);
  return changes.every(({ text }) =>
    there.some((one) => one.text === text && one.target === target.path && one.stale !== true),
  );
}

function respelled(reference: Reference, target: DocRecord, file: CheckedFile): string | null {
  const { form, text, name, number, beside } = reference;
  if (form === 'id') {
    // A title or slug beside the number would stay behind.
    const isTitled = beside !== null && beside.words !== null;
    return isTitled || number === null ? null : respelledNumber(text, number, target);
  }
  if (form !== 'path' || name === null || !text.startsWith(name)) return null;
  const path = respelledPath(name, target.path, file.path, isAddress(reference, file));
  // A fragment is an anchor of the earlier document.
  return path === null || text.includes('#') ? null : path + text.slice(name.length);
}

/** Whether a path is the address of a link in Markdown or AsciiDoc. */
function isAddress(reference: Reference, file: CheckedFile): boolean {
  if (!isProsePath(file.path) || file.document.flavour === 'rst') return false;
  if (file.document.flavour === 'asciidoc')
    return /\b(?:xref|link):$/.test(file.line(reference.line).slice(0, reference.column - 1));
  return isDefinition(file, reference.line) || linkAround(file, reference)?.href.startsWith(reference.text) === true;
}

/** `ADR 7` -> `ADR 12`, `adr-0007` -> `adr-0012`. The series stays as written; `leadsTo` rejects a target of another. */
function respelledNumber(text: string, number: string, target: DocRecord): string | null {
  const label = recordLabel(target);
  if (label === null || target.id === null || !text.endsWith(number)) return null;
  const id = /^\d+$/.test(target.id)
    ? String(Number(target.id)).padStart(number.startsWith('0') ? number.length : 0, '0')
    : target.id;
  return text.slice(0, text.length - number.length) + id;
}
