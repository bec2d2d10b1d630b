import { createHash } from 'node:crypto';
import type { PatchFact } from '../../core/activity/facts';
import { ByteLines, FilePatch } from './filePatch';

/** For `log`: each commit begins with a line that no patch can contain where it is looked for. */
export const patchFormat = '--format=%x00%H';

/**
 * Said in full against a repository's own configuration. The raw lines give the paths, which in the patch may have any
 * prefix; without `-z`, because a patch is lines.
 */
export const patchArguments = ['--raw', '--patch', '--unified=3', '--abbrev=64', '--find-renames=50%'] as const;

const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/**
 * Reads patches as they come and holds no line of them. What a line is follows from its place: a hunk says how many
 * lines it has, and whatever is in them is never taken for anything else. A commit is reported when the next one begins or
 * at `end`, so that a patch which broke off is not reported at all.
 */
export class PatchReader {
  private readonly lines = new ByteLines((line) => this.take(line));
  private files: FilePatch[] = [];
  /** Index of the file whose section is read, and how many of its sections have begun. */
  private file = -1;
  private sections = 0;
  private remaining = { before: 0, after: 0 };

  /** @param hash of the first patch, where no line says it. */
  constructor(
    private readonly onPatch: (hash: string, patch: PatchFact) => void,
    private hash: string | null = null,
  ) {}

  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  /** Only after git said that it was all. */
  end(): void {
    this.lines.end();
    this.finish();
  }

  private take(line: string): void {
    if (this.remaining.before > 0 || this.remaining.after > 0) this.takeText(line);
    else if (line.startsWith('\0')) this.start(line.slice(1));
    else if (line.startsWith(':')) this.takeRaw(line);
    else if (line.startsWith('diff --git ')) this.startSection();
    else if (line.startsWith('@@ ')) this.startHunk(line);
    else if (line.startsWith('Binary files ')) this.files[this.file]?.isBinary();
  }

  private start(hash: string): void {
    this.finish();
    this.hash = hash;
    this.files = [];
    this.file = -1;
    this.sections = 0;
  }

  private takeRaw(line: string): void {
    const file = FilePatch.parse(line);
    if (file !== null) this.files.push(file);
  }

  private startSection(): void {
    const more = (this.files[this.file]?.sections ?? 0) - this.sections;
    if (more > 0) this.sections += 1;
    else {
      this.file += 1;
      this.sections = 1;
    }
  }

  private startHunk(line: string): void {
    const [, before = '1', after = '1'] = hunk.exec(line) ?? [];
    this.remaining = { before: Number(before), after: Number(after) };
  }

  private takeText(line: string): void {
    const sign = line[0] ?? ' ';
    // `\ No newline at end of file` is about the line before it.
    if (sign === '\\') return;
    if (sign !== '+') this.remaining.before -= 1;
    if (sign !== '-') this.remaining.after -= 1;
    this.files[this.file]?.take(line);
  }

  private finish(): void {
    if (this.hash === null) return;
    const { files, hash } = this;
    const whole = this.file === files.length - 1;
    const patchId = whole && files.length > 0 ? patchIdOf(files) : null;
    const contents = new Map(files.map((file) => file.content()));
    this.onPatch(hash, { patchId, files: files.map((file) => file.toStat(whole)), contents });
    this.hash = null;
  }
}

/** The order of files is the repository's to configure, so it has no say (`git patch-id --stable`). */
function patchIdOf(files: readonly FilePatch[]): string {
  const digests = files.map((file) => file.digest()).sort();
  return createHash('sha256').update(digests.join('')).digest('hex');
}
