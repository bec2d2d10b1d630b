import { relative, sep } from 'node:path';
import { l10n, type Uri, window, workspace } from 'vscode';
import { joinParts } from '../../core/text/compareText';
import { answer } from '../host/answer';
import { answerGitFailure, answerUntrusted } from '../host/answerFailures';
import { confirm } from '../host/confirm';
import { visibleText, withoutIcons } from '../host/visibleText';
import { builtInGit, type GitApiRepository, gitReason, remotesOf } from '../workspace/builtInGit';
import type { FolderNote } from './handoffStore';
import { type BranchPlace, type CheckOutPlan, type StartFacts, startPlan } from './model/startPlan';
import type { FoundChanges } from './noteChanges';

/**
 * Checks out the branch that a note is about, after asking, through VS Code's own Git extension: Meridian's runner only
 * reads (docs/adr/0011). Uncommitted files are never changed; where they are in the way, nothing happens.
 * @param changes what is no longer as the note says
 */
export async function startOnHandoff(note: FolderNote, changes: Promise<FoundChanges>): Promise<void> {
  if (!workspace.isTrusted) {
    return answerUntrusted(l10n.t('A branch is checked out by git, and git is not run in Restricted Mode.'));
  }
  const repository = (await builtInGit())?.getRepository(note.uri);
  if (!repository)
    return tell(l10n.t('VS Code’s own git is switched off here, or the note is in no repository of this window.'));
  const branch = await chooseBranch(note.branches);
  if (branch === undefined) return;
  const remotes = remotesOf(repository).map(({ name }) => name);
  // The extension's state may not yet include a file that was saved a moment ago.
  await repository.status();
  let place = await placeOf(repository, branch);
  let plan = startPlan(branch, place, factsOf(repository), remotes);
  if (plan.kind === 'fetch') {
    if (!(await mayFetch(branch, remotes)) || !(await fetchAll(repository, branch, remotes))) return;
    place = await placeOf(repository, branch);
    plan = startPlan(branch, place, factsOf(repository), []);
  }
  const name = shown(branch);
  switch (plan.kind) {
    case 'there-already':
      return tell(l10n.t('You are on {0} already.', name));
    case 'conflicts':
      return tell(
        plan.count === 1
          ? l10n.t('There is a file with conflicts. Resolve it, or end the merge, before you change the branch.')
          : l10n.t(
              'There are {0} files with conflicts. Resolve them, or end the merge, before you change the branch.',
              plan.count,
            ),
      );
    case 'rebasing':
      return tell(l10n.t('A rebase is going on. Finish or abort it before you change the branch.'));
    case 'check-out':
      return checkOut(repository, note, branch, { ...plan, isMerged: isMergedIn(await changes, branch) });
    default:
      return tell(
        l10n.t('{0} is neither here nor at a remote. Ask whoever wrote the note whether it was pushed.', name),
      );
  }
}

function isMergedIn({ changes }: FoundChanges, branch: string): boolean {
  return changes.some(
    (change) => change.kind === 'branch' && change.what === 'merged' && change.move.branch === branch,
  );
}

async function chooseBranch(branches: readonly string[]): Promise<string | undefined> {
  if (branches.length === 0) {
    await tell(l10n.t('The note names no branch, so there is nothing to check out.'));
    return undefined;
  }
  if (branches.length === 1) return branches[0];
  const items = branches.map((branch) => ({ label: `$(git-branch) ${withoutIcons(shown(branch))}`, branch }));
  const options = { title: l10n.t('Start on This'), placeHolder: l10n.t('Which branch?') };
  return (await window.showQuickPick(items, options))?.branch;
}

function mayFetch(branch: string, remotes: readonly string[]): Promise<boolean> {
  const question = l10n.t('{0} is not here. Look for it at the remote?', shown(branch));
  return confirm(
    question,
    l10n.t('Fetches from {0}. Nothing of yours changes.', remotes.map(shown).join(', ')),
    l10n.t('Fetch'),
  );
}

async function fetchAll(repository: GitApiRepository, branch: string, remotes: readonly string[]): Promise<boolean> {
  try {
    for (const remote of remotes) await repository.fetch(remote);
    return true;
  } catch (error) {
    await answerGitFailure(l10n.t('{0} could not be fetched: {1}', shown(branch), gitReason(error)));
    return false;
  }
}

async function checkOut(
  repository: GitApiRepository,
  note: FolderNote,
  branch: string,
  { from: remote, uncommitted, isMerged }: CheckOutPlan & { readonly isMerged: boolean },
): Promise<void> {
  const current = repository.state.HEAD?.name;
  const isNoteMissing = await isMissingAt(repository, remote === null ? branch : `${remote}/${branch}`, note.uri);
  const details = [
    isMerged ? l10n.t('What the note had of it is merged already.') : '',
    current === undefined ? '' : l10n.t('You are on {0} now.', shown(current)),
    remote === null ? '' : l10n.t('A local branch is made that follows {0}.', shown(`${remote}/${branch}`)),
    filesSentence(uncommitted),
    isNoteMissing && current !== undefined
      ? l10n.t('The note is not on that branch: you find it again on {0}.', shown(current))
      : '',
  ];
  const detail = joinParts(details, '\n');
  if (!(await confirm(l10n.t('Check out {0}?', shown(branch)), detail, l10n.t('Check Out')))) return;
  try {
    if (remote === null) await repository.checkout(branch);
    else {
      await repository.createBranch(branch, true, `${remote}/${branch}`);
      await follow(repository, branch, `${remote}/${branch}`);
    }
    window.setStatusBarMessage(l10n.t('On {0}', withoutIcons(shown(branch))), 5_000);
  } catch (error) {
    await answerGitFailure(
      l10n.t('{0} was not checked out, and nothing was changed: {1}', shown(branch), gitReason(error)),
    );
  }
}

/** Sets the upstream. The branch is checked out already, even if this fails. */
async function follow(repository: GitApiRepository, branch: string, upstream: string): Promise<void> {
  try {
    await repository.setBranchUpstream(branch, upstream);
  } catch (error) {
    await answerGitFailure(
      l10n.t('{0} is checked out, but does not follow {1} yet: {2}', shown(branch), shown(upstream), gitReason(error)),
    );
  }
}

function filesSentence(uncommitted: number): string {
  if (uncommitted === 0) return '';
  const rule = l10n.t('Where the branch has another version of one, git refuses and nothing happens.');
  const count =
    uncommitted === 1
      ? l10n.t('1 file that is not committed stays as it is.')
      : l10n.t('{0} files that are not committed stay as they are.', uncommitted);
  return `${count} ${rule}`;
}

async function tell(sentence: string): Promise<void> {
  await answer(sentence);
}

function shown(name: string): string {
  return visibleText(name, 80);
}

/** Where a branch is, as it was last fetched. */
async function placeOf(repository: GitApiRepository, branch: string): Promise<BranchPlace> {
  // The API rejects for a name that no local branch has.
  const local = await repository.getBranch(branch).catch(() => undefined);
  if (local?.commit !== undefined) return { kind: 'here' };
  const remote = await repository.getBranches({ remote: true }).catch(() => []);
  const found = remotesOf(repository).find(({ name }) => remote.some((ref) => ref.name === `${name}/${branch}`));
  return found === undefined ? { kind: 'missing' } : { kind: 'remote', remote: found.name };
}

/** From the state of VS Code's Git extension. A file that is staged and changed again counts once. */
function factsOf({ state }: GitApiRepository): StartFacts {
  const files = [...state.workingTreeChanges, ...state.indexChanges, ...(state.untrackedChanges ?? [])];
  return {
    current: state.HEAD?.name ?? null,
    conflicts: state.mergeChanges.length,
    isRebasing: state.rebaseCommit !== undefined,
    uncommitted: new Set(files.map(({ uri }) => uri.toString())).size,
  };
}

/** Whether a commit does not have a file; false where git cannot say. */
async function isMissingAt(repository: GitApiRepository, treeish: string, file: Uri): Promise<boolean> {
  const path = relative(repository.rootUri.fsPath, file.fsPath).split(sep).join('/');
  return repository.getObjectDetails(treeish, path).then(
    () => false,
    (error: { readonly gitErrorCode?: unknown } | undefined) => error?.gitErrorCode === 'UnknownPath',
  );
}
