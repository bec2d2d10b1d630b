import { commands as editorCommands, l10n } from 'vscode';
import { splitFingerprints } from '../../core/drafts/fingerprints';
import type { PullRequest } from '../../core/forge/forge';
import { answer } from '../answer';
import { rewriteDocument } from '../drafts/draftDocument';
import { mergeOpenText } from './model/mergeOpenText';
import type { OpenTexts } from './openTexts';
import { bodyOf, routeOf, type Submission, tellOf, tellProblem } from './submission';
import { withStopping } from './withStopping';

/**
 * Brings the text of an open pull request up to date: what others wrote there comes into the document, both are shown
 * side by side, and only then it is written over what was fetched.
 * @param seen the text that was sent or merged with last, or null
 * @returns the text that the document knows of now
 */
export async function updateOpen(
  submission: Submission,
  open: PullRequest,
  texts: OpenTexts,
  seen: string | null,
): Promise<string> {
  const { document, forge } = submission;
  await rewriteDocument(document, mergeOpenText(lineFeeds(document.getText()), open.body, seen));
  if (isSame(bodyOf(document), open.body)) {
    await tellOf(open, submission, l10n.t('Pull request #{0} has this text already.', open.number));
    return open.body;
  }
  const left = texts.show(submission.repository, open);
  await editorCommands.executeCommand('vscode.diff', left, document.uri, l10n.t('#{0} at GitHub ↔ draft', open.number));
  const update = l10n.t('Update');
  const question = l10n.t('Write the right side over the text of #{0}? {1}', open.number, routeOf(submission));
  if ((await answer(question, update)) !== update) return open.body;
  const body = bodyOf(document);
  const result = await withStopping(l10n.t('Updating the pull request'), (signal) =>
    forge.updateBody(open.number, { seen: open.body, body }, signal),
  );
  if (!result.ok) {
    await tellProblem(result.problem, submission);
    return open.body;
  }
  void tellOf(result.value, submission, l10n.t('The text of pull request #{0} was updated.', open.number));
  return body;
}

function isSame(one: string, other: string): boolean {
  return splitFingerprints(one).body === splitFingerprints(other).body;
}

function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
