import { l10n, ProgressLocation, type TextDocument, window, workspace } from 'vscode';
import { issueOf, type QuestionIssue } from '../../core/questions/sentQuestion';
import { SecretMask } from '../../core/secrets/maskSecrets';
import { answer, confirm } from '../answer';
import { forgeSentence } from '../github/forgeWords';
import { openPage } from '../github/openPage';
import type { GitHubSessions } from '../github/session';
import { visibleText } from '../words/visibleText';

/**
 * Opens an issue of the question in front, after the person has seen what goes where. The draft stays as it is, whatever
 * the answer is.
 */
export async function openIssue(document: TextDocument, sessions: () => Promise<GitHubSessions>): Promise<void> {
  const issue = issueOf(document.getText());
  if (issue.title === '') {
    await answer(l10n.t('Write the question itself first: the heading becomes the title of the issue.'));
    return;
  }
  const folder = workspace.getWorkspaceFolder(document.uri) ?? workspace.workspaceFolders?.[0];
  if (!folder) {
    await answer(l10n.t('Open a folder first: the issue goes to its repository.'));
    return;
  }
  const detail = l10n.t('To open an issue with the question that you wrote.');
  const here = await (await sessions()).forgeFor(folder.uri, { detail });
  if (here.kind === 'none') {
    await answer(here.sentence);
    return;
  }
  const name = visibleText(`${here.repository.owner}/${here.repository.repo}`, 100);
  const question = l10n.t('Open an issue at {0}?', name);
  if (!(await confirm(question, detailOf(issue), l10n.t('Open Issue')))) return;
  const options = { location: ProgressLocation.Notification, title: l10n.t('Opening an issue at {0}', name) };
  const posted = await window.withProgress(options, () => here.forge.createIssue(issue));
  if (!posted.ok) {
    await answer(forgeSentence(posted.problem));
    return;
  }
  const look = l10n.t('Show Issue');
  const { url } = posted.value.item;
  const said = await answer(l10n.t('The issue is open at {0}.', name), look);
  if (said === look) await openPage(url, here.repository.host);
}

/** What the person should know before others read it. */
function detailOf({ title, body }: QuestionIssue): string {
  const secrets = new SecretMask().mask(`${title}\n${body}`).masked;
  const left = (body.match(/‹[^‹›]{1,200}›/g) ?? []).length;
  return [
    visibleText(title, 250),
    left === 0 ? '' : l10n.t('Places that are left to fill in: {0}.', left),
    secrets.length === 0
      ? ''
      : l10n.t('This looks like a secret: {0}.', [...new Set(secrets.map(({ rule }) => rule))].join(', ')),
    l10n.t('Everybody who can read the repository will see it. The draft stays open.'),
  ]
    .filter((sentence) => sentence !== '')
    .join('\n\n');
}
