import { printableWords } from './terminal';

/** Writes to standard error what belongs beside an answer and not into it. */
export class Telling {
  /** All that was said. */
  told = '';
  /** Whether the next call would say the same of the same files: nothing failed that may work then. */
  isLasting = true;

  tell(words: string): void {
    this.say(`meridian: ${printableWords(words)}\n`);
  }

  /** Tells of a failure that may not come again, so that the answer is not kept. */
  tellOfTrouble(words: string): void {
    this.isLasting = false;
    this.tell(words);
  }

  /** Writes whole lines as they are. */
  say(lines: string): void {
    this.told += lines;
    process.stderr.write(lines);
  }
}
