import type { Draft } from '../drafts/draft';
import { splitFingerprints, withFingerprints } from '../drafts/fingerprints';
import { mergeDraft } from '../drafts/merge/mergeDraft';
import { answersTo, withoutTopics } from './answers';
import { fillTemplate } from './fillTemplate';
import { ownDescription } from './ownDescription';
import type { PullRequestInput } from './pullRequestInput';
import type { PullRequestTemplate } from './templates';
import { expandVariables, toldByVariables } from './templateVariables';

/** A pull request's description: the repository's template with what is known filled in, or ours where it has none. */
export function draftPullRequest(input: PullRequestInput, template: PullRequestTemplate | null): Draft {
  const { text, stops } = fresh(input, template, template?.text ?? '');
  return { text: withFingerprints(text, 'form'), stops };
}

/**
 * Drafts again over what a person made of a description. What Meridian drafted is refreshed and what they typed or took
 * out stays so; a text that it did not draft only has its gaps filled; a blank one stays blank.
 */
export function redraftPullRequest(
  current: string,
  input: PullRequestInput,
  template: PullRequestTemplate | null,
): Draft {
  const { body, drafted } = splitFingerprints(current);
  if (body.trim() === '') return { text: '', stops: [] };
  if (drafted !== null) return mergeDraft(current, draftPullRequest(input, template), 'form');
  const { text, stops } = template === null ? { text: body, stops: [] } : fresh(input, template, body);
  return { text, stops };
}

/**
 * A description that is to begin as something else. What a person typed stays, below the heading where they typed it.
 * @param fresh the other template with what is known filled in, or a blank draft
 */
export function withOtherTemplate(current: string, fresh: Draft): string {
  if (current.trim() === '') return fresh.text;
  const { text } = mergeDraft(current, fresh, 'form');
  // Of a blank description nothing is drafted, so there is nothing to tell apart.
  return fresh.text === '' ? splitFingerprints(text).body.replace(/^\n+|\n+$/g, '') : text;
}

function fresh(input: PullRequestInput, template: PullRequestTemplate | null, text: string): Draft {
  const answers = answersTo(input);
  if (template === null) return ownDescription(answers);
  if (!template.hasVariables) return fillTemplate(text, template.text, answers);
  const left = withoutTopics(answers, toldByVariables(template.text));
  return fillTemplate(text, template.text, left, (line) => expandVariables(line, input.change));
}
