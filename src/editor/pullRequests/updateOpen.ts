import { commands as editorCommands, l10n, type QuickPickItem, window } from 'vscode';
import { splitFingerprints } from '../../core/drafts/fingerprints';
import type { PullRequest } from '../../core/forge/forge';
import { splitTitleLine, withTitleLine } from '../../core/pullRequests/titleLine';
import { joinParts } from '../../core/text/compareText';
import { withLineFeeds } from '../../core/text/lineEnds';
import { fits } from '../github/beforeSending';
import { withFixedText } from '../github/shownText';
import { tellDone, tellProblem } from '../github/tellOutcome';
import { visibleText, withoutIcons } from '../host/visibleText';
import { withStopping } from '../host/withStopping';
import { rewriteDocument } from '../written/draftDocument';
import { mergeOpenText } from './model/mergeOpenText';
import { askTitle, bodyOf, lackOf, routeOf, type Submission } from './submission';

/**
 * Updates the text of an open pull request. What others wrote there is merged into the document, and both texts are
 * shown side by side. Only after that the draft replaces the text that was fetched. The title changes only where the
 * person changes it.
 * @param seen the text that was last sent or merged with, or null
 * @param know called with the pull request's text each time that the document has taken it in
 */
export async function updateOpen(
  submission: Submission,
  open: PullRequest,
  seen: string | null,
  know: (text: string) => void,
): Promise<void> {
  const { document, forge } = submission;
  const mine = splitTitleLine(withLineFeeds(document.getText()));
  const merged = { text: mergeOpenText(mine.text, open.body, seen), stops: [] };
  await rewriteDocument(document, (mine.title === null ? merged : withTitleLine(merged, mine.title)).text);
  know(open.body);
  const hasText = isSame(bodyOf(document), open.body);
  const title = hasText ? await askTitleAlone(submission, open) : await askInComparison(submission, open);
  if (title === undefined) return;
  const wanted = { title, body: hasText ? open.body : bodyOf(document) };
  if (!(await fits(wanted.body))) return;
  const result = await withStopping(l10n.t('Updating the pull request'), (signal) =>
    forge.updatePullRequest(open.number, { seen: open, wanted }, signal),
  );
  if (!result.ok) return tellProblem(result.problem, submission.repository, `pull/${open.number}`);
  know(wanted.body);
  const sentence = hasText
    ? l10n.t('The title of pull request #{0} was changed.', open.number)
    : l10n.t('The text of pull request #{0} was updated.', open.number);
  await tellDone(sentence, result.value.url, submission.repository);
}

/** For when the text is the same already. @returns undefined where the person does not change the title */
async function askTitleAlone(submission: Submission, open: PullRequest): Promise<string | undefined> {
  const sentence = l10n.t('Pull request #{0} has this text already.', open.number);
  if (!(await tellDone(sentence, open.url, submission.repository, changeTitle()))) return undefined;
  const title = await askTitle(changeTitle(), open.title);
  return title === open.title ? undefined : title;
}

interface Choice extends QuickPickItem {
  readonly isUpdate: boolean;
}

/**
 * Shows both texts side by side and asks; the draft can still be edited there.
 * @returns the title, which is the pull request's own until the person changes it; undefined where they left
 */
function askInComparison(submission: Submission, open: PullRequest): Promise<string | undefined> {
  const { number, body } = open;
  // The title is no part of the text, so both sides get the same one and show no difference.
  const { title: own } = splitTitleLine(submission.document.getText());
  const shown = own === null ? body : withTitleLine({ text: body, stops: [] }, own).text;
  return withFixedText(`${number}.md`, shown, async (left) => {
    const comparison = l10n.t('#{0} on GitHub ↔ draft', number);
    await editorCommands.executeCommand('vscode.diff', left, submission.document.uri, comparison);
    for (let title = open.title; ; ) {
      // A message would go away by itself, and a dialog would keep the person from reading.
      const chosen = await window.showQuickPick(choicesFor(submission, open, title), {
        title: l10n.t('Write the draft over the text of #{0}?', number),
        placeHolder: l10n.t('Escape leaves it as it is'),
        ignoreFocusOut: true,
      });
      if (!chosen) return undefined;
      if (chosen.isUpdate) return title;
      title = (await askTitle(changeTitle(), title)) ?? title;
    }
  });
}

function choicesFor(submission: Submission, { number, title: old }: PullRequest, title: string): readonly Choice[] {
  const shown = (text: string) => withoutIcons(visibleText(text, 120));
  const isOther = title !== old;
  return [
    {
      isUpdate: true,
      label: isOther ? l10n.t('Update #{0} and Its Title', number) : l10n.t('Update #{0}', number),
      detail: withoutIcons(joinParts([routeOf(submission), lackOf(submission)], ' · ')),
    },
    {
      isUpdate: false,
      label: changeTitle(),
      detail: isOther ? l10n.t('“{0}” → “{1}”', shown(old), shown(title)) : l10n.t('“{0}” stays', shown(old)),
    },
  ];
}

function changeTitle(): string {
  return l10n.t('Change the Title…');
}

function isSame(one: string, other: string): boolean {
  return splitFingerprints(one).body === splitFingerprints(other).body;
}
