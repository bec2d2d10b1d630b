import { l10n, ProgressLocation, window, workspace } from 'vscode';
import { asMarkdown } from '../../core/drafts/formats';
import { promptsIn } from '../../core/drafts/prompts';
import type { CommentPlace, Created, Posted } from '../../core/forge/forge';
import { isForgePage } from '../../core/forge/forgePage';
import type { ForgeResult } from '../../core/forge/forgeResult';
import { joinParts } from '../../core/text';
import { answer, confirm } from '../answer';
import type { FolderNote } from '../handoffs/handoffStore';
import { forgeSentence } from './forgeWords';
import { openPage } from './openPage';
import { pickPlace } from './pickPlace';
import type { ForgeHere, GitHubSessions } from './session';
import { whileShown } from './shownText';

/** More is refused by GitHub. */
const longest = 65_536;

/** Comments a handoff on an issue or a discussion that the person chooses, after they have seen exactly what is sent. */
export async function commentHandoff(github: GitHubSessions, { uri, folder }: FolderNote): Promise<void> {
  const detail = l10n.t('Meridian comments the handoff where you choose, and asks you before.');
  const place = await github.forgeFor(folder.uri, { detail });
  if (place.kind === 'none') {
    await answer(place.sentence);
    return;
  }
  const body = asMarkdown((await workspace.openTextDocument(uri)).getText());
  if (body.length > longest) {
    await answer(l10n.t('The handoff is too long for one comment at GitHub. Link to it instead.'));
    return;
  }
  const target = await pickPlace(place);
  if (!target || !(await isConfirmed(place, target, body))) return;
  const again = async (): Promise<ForgeHere | null> => {
    const renewed = await github.forgeFor(folder.uri, { detail, isRefused: true });
    return renewed.kind === 'forge' ? renewed : null;
  };
  await post(place, target, body, again);
}

function isConfirmed({ repository }: ForgeHere, { kind, number }: CommentPlace, body: string): Promise<boolean> {
  const name = `${repository.owner}/${repository.repo}#${number}`;
  const question =
    kind === 'issue' ? l10n.t('Comment this on {0}?', name) : l10n.t('Comment this on the discussion {0}?', name);
  const gaps = body.split('\n').flatMap((line) => promptsIn(line)).length;
  const lines = [
    l10n.t('Everybody who can see {0} will see it, just as it is shown behind this question.', name),
    gaps === 1 ? l10n.t('One place is not filled in yet.') : '',
    gaps > 1 ? l10n.t('{0} places are not filled in yet.', gaps) : '',
  ];
  const detail = joinParts(lines, '\n\n');
  return whileShown(l10n.t('Comment on #{0}.md', number), body, () => confirm(question, detail, l10n.t('Comment')));
}

async function post(
  { forge, repository }: ForgeHere,
  target: CommentPlace,
  body: string,
  signInAgain: () => Promise<ForgeHere | null>,
): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Commenting at GitHub') };
  const result = await window.withProgress(options, () => forge.comment(target, body));
  if (!result.ok && result.problem.kind === 'signed-out') {
    // Refused before anything was done: once more is still once.
    const signIn = l10n.t('Sign In Again');
    const renewed = (await answer(forgeSentence(result.problem), signIn)) === signIn ? await signInAgain() : null;
    if (renewed) await post(renewed, target, body, async () => null);
    return;
  }
  const { webUrl, owner, repo } = repository;
  const folder = target.kind === 'issue' ? 'issues' : 'discussions';
  const url = result.ok ? result.value.item.url : `${webUrl}/${owner}/${repo}/${folder}/${target.number}`;
  const open = l10n.t('Open at GitHub');
  const actions = isForgePage(url, repository.host) ? [open] : [];
  const chosen = await answer(sentenceOf(result, `${owner}/${repo}#${target.number}`), ...actions);
  if (chosen === open) await openPage(url, repository.host);
}

function sentenceOf(result: ForgeResult<Created<Posted>>, name: string): string {
  return result.ok ? l10n.t('The handoff is a comment on {0} now.', name) : forgeSentence(result.problem);
}
