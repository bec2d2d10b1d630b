import { l10n } from 'vscode';
import { joinParts } from '../../core/text/compareText';
import { fits, seenSentence } from '../github/beforeSending';
import { whileShown } from '../github/shownText';
import { choose } from '../host/answer';
import { visibleText } from '../host/visibleText';
import { withStopping } from '../host/withStopping';
import { askTitle, bodyOf, lackOf, routeOf, type Submission, tellOf, tellProblem } from './submission';

/**
 * Opens a pull request with the document as its text, after the person has seen where it goes.
 * @param sent told what was sent, when it is there
 */
export async function openNew(submission: Submission, sent: (title: string, body: string) => void): Promise<void> {
  const body = bodyOf(submission.document);
  if (!(await fits(body))) return;
  const title = await askTitle(l10n.t('Create Pull Request'), submission.title);
  if (title === undefined) return;
  const [ready, draft] = [l10n.t('Create'), l10n.t('Create as Draft')];
  const chosen = await whileShown(l10n.t('New pull request.md'), body, () =>
    choose(l10n.t('Create this pull request?'), detailOf(submission, title), ready, draft),
  );
  if (chosen === undefined) return;
  const { forge, head, base } = submission;
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

function detailOf(submission: Submission, title: string): string {
  const { owner, repo } = submission.repository;
  const what = joinParts([visibleText(title, 256), routeOf(submission), lackOf(submission)], '\n');
  return joinParts([what, seenSentence(`${owner}/${repo}`)], '\n\n');
}
