import type { Draft } from '../drafts/draft';
import { fingerprintsOf, splitFingerprints, withComment, withFingerprints } from '../drafts/fingerprints';
import { mergeDraft } from '../drafts/merge/mergeDraft';
import { splitLines } from '../text/lineEnds';
import { withoutEnd } from '../text/withoutEnd';
import { answersTo, withoutTopics } from './answers';
import { fillTemplate } from './fillTemplate';
import { withLostComment } from './lostComment';
import { ownDescription } from './ownDescription';
import { inOwnForm } from './ownForm';
import type { PullRequestInput } from './pullRequestInput';
import type { PullRequestTemplate } from './templates';
import { expandVariables, toldByVariables, withoutMessages } from './templateVariables';
import { topicsOf } from './topics';

/** A pull request's description: the repository's template with what is known filled in, or Meridian's own without one. */
export function draftPullRequest(input: PullRequestInput, template: PullRequestTemplate | null): Draft {
  const { text, stops } = fresh(input, template, template?.text ?? '');
  return { text: withFingerprints(text, 'form'), stops };
}

/**
 * Redrafts a description that a person changed. What Meridian drafted is refreshed. What the person typed stays, and
 * what they took out stays out, also where the comment with the fingerprints is gone. In a text that Meridian did not
 * draft only gaps are filled, and a blank text stays blank.
 */
export function redraftPullRequest(
  current: string,
  input: PullRequestInput,
  template: PullRequestTemplate | null,
): Draft {
  const { body, drafted } = splitFingerprints(current);
  if (body.trim() === '') return { text: '', stops: [] };
  const draft = draftPullRequest(input, template);
  const own = new Set((template ? splitLines(template.text) : []).map((line) => line.trim()));
  const draftOf = (state: PullRequestInput) => draftPullRequest(state, template);
  const known = drafted === null ? withLostComment(body, input, draftOf, own) : current;
  if (known !== null) return mergeDraft(known, draft, 'form', meaningOf);
  if (template === null) return { text: body, stops: [] };
  const { text, stops } = fresh(input, template, body);
  // All of the draft is recorded, so that the next redraft fills in no more than this one.
  return {
    text: withComment(splitFingerprints(text).body, fingerprintsOf(splitFingerprints(draft.text).body, 'form')),
    stops,
  };
}

/** Topics make headings in two languages equal; null for what only a person can say, which Meridian has no heading for. */
function meaningOf(heading: string): string | null {
  const topics = topicsOf(heading);
  return topics === null || topics.length === 0 ? null : topics.join(' ');
}

/**
 * A description moved to another template. What a person typed stays, below the heading where they typed it.
 * @param fresh the other template with what is known filled in, or a blank draft
 */
export function withOtherTemplate(current: string, fresh: Draft): string {
  if (current.trim() === '') return fresh.text;
  const { text } = mergeDraft(current, fresh, 'form', meaningOf);
  // A blank draft has no drafted lines, so the text needs no fingerprints.
  return fresh.text === '' ? withoutEnd(splitFingerprints(text).body.replace(/^\n+/, ''), '\n') : text;
}

function fresh(input: PullRequestInput, template: PullRequestTemplate | null, text: string): Draft {
  const answers = answersTo(input);
  if (template === null) return ownDescription(answers);
  if (!template.hasVariables) {
    const form = text === template.text ? inOwnForm(text, input.change.lasting.commits) : null;
    if (form === null) return fillTemplate(text, template.text, answers);
    const others = withoutTopics(answers, new Set(['why', 'what']));
    return fillTemplate(form.text, template.text, others, undefined, form.said);
  }
  const { what } = answersTo({ ...input, change: withoutMessages(input.change, template.text) });
  const left = withoutTopics({ ...answers, what }, toldByVariables(template.text));
  return fillTemplate(text, template.text, left, (line) => expandVariables(line, input.change));
}
