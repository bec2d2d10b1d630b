import type { BytesResult, DirectoryEntry, FilePath, FileStore } from '../core/ports';
import { digest, digestOfContent } from './digest';
import { type Listed, listedAs } from './directoryLists';
import { Notes } from './notes';

/**
 * The most files without a stamp, which are known by a digest of their bytes: with more, checking them again is no
 * gain.
 */
const mostRead = 64;

const noStamp = '';

/**
 * Passes calls on to a store, and notes each question with a text that identifies its answer. A deterministic program
 * gives the same result while the notes hold.
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
    // The first list holds since its stamp.
    else if (!before) this.lists.set(directory, list);
    return entries;
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    // A file with a stamp from before it was read has the same bytes while the stamp stays.
    const stamp = this.stamps.get(file) ?? (await this.stamp(file)) ?? noStamp;
    const result = await this.files.read(file, maxBytes);
    // A file that could not be read may be readable another time.
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

  /** @param answer as `OtherQuestions` gives it */
  noteOther(question: string, answer: string | null): void {
    if (answer === null) this.isSteady = false;
    else this.note(this.others, asked(question, ''), digest(answer));
  }

  /** The notes so far; null where there are too many, or where an answer cannot be compared with certainty. */
  taken(): Notes | null {
    if (!this.isSteady || this.unstamped.size > mostRead) return null;
    const stamps = new Map(this.stamps);
    for (const [path, stamp] of this.stamps) {
      if (stamp !== noStamp) continue;
      // Git may have read the file.
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
