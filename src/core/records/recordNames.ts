import type { FilePath } from '../ports';
import { sameNumber, stemOf, withoutExtension } from './catalogue';
import type { ParsedRecord, RecordKind, WrittenRelation } from './record';

/** Series that a text may give to a record that itself names none. */
const seriesOfKind: Partial<Record<RecordKind, RegExp>> = {
  decision: /^(?:ADRS?|ADL?|DR|DECISION|RECORD)$/,
  rfc: /^RFCS?$/,
};
/** What a text begins with: `15. DNS`, `0012-slug`, `ADR-12`, `ADR #0033`. */
const identifier = /^(?:([A-Za-z][A-Za-z0-9]{0,11}(?:-[A-Za-z]{2,12}){0,3})[-_ #]{0,2}|#)?(\d{1,6})(?!\d)/;
const maxText = 200;

type KeyGroup = 'number' | 'file' | 'title';

/** What a record can be found by. */
const keysOf: Readonly<Record<KeyGroup, (record: ParsedRecord) => readonly string[]>> = {
  number({ id, path }) {
    const number = id !== null && /^\d{1,6}$/.test(id) ? sameNumber(id) : null;
    return number === null ? [] : [`in ${folderOf(path)} ${number}`, `number ${number}`];
  },
  file({ path }) {
    const stem = stemOf(path).toLowerCase();
    const bare = withoutExtension(path).toLowerCase();
    const keys = [`bare ${bare}`, `stem ${stem}`];
    return baseOf(bare) === stem ? keys : [...keys, `bare ${path.slice(0, path.lastIndexOf('/')).toLowerCase()}`];
  },
  title({ title }) {
    return [`title ${wordsOf(title)}`];
  },
};

/**
 * Records by what a supersession may call them. Each kind of key is made for all records when it is first asked for:
 * most links resolve by their path alone.
 */
export class RecordNames {
  private readonly byKey = new Map<string, ParsedRecord[]>();
  private readonly made = new Set<KeyGroup>();

  constructor(private readonly records: ReadonlyMap<FilePath, ParsedRecord>) {}

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
    const path = resolvePath(parentOf(from.path), target);
    if (path !== null) {
      const found = this.records.get(path) ?? this.only('file', `bare ${withoutExtension(path).toLowerCase()}`);
      if (found) return found;
      const number = identifier.exec(stemOf(path))?.[2];
      const renamed = number === undefined ? null : this.only('number', `in ${folderOf(path)} ${sameNumber(number)}`);
      if (renamed) return renamed;
    }
    return this.only('file', `stem ${stemOf(target).toLowerCase()}`);
  }

  private byWords(from: ParsedRecord, words: string): ParsedRecord | null {
    const text = words.trim();
    return (
      this.byNumber(from, text) ??
      this.nearest(from, this.all('file', `stem ${withoutExtension(baseOf(text)).toLowerCase()}`)) ??
      this.nearest(from, wordsOf(text) === '' ? [] : this.all('title', `title ${wordsOf(text)}`))
    );
  }

  private byNumber(from: ParsedRecord, text: string): ParsedRecord | null {
    const [, prefix = null, digits] = identifier.exec(text) ?? [];
    if (digits === undefined) return null;
    const number = sameNumber(digits);
    const fits = (record: ParsedRecord) => fitsSeries(record, prefix?.toUpperCase() ?? null);
    const near = this.all('number', `in ${folderOf(from.path)} ${number}`).filter(fits);
    const found = near.length > 0 ? near : this.all('number', `number ${number}`).filter(fits);
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  private nearest(from: ParsedRecord, all: readonly ParsedRecord[]): ParsedRecord | null {
    if (all.length <= 1) return all[0] ?? null;
    const near = all.filter(({ path }) => folderOf(path) === folderOf(from.path));
    return near.length === 1 ? (near[0] ?? null) : null;
  }

  private only(group: KeyGroup, key: string): ParsedRecord | null {
    const all = this.all(group, key);
    return all.length === 1 ? (all[0] ?? null) : null;
  }

  private all(group: KeyGroup, key: string): readonly ParsedRecord[] {
    if (!this.made.has(group)) {
      this.made.add(group);
      for (const record of this.records.values()) for (const each of keysOf[group](record)) this.add(each, record);
    }
    return this.byKey.get(key) ?? [];
  }

  private add(key: string, record: ParsedRecord): void {
    const bucket = this.byKey.get(key);
    if (bucket) bucket.push(record);
    else this.byKey.set(key, [record]);
  }
}

/** The folder whose records are its neighbours: for a README that is the record, the folder above its own. */
function folderOf(path: FilePath): FilePath {
  const folder = parentOf(path);
  return stemOf(path) !== withoutExtension(baseOf(path)) && /\d/.test(stemOf(path)) ? parentOf(folder) : folder;
}

function parentOf(path: FilePath): FilePath {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
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

/** Whether a number with that prefix may be this record's: `ADR-3` may be `ODH-ADR-XAI-3`, `RFC-3` is no decision. */
function fitsSeries({ idPrefix, kind }: ParsedRecord, prefix: string | null): boolean {
  if (prefix === null || idPrefix === prefix) return true;
  return idPrefix === null ? (seriesOfKind[kind]?.test(prefix) ?? false) : idPrefix.split('-').includes(prefix);
}

function wordsOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
