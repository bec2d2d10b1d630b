import { printableWords } from './terminal';

/** Says on standard error what belongs beside an answer and not into it. */
export class Telling {
  /** All that was said. */
  told = '';
  /** Whether the same would be said of the same files: nothing failed that may work the next time. */
  isLasting = true;

  tell(words: string): void {
    this.say(`meridian: ${printableWords(words)}\n`);
  }

  /** Of what may be otherwise the next time. */
  tellOfTrouble(words: string): void {
    this.isLasting = false;
    this.tell(words);
  }

  /** Whole lines as they are. */
  say(lines: string): void {
    this.told += lines;
    process.stderr.write(lines);
  }
}
