import { createHash } from 'node:crypto';
import type { PatchFact } from '../../core/activity/facts';
import { ByteLines, FilePatch } from './filePatch';

/** For `log`: each commit begins with a line that cannot occur in a patch outside its hunks. */
export const patchFormat = '--format=%x00%H';

/**
 * Written in full, because a repository's configuration could set them otherwise. The raw lines give the paths, which
 * may have any prefix in the patch. Without `-z`, because a patch consists of lines.
 */
export const patchArguments = ['--raw', '--patch', '--unified=3', '--abbrev=64', '--find-renames=50%'] as const;

const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/**
 * Parses patches as they come and holds none of their lines. The position tells what a line is: a hunk says how many
 * lines it has, and those are never taken for anything else. A commit is reported when the next one begins or at `end`,
 * so that a patch which broke off is not reported at all.
 */
export class PatchReader {
  private readonly lines = new ByteLines((line) => this.take(line));
  private files: FilePatch[] = [];
  /** Index of the file whose section is being parsed, and how many of its sections have begun. */
  private file = -1;
  private sections = 0;
  private remaining = { before: 0, after: 0 };

  /** @param hash of the first patch, where no line names it. */
  constructor(
    private readonly onPatch: (hash: string, patch: PatchFact) => void,
    private hash: string | null = null,
  ) {}

  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  /** To be called only where the output is complete. */
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
    const idsOf = (when: 'before' | 'now') => new Map(files.map((file) => file.content(when)));
    const [contents, before] = [idsOf('now'), idsOf('before')];
    this.onPatch(hash, { patchId, files: files.map((file) => file.toStat(whole)), contents, before });
    this.hash = null;
  }
}

/** Independent of the order of files, which the repository can configure (`git patch-id --stable`). */
function patchIdOf(files: readonly FilePatch[]): string {
  const digests = files.map((file) => file.digest()).sort();
  return createHash('sha256').update(digests.join('')).digest('hex');
}
