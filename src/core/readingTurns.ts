import type { FilePath } from './ports';

/** Whose turn has come in a reading of a whole folder: from then on it is known what the file cites. */
export class ReadingTurns {
  /** Empty once the turn of all has come. */
  private readonly taken = new Set<FilePath>();
  private readonly passedOver = new Set<FilePath>();
  private ended = false;

  /** Whether the turn of all files has come. */
  get complete(): boolean {
    return this.ended;
  }

  take(path: FilePath): void {
    if (!this.ended) this.taken.add(path);
    this.passedOver.delete(path);
  }

  /** A link to a file that is read by its own name is read itself only once it is opened. */
  passOver(path: FilePath): void {
    this.passedOver.add(path);
  }

  forget(path: FilePath): void {
    this.taken.delete(path);
  }

  /** @param isWhole whether the reading came to its end */
  end(isWhole: boolean): void {
    this.ended = isWhole;
    if (isWhole) this.taken.clear();
  }

  /** @param isToRead whether the file is one of those that the reading is about */
  isTaken(path: FilePath, isToRead: (path: FilePath) => boolean): boolean {
    if (this.passedOver.has(path)) return false;
    return this.taken.has(path) || (this.ended && isToRead(path));
  }
}
