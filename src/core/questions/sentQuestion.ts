import { asMarkdown } from '../drafts/formats';
import { withoutPrompts } from '../drafts/prompts';
import { cut } from '../text/escape';
import { plainText } from '../text/plainText';
import { withoutEnd } from '../text/withoutEnd';
import { askersFold } from './beforeSending';
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

/** The text without the part for the asker alone; any other document is returned unchanged. */
export function withoutAskersPart(text: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() === askersFold);
  const length = start < 0 ? -1 : lines.slice(start).findIndex((line) => line.trim() === '</details>');
  if (length < 0) return text;
  const rest = [...lines.slice(0, start), ...lines.slice(start + length + 1)].join('\n');
  const kept = withoutEnd(rest, '\n');
  return kept === rest ? rest : `${kept}\n`;
}

/** The title is the question itself; a prompt that is not filled in stays in the body, where it can be seen. */
export function issueOf(text: string): QuestionIssue {
  const sent = asMarkdown(withoutAskersPart(text));
  const heading = questionFields(sent).title;
  const title = plainText(withoutPrompts(questionIn(heading?.text ?? ''))).trim();
  const lines = sent.split('\n');
  const body = heading === null ? lines : lines.filter((_, at) => at !== heading.line - 1);
  return { title: cut(title, longestTitle), body: `${body.join('\n').trim()}\n` };
}
