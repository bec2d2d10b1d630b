/** The lines of a text with their places: the same lines that `readDocument` counts. */
export class TextLines {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** The line ending of most lines. */
  readonly lineEnd: string;

  constructor(readonly text: string) {
    let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    let crlf = 0;
    for (const { 0: ending, index } of text.matchAll(/\r\n|\r|\n/g)) {
      this.starts.push(start);
      this.ends.push(index);
      if (ending === '\r\n') crlf++;
      start = index + ending.length;
    }
    this.starts.push(start);
    this.ends.push(text.length);
    this.lineEnd = crlf * 2 > this.starts.length - 1 ? '\r\n' : '\n';
  }

  get count(): number {
    return this.starts.length;
  }

  /** @param number counts from 1 @returns the end of the text for a line that does not exist */
  startOf(number: number): number {
    return this.starts[number - 1] ?? this.text.length;
  }

  /** The offset behind the line's last character, before its line ending. */
  endOf(number: number): number {
    return this.ends[number - 1] ?? this.text.length;
  }

  /** The line and column of an offset; both count from 1. */
  placeOf(offset: number): { readonly line: number; readonly column: number } {
    const next = this.starts.findIndex((start) => start > offset);
    const line = next < 0 ? this.count : Math.max(1, next);
    return { line, column: offset - this.startOf(line) + 1 };
  }

  lineOf(number: number): string {
    return this.text.slice(this.startOf(number), this.endOf(number));
  }
}
