import type { FileFacts } from './fileFacts';
import type { FilePath, FileStore, Shelf } from './ports';
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
  private lines: Map<string, string>;
  private changes = 0;

  private constructor(
    private readonly files: FileStore,
    private shelf: Shelf | null,
    text: string | null,
  ) {
    this.lines = new Map((text ?? '').split('\n').map((line) => [line.slice(0, line.indexOf('\t')), line]));
    this.lines.delete('');
  }

  static async open(files: FileStore, shelf: Shelf | null): Promise<KeptFacts> {
    return new KeptFacts(files, shelf, (await shelf?.read()) ?? null);
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
    const kept = [...lines].flatMap(([name, line]) => (isThere(JSON.parse(name)) ? [line] : []));
    await shelf.write(kept.join('\n'));
  }
}

/** What of the path's meaning decides how the text is read. */
function kindOf(candidate: Candidate | null): string {
  return candidate === null ? '' : `${candidate.kind} ${candidate.how}`;
}
