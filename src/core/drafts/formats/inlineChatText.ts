import type { Token } from 'markdown-it';
import type { Marks } from './marks';

type Wrap = (inner: string) => string;

/** The words of one block with the chat's marks. Where lines were wrapped in the source they go on. */
export function inlineChatText(tokens: readonly Token[], marks: Marks): string {
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
