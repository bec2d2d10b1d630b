import type { FilePath } from './ports';

/** Which files have been read in a reading of a whole folder, so that their references are known. */
export class ReadingTurns {
  /** Empty once all files have been read. */
  private readonly taken = new Set<FilePath>();
  private readonly passedOver = new Set<FilePath>();
  private ended = false;

  /** Whether all files have been read. */
  get complete(): boolean {
    return this.ended;
  }

  take(path: FilePath): void {
    if (!this.ended) this.taken.add(path);
    this.passedOver.delete(path);
  }

  /** Leaves out a link to a file that is read under its own name; the link itself is read only once it is opened. */
  passOver(path: FilePath): void {
    this.passedOver.add(path);
  }

  forget(path: FilePath): void {
    this.taken.delete(path);
  }

  /** @param isWhole whether the reading reached its end */
  end(isWhole: boolean): void {
    this.ended = isWhole;
    if (isWhole) this.taken.clear();
  }

  /** @param isToRead whether the file is one of those that the reading covers */
  isTaken(path: FilePath, isToRead: (path: FilePath) => boolean): boolean {
    if (this.passedOver.has(path)) return false;
    return this.taken.has(path) || (this.ended && isToRead(path));
  }
}
