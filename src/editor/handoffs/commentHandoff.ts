import { l10n, ProgressLocation, window, workspace } from 'vscode';
import { asMarkdown } from '../../core/drafts/formats';
import type { CommentPlace } from '../../core/forge/forge';
import { joinParts } from '../../core/text/compareText';
import { fits, gapsSentence, seenSentence, withoutSecrets } from '../github/beforeSending';
import { pickPlace } from '../github/pickPlace';
import type { ForgeHere, GitHubSessions } from '../github/session';
import { whileShown } from '../github/shownText';
import { tellDone, tellProblem } from '../github/tellOutcome';
import { withSignIn } from '../github/withSignIn';
import { answer } from '../host/answer';
import { confirm } from '../host/confirm';
import type { LazyGit } from '../workspace/lazyGit';
import { readableAnywhere } from '../written/readableAnywhere';
import type { FolderNote } from './handoffStore';

/** Comments a handoff on an issue or a discussion that the person chooses, after they have seen exactly what is sent. */
export async function commentHandoff(github: GitHubSessions, { uri, folder }: FolderNote, git: LazyGit): Promise<void> {
  const detail = l10n.t('Meridian comments the handoff where you choose, and asks you before.');
  const here = await github.forgeFor(folder.uri, { detail });
  if (here.kind === 'none') {
    await answer(here.sentence);
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const written = asMarkdown(await readableAnywhere(document, document.getText(), git));
  if (!(await fits(written))) return;
  const target = await pickPlace(here, detail);
  if (!target) return;
  const body = await withoutSecrets(written);
  if (body === null || !(await isConfirmed(here, target, body))) return;
  const options = { location: ProgressLocation.Notification, title: l10n.t('Commenting on GitHub') };
  const comment = () => window.withProgress(options, () => here.forge.comment(target, body));
  const result = await withSignIn(here, detail, comment);
  if (!result) return;
  const { repository } = here;
  const place = `${target.kind === 'issue' ? 'issues' : 'discussions'}/${target.number}`;
  if (!result.ok) return tellProblem(result.problem, repository, place);
  const name = `${repository.owner}/${repository.repo}#${target.number}`;
  await tellDone(l10n.t('The handoff is a comment on {0} now.', name), result.value.item.url, repository);
}

function isConfirmed({ repository }: ForgeHere, { kind, number }: CommentPlace, body: string): Promise<boolean> {
  const name = `${repository.owner}/${repository.repo}#${number}`;
  const question =
    kind === 'issue' ? l10n.t('Comment this on {0}?', name) : l10n.t('Comment this on the discussion {0}?', name);
  const lines = [seenSentence(name), gapsSentence(body)];
  const detail = joinParts(lines, '\n\n');
  return whileShown(l10n.t('Comment on #{0}.md', number), body, () => confirm(question, detail, l10n.t('Comment')));
}
