import type { BytesResult, DirectoryEntry, FilePath, FileStore } from '../core/ports';
import { digest, digestOfContent } from './digest';
import { type Listed, listedAs } from './directoryLists';
import { Notes } from './notes';

/** Files that are known by their bytes, having no stamp: with more of them looking again is no gain. */
const mostRead = 64;

const noStamp = '';

/**
 * Passes on what is asked of a store, and notes each question with what tells its answer from every other. What a
 * deterministic program makes of the answers is the same while the notes hold.
 */
export class NotedFiles implements FileStore {
  private readonly stamps = new Map<FilePath, string>();
  private readonly lists = new Map<FilePath, Listed>();
  private readonly others = new Map<string, string>();
  /** Files that had no stamp and were read. */
  private readonly unstamped = new Set<FilePath>();
  private isSteady = true;

  constructor(private readonly files: FileStore) {}

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    const stamp = (await this.files.listStamp?.(directory)) ?? null;
    const entries = this.files.list(directory);
    const list = await listedAs(entries, stamp);
    const before = this.lists.get(directory);
    if (before && before.names !== list.names) this.isSteady = false;
    // What the first list had holds since its stamp.
    else if (!before) this.lists.set(directory, list);
    return entries;
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    // Whatever had a stamp before it was read has the same bytes while that stays.
    const stamp = this.stamps.get(file) ?? (await this.stamp(file)) ?? noStamp;
    const result = await this.files.read(file, maxBytes);
    // What could not be had may be another time.
    if (stamp !== noStamp && (result.ok || result.reason === 'too-large')) return result;
    this.unstamped.add(file);
    if (this.unstamped.size <= mostRead)
      this.note(this.others, asked(`read ${maxBytes}`, file), digestOfContent(result));
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
    return new Notes(stamps, new Map(this.lists), new Map(this.others));
  }

  private note(known: Map<string, string>, question: string, answer: string): void {
    if ((known.get(question) ?? answer) !== answer) this.isSteady = false;
    known.set(question, answer);
  }
}

function asked(how: string, path: FilePath): string {
  return `${how}\t${JSON.stringify(path)}`;
}
