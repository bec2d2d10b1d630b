import { l10n, ProgressLocation, type TextDocument, type WorkspaceFolder, window, workspace } from 'vscode';
import { promptsIn } from '../../core/drafts/prompts';
import type { ForgeProblem } from '../../core/forge/forgeResult';
import { issueOf, type QuestionIssue } from '../../core/questions/sentQuestion';
import { SecretMask } from '../../core/secrets/maskSecrets';
import { joinParts } from '../../core/text';
import { answer, confirm } from '../answer';
import { forgeSentence } from '../github/forgeWords';
import { openPage } from '../github/openPage';
import type { ForgeHere, GitHubSessions } from '../github/session';
import { whileShown } from '../github/shownText';
import { visibleText } from '../words/visibleText';

/**
 * Opens an issue of a question, after the person has seen exactly what is sent. The draft stays as it is, whatever the
 * answer is.
 */
export async function openIssue(document: TextDocument, github: GitHubSessions): Promise<void> {
  const issue = issueOf(document.getText());
  if (issue.title === '') {
    await answer(l10n.t('Write the question itself first: the heading becomes the title of the issue.'));
    return;
  }
  const folder = folderOf(document);
  if (!folder) {
    await answer(l10n.t('Open a folder first: the issue goes to its repository.'));
    return;
  }
  const detail = l10n.t('Meridian opens an issue with your question, and asks you before.');
  const here = await github.forgeFor(folder.uri, { detail });
  if (here.kind === 'none') {
    await answer(here.sentence);
    return;
  }
  if (!(await isConfirmed(here, issue))) return;
  const again = async (): Promise<ForgeHere | null> => {
    const renewed = await github.forgeFor(folder.uri, { detail, isRefused: true });
    return renewed.kind === 'forge' ? renewed : null;
  };
  await post(here, issue, again);
}

/** That of the file that an unsaved question becomes. */
function folderOf({ uri, isUntitled }: TextDocument): WorkspaceFolder | undefined {
  const [first] = workspace.workspaceFolders ?? [];
  const file = isUntitled && first ? uri.with({ scheme: first.uri.scheme, authority: first.uri.authority }) : uri;
  return workspace.getWorkspaceFolder(file) ?? first;
}

function isConfirmed({ repository }: ForgeHere, { title, body }: QuestionIssue): Promise<boolean> {
  const name = `${repository.owner}/${repository.repo}`;
  const gaps = body.split('\n').flatMap((line) => promptsIn(line)).length;
  const secrets = new Set(new SecretMask().mask(`${title}\n${body}`).masked.map(({ rule }) => rule));
  const lines = [
    visibleText(title, 250),
    l10n.t('Everybody who can see {0} will see it, just as it is shown behind this question.', name),
    gaps === 1 ? l10n.t('One place is not filled in yet.') : '',
    gaps > 1 ? l10n.t('{0} places are not filled in yet.', gaps) : '',
    secrets.size > 0 ? l10n.t('There may be a secret in it: {0}.', [...secrets].join(', ')) : '',
  ];
  const detail = joinParts(lines, '\n\n');
  const question = l10n.t('Open this as an issue of {0}?', name);
  return whileShown(l10n.t('Issue.md'), `# ${title}\n\n${body}`, () => confirm(question, detail, l10n.t('Open Issue')));
}

async function post(
  { forge, repository }: ForgeHere,
  issue: QuestionIssue,
  signInAgain: () => Promise<ForgeHere | null>,
): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Opening the issue at GitHub') };
  const result = await window.withProgress(options, () => forge.createIssue(issue));
  if (!result.ok && result.problem.kind === 'signed-out') {
    // Refused before anything was done: once more is still once.
    const signIn = l10n.t('Sign In Again');
    const renewed = (await answer(forgeSentence(result.problem), signIn)) === signIn ? await signInAgain() : null;
    if (renewed) await post(renewed, issue, async () => null);
    return;
  }
  const { webUrl, owner, repo, host } = repository;
  const name = `${owner}/${repo}`;
  const page = result.ok ? result.value.item.url : pageFor(result.problem, `${webUrl}/${name}/issues`);
  const open = l10n.t('Open at GitHub');
  const sentence = result.ok ? l10n.t('The question is an issue of {0} now.', name) : forgeSentence(result.problem);
  const chosen = await answer(sentence, ...(page === null ? [] : [open]));
  if (chosen === open && page !== null) await openPage(page, host);
}

function pageFor({ page, remedy }: ForgeProblem, issues: string): string | null {
  return page ?? (remedy === 'look-at-forge' ? issues : null);
}
