const opening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;

/** The marks that open a code fence (CommonMark 0.31, 4.5), or null. */
export function fenceOpened(line: string): string | null {
  return opening.exec(line)?.[1] ?? null;
}

/** Whether a line closes the fence that `marks` opened: at least as many of the same marks, and nothing else. */
export function closesFence(marks: string, line: string): boolean {
  const text = line.trim();
  return text.length >= marks.length && text === marks.charAt(0).repeat(text.length);
}

/** Tells which lines of a Markdown text are code between fences. Takes the lines in their order. */
export class CodeFence {
  private open: string | null = null;

  /** Whether the text ends in code that was not closed. */
  get isOpen(): boolean {
    return this.open !== null;
  }

  /** `start` and `end` are the fences themselves; null for a line outside. */
  take(line: string): 'start' | 'code' | 'end' | null {
    if (this.open === null) {
      this.open = fenceOpened(line);
      return this.open === null ? null : 'start';
    }
    if (!closesFence(this.open, line)) return 'code';
    this.open = null;
    return 'end';
  }
}
