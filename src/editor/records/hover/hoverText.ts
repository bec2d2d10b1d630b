import { MarkdownString } from 'vscode';
import { visibleText } from '../../host/visibleText';

/** The longest hover text, in characters; the rest is left out (docs/security.md#r5). */
const maxLength = 8000;

/**
 * A Markdown text with words from the repository: never trusted, no HTML, no images. All such words go through
 * `appendText`, which also escapes `$(` (R1, R2, R4). Its only Markdown is icons and layout.
 */
export class HoverText {
  readonly markdown = new MarkdownString('', true);

  get isEmpty(): boolean {
    return this.markdown.value === '';
  }

  icon(name: string): this {
    return this.raw(`$(${name}) `);
  }

  /**
   * Words of any writer. They are appended one by one with ordinary spaces between them: `appendText` turns spaces into
   * non-breaking ones, so a sentence in one piece would never wrap.
   */
  words(text: string, limit = 200): this {
    for (const [index, word] of visibleText(text, limit).split(' ').entries()) {
      if (this.markdown.value.length + word.length > maxLength) return this;
      if (index > 0) this.markdown.appendMarkdown(' ');
      this.markdown.appendText(word);
    }
    return this;
  }

  strong(text: string, limit = 200): this {
    return this.raw('**').words(text, limit).raw('**');
  }

  space(): this {
    return this.raw(' ');
  }

  dot(): this {
    return this.raw(' · ');
  }

  line(): this {
    return this.isEmpty ? this : this.raw('  \n');
  }

  paragraph(): this {
    return this.isEmpty ? this : this.raw('\n\n');
  }

  /** Begins an item of a numbered list; counts from 1. */
  item(number: number): this {
    return this.raw(`\n${number}. `);
  }

  private raw(markdown: string): this {
    if (this.markdown.value.length + markdown.length <= maxLength) this.markdown.appendMarkdown(markdown);
    return this;
  }
}
