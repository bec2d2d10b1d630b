import { l10n, ProgressLocation, window } from 'vscode';
import { type BranchFacts, isBranch, type NoBranch } from '../../core/pullRequests/branchFacts';
import { GitBranch } from '../../git/pullRequests/gitBranch';
import { visibleText, withoutIcons, withoutLinks } from '../host/visibleText';
import type { PullRequestPlace } from './place';
import { refuseBranch } from './refusals';

/** A branch, and what a person said that it is to be merged into, or null where nobody had to. */
interface ReadBranch {
  readonly branch: BranchFacts;
  readonly given: string | null;
}

/**
 * What the branch that is checked out changes. Its base is asked for only where it cannot be found.
 * @param given the base that was asked for before
 * @param now the base that the person wants to be another, or null where they are content with it
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
  for (let base = first; ; ) {
    const branch = await read(place, title, base);
    if (branch === undefined) return undefined;
    if (isBranch(branch)) return { branch, given: base };
    const asked = isQuestion(branch)
      ? await askBase(branch)
      : (await refuseBranch(branch))
        ? await askBase(null)
        : null;
    if (!asked) return undefined;
    base = asked;
  }
}

/** Git that is stopped half way has no answer; that is what was asked for. */
async function read(
  { runner, folder }: PullRequestPlace,
  title: string,
  base: string | null,
): Promise<BranchFacts | NoBranch | undefined> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (_progress, cancellation) => {
    try {
      return await new GitBranch(runner).read({ folder: folder.uri.fsPath, base }, cancellation);
    } catch (error) {
      if (cancellation.isCancellationRequested) return undefined;
      throw error;
    }
  });
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
