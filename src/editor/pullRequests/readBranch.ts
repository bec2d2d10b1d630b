import { commands as editorCommands, l10n, window } from 'vscode';
import { type BranchFacts, isBranch, type NoBranch } from '../../core/pullRequests/branchFacts';
import { GitBranch } from '../../git/pullRequests/gitBranch';
import { answer } from '../host/answer';
import { visibleText, withoutIcons, withoutLinks } from '../host/visibleText';
import { withStopping } from '../host/withStopping';
import { refuseWithoutFacts } from '../written/refusals';
import type { PullRequestPlace } from './place';

/** A branch, and the base that a person named for it; null where Meridian found the base. */
interface ReadBranch {
  readonly branch: BranchFacts;
  readonly given: string | null;
}

/**
 * What the branch that is checked out changes. The person is asked for its base only where it cannot be found.
 * @param given the base that the person named before
 * @param now the present base, where the person wants to change it; else null
 * @returns undefined where the person left, or was told why there is nothing
 */
export async function readBranch(
  place: PullRequestPlace,
  title: string,
  given: string | null,
  now: string | null = null,
): Promise<ReadBranch | undefined> {
  const first = now === null ? given : await askBase(null, now);
  if (first === undefined) return undefined;
  return settleBranch(place, title, await read(place, title, first), first);
}

/**
 * Asks for another base, or says why there is nothing, until there is a branch or the person leaves.
 * @param first git's answer about `given`; undefined where it was stopped
 */
export async function settleBranch(
  place: PullRequestPlace,
  title: string,
  first: BranchFacts | NoBranch | undefined,
  given: string | null,
): Promise<ReadBranch | undefined> {
  for (let [base, branch] = [given, first]; ; branch = await read(place, title, base)) {
    if (branch === undefined) return undefined;
    if (isBranch(branch)) return { branch, given: base };
    const typed = isQuestion(branch)
      ? await askBase(branch)
      : (await refuseBranch(branch))
        ? await askBase(null)
        : null;
    if (!typed) return undefined;
    base = typed;
  }
}

async function read(
  place: PullRequestPlace,
  title: string,
  base: string | null,
): Promise<BranchFacts | NoBranch | undefined> {
  return withStopping(title, (signal) => readOnce(place, base, signal));
}

/** Undefined where git was cancelled: there is no answer, as the person wanted. */
export async function readOnce(
  { runner, folder }: PullRequestPlace,
  base: string | null,
  signal: AbortSignal,
): Promise<BranchFacts | NoBranch | undefined> {
  try {
    return await new GitBranch(runner).read({ folder: folder.uri.fsPath, base }, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function isQuestion({ reason }: NoBranch): boolean {
  return reason === 'no-base' || reason === 'unknown-base';
}

async function askBase(problem: NoBranch | null, now = ''): Promise<string | undefined> {
  const name = withoutIcons(withoutLinks(visibleText(problem?.detail ?? '', 80)));
  const sentences: Partial<Record<NoBranch['reason'], string>> = {
    'no-base': l10n.t('Nothing here looks like what this branch is to be merged into.'),
    'unknown-base': l10n.t('There is no branch, tag or commit "{0}" here.', name),
  };
  const why = problem ? sentences[problem.reason] : undefined;
  const question = l10n.t('Into what is it to be merged? A branch such as main or origin/release');
  const typed = await window.showInputBox({
    title: l10n.t('Base of the Pull Request'),
    prompt: why ? `${why} ${question}` : question,
    value: now,
    ignoreFocusOut: true,
    validateInput: (value) => (/[\0\n]/.test(value) ? l10n.t('A name has one line.') : undefined),
  });
  return typed?.trim() || undefined;
}

/** Why there is nothing to describe, and what helps: another base, another branch, or neither. */
interface Refusal {
  readonly sentence: (name: string) => string;
  readonly helps: 'base' | 'branch' | null;
}

const refusals: Partial<Record<NoBranch['reason'], Refusal>> = {
  unborn: { sentence: () => l10n.t('Nothing is committed yet. Commit something, and draft again.'), helps: null },
  'on-base': {
    sentence: (name) =>
      l10n.t(
        '{0} is what work is merged into, and has nothing of its own. Switch to your branch, and draft again.',
        name,
      ),
    helps: 'branch',
  },
  nothing: { sentence: (name) => l10n.t('This branch has no commit that {0} does not have.', name), helps: 'base' },
  landed: { sentence: (commit) => l10n.t('This branch is merged already, to {0}.', commit), helps: 'base' },
  unrelated: { sentence: (name) => l10n.t('This branch and {0} have no commit in common.', name), helps: 'base' },
  shallow: {
    sentence: (name) =>
      l10n.t('The clone is too shallow to see where this branch left {0}. Run git fetch --unshallow.', name),
    helps: null,
  },
};

/** Says why there is nothing to describe. @returns whether the person wants to name another base */
async function refuseBranch({ reason, detail }: NoBranch): Promise<boolean> {
  const refusal = refusals[reason];
  if (!refusal) {
    await refuseWithoutFacts(reason === 'unanswered' ? [{ folder: '', detail }] : []);
    return false;
  }
  const another = l10n.t('Choose Another Base…');
  const switching = l10n.t('Switch Branch…');
  const actions = { base: [another], branch: [switching, another] };
  const chosen = await answer(
    refusal.sentence(visibleText(detail, 80)),
    ...(refusal.helps === null ? [] : actions[refusal.helps]),
  );
  if (chosen === switching) await editorCommands.executeCommand('git.checkout');
  return chosen === another;
}
