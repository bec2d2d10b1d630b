import { asMarkdown } from '../drafts/formats';
import { hasPrompt, withoutPrompts } from '../drafts/prompts';
import { cut } from '../text/escape';
import { plainText } from '../text/plainText';
import { withoutEnd } from '../text/withoutEnd';
import { questionFields, questionIn } from './questionFields';

/** A question in the form of an issue. */
export interface QuestionIssue {
  /** Plain, `''` where it is not written yet. */
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** The longest title that forges accept. */
const longestTitle = 250;

/** The beginning of the fold for the asker alone, also as a formatter or a person may have changed it. */
const askersPart =
  /^[ \t>]*<details[^<>\n]*>[\s>]{0,20}<summary[^<>\n]*>[\s>*_]{0,20}Before you send it\W{0,6}whom to ask/m;

/** From a further one on nothing is sent: a question has one, and each costs a pass over the text. */
const mostFolds = 20;

/**
 * The text without the part for the asker alone, to the end where its fold is not closed; any other document is
 * returned unchanged.
 */
export function withoutAskersPart(text: string): string {
  let sent = text;
  for (let folds = 0; ; folds++) {
    const start = askersPart.exec(sent)?.index;
    if (start === undefined) return sent;
    const lines = sent.slice(start).split('\n');
    const end = folds < mostFolds ? foldEnd(lines) : -1;
    const rest = sent.slice(0, start) + (end < 0 ? '' : lines.slice(end + 1).join('\n'));
    const kept = withoutEnd(rest, '\n');
    sent = kept === rest ? rest : `${kept}\n`;
  }
}

/** The last line of the fold that the lines begin with, which may have others in it; -1 where it is not closed. */
function foldEnd(lines: readonly string[]): number {
  let open = 0;
  const end = lines.findIndex((line) => {
    open += line.split('<details').length - line.split('</details>').length;
    return open <= 0;
  });
  return end >= 0 ? end : lines.findIndex((line) => line.trim() === '</details>');
}

/**
 * The title is the question itself. A heading of which it is only a part, or that has a prompt that is not filled in,
 * stays in the body.
 */
export function issueOf(text: string): QuestionIssue {
  const sent = asMarkdown(withoutAskersPart(text));
  const heading = questionFields(sent).title;
  const title = plainText(withoutPrompts(questionIn(heading?.text ?? ''))).trim();
  const lines = sent.split('\n');
  const isAll = heading !== null && title.length <= longestTitle && !hasPrompt(heading.text);
  const isUnderlined = isAll && !lines[heading.line - 1]?.trimStart().startsWith('#');
  const body = isAll ? lines.toSpliced(heading.line - 1, isUnderlined ? 2 : 1) : lines;
  return { title: cut(title, longestTitle), body: `${body.join('\n').trim()}\n` };
}
