import MarkdownIt from 'markdown-it';
import { details } from '../render/details';
import { withoutFrontMatter } from '../text/frontMatter';
import { chatText } from './formats/chatText';
import { plainMarks, slackMarks } from './formats/marks';
import { withoutComments } from './formats/withoutComments';

/**
 * A draft in the forms that it is sent in. Loads markdown-it: import this module when somebody copies.
 */

/** What is folded away in a handoff: whole, or left out for a chat. */
export type Folded = 'shown' | 'left out';

/** The text for a page of a Git host or a wiki: without front matter and comments, the fingerprints among them. */
export function asMarkdown(text: string): string {
  return `${withoutComments(withoutFrontMatter(text.replace(/\r\n?/g, '\n'))).trim()}\n`;
}

/** Slack's own marks: `*bold*`, `_italic_`, `<address|text>`, `•`. Links within the repository are text there. */
export function asSlack(text: string, folded: Folded = 'shown'): string {
  return chatText(tokensOf(text), slackMarks, folded === 'shown');
}

/** For mail, or a chat that knows no marks. */
export function asPlain(text: string, folded: Folded = 'shown'): string {
  return chatText(tokensOf(text), plainMarks, folded === 'shown');
}

function tokensOf(text: string) {
  return new MarkdownIt({ html: false, linkify: false }).use(details).parse(asMarkdown(text), {});
}
