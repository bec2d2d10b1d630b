import type { FilePath } from '../../core/ports';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { ByteLines, unquotedPath } from './filePatch';
import { orCancelled } from './gaps';

/** Merges that one draft looks at; a program makes more. */
const mostMerges = 30;
const mergeBytes = 16 * 1024 * 1024;

/**
 * For each merge the files whose result is neither side's: conflicts that a person resolved. Merges without any are
 * left out, and so are the merge whose comparison is too large and all after it. Throws `GitUnanswered` where it was
 * cancelled.
 */
export async function readByHand(
  runner: GitRunner,
  repository: Repository,
  merges: readonly string[],
  options: GitOptions = {},
): Promise<ReadonlyMap<string, readonly FilePath[]>> {
  const reader = new CombinedReader();
  const args = [
    '--no-walk=unsorted',
    '--ignore-missing',
    '--merges',
    '--patch',
    '--cc',
    '--unified=1',
    '--format=%x00%H',
  ];
  const result = await runner.run(
    { repository, verb: 'log', args, revisions: merges.slice(0, mostMerges) },
    { ...options, maxBytes: mergeBytes, onStdout: (chunk) => reader.push(chunk) },
  );
  // Output that broke off may end within a file; the merges before the last are complete.
  return reader.end(orCancelled(result).kind === 'exited');
}

/**
 * Reads combined diffs. Each line of a hunk has a column for each parent, blank where that parent has the line too.
 * Where only one side changed a place, git merges it without a person, and the marks are in one column; where both
 * sides changed adjoining lines, git reports a conflict. So marks in several columns, with no common line between, are
 * a person's work. Git also prints clean merges of places that are near each other, which are not.
 */
export class CombinedReader {
  private readonly found = new Map<string, Set<FilePath>>();
  private readonly lines = new ByteLines((line) => this.take(line));
  private hash: string | null = null;
  private path: FilePath | null = null;
  private parents = 0;
  private marked = new Set<number>();

  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  /** @param isWhole whether the output is complete; else the last merge is left out */
  end(isWhole: boolean): ReadonlyMap<string, readonly FilePath[]> {
    if (isWhole) this.lines.end();
    else if (this.hash !== null) this.found.delete(this.hash);
    return new Map([...this.found].map(([hash, paths]) => [hash, [...paths]]));
  }

  private take(line: string): void {
    const [first = ''] = line;
    if (first === '\0') this.start(line.slice(1), null);
    else if (line.startsWith('diff --cc ')) this.start(this.hash, textOf(line.slice('diff --cc '.length)));
    else if (line.startsWith('@@@')) this.startHunk(line);
    else if (this.parents > 0) this.takeText(line);
  }

  private start(hash: string | null, path: FilePath | null): void {
    this.hash = hash;
    this.path = path;
    this.parents = 0;
  }

  private startHunk(line: string): void {
    this.parents = (/^@+/.exec(line)?.[0].length ?? 1) - 1;
    this.marked = new Set();
  }

  private takeText(line: string): void {
    const columns = [...line.slice(0, this.parents)].flatMap((sign, at) => (sign === '+' || sign === '-' ? [at] : []));
    if (columns.length === 0) this.marked = new Set();
    for (const column of columns) this.marked.add(column);
    if (this.marked.size < 2 || this.hash === null || this.path === null) return;
    const paths = this.found.get(this.hash);
    if (paths) paths.add(this.path);
    else this.found.set(this.hash, new Set([this.path]));
  }
}

function textOf(written: string): string {
  return Buffer.from(unquotedPath(written), 'latin1').toString('utf8');
}
