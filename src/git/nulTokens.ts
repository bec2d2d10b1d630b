/** All parts of an output that is complete. */
export function nulTokens(output: Uint8Array): readonly string[] {
  const reader = new NulTokens();
  return [...reader.push(output), ...reader.end()];
}

/**
 * Splits UTF-8 output into its NUL-separated parts, wherever chunks end (docs/security.md#r16). Bytes that are not
 * valid UTF-8 become U+FFFD; they never swallow a NUL.
 */
export class NulTokens {
  // A byte order mark at the start of a file name is part of the name.
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private rest = '';

  /** @returns the parts that this chunk completes. */
  push(chunk: Uint8Array): readonly string[] {
    return this.cut(this.decoder.decode(chunk, { stream: true }));
  }

  /** @returns what is left after the last NUL, if anything. */
  end(): readonly string[] {
    const parts = this.cut(this.decoder.decode());
    const last = this.rest;
    this.rest = '';
    return last === '' ? parts : [...parts, last];
  }

  private cut(text: string): readonly string[] {
    const parts = text.split('\0');
    parts[0] = this.rest + (parts[0] ?? '');
    this.rest = parts.pop() ?? '';
    return parts;
  }
}
