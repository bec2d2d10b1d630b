import MarkdownIt from 'markdown-it';
import { details } from '../render/details';
import { CodeFence } from '../text/codeFence';
import { withoutFrontMatter } from '../text/frontMatter';
import { withLineFeeds } from '../text/lineEnds';
import { chatText } from './formats/chatText';
import { plainMarks, slackMarks } from './formats/marks';

// Loads markdown-it: import this module only when a draft is copied.

/** The fold of a handoff: shown, or left out for a chat. */
export type Folded = 'shown' | 'left out';

/** The text for a page of a Git host or a wiki: without front matter and comments, the fingerprints among them. */
export function asMarkdown(text: string): string {
  return `${withoutComments(withoutFrontMatter(withLineFeeds(text))).trim()}\n`;
}

/** Slack's own marks: `*bold*`, `_italic_`, `<address|text>`, `•`. Links within the repository are text there. */
export function asSlack(text: string, folded: Folded = 'shown'): string {
  return chatText(tokensOf(text), slackMarks, folded === 'shown');
}

/** For mail, or a chat without markup. */
export function asPlain(text: string, folded: Folded = 'shown'): string {
  return chatText(tokensOf(text), plainMarks, folded === 'shown');
}

function tokensOf(text: string) {
  return new MarkdownIt({ html: false, linkify: false }).use(details).parse(asMarkdown(text), {});
}

const opening = '<!--';
const closing = '-->';

/** Markdown without its HTML comments. What looks like one in a code block or a code span is code, and stays. */
function withoutComments(markdown: string): string {
  const kept: string[] = [];
  const fence = new CodeFence();
  let inComment = false;
  for (const line of markdown.split('\n')) {
    const isCode = !inComment && fence.take(line) !== null;
    const rest: Cut = isCode ? { text: line, inComment } : cut(line, inComment);
    inComment = rest.inComment;
    // A line that was nothing but a comment leaves no blank line.
    if (isCode || rest.text.trim() !== '' || line.trim() === '') kept.push(rest.text);
  }
  return kept.join('\n').replace(/\n{3,}/g, '\n\n');
}

interface Cut {
  readonly text: string;
  readonly inComment: boolean;
}

function cut(line: string, wasInComment: boolean): Cut {
  let text = '';
  let at = 0;
  let inComment = wasInComment;
  while (at < line.length) {
    const next = inComment ? line.indexOf(closing, at) : commentFrom(line, at);
    if (!inComment) text += line.slice(at, next < 0 ? undefined : next);
    if (next < 0) return { text, inComment };
    at = next + (inComment ? closing.length : opening.length);
    inComment = !inComment;
  }
  return { text, inComment };
}

/** The next comment that is in no code span and not escaped. */
function commentFrom(line: string, start: number): number {
  for (let at = line.indexOf(opening, start); at >= 0; at = line.indexOf(opening, at + 1)) {
    const ticks = line.slice(0, at).split('`').length - 1;
    if (ticks % 2 === 0 && line[at - 1] !== '\\') return at;
  }
  return -1;
}
