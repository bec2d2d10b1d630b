import { commands as editorCommands, l10n, window } from 'vscode';
import { splitFingerprints } from '../../core/drafts/fingerprints';
import type { PullRequest } from '../../core/forge/forge';
import { rewriteDocument } from '../drafts/draftDocument';
import { withFixedText } from '../github/shownText';
import { withoutIcons } from '../words/visibleText';
import { mergeOpenText } from './model/mergeOpenText';
import { bodyOf, routeOf, type Submission, tellOf, tellProblem } from './submission';
import { withStopping } from './withStopping';

/**
 * Brings the text of an open pull request up to date: what others wrote there comes into the document, both are shown
 * side by side, and only then it is written over what was fetched.
 * @param seen the text that was sent or merged with last, or null
 * @param know told the text of the pull request each time that the document has come to know it
 */
export async function updateOpen(
  submission: Submission,
  open: PullRequest,
  seen: string | null,
  know: (text: string) => void,
): Promise<void> {
  const { document, forge } = submission;
  await rewriteDocument(document, mergeOpenText(lineFeeds(document.getText()), open.body, seen));
  know(open.body);
  if (isSame(bodyOf(document), open.body)) {
    return tellOf(open, submission, l10n.t('Pull request #{0} has this text already.', open.number));
  }
  if (!(await isWanted(submission, open))) return;
  const body = bodyOf(document);
  const result = await withStopping(l10n.t('Updating the pull request'), (signal) =>
    forge.updateBody(open.number, { seen: open.body, body }, signal),
  );
  if (!result.ok) return tellProblem(result.problem, submission);
  know(body);
  await tellOf(result.value, submission, l10n.t('The text of pull request #{0} was updated.', open.number));
}

/** Asks with both texts side by side; the draft can still be edited there. */
function isWanted(submission: Submission, { number, body }: PullRequest): Promise<boolean> {
  return withFixedText(`${number}.md`, body, async (left) => {
    const title = l10n.t('#{0} at GitHub ↔ draft', number);
    await editorCommands.executeCommand('vscode.diff', left, submission.document.uri, title);
    // A message would go away by itself, and a dialog would keep the person from reading.
    const update = l10n.t('Update #{0}', number);
    const chosen = await window.showQuickPick([{ label: update, detail: withoutIcons(routeOf(submission)) }], {
      title: l10n.t('Write the right side over the text of #{0}?', number),
      placeHolder: l10n.t('Escape leaves it as it is'),
      ignoreFocusOut: true,
    });
    return chosen !== undefined;
  });
}

function isSame(one: string, other: string): boolean {
  return splitFingerprints(one).body === splitFingerprints(other).body;
}

function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
