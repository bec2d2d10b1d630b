import { createHash } from 'node:crypto';
import type { BytesResult, DirectoryEntry, FilePath, FileStore } from '../core/ports';

/** Files that are known by their bytes, having no stamp: with more of them looking again is no gain. */
const mostRead = 64;

/**
 * Passes on what is asked of a store, and notes each question with what tells its answer from every other. What a
 * deterministic program makes of the answers is the same while the notes hold.
 */
export class NotedFiles implements FileStore {
  private readonly notes = new Map<string, string>();
  private reads = 0;
  private isSteady = true;

  constructor(private readonly files: FileStore) {}

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    const entries = this.files.list(directory);
    this.note(asked('list', directory), await listing(entries));
    return entries;
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    // Whatever had a stamp before it was read has the same bytes while that stays.
    const stamp = this.notes.get(asked('stamp', file)) ?? (await this.stamp(file)) ?? noStamp;
    const result = await this.files.read(file, maxBytes);
    if (stamp !== noStamp) return result;
    if (++this.reads <= mostRead) this.note(asked(`read ${maxBytes}`, file), content(result));
    return result;
  }

  async stamp(file: FilePath): Promise<string | null> {
    const stamp = (await this.files.stamp?.(file)) ?? null;
    this.note(asked('stamp', file), stamp ?? noStamp);
    return stamp;
  }

  /** @param history what git's part of the answer rests on (`historyOf`); null where that is not known */
  noteHistory(history: string | null): void {
    if (history === null) this.isSteady = false;
    else this.note(asked(historyNote, ''), digest(history));
  }

  /** What was asked so far, sorted; null where too much was, or where the store did not say the same all the time. */
  taken(): readonly string[] | null {
    if (!this.isSteady || this.reads > mostRead) return null;
    // What is not certain of a file is noted with its bytes.
    const certain = [...this.notes].filter(([, answer]) => answer !== noStamp);
    return certain.map(([question, answer]) => `${question}\t${answer}`).sort();
  }

  private note(question: string, answer: string): void {
    if ((this.notes.get(question) ?? answer) !== answer) this.isSteady = false;
    this.notes.set(question, answer);
  }
}

/**
 * Whether the store gives the answer of a note still.
 * @param history as of `noteHistory`, now
 */
export async function holds(files: FileStore, note: string, history: () => Promise<string | null>): Promise<boolean> {
  const [how = '', path = '', answer] = note.split('\t');
  const [what, maxBytes] = how.split(' ');
  const name: FilePath = JSON.parse(path);
  if (what === historyNote) {
    const now = await history();
    return now !== null && digest(now) === answer;
  }
  if (what === 'stamp') return (await files.stamp?.(name)) === answer;
  if (what === 'list') return (await listing(files.list(name))) === answer;
  return content(await files.read(name, Number(maxBytes))) === answer;
}

const noStamp = '';
const historyNote = 'history';

function asked(how: string, path: FilePath): string {
  return `${how}\t${JSON.stringify(path)}`;
}

async function listing(entries: Promise<readonly DirectoryEntry[]>): Promise<string> {
  try {
    return digest((await entries).map(({ name, kind }) => `${name}/${kind}`).join('\0'));
  } catch {
    return 'none';
  }
}

function content(result: BytesResult): string {
  return result.ok ? digest(result.bytes) : result.reason;
}

function digest(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
