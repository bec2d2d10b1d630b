/** What a line of `ByteLines` says, where it is text. */
export function textOf(line: string): string {
  return Buffer.from(line, 'latin1').toString('utf8');
}

/**
 * Cuts output into lines at line feeds alone, whatever the borders of the chunks. Each byte becomes the character with
 * its number, so that contents in any encoding, or in none, stay apart where they differ.
 */
export class ByteLines {
  private parts: string[] = [];

  constructor(private readonly onLine: (line: string) => void) {}

  push(chunk: Uint8Array): void {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.parts.push(text.slice(start, end));
      start = end + 1;
      this.take();
    }
    // In parts, because a minified file is one line of megabytes, which would be joined again with each chunk.
    if (start < text.length) this.parts.push(text.slice(start));
  }

  end(): void {
    if (this.parts.length > 0) this.take();
  }

  private take(): void {
    const line = this.parts.length === 1 ? this.parts[0] : this.parts.join('');
    this.parts = [];
    this.onLine(line ?? '');
  }
}
