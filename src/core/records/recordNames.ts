import type { FilePath } from '../ports';
import { sameNumber, stemOf, withoutExtension } from './catalogue';
import type { ParsedRecord, RecordKind, WrittenRelation } from './record';

/** Series that a text may give to a record that itself names none. */
const seriesOfKind: Partial<Record<RecordKind, RegExp>> = {
  decision: /^(?:ADRS?|ADL?|DR|DECISION|RECORD)$/,
  rfc: /^RFCS?$/,
};
const identifier = /^(?:([A-Za-z][A-Za-z0-9]{0,11}(?:-[A-Za-z]{2,12}){0,3})[-_ #]{0,2}|#)?(\d{1,6})(?!\d)/;
/** A text that begins with its number: `15. DNS`, `0012-slug`. */
const maxText = 200;

/** Records by what a supersession may call them. Keys are built once, so that each lookup is a map read. */
export class RecordNames {
  private readonly byKey = new Map<string, ParsedRecord[]>();

  constructor(private readonly records: ReadonlyMap<FilePath, ParsedRecord>) {
    for (const record of records.values()) {
      const folder = folderOf(record.path);
      const stem = stemOf(record.path).toLowerCase();
      this.add(`bare ${withoutExtension(record.path).toLowerCase()}`, record);
      this.add(`stem ${stem}`, record);
      if (withoutExtension(baseOf(record.path)).toLowerCase() !== stem)
        this.add(`bare ${folder.toLowerCase()}`, record);
      this.add(`title ${wordsOf(record.title)}`, record);
      const number = /^\d{1,6}$/.test(record.id ?? '') ? sameNumber(record.id ?? '') : null;
      if (number === null) continue;
      this.add(`in ${folder} ${number}`, record);
      this.add(`number ${number}`, record);
    }
  }

  /**
   * The record that a supersession in `from` names, or null: a link by its path (or, where the slug is stale, by the
   * number in that folder), words by number in the same folder, by number anywhere if only one has it, by file name,
   * by title. A web address is a pull request, a discussion or another repository.
   */
  find(from: ParsedRecord, { text, href }: Pick<WrittenRelation, 'text' | 'href'>): ParsedRecord | null {
    if (href === null) return this.byWords(from, text.slice(0, maxText));
    if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) return null;
    const target = decoded(href.split(/[?#]/, 1)[0] ?? '');
    if (target === '') return this.byWords(from, text.slice(0, maxText));
    return this.byTarget(from, target) ?? this.byWords(from, text.slice(0, maxText));
  }

  private byTarget(from: ParsedRecord, target: string): ParsedRecord | null {
    const path = resolvePath(folderOf(from.path), target);
    if (path !== null) {
      const found = this.records.get(path) ?? this.only(`bare ${withoutExtension(path).toLowerCase()}`);
      if (found) return found;
      const number = identifier.exec(stemOf(path))?.[2];
      const renamed = number === undefined ? null : this.only(`in ${folderOf(path)} ${sameNumber(number)}`);
      if (renamed) return renamed;
    }
    return this.only(`stem ${stemOf(target).toLowerCase()}`);
  }

  private byWords(from: ParsedRecord, text: string): ParsedRecord | null {
    const trimmed = text.trim();
    const name = this.nearest(from, `stem ${withoutExtension(baseOf(trimmed)).toLowerCase()}`);
    if (name) return name;
    const [, prefix = null, digits] = identifier.exec(trimmed) ?? [];
    if (digits !== undefined) {
      const number = sameNumber(digits);
      const fits = (record: ParsedRecord) => fitsSeries(record, prefix?.toUpperCase() ?? null);
      const near = (this.byKey.get(`in ${folderOf(from.path)} ${number}`) ?? []).filter(fits);
      if (near.length > 0) return near.length === 1 ? (near[0] ?? null) : null;
      const anywhere = (this.byKey.get(`number ${number}`) ?? []).filter(fits);
      if (anywhere.length === 1) return anywhere[0] ?? null;
    }
    const words = wordsOf(trimmed);
    return words === '' ? null : this.nearest(from, `title ${words}`);
  }

  private nearest(from: ParsedRecord, key: string): ParsedRecord | null {
    const all = this.byKey.get(key) ?? [];
    if (all.length <= 1) return all[0] ?? null;
    const near = all.filter(({ path }) => folderOf(path) === folderOf(from.path));
    return near.length === 1 ? (near[0] ?? null) : null;
  }

  private only(key: string): ParsedRecord | null {
    const all = this.byKey.get(key);
    return all?.length === 1 ? (all[0] ?? null) : null;
  }

  private add(key: string, record: ParsedRecord): void {
    const bucket = this.byKey.get(key);
    if (bucket) bucket.push(record);
    else this.byKey.set(key, [record]);
  }
}

/** The folder that a record lies in; for a README that is the record, the folder above its own. */
function folderOf(path: FilePath): FilePath {
  const end = path.lastIndexOf('/');
  const folder = end < 0 ? '' : path.slice(0, end);
  const isInside = end >= 0 && stemOf(path) !== withoutExtension(baseOf(path)) && /\d/.test(stemOf(path));
  return isInside ? folder.slice(0, Math.max(0, folder.lastIndexOf('/'))) : folder;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Relative to a folder, or to the root with a leading slash; null where it leaves the root. */
function resolvePath(folder: FilePath, target: string): FilePath | null {
  const parts = target.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') parts.push(step);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function fitsSeries(record: ParsedRecord, prefix: string | null): boolean {
  if (prefix === null || record.idPrefix === prefix) return true;
  if (record.idPrefix === null || !prefix.includes('-')) {
    if (record.idPrefix?.split('-').includes(prefix)) return true;
    return record.idPrefix === null && (seriesOfKind[record.kind]?.test(prefix) ?? false);
  }
  return false;
}

function wordsOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
