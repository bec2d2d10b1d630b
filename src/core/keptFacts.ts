import type { FileFacts } from './fileFacts';
import type { FilePath, FileStore, Pacer, Shelf } from './ports';
import type { Candidate } from './records/find/kindByFolder';

/** The share of new facts from which they are written: below it writing costs more than reading a few files again. */
export const worthShare = 0.05;
/** UTF-16 units that are joined in a millisecond (docs/security.md#r49). */
const pieceLength = 256 * 1024;

/** The kept facts and the stamp of a file, taken before it is read; what is read then is kept under that stamp. */
interface Look {
  readonly facts: FileFacts | undefined;
  readonly stamp: string | null;
}

/**
 * Whether a search for citations of records found something in a file: by the pattern for any records, only by the one
 * that depends on the present records, or not at all.
 */
export type Match = 'common' | 'further' | 'none';

export interface Searched {
  /** The file's stamp, taken before the search. */
  readonly stamp: string;
  readonly match: Match;
}

/** `''` where a file was not searched. */
type KeptMatch = Match | '';

/** Path, kind, stamp, match and facts as they are kept; facts are empty where the file was searched and not read. */
type Fields = readonly [name: string, kind: string, stamp: string, match: KeptMatch, facts: string];

/**
 * The facts of files that were read before, by path, kind of record and stamp (docs/adr/0031). It never says which
 * files there are, and gives the facts of a file only where its stamp is the same. Without a shelf, and for files
 * without stamps, it knows nothing and keeps nothing.
 */
export class KeptFacts {
  /**
   * Lines by their first field. The fields of a line are joined by tabs, which JSON escapes, and split when asked for.
   */
  private lines = new Map<string, string>();
  private changes = 0;
  /** The pattern that told `further` from `none`; undefined where nothing was searched. */
  private pattern: string | null | undefined;
  private isWorth = false;

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
      const name = line.slice(0, line.indexOf('\t'));
      if (name === '') this.pattern = JSON.parse(line);
      else this.lines.set(name, line);
      at += line.length + 1;
      await this.pacer.breathe();
    }
  }

  /** Whether facts may be known or kept. */
  get isKeeping(): boolean {
    return this.shelf !== null;
  }

  /** The pattern that the kept `further` matches depend on; undefined where there are none. */
  get furtherPattern(): string | null | undefined {
    return this.pattern;
  }

  /** The present stamp of a file, and its kept match for that stamp. */
  async searched(path: FilePath): Promise<{ readonly stamp: string | null; readonly match: Match | null }> {
    const stamp = (await this.files.stamp?.(path)) ?? null;
    const line = stamp === null ? undefined : this.lines.get(JSON.stringify(path));
    return { stamp, match: line === undefined || stamp === null ? null : matchIn(line, stamp) || null };
  }

  /**
   * Keeps the matches of files, among them all files that had none.
   * @param pattern the one that told `further` from `none`
   */
  async setMatches(
    pattern: string | null,
    matches: Iterable<readonly [path: FilePath, searched: Searched]>,
  ): Promise<void> {
    if (pattern !== this.pattern) await this.forgetMatches();
    this.pattern = pattern;
    this.isWorth = true;
    for (const [path, { stamp, match }] of matches) {
      const name = JSON.stringify(path);
      const [, kind, known, , facts] = fieldsOf(this.lines.get(name));
      const isSame = known === stamp;
      this.lines.set(name, [name, isSame ? kind : '', stamp, match, isSame ? facts : ''].join('\t'));
      await this.pacer.breathe();
    }
  }

  /** Matches hold only for the pattern by which they were found. */
  private async forgetMatches(): Promise<void> {
    for (const [name, line] of this.lines) {
      const [, kind, stamp, match, facts] = fieldsOf(line);
      if (match !== '') this.lines.set(name, [name, kind, stamp, '', facts].join('\t'));
      await this.pacer.breathe();
    }
  }

  /** The kept facts of a file; its stamp has to be taken before it is read. */
  async look(path: FilePath, candidate: Candidate | null): Promise<Look> {
    const stamp = this.shelf === null ? null : ((await this.files.stamp?.(path)) ?? null);
    if (stamp === null) return { facts: undefined, stamp };
    const [, kind, known, , facts] = fieldsOf(this.lines.get(JSON.stringify(path)));
    const isSame = facts !== '' && kind === kindOf(candidate) && known === stamp;
    return { facts: isSame ? (JSON.parse(facts) as FileFacts) : undefined, stamp };
  }

  put(path: FilePath, candidate: Candidate | null, { stamp }: Look, facts: FileFacts): void {
    const name = JSON.stringify(path);
    const before = this.lines.get(name);
    this.lines.delete(name);
    if (stamp !== null) {
      const match = before === undefined ? '' : matchIn(before, stamp);
      this.lines.set(name, [name, kindOf(candidate), stamp, match, JSON.stringify(facts)].join('\t'));
    }
    if (stamp !== null || before !== undefined) this.changes++;
  }

  /** Writes the facts where that is worth it, without files that no longer exist, and releases everything. */
  async save(isThere: (path: FilePath) => boolean): Promise<void> {
    const { lines, changes, shelf, pattern } = this;
    this.lines = new Map();
    this.shelf = null;
    if (shelf === null || (!this.isWorth && (changes === 0 || changes < lines.size * worthShare))) return;
    const pieces: string[] = [];
    let piece: string[] = pattern === undefined ? [] : [`\t${JSON.stringify(pattern)}`];
    let length = 0;
    const end = () => {
      if (piece.length > 0) pieces.push(`${piece.join('\n')}\n`);
      [piece, length] = [[], 0];
    };
    for (const [name, line] of lines) {
      if (isThere(JSON.parse(name))) piece.push(line);
      length += line.length;
      if (length > pieceLength) end();
      await this.pacer.breathe();
    }
    end();
    await shelf.write(pieces);
  }
}

function fieldsOf(line: string | undefined): Fields {
  return line === undefined ? noFields : (line.split('\t') as unknown as Fields);
}

const noFields: Fields = ['', '', '', '', ''];

/** The match in a line, without splitting the line, which consists mostly of facts. */
function matchIn(line: string, stamp: string): KeptMatch {
  const from = line.indexOf('\t', line.indexOf('\t') + 1) + 1;
  if (!line.startsWith(`${stamp}\t`, from)) return '';
  const at = from + stamp.length + 1;
  return line.slice(at, line.indexOf('\t', at)) as KeptMatch;
}

/** What the path says about a file, as far as it decides how its text is parsed. */
export function kindOf(candidate: Candidate | null): string {
  return candidate === null ? '' : `${candidate.kind} ${candidate.how}`;
}
