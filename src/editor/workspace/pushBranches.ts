import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { readRemoteBranches } from '../../git/pullRequests/remoteBranches';
import { answer, answerWith } from '../host/answer';
import { answerGitFailure, answerUntrusted } from '../host/answerFailures';
import { confirm } from '../host/confirm';
import { visibleText, withoutIcons } from '../host/visibleText';
import { builtInGit, type GitApi, type GitApiRepository, gitReason, gitWords, remotesOf } from './builtInGit';
import type { LazyGit } from './lazyGit';
import { isOvertaken, type PushTarget, pushTarget, refspec } from './pushTarget';

/** A local branch of the repository at an absolute root. */
export interface BranchAt {
  readonly root: string;
  readonly branch: string;
}

/** A branch with commits that only this machine has, and where they would be pushed to. */
interface Pushable extends PushTarget, BranchAt {
  readonly repository: GitApiRepository;
}

interface PushItem extends QuickPickItem {
  readonly pushable: Pushable;
}

/**
 * Pushes branches through VS Code's own Git extension, after the person has confirmed it; with an empty `wanted` the
 * branches that are checked out. A branch that has diverged from its remote is never pushed: the person is told what to
 * do first.
 * @param lazyGit reads the remote-tracking branches
 * @returns the branches that were pushed
 */
export async function pushBranches(lazyGit: LazyGit, wanted: readonly BranchAt[]): Promise<readonly BranchAt[]> {
  if (!workspace.isTrusted) {
    await answerUntrusted(l10n.t('Pushing goes through VS Code’s own git, which is not run in Restricted Mode.'));
    return [];
  }
  const git = await builtInGit();
  if (!git) {
    await answer(l10n.t('Pushing goes through VS Code’s own git, which is switched off or not available here.'));
    return [];
  }
  if (git.repositories.length === 0) {
    await answer(l10n.t('There is nothing to push from: no folder of this window is in a git repository.'));
    return [];
  }
  const all = await pushables(lazyGit, git, wanted);
  const found = all.filter(({ behind }) => behind === 0);
  const diverged = all.filter(({ behind }) => behind > 0).map(divergedSentence);
  if (found.length === 0 && diverged.length > 0) {
    await answerPullFirst(diverged.join(' '));
    return [];
  }
  if (found.length === 0) {
    await answer(l10n.t('There is nothing to push: no branch here has commits that its remote lacks.'));
    return [];
  }
  const chosen = found.length === 1 ? found : await choose(found);
  if (!chosen || chosen.length === 0) return [];
  const detail = [...chosen.map(sentence), ...diverged].join('\n');
  if (!(await confirm(l10n.t('Push to the remote?'), detail, l10n.t('Push')))) return [];
  const pushed: BranchAt[] = [];
  for (const pushable of chosen) if (await push(pushable)) pushed.push(pushable);
  return pushed;
}

async function pushables(lazyGit: LazyGit, git: GitApi, wanted: readonly BranchAt[]): Promise<readonly Pushable[]> {
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
    const place = known && (await lazyGit.open(Uri.file(root)));
    if (!place) return null;
    const remotes = repository.state.remotes.map(({ name }) => name);
    const options = { priority: 'interactive' } as const;
    const there = await readRemoteBranches(place.runner, place.repository, branch, remotes, options);
    const target = pushTarget(branch, known.upstream, there, usualRemote(repository));
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
      // Not preselected: hosts delete merged branches, and a push would create such a branch again.
      picked: !pushable.absent,
      pushable,
    }),
  );
  const title = l10n.t('Push Unpushed Branches');
  const placeHolder = l10n.t('Which branches?');
  const chosen = await window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return chosen?.map(({ pushable }) => pushable);
}

async function push(pushable: Pushable): Promise<boolean> {
  const { repository, branch, remote, name, followed } = pushable;
  try {
    await repository.push(remote, refspec(branch, name), !followed);
    window.setStatusBarMessage(l10n.t('Pushed {0}', withoutIcons(visibleText(branch, 80))), 5_000);
    return true;
  } catch (error) {
    if (isOvertaken(gitWords(error))) await answerPullFirst(overtakenSentence(pushable));
    else await answerGitFailure(l10n.t('{0} was not pushed: {1}', visibleText(branch, 80), gitReason(error)));
    return false;
  }
}

/** Merge or rebase is the team's own choice, so Source Control is opened and nothing is pulled. */
async function answerPullFirst(sentence: string): Promise<void> {
  const why = l10n.t('{0} Pull first, by merge or rebase, and push then.', sentence);
  await answerWith(why, l10n.t('Open Source Control'), 'workbench.view.scm');
}

function sentence(pushable: Pushable): string {
  return l10n.t('{0}, {1}, to {2}', visibleText(pushable.branch, 80), countText(pushable), placeText(pushable));
}

function divergedSentence(pushable: Pushable): string {
  const { branch, ahead, behind } = pushable;
  return l10n.t(
    '{0} has diverged from {1} and is not pushed: {2} only here, {3} only there.',
    visibleText(branch, 80),
    placeText(pushable),
    commitsText(ahead ?? 0),
    commitsText(behind),
  );
}

function overtakenSentence(pushable: Pushable): string {
  const branch = visibleText(pushable.branch, 80);
  return l10n.t('{0} was not pushed: {1} has commits that are not here yet.', branch, placeText(pushable));
}

function placeText({ remote, name }: PushTarget): string {
  return visibleText(`${remote}/${name}`, 120);
}

function countText({ ahead, absent }: Pushable): string {
  if (absent) return l10n.t('not at the remote, where it was deleted if it ever was there');
  return ahead === null ? l10n.t('never pushed') : commitsText(ahead);
}

function commitsText(count: number): string {
  return count === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', count);
}
