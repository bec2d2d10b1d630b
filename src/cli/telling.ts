import { printableWords } from './terminal';

/** Says on standard error what belongs beside an answer and not into it. */
export class Telling {
  private hasTold = false;

  /** Whether nothing was said, so that the answer is all that there is. */
  get isSilent(): boolean {
    return !this.hasTold;
  }

  tell(words: string): void {
    this.hasTold = true;
    process.stderr.write(`meridian: ${printableWords(words)}\n`);
  }
}
