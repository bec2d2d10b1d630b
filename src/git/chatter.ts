/**
 * What a wrapper of git prints on standard output before git's own answer: the lines above that of `git version`. The
 * same lines above another answer are no part of it; their digits may differ, as in a time.
 */
export function chatterAbove(output: string, isAnswer: RegExp): readonly string[] {
  const lines = output.split('\n');
  const answer = lines.findIndex((line) => isAnswer.test(line));
  return answer <= 0 ? [] : lines.slice(0, answer).map(withoutDigits);
}

/** Passes output on, whole or in chunks, without the chatter above it. */
export class WithoutChatter {
  /** Output that may still be chatter; null once that is decided. */
  private held: Uint8Array | null;

  constructor(
    private readonly chatter: readonly string[],
    private readonly pass: (chunk: Uint8Array) => void,
  ) {
    this.held = chatter.length > 0 ? new Uint8Array() : null;
  }

  take(chunk: Uint8Array): void {
    if (this.held === null) this.pass(chunk);
    else {
      this.held = Buffer.concat([this.held, chunk]);
      this.settle(false);
    }
  }

  end(): void {
    if (this.held !== null) this.settle(true);
  }

  private settle(isWhole: boolean): void {
    const held = this.held ?? new Uint8Array();
    let from = 0;
    for (const expected of this.chatter) {
      const end = held.indexOf(0x0a, from);
      if (end < 0 && !isWhole && held.length < maxHeld) return;
      const line = new TextDecoder().decode(held.subarray(from, end < 0 ? held.length : end));
      if (end < 0 || withoutDigits(line) !== expected) {
        this.release(held);
        return;
      }
      from = end + 1;
    }
    this.release(held.subarray(from));
  }

  private release(rest: Uint8Array): void {
    this.held = null;
    if (rest.length > 0) this.pass(rest);
  }
}

/** Longer than any line of chatter, so that an answer in one long line is not held back. */
const maxHeld = 65_536;

function withoutDigits(line: string): string {
  return line.trimEnd().replace(/\d+/g, '0');
}
