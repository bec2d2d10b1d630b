import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import { answer, answerGitFailure, confirm } from '../host/answer';
import { visibleText, withoutIcons } from '../host/visibleText';
import { builtInGit, type GitApi, type GitApiRepository, gitReason, remotesOf } from './builtInGit';
import { type PushTarget, pushTarget, refspec } from './pushTarget';

/** A local branch of the repository at an absolute root. */
export interface BranchAt {
  readonly root: string;
  readonly branch: string;
}

/** A branch with commits that are on this machine only, and where they would go. */
interface Pushable extends PushTarget, BranchAt {
  readonly repository: GitApiRepository;
}

interface PushItem extends QuickPickItem {
  readonly pushable: Pushable;
}

/**
 * Pushes branches through VS Code's own git after the person confirmed it; without `wanted`, the branches that are
 * checked out. @returns those that were pushed
 */
export async function pushBranches(wanted: readonly BranchAt[]): Promise<readonly BranchAt[]> {
  const git = await builtInGit();
  if (!git) {
    await answer(l10n.t('Pushing goes through VS Code’s own git, which is switched off or not available here.'));
    return [];
  }
  if (git.repositories.length === 0) {
    await answer(l10n.t('There is nothing to push from: no folder of this window is in a git repository.'));
    return [];
  }
  const found = await pushables(git, wanted);
  if (found.length === 0) {
    await answer(l10n.t('There is nothing to push: no branch here has commits that its remote lacks.'));
    return [];
  }
  const chosen = found.length === 1 ? found : await choose(found);
  if (!chosen || chosen.length === 0) return [];
  if (!(await confirm(l10n.t('Push to the remote?'), chosen.map(sentence).join('\n'), l10n.t('Push')))) return [];
  const pushed: BranchAt[] = [];
  for (const pushable of chosen) if (await push(pushable)) pushed.push(pushable);
  return pushed;
}

async function pushables(git: GitApi, wanted: readonly BranchAt[]): Promise<readonly Pushable[]> {
  const places = wanted.flatMap(({ root, branch }) => {
    const repository = git.getRepository(Uri.file(root));
    return repository ? [{ repository, root, branch }] : [];
  });
  const checkedOut = git.repositories.flatMap((repository) => {
    const branch = repository.state.HEAD?.name;
    return branch === undefined ? [] : [{ repository, root: repository.rootUri.fsPath, branch }];
  });
  const all = (wanted.length > 0 ? places : checkedOut).map(async ({ repository, root, branch }) => {
    const known = await repository.getBranch(branch).catch(() => undefined);
    const target = known && pushTarget(branch, known, usualRemote(repository));
    return target ? { repository, root, branch, ...target } : null;
  });
  return (await Promise.all(all)).filter((pushable) => pushable !== null);
}

function usualRemote(repository: GitApiRepository): string | undefined {
  return remotesOf(repository).find(({ isReadOnly }) => !isReadOnly)?.name;
}

async function choose(all: readonly Pushable[]): Promise<readonly Pushable[] | undefined> {
  const items = all.map(
    (pushable): PushItem => ({
      label: withoutIcons(visibleText(pushable.branch, 80)),
      description: withoutIcons(countText(pushable)),
      // Hosts delete what they merged, and a push would make it again.
      picked: !pushable.absent,
      pushable,
    }),
  );
  const title = l10n.t('Push Unpushed Branches');
  const placeHolder = l10n.t('Which branches?');
  const chosen = await window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return chosen?.map(({ pushable }) => pushable);
}

async function push({ repository, branch, remote, name, ahead }: Pushable): Promise<boolean> {
  try {
    await repository.push(remote, refspec(branch, name), ahead === null);
    window.setStatusBarMessage(l10n.t('Pushed {0}', withoutIcons(visibleText(branch, 80))), 5_000);
    return true;
  } catch (error) {
    await answerGitFailure(l10n.t('{0} was not pushed: {1}', visibleText(branch, 80), gitReason(error)));
    return false;
  }
}

function sentence(pushable: Pushable): string {
  const place = visibleText(`${pushable.remote}/${pushable.name}`, 120);
  return l10n.t('{0}, {1}, to {2}', visibleText(pushable.branch, 80), countText(pushable), place);
}

function countText({ ahead, behind, absent }: Pushable): string {
  if (absent) return l10n.t('not at the remote, where it was deleted if it ever was there');
  if (ahead === null) return l10n.t('never pushed');
  const count = ahead === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', ahead);
  return behind === 0 ? count : l10n.t('{0}, and {1} at the remote that are not here', count, behind);
}
