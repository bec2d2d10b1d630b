import { l10n, window } from 'vscode';
import { choose } from '../answer';
import { missingText } from '../drafts/readinessLens';
import { visibleText } from '../words/visibleText';
import { bodyOf, routeOf, type Submission, tellOf, tellProblem } from './submission';
import { withStopping } from './withStopping';

/** GitHub takes no longer ones. */
const longestTitle = 256;

/**
 * Opens a pull request with the document as its text, after the person has seen where it goes.
 * @param missing how many things a reviewer will have to ask for
 * @param sent told what was sent, when it is there
 */
export async function openNew(
  submission: Submission,
  missing: number,
  sent: (title: string, body: string) => void,
): Promise<void> {
  const title = await askTitle(submission);
  if (title === undefined) return;
  const ready = l10n.t('Create');
  const draft = l10n.t('Create as Draft');
  const chosen = await choose(l10n.t('Create this pull request?'), detailOf(submission, title, missing), ready, draft);
  if (chosen === undefined) return;
  const { forge, head, base } = submission;
  const body = bodyOf(submission.document);
  const wanted = { title, body, head, base, isDraft: chosen === draft };
  const result = await withStopping(l10n.t('Creating the pull request'), (signal) =>
    forge.createPullRequest(wanted, signal),
  );
  if (!result.ok) return tellProblem(result.problem, submission);
  const { how, item } = result.value;
  if (how === 'created') sent(title, body);
  const sentences = {
    created: l10n.t('Pull request #{0} was created.', item.number),
    found: l10n.t(
      'Pull request #{0} was there already, so nothing was written. Run the command again to update it.',
      item.number,
    ),
  };
  await tellOf(item, submission, sentences[how]);
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
  return [visibleText(title, longestTitle), routeOf(submission), ...(missing === 0 ? [] : [missingText(missing)])].join(
    '\n',
  );
}
