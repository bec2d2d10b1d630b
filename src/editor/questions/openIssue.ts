import { l10n, ProgressLocation, type TextDocument, window } from 'vscode';
import { issueOf, type QuestionIssue } from '../../core/questions/sentQuestion';
import { joinParts } from '../../core/text/compareText';
import { fits, gapsSentence, seenSentence, withoutSecrets } from '../github/beforeSending';
import type { ForgeHere, GitHubSessions } from '../github/session';
import { whileShown } from '../github/shownText';
import { tellDone, tellProblem } from '../github/tellOutcome';
import { withSignIn } from '../github/withSignIn';
import { answer } from '../host/answer';
import { answerNoFolder } from '../host/answerFailures';
import { confirm } from '../host/confirm';
import { visibleText } from '../host/visibleText';
import { draftPlace } from '../workspace/folderDocuments';
import type { LazyGit } from '../workspace/lazyGit';
import { readableAnywhere } from '../written/readableAnywhere';

/**
 * Opens an issue from a question, after the person has seen exactly what is sent. The draft stays as it is, whatever
 * the outcome.
 */
export async function openIssue(document: TextDocument, github: GitHubSessions, git: LazyGit): Promise<void> {
  if (issueOf(document.getText()).title === '') {
    await answer(l10n.t('Write the question itself first: the heading becomes the title of the issue.'));
    return;
  }
  const place = draftPlace(document);
  if (!place) {
    await answerNoFolder(l10n.t('Open a folder first: the issue goes to its repository.'));
    return;
  }
  const detail = l10n.t('Meridian opens an issue with your question, and asks you before.');
  const here = await github.forgeFor(place.folder.uri, { detail });
  if (here.kind === 'none') {
    await answer(here.sentence);
    return;
  }
  const written = issueOf(await readableAnywhere(document, document.getText(), git));
  // Masking does not make the text longer.
  if (!(await fits(written.body))) return;
  const issue = await safe(written);
  if (!issue || !(await isConfirmed(here, issue))) return;
  const options = { location: ProgressLocation.Notification, title: l10n.t('Opening the issue on GitHub') };
  const open = () => window.withProgress(options, () => here.forge.createIssue(issue));
  const result = await withSignIn(here, detail, open);
  if (!result) return;
  const { repository } = here;
  if (!result.ok) return tellProblem(result.problem, repository, 'issues');
  const name = `${repository.owner}/${repository.repo}`;
  await tellDone(l10n.t('The question is an issue of {0} now.', name), result.value.item.url, repository);
}

/** Masks what looks like a secret, if the person wants that; null where they left. */
async function safe({ title, body }: QuestionIssue): Promise<QuestionIssue | null> {
  const text = await withoutSecrets(`${title}\n\n${body}`);
  if (text === null) return null;
  // The title has one line, and masking keeps lines.
  const [first = '', , ...rest] = text.split('\n');
  return { title: first, body: rest.join('\n') };
}

function isConfirmed({ repository }: ForgeHere, { title, body }: QuestionIssue): Promise<boolean> {
  const name = `${repository.owner}/${repository.repo}`;
  const lines = [visibleText(title, 250), seenSentence(name), gapsSentence(body)];
  const detail = joinParts(lines, '\n\n');
  const question = l10n.t('Open this as an issue of {0}?', name);
  return whileShown(l10n.t('Issue.md'), `# ${title}\n\n${body}`, () => confirm(question, detail, l10n.t('Open Issue')));
}
