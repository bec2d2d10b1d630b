import { l10n, window } from 'vscode';
import type { PullRequest } from '../../core/forge/forge';
import { choose } from '../answer';
import { visibleText } from '../words/visibleText';
import { bodyOf, routeOf, type Submission, tellOf, tellProblem } from './submission';
import { withStopping } from './withStopping';

/** GitHub takes no longer ones. */
const longestTitle = 256;

export interface Opened {
  readonly title: string;
  /** What was sent. */
  readonly body: string;
  readonly pullRequest: PullRequest;
}

/**
 * Opens a pull request with the document as its text, after the person has seen where it goes.
 * @param missing how many things a reviewer will have to ask for
 * @returns undefined where none was opened
 */
export async function openNew(submission: Submission, missing: number): Promise<Opened | undefined> {
  const title = await askTitle(submission);
  if (title === undefined) return undefined;
  const ready = l10n.t('Create');
  const draft = l10n.t('Create as Draft');
  const chosen = await choose(l10n.t('Create this pull request?'), detailOf(submission, title, missing), ready, draft);
  if (chosen === undefined) return undefined;
  const { forge, head, base } = submission;
  const body = bodyOf(submission.document);
  const wanted = { title, body, head, base, isDraft: chosen === draft };
  const result = await withStopping(l10n.t('Creating the pull request'), (signal) =>
    forge.createPullRequest(wanted, signal),
  );
  if (!result.ok) {
    await tellProblem(result.problem, submission);
    return undefined;
  }
  const { how, item } = result.value;
  const sentences = {
    created: l10n.t('Pull request #{0} was created.', item.number),
    found: l10n.t(
      'Pull request #{0} was there already, so nothing was written. Run the command again to update it.',
      item.number,
    ),
  };
  void tellOf(item, submission, sentences[how]);
  return how === 'created' ? { title, body, pullRequest: item } : undefined;
}

async function askTitle({ title }: Submission): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Create Pull Request'),
    prompt: l10n.t('Title'),
    value: title,
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (value.trim() === '') return l10n.t('A pull request needs a title.');
      return value.length > longestTitle ? l10n.t('GitHub takes at most {0} characters.', longestTitle) : undefined;
    },
  });
  return typed?.trim();
}

function detailOf(submission: Submission, title: string, missing: number): string {
  const gaps = missing === 1 ? l10n.t('1 thing is missing') : l10n.t('{0} things are missing', missing);
  return [visibleText(title, longestTitle), routeOf(submission), ...(missing === 0 ? [] : [gaps])].join('\n');
}
