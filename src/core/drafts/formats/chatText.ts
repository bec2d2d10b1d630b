import type { Token } from 'markdown-it';
import type { Marks } from './marks';

/**
 * Markdown as text for a chat: one blank line between blocks, a table's rows as lines, a fold unfolded or left out.
 * Ends with a line feed.
 */
export function chatText(tokens: readonly Token[], marks: Marks, withFolds: boolean): string {
  return `${new BlockReader(tokens, marks, withFolds).blocks(null).join('\n')}\n`;
}

/** Goes through the tokens once; each block gives its lines. markdown-it bounds how deep they nest. */
class BlockReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly marks: Marks,
    private readonly withFolds: boolean,
  ) {}

  /** The lines of the blocks up to the closing token. */
  blocks(end: string | null): string[] {
    const lines: string[] = [];
    for (const block of this.each(end)) {
      if (lines.length > 0 && block.length > 0) lines.push('');
      lines.push(...block);
    }
    return lines;
  }

  private *each(end: string | null): Generator<string[]> {
    for (let token = this.tokens[this.at++]; token && token.type !== end; token = this.tokens[this.at++]) {
      yield this.block(token);
    }
  }

  private block(token: Token): string[] {
    const { marks } = this;
    switch (token.type) {
      case 'inline':
        return inlineChatText(token.children ?? [], marks).split('\n');
      case 'paragraph_open':
        return this.blocks('paragraph_close');
      case 'heading_open':
        return marks.heading(this.blocks('heading_close').join(' ')).split('\n');
      case 'bullet_list_open':
        return this.list('bullet_list_close', () => marks.bullet);
      case 'ordered_list_open': {
        const first = Number(token.attrGet('start') ?? 1);
        return this.list('ordered_list_close', (index) => `${first + index}. `);
      }
      case 'list_item_open':
        return this.blocks('list_item_close').filter((line) => line !== '');
      case 'blockquote_open':
        return this.blocks('blockquote_close').map((line) => marks.quote + line);
      case 'table_open':
        return [...this.each('table_close')].flat();
      case 'thead_open':
        return [...this.each('thead_close')].flat().map(marks.emphasis);
      case 'tbody_open':
        return [...this.each('tbody_close')].flat().map((row) => marks.bullet + row);
      case 'tr_open':
        return [[...this.each('tr_close')].flat().join(' | ')];
      case 'th_open':
        return [this.blocks('th_close').join(' ')];
      case 'td_open':
        return [this.blocks('td_close').join(' ')];
      case 'details_open': {
        const lines = this.blocks('details_close');
        return this.withFolds ? lines : [];
      }
      case 'summary_open':
        return [marks.strong(this.summary())];
      case 'fence':
      case 'code_block':
        return marks.block(token.content.replace(/\n$/, '')).split('\n');
      default:
        return [];
    }
  }

  private list(end: string, markOf: (index: number) => string): string[] {
    return [...this.each(end)].flatMap((lines, index) => {
      const [first = '', ...others] = lines;
      return [taskLine(first) ?? markOf(index) + first, ...others.map((line) => ' '.repeat(4) + line)];
    });
  }

  /** The summary of a fold, which is plain text that no inline rule has parsed. */
  private summary(): string {
    const content = this.tokens[this.at]?.content ?? '';
    this.blocks('summary_close');
    return this.marks.text(content);
  }
}

/** A box to be ticked needs no mark before it. */
function taskLine(line: string): string | null {
  const ticked = /^\[([ xX])\] /.exec(line)?.[1];
  return ticked === undefined ? null : `${ticked === ' ' ? '☐' : '☑'} ${line.slice(4)}`;
}

type Wrap = (inner: string) => string;

/** The words of one block with the chat's marks. Line wraps of the source become spaces. */
function inlineChatText(tokens: readonly Token[], marks: Marks): string {
  const open: { text: string; readonly wrap: Wrap }[] = [{ text: '', wrap: (inner) => inner }];
  const add = (text: string) => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += text;
  };
  for (const token of tokens) {
    if (token.nesting > 0) {
      open.push({ text: '', wrap: wrapOf(token, marks) });
    } else if (token.nesting < 0 && open.length > 1) {
      const closed = open.pop();
      add(closed?.wrap(closed.text) ?? '');
    } else {
      add(leafText(token, marks));
    }
  }
  // Marks that were left open are text; markdown-it leaves none.
  return open.map(({ text }) => text).join('');
}

function leafText(token: Token, marks: Marks): string {
  switch (token.type) {
    case 'code_inline':
      return marks.code(token.content);
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return '\n';
    default:
      return marks.text(token.content);
  }
}

function wrapOf(token: Token, marks: Marks): Wrap {
  switch (token.type) {
    case 'strong_open':
      return marks.strong;
    case 'em_open':
      return marks.emphasis;
    case 's_open':
      return marks.struck;
    case 'link_open': {
      const address = String(token.attrGet('href') ?? '');
      // A path of the repository leads nowhere from a chat.
      return /^(?:https?:\/\/|mailto:)/i.test(address) ? (text) => marks.link(text, address) : (text) => text;
    }
    default:
      return (text) => text;
  }
}
