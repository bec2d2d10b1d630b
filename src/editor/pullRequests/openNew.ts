import { l10n } from 'vscode';
import { openingHabits } from '../../core/pullRequests/openingHabits';
import { joinParts } from '../../core/text/compareText';
import { fits, seenSentence } from '../github/beforeSending';
import { whileShown } from '../github/shownText';
import { tellDone, tellProblem } from '../github/tellOutcome';
import { choose } from '../host/confirm';
import { visibleText } from '../host/visibleText';
import { withStopping } from '../host/withStopping';
import { addExtras, askExtras, extrasSentence, type Offers, type OpeningExtras } from './openingExtras';
import { askTitle, bodyOf, lackOf, routeOf, type Submission } from './submission';

/**
 * Opens a pull request with the document as its text, after the person has seen where it goes.
 * @param offers what a person can choose beside the text
 * @param sent called with what was sent, once the pull request exists
 */
export async function openNew(
  submission: Submission,
  offers: Offers,
  sent: (title: string, body: string) => void,
): Promise<void> {
  const body = bodyOf(submission.document);
  if (!(await fits(body))) return;
  // GitHub is asked while the person looks at the title. Without an answer no label is offered.
  const before = submission.forge.lastOpened();
  const title = await askTitle(l10n.t('Create Pull Request'), submission.title);
  if (title === undefined) return;
  const lastOpened = await before;
  const habits = openingHabits(lastOpened.ok ? lastOpened.value : []);
  const extras = await askExtras(submission, offers, habits);
  if (extras === undefined) return;
  const [ready, draft] = [l10n.t('Create'), l10n.t('Create as Draft')];
  const chosen = await whileShown(l10n.t('New pull request.md'), body, () =>
    choose(
      l10n.t('Create this pull request?'),
      detailOf(submission, title, extras),
      ...(habits.asDraft ? [draft, ready] : [ready, draft]),
    ),
  );
  if (chosen === undefined) return;
  const { forge, head, base } = submission;
  const wanted = { title, body, head, base, isDraft: chosen === draft };
  const result = await withStopping(l10n.t('Creating the pull request'), (signal) =>
    forge.createPullRequest(wanted, signal),
  );
  if (!result.ok) return tellProblem(result.problem, submission.repository, 'pulls');
  const { how, item } = result.value;
  if (how === 'created') sent(title, body);
  const gaps =
    how === 'found'
      ? []
      : await withStopping(l10n.t('Adding reviewers and labels'), (signal) =>
          addExtras(submission, item.number, extras, signal),
        );
  const sentences = {
    created: l10n.t('Pull request #{0} was created.', item.number),
    found: l10n.t(
      'Pull request #{0} was there already, so nothing was written. Run the command again to update it.',
      item.number,
    ),
  };
  await tellDone(joinParts([sentences[how], ...gaps], ' '), item.url, submission.repository);
}

function detailOf(submission: Submission, title: string, extras: OpeningExtras): string {
  const { owner, repo } = submission.repository;
  const what = joinParts(
    [visibleText(title, 256), routeOf(submission), extrasSentence(extras), lackOf(submission)],
    '\n',
  );
  return joinParts([what, seenSentence(`${owner}/${repo}`)], '\n\n');
}
