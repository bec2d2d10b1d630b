/** Removes HTML comments, also those of several lines; use one for each file. `<!--` within a code span is text. */
export class CommentStripper {
  private inside = false;

  strip(line: string): string {
    let kept = '';
    let at = 0;
    while (at < line.length) {
      if (this.inside) {
        const end = line.indexOf('-->', at);
        if (end < 0) return kept;
        this.inside = false;
        at = end + 3;
        continue;
      }
      const start = line.indexOf('<!--', at);
      if (start < 0) return kept + line.slice(at);
      const before = line.slice(at, start);
      if (isOddly(before, '`')) {
        const close = line.indexOf('`', start);
        if (close >= 0) {
          kept += line.slice(at, close + 1);
          at = close + 1;
          continue;
        }
      }
      kept += before;
      this.inside = true;
      at = start + 4;
    }
    return kept;
  }
}

function isOddly(text: string, char: string): boolean {
  let odd = false;
  for (const each of text) if (each === char) odd = !odd;
  return odd;
}
