import { l10n, type TextDocument } from 'vscode';
import { readOwnership } from '../../core/activity/codeowners';
import type { BranchFacts } from '../../core/pullRequests/branchFacts';
import { type PushedHead, pushedHead } from '../../core/pullRequests/pushedHead';
import { suggestReviewers } from '../../core/pullRequests/reviewers';
import { splitTitleLine } from '../../core/pullRequests/titleLine';
import { teamsOf } from '../../core/tasks/writer';
import { withLineFeeds } from '../../core/text/lineEnds';
import { DiskFiles } from '../../disk/diskFiles';
import { readRemoteBranches } from '../../git/pullRequests/remoteBranches';
import type { GitHubRepository } from '../../github/apiHost';
import { withoutSecrets } from '../github/beforeSending';
import type { ForgeHere, GitHubSessions, NoForge } from '../github/session';
import { tellProblem } from '../github/tellOutcome';
import { withSignIn } from '../github/withSignIn';
import { answer } from '../host/answer';
import { visibleText } from '../host/visibleText';
import { withStopping } from '../host/withStopping';
import { anyWriterIn } from '../team/writer';
import type { LazyGit } from '../workspace/lazyGit';
import { pushBranches } from '../workspace/pushBranches';
import { rewriteDocument } from '../written/draftDocument';
import { readableAnywhere } from '../written/readableAnywhere';
import type { DraftedPullRequest } from './draftedPullRequests';
import { type DraftingParts, isOfBranch } from './draftPullRequestDocument';
import type { Offers } from './openingExtras';
import { openNew } from './openNew';
import { type PullRequestPlace, pullRequestPlace } from './place';
import { readBranch } from './readBranch';
import type { Submission } from './submission';
import { updateOpen } from './updateOpen';

export interface CreatingParts extends DraftingParts {
  readonly github: GitHubSessions;
  /** How many gaps the document has. */
  readonly missingIn: (document: TextDocument) => number;
}

interface Prepared {
  readonly submission: Submission;
  readonly known: DraftedPullRequest;
  readonly here: ForgeHere;
  readonly branch: BranchFacts;
}

/**
 * Creates a pull request of the branch with the document as its text, or updates the open one. Nothing is sent before
 * the person confirms it, and never a second pull request (docs/security.md#r44). The document stays, whatever the
 * outcome.
 */
export async function createPullRequest(parts: CreatingParts, document: TextDocument): Promise<void> {
  const { services, team, drafted } = parts;
  const before = drafted.of(document);
  const place = await pullRequestPlace(services, team, before?.folder ?? null);
  if (!place) return;
  const prepared = await prepare(parts, place, document, before);
  if (!prepared || !(await isReady(document, services.git))) return;
  const { known, here } = prepared;
  // The title is read again, since secrets may have been masked in it.
  const title = splitTitleLine(document.getText()).title || known.title;
  const submission = { ...prepared.submission, title };
  const look = () =>
    withStopping(l10n.t('Looking for an open pull request'), (signal) =>
      submission.forge.openPullRequest(submission.head, signal),
    );
  const open = await withSignIn(here, whySignIn(), look);
  if (!open) return;
  const problem = open.ok ? open.stale : open.problem;
  if (problem) return tellProblem(problem, submission.repository, 'pulls');
  if (open.ok && open.value) {
    const found = { ...submission, base: open.value.base };
    const know = (sent: string) => drafted.remember(document, { ...known, sent });
    return updateOpen(found, open.value, known.sent, know);
  }
  await openNew(submission, await offersFor(parts, place, prepared.branch), (title, sent) => {
    drafted.remember(document, { ...known, title, sent });
  });
}

/**
 * Brings the document into the form that is sent: links to files become addresses, and secrets are masked if the person
 * wants that.
 * @returns false where the person left
 */
async function isReady(document: TextDocument, git: LazyGit): Promise<boolean> {
  const text = await withoutSecrets(await readableAnywhere(document, document.getText(), git));
  if (text === null) return false;
  await rewriteDocument(document, withLineFeeds(text));
  return true;
}

function whySignIn(): string {
  return l10n.t('Meridian creates the pull request in your name.');
}

/** Checks what is needed before the forge is asked; where something is missing, a message says so. */
async function prepare(
  parts: CreatingParts,
  place: PullRequestPlace,
  document: TextDocument,
  before: DraftedPullRequest | undefined,
): Promise<Prepared | null> {
  const { github } = parts;
  // Without a repository on GitHub there is no need to sign in.
  const there = await github.forgeFor(place.folder.uri);
  if (there.kind === 'none' && there.why !== 'signed-out') return refuse(there);
  const read = await readBranch(place, l10n.t('Looking at the branch'), before?.given ?? null);
  if (!read || !(await isOfBranch(before, read.branch))) return null;
  const { branch } = read;
  if (branch.branch === null) {
    await answer(l10n.t('No branch is checked out, and a pull request is made of one. Create a branch first.'));
    return null;
  }
  const pushed = await pushedBranch(parts.services.git, place, branch, branch.branch);
  if (!pushed) return null;
  const here = await github.forgeFor(place.folder.uri, { detail: whySignIn() });
  if (here.kind === 'none') return refuse(here);
  const from = repositoryAt(here, pushed.remote);
  if (from === null) {
    await answer(l10n.t('The branch is pushed to {0}, which is not where the pull request would be.', pushed.remote));
    return null;
  }
  const known = before ?? unknown(place, read.branch, read.given);
  const { forge, repository } = here;
  const head = { owner: from.owner, repo: from.repo, name: pushed.name };
  const missing = () => parts.missingIn(document);
  const submission = { document, missing, forge, repository, head, base: branch.base.name, title: known.title };
  return { submission, known, here, branch };
}

async function offersFor(
  { services, team }: CreatingParts,
  { folder }: PullRequestPlace,
  { root, files }: BranchFacts,
): Promise<Offers> {
  const writer = await anyWriterIn(folder, team);
  const ownership = await readOwnership(new DiskFiles(root), writer.identity, teamsOf(writer));
  const reviewers = ownership === null ? [] : suggestReviewers(files ?? [], ownership, writer.team);
  return { reviewers, now: services.now(), zone: writer.zone };
}

/** Null for a remote at another host. */
function repositoryAt({ remotes, repository }: ForgeHere, name: string): GitHubRepository | null {
  const found = remotes.find(({ remote }) => remote === name)?.repository;
  return found?.host === repository.host ? found : null;
}

/** For a draft of which nothing is stored: only the facts of the branch are known. */
function unknown(
  { folder }: PullRequestPlace,
  { root, branch, base }: BranchFacts,
  given: string | null,
): DraftedPullRequest {
  const of = { folder: folder.uri, root, branch, base: base.name, given };
  return { ...of, beginning: { kind: 'own' }, title: '', risks: [], sent: null };
}

async function refuse({ sentence }: NoForge): Promise<null> {
  await answer(l10n.t('{0} The draft stays here; Copy As… takes it to where it goes.', sentence));
  return null;
}

/** A remote branch that the forge can take the pull request from. */
interface PushedBranch {
  readonly remote: string;
  readonly name: string;
}

/** Offers to push what the forge does not have yet. @returns null where it was not pushed; a message has said why */
async function pushedBranch(
  git: LazyGit,
  place: PullRequestPlace,
  facts: BranchFacts,
  branch: string,
): Promise<PushedBranch | null> {
  const head = await look(place, facts, branch);
  if (head.kind === 'pushed') return head;
  const name = visibleText(branch, 80);
  const push = l10n.t('Push…');
  const why =
    head.kind === 'never'
      ? l10n.t('{0} is not pushed, so there is nothing to make a pull request of yet.', name)
      : l10n.t('{0} has commits that are not pushed, and reviewers would not see them.', name);
  // For a diverged branch, `pushBranches` tells the person that instead.
  const goesOn = head.kind === 'diverged' || (await answer(why, push)) === push;
  if (!goesOn || (await pushBranches(git, [{ root: facts.root, branch }])).length === 0) return null;
  const after = await look(place, facts, branch);
  return after.kind === 'pushed' ? after : null;
}

async function look({ runner, repository }: PullRequestPlace, facts: BranchFacts, branch: string): Promise<PushedHead> {
  const remotes = facts.remotes.map(({ name }) => name);
  const options = { priority: 'interactive' } as const;
  return pushedHead(facts, await readRemoteBranches(runner, repository, branch, remotes, options));
}
