import type { FileFacts } from './fileFacts';
import type { FilePath, FileStore, Pacer, Shelf } from './ports';
import type { Candidate } from './records/find/kindByFolder';

/** What is new is written once it is more than this share: writing costs more than reading a few files again. */
const worthShare = 0.05;

/** A file as it was before it was read; what is read of it now may be kept under that. */
interface Look {
  readonly facts: FileFacts | undefined;
  readonly stamp: string | null;
}

/**
 * The facts of files that were read before, by path, kind of record and stamp (docs/adr/0031). Which files there are is
 * never taken from here, and the facts of a file only where its stamp is the same. Without a shelf, and with files that
 * have no stamps, it knows nothing and keeps nothing.
 */
export class KeptFacts {
  /** Path, kind, stamp and facts, divided by tabs, which JSON has none of; taken apart when they are asked for. */
  private lines = new Map<string, string>();
  private changes = 0;

  private constructor(
    private readonly files: FileStore,
    private shelf: Shelf | null,
    private readonly pacer: Pacer,
  ) {}

  static async open(files: FileStore, shelf: Shelf | null, pacer: Pacer): Promise<KeptFacts> {
    const kept = new KeptFacts(files, shelf, pacer);
    await kept.take((await shelf?.read()) ?? '');
    return kept;
  }

  private async take(text: string): Promise<void> {
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf('\n', at);
      const line = text.slice(at, end < 0 ? text.length : end);
      this.lines.set(line.slice(0, line.indexOf('\t')), line);
      at += line.length + 1;
      await this.pacer.breathe();
    }
  }

  /** What is known of a file; its stamp has to be taken before it is read. */
  async look(path: FilePath, candidate: Candidate | null): Promise<Look> {
    const stamp = this.shelf === null ? null : ((await this.files.stamp?.(path)) ?? null);
    if (stamp === null) return { facts: undefined, stamp };
    const [, kind, known, facts] = this.lines.get(JSON.stringify(path))?.split('\t') ?? [];
    const isSame = kind === kindOf(candidate) && known === stamp && facts !== undefined;
    return { facts: isSame ? (JSON.parse(facts) as FileFacts) : undefined, stamp };
  }

  put(path: FilePath, candidate: Candidate | null, { stamp }: Look, facts: FileFacts): void {
    const name = JSON.stringify(path);
    const isKnown = this.lines.delete(name);
    if (stamp !== null) this.lines.set(name, [name, kindOf(candidate), stamp, JSON.stringify(facts)].join('\t'));
    if (stamp !== null || isKnown) this.changes++;
  }

  /** Writes what was learnt where it is worth it, without files that are gone, and lets go of everything. */
  async save(isThere: (path: FilePath) => boolean): Promise<void> {
    const { lines, changes, shelf } = this;
    this.lines = new Map();
    this.shelf = null;
    if (shelf === null || changes === 0 || changes < lines.size * worthShare) return;
    const kept: string[] = [];
    for (const [name, line] of lines) {
      if (isThere(JSON.parse(name))) kept.push(line);
      await this.pacer.breathe();
    }
    await shelf.write(kept.join('\n'));
  }
}

/** What of the path's meaning decides how the text is read. */
function kindOf(candidate: Candidate | null): string {
  return candidate === null ? '' : `${candidate.kind} ${candidate.how}`;
}
