import { commands as editorCommands, l10n, type TextDocument, window } from 'vscode';
import type { Draft } from '../../core/drafts/draft';
import type { FilePath } from '../../core/ports';
import type { BranchFacts } from '../../core/pullRequests/branchFacts';
import { draftPullRequest, redraftPullRequest, withOtherTemplate } from '../../core/pullRequests/draftPullRequest';
import type { PullRequestInput } from '../../core/pullRequests/pullRequestInput';
import { suggestTitle } from '../../core/pullRequests/title';
import { splitTitleLine, withTitleLine } from '../../core/pullRequests/titleLine';
import { gatherPullRequest, surroundingsOf, templatesFor } from '../../core/tasks/gatherPullRequest';
import { DiskFiles } from '../../disk/diskFiles';
import { textInCommit } from '../../git/permalink/fileInCommit';
import { answer } from '../host/answer';
import type { FeatureServices } from '../host/featureServices';
import { visibleText } from '../host/visibleText';
import type { TeamFeature } from '../team/teamFeature';
import { anyWriterIn } from '../team/writer';
import { rewriteDocument, showLoose } from '../written/draftDocument';
import type { DraftedPullRequest, DraftedPullRequests } from './draftedPullRequests';
import { rootedRecords } from './model/rootedRecords';
import { type PullRequestPlace, pullRequestPlace, repositoryOf } from './place';
import { readBranch } from './readBranch';
import { askBeginning, type Beginning, chooseBeginning } from './templatePick';

export interface DraftingParts {
  readonly services: FeatureServices;
  readonly team: TeamFeature;
  readonly drafted: DraftedPullRequests;
}

/** What the person wants to change; their own text stays. */
export type DraftChange = 'template' | 'base';

const blank: Draft = { text: '', stops: [] };

/**
 * Drafts a description of the branch that is checked out, or updates the existing one. Nothing is saved. Where any step
 * fails, an existing document stays as it is.
 * @param again the document to draft again
 * @param argument what VS Code passes to the command, such as a repository of Source Control
 * @param change what the person wants to change, or null
 */
export async function draftPullRequestDocument(
  parts: DraftingParts,
  again: TextDocument | null,
  argument: unknown,
  change: DraftChange | null,
): Promise<void> {
  const { services, team, drafted } = parts;
  const before = again ? drafted.of(again) : undefined;
  const place = await pullRequestPlace(services, team, before?.folder ?? repositoryOf(argument));
  if (!place) return;
  const title = l10n.t('Drafting a PR description');
  const read = await readBranch(place, title, before?.given ?? null, change === 'base' ? (before?.base ?? '') : null);
  if (!read) return;
  const { branch, given } = read;
  if (!(await isOfBranch(before, branch))) return;
  const document = again ?? drafted.find(branch.root, branch.branch) ?? null;
  const known = document ? drafted.of(document) : undefined;
  const isOther = change === 'template';
  const beginning = (isOther ? null : known?.beginning) ?? (await chooseFor(branch, isOther, known?.beginning ?? null));
  if (!beginning) return;
  const input = await inputFor(place, branch, parts);
  const shown = document
    ? await redraft(document, input, beginning, isOther)
    : await showLoose(fresh(input, beginning));
  drafted.remember(shown, {
    folder: place.folder.uri,
    root: branch.root,
    branch: branch.branch,
    base: branch.base.name,
    given,
    beginning,
    title: known?.title ?? suggestTitle(input),
    risks: input.risks,
    sent: known?.sent ?? null,
  });
}

async function chooseFor(branch: BranchFacts, isOther: boolean, now: Beginning | null): Promise<Beginning | undefined> {
  const templates = await templatesFor(branch, new DiskFiles(branch.root));
  return isOther ? askBeginning(templates, now) : chooseBeginning(templates);
}

/** Everything that is known of a branch of the place. */
async function inputFor(
  { folder, project: { view }, prefix, runner, repository }: PullRequestPlace,
  branch: BranchFacts,
  { services, team }: DraftingParts,
): Promise<PullRequestInput> {
  const [writer] = await Promise.all([anyWriterIn(folder, team), services.projects.whenRead()]);
  const files = new DiskFiles(branch.root);
  const project = rootedRecords(view, prefix);
  const committed = (commit: string, path: FilePath) => textInCommit(runner, repository, commit, path);
  const around = { now: services.now(), files, project, committed };
  return gatherPullRequest(branch, surroundingsOf(writer, around, null));
}

function fresh(input: PullRequestInput, beginning: Beginning): Draft {
  if (beginning.kind === 'blank') return blank;
  return withTitleLine(draftPullRequest(input, templateOf(beginning)), suggestTitle(input));
}

async function redraft(
  document: TextDocument,
  input: PullRequestInput,
  beginning: Beginning,
  isOther: boolean,
): Promise<TextDocument> {
  await window.showTextDocument(document);
  // Tab stops of the earlier draft would stay where they were, around other words.
  await editorCommands.executeCommand('leaveSnippet');
  // A title that the person changed or removed stays so.
  const { title, text } = splitTitleLine(document.getText());
  const form = templateOf(beginning);
  const isBlank = beginning.kind === 'blank';
  if (!isOther && isBlank) return document;
  const draft = isOther
    ? { text: withOtherTemplate(text, isBlank ? blank : draftPullRequest(input, form)), stops: [] }
    : redraftPullRequest(text, input, form);
  const named = text.trim() === '' ? suggestTitle(input) : title;
  await rewriteDocument(document, (isBlank || named === null ? draft : withTitleLine(draft, named)).text);
  return document;
}

function templateOf(beginning: Beginning) {
  return beginning.kind === 'template' ? beginning.template : null;
}

/** A description belongs to one branch. While another is checked out, nothing is done and a message says so. */
export async function isOfBranch(
  before: DraftedPullRequest | undefined,
  { branch }: Pick<BranchFacts, 'branch'>,
): Promise<boolean> {
  if (!before || before.branch === branch) return true;
  const name = (of: string | null) => (of === null ? l10n.t('no branch') : visibleText(of, 80));
  const [drafted, now] = [name(before.branch), name(branch)];
  await answer(l10n.t('This description is of {0}, and {1} is checked out. Switch back, and try again.', drafted, now));
  return false;
}
