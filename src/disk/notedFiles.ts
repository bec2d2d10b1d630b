import { createHash } from 'node:crypto';
import type { BytesResult, DirectoryEntry, FilePath, FileStore } from '../core/ports';

/** Files that are known by their bytes, having no stamp: with more of them looking again is no gain. */
const mostRead = 64;

/** What was asked, each with what tells its answer from every other. */
export interface Notes {
  readonly stamps: ReadonlyMap<FilePath, string>;
  /** What each directory has. */
  readonly lists: ReadonlyMap<FilePath, string>;
  /** By the question. */
  readonly others: ReadonlyMap<string, string>;
}

/**
 * What is asked beside the files, by a word for it. Answers a text that tells the answer from every other, or null where
 * none is certain to. Never rejects.
 */
export type OtherQuestions = Readonly<Record<string, () => Promise<string | null>>>;

/**
 * Passes on what is asked of a store, and notes each question with what tells its answer from every other. What a
 * deterministic program makes of the answers is the same while the notes hold.
 */
export class NotedFiles implements FileStore {
  private readonly stamps = new Map<FilePath, string>();
  private readonly lists = new Map<FilePath, string>();
  private readonly others = new Map<string, string>();
  /** Files that had no stamp and were read. */
  private readonly unstamped = new Set<FilePath>();
  private isSteady = true;

  constructor(private readonly files: FileStore) {}

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    const entries = this.files.list(directory);
    const list = await listing(entries);
    this.note(this.lists, directory, list);
    return entries;
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    // Whatever had a stamp before it was read has the same bytes while that stays.
    const stamp = this.stamps.get(file) ?? (await this.stamp(file)) ?? noStamp;
    const result = await this.files.read(file, maxBytes);
    // What could not be had may be another time.
    if (stamp !== noStamp && (result.ok || result.reason === 'too-large')) return result;
    this.unstamped.add(file);
    if (this.unstamped.size <= mostRead) this.note(this.others, asked(`read ${maxBytes}`, file), content(result));
    return result;
  }

  async stamp(file: FilePath): Promise<string | null> {
    const stamp = (await this.files.stamp?.(file)) ?? null;
    this.note(this.stamps, file, stamp ?? noStamp);
    return stamp;
  }

  /** @param answer as of `OtherQuestions` */
  noteOther(question: string, answer: string | null): void {
    if (answer === null) this.isSteady = false;
    else this.note(this.others, asked(question, ''), digest(answer));
  }

  /** What was asked so far; null where too much was, or something that cannot be asked again with certainty. */
  taken(): Notes | null {
    if (!this.isSteady || this.unstamped.size > mostRead) return null;
    const stamps = new Map(this.stamps);
    for (const [path, stamp] of this.stamps) {
      if (stamp !== noStamp) continue;
      // Git may have looked into it.
      if (!this.unstamped.has(path)) return null;
      stamps.delete(path);
    }
    return { stamps, lists: new Map(this.lists), others: new Map(this.others) };
  }

  private note(known: Map<string, string>, question: string, answer: string): void {
    if ((known.get(question) ?? answer) !== answer) this.isSteady = false;
    known.set(question, answer);
  }
}

/** Notes in lines, sorted: all stamps are one of them, and all lists. @param besides notes that are left out */
export function writtenNotes({ stamps, lists, others }: Notes, besides: Notes | null = null): string {
  const lines = [...others].flatMap(([question, answer]) =>
    besides?.others.get(question) === answer ? [] : [`${question}\t${answer}`],
  );
  lines.push(...inOneNote(allStamps, stamps, besides?.stamps), ...inOneNote(allLists, lists, besides?.lists));
  return lines.sort().join('\n');
}

/** A digest of each would take as long as the look at a directory itself. */
function inOneNote(
  what: string,
  answers: ReadonlyMap<FilePath, string>,
  known: ReadonlyMap<FilePath, string> | undefined,
): readonly string[] {
  const own = [...answers.keys()].filter((path) => known?.get(path) !== answers.get(path)).sort();
  const all = own.map((path) => answers.get(path) ?? '');
  return own.length === 0 ? [] : [`${what}\t${JSON.stringify(own)}\t${digest(all.join(between))}`];
}

/** Whether all that is noted in the lines is so still. */
export async function hold(files: FileStore, written: string, questions: OtherQuestions): Promise<boolean> {
  for (const note of written === '' ? [] : written.split('\n')) {
    if (!(await holds(files, note, questions))) return false;
  }
  return true;
}

async function holds(files: FileStore, note: string, questions: OtherQuestions): Promise<boolean> {
  const [how = '', about = '', answer] = note.split('\t');
  const [what = '', maxBytes] = how.split(' ');
  if (what === allStamps) return (await stampsOf(files, JSON.parse(about))) === answer;
  if (what === allLists) return (await listsOf(files, JSON.parse(about))) === answer;
  const name: FilePath = JSON.parse(about);
  if (what === 'read') return content(await files.read(name, Number(maxBytes))) === answer;
  const now = (await questions[what]?.()) ?? null;
  return now !== null && digest(now) === answer;
}

/** Null where one has none. */
async function stampsOf(files: FileStore, paths: readonly FilePath[]): Promise<string | null> {
  const stamps: string[] = [];
  for (const path of paths) {
    const stamp = await files.stamp?.(path);
    if (typeof stamp !== 'string') return null;
    stamps.push(stamp);
  }
  return digest(stamps.join(between));
}

async function listsOf(files: FileStore, directories: readonly FilePath[]): Promise<string> {
  const lists: string[] = [];
  for (const directory of directories) lists.push(await listing(files.list(directory)));
  return digest(lists.join(between));
}

const noStamp = '';
const allStamps = 'stamps';
const allLists = 'lists';
/** In no stamp and no list, whose entries have something between two of it. */
const between = '\0\0';

function asked(how: string, path: FilePath): string {
  return `${how}\t${JSON.stringify(path)}`;
}

/** Most entries are files, whose names stand for themselves; none has a slash. A link is told by what it leads to, too. */
async function listing(entries: Promise<readonly DirectoryEntry[]>): Promise<string> {
  try {
    return (await entries).map(told).join('\0');
  } catch {
    return '/';
  }
}

function told({ name, kind, leadsTo }: DirectoryEntry): string {
  if (leadsTo !== undefined) return `${name}/${kind}/${leadsTo}`;
  return kind === 'file' ? name : `${name}/${kind}`;
}

function content(result: BytesResult): string {
  return result.ok ? digest(result.bytes) : result.reason;
}

function digest(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
