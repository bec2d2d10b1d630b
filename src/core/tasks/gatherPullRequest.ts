import type { Identity } from '../activity/activity';
import { readOwnership } from '../activity/codeowners';
import { roleIn } from '../activity/identity';
import { risksOf } from '../activity/risks';
import { ticketInWords } from '../activity/ticketInWords';
import { type TicketRules, ticketsOf } from '../activity/ticketRules';
import { ticketOf } from '../activity/tickets';
import type { Risk, TouchedRecord } from '../drafts/handoffInput';
import { type TouchedFile, touchedRecords } from '../drafts/touchedRecords';
import { readText } from '../files/readText';
import { recordLabel } from '../names/series';
import { repositoryHost } from '../permalinks/repositoryHost';
import type { FilePath, FileStore } from '../ports';
import type { ProjectView } from '../projectView';
import { withAutosquashed } from '../pullRequests/autosquash';
import { type BranchFacts, ownCommits } from '../pullRequests/branchFacts';
import { closingsIn } from '../pullRequests/closings';
import { movedApi } from '../pullRequests/movedApi';
import type { LinkedRecord, PullRequestInput } from '../pullRequests/pullRequestInput';
import { relationOf } from '../pullRequests/recordFacts';
import { referredTickets } from '../pullRequests/referredTickets';
import { comparableOwners, suggestReviewers } from '../pullRequests/reviewers';
import { findTemplates, type PullRequestTemplate } from '../pullRequests/templates';
import { findTestCommands } from '../pullRequests/testCommands';
import { MaskedWords } from '../secrets/maskedWords';
import type { Team } from '../team/team';
import { withoutEnd } from '../text/withoutEnd';
import type { Instant, ZoneName } from '../time/zone';
import { changedPartsOf, recordsOf, type TextOf, textOf, touchedParts } from './changedParts';
import { howOf } from './changedRecords';
import { whatLasts } from './whatLasts';
import { teamsOf, type Writer } from './writer';

/** What is known beside git's facts. The project has read what the changed files cite. */
export interface PullRequestSurroundings {
  readonly now: Instant;
  readonly zone: ZoneName;
  readonly files: FileStore;
  readonly project: Pick<ProjectView, 'records' | 'record' | 'recordsIn' | 'linksFor'>;
  /** A file of the repository as a commit has it, by full hash; null where the commit has none, or it is no text. */
  readonly committed: (commit: string, path: FilePath) => Promise<string | null>;
  readonly team: Team | null;
  /** Whose pull request it is. */
  readonly author: Identity;
  /** Names of the teams that they are in. */
  readonly teams: readonly string[];
  readonly tickets: TicketRules;
}

/** @param keys of projects, in place of those of the team file; null for the team file's */
export function surroundingsOf(
  writer: Writer,
  place: Pick<PullRequestSurroundings, 'now' | 'files' | 'project' | 'committed'>,
  keys: readonly string[] | null,
): PullRequestSurroundings {
  const { team, identity, zone } = writer;
  const tickets = ticketsOf(keys ?? team?.ticketKeys ?? [], place.project.records());
  return { ...place, zone, team, author: identity, teams: teamsOf(writer), tickets };
}

/** The templates for the branch's base, those that the host of its first remote applies first. */
export function templatesFor(
  { remotes: [remote], base }: BranchFacts,
  files: FileStore,
): Promise<readonly PullRequestTemplate[]> {
  const host = remote === undefined ? null : (repositoryHost(remote.url)?.kind ?? null);
  return findTemplates(files, host, base.name);
}

/** Links of a description are relative to the repository's root. */
const draftPath = 'pull-request.md';

/** Everything that a description of the branch is written from, with what looks like a secret in its commits masked. */
export async function gatherPullRequest(read: BranchFacts, around: PullRequestSurroundings): Promise<PullRequestInput> {
  const { now, zone, files, project, team, author } = around;
  const branch = { ...read, commits: withAutosquashed(new MaskedWords().commits(read.commits)) };
  const { branch: name, base, buildsOn, builtOnTip, commits, truncated, limits } = branch;
  const changed = branch.files ?? [];
  const lasting = await whatLasts(branch, files);
  const ownership = await readOwnership(files, author, around.teams);
  const referred = referredTickets(lasting.commits.toReversed(), around.tickets);
  const ticket = ticketInWords(
    ticketIn({ branch: name, commits: ownCommits(branch, lasting.commits) }, around.tickets),
    new Set(referred),
    name,
    around.tickets,
  );
  const own = lasting.commits.toReversed().filter((commit) => roleIn(author, commit) === 'author');
  const closings = closingsIn(own, around.tickets);
  const told = new Set([ticket, ...closings.map(({ target }) => target)]);
  return {
    now,
    zone,
    change: {
      ...{ branch: name, base, buildsOn, builtOnTip, commits, truncated, files: branch.files, limits, lasting },
      ...(branch.takesBack && { takesBack: branch.takesBack }),
    },
    ticket,
    closings,
    refs: referred.filter((target) => !told.has(target)),
    records: await Promise.all(
      touchedRecords(project, await filesOrParts(branch, around), draftPath).map(async (record) => {
        const was = record.how === 'changed' ? await statusBefore(record, branch, around) : null;
        return { ...linked(record, project, branch), ...(was && { was }) };
      }),
    ),
    risks: withMoved(
      await withoutInlineTests(risksOf(changed, ownership && comparableOwners(ownership)), files),
      await movedApi(changed, files),
    ),
    commands: await findTestCommands(
      files,
      changed.map(({ path }) => path),
    ),
    reviewers: ownership === null ? [] : suggestReviewers(changed, ownership, team),
  };
}

/** The files that changed. A collection is replaced by the decisions in it that changed. */
async function filesOrParts(
  { files, mergeBase, head }: BranchFacts,
  { project, committed }: PullRequestSurroundings,
): Promise<readonly TouchedFile[]> {
  const touched = (files ?? []).map(async (file): Promise<readonly TouchedFile[]> => {
    const { path, from, status } = file;
    const [record, ...parts] = project.recordsIn(path);
    const now = record && parts.length > 0 ? await textOf(committed, head, path) : null;
    if (!record || now === null) return [file];
    const before = status === 'added' ? null : await textOf(committed, mergeBase, from ?? path);
    const changed = changedPartsOf(record.kind, before, now);
    // Where none of its decisions changed, the text around them did.
    return changed.length > 0 ? touchedParts(changed) : [file];
  });
  return (await Promise.all(touched)).flat();
}

/** The status that a changed record had, by its own text; null where it is the same, or the text cannot be read. */
async function statusBefore(
  { path, kind, label }: TouchedRecord,
  { files, mergeBase, head }: BranchFacts,
  { committed }: PullRequestSurroundings,
): Promise<LinkedRecord['was'] | null> {
  const file = files?.find((each) => path === each.path || path.startsWith(`${each.path}#`));
  if (!file) return null;
  const recordIn = (text: TextOf | null) => {
    const records = recordsOf(kind, text);
    return path === file.path
      ? records[0]
      : records.find((one) => one.path === path || (label !== null && recordLabel(one) === label));
  };
  const [before, now] = await Promise.all([
    textOf(committed, mergeBase, file.from ?? file.path),
    textOf(committed, head, file.path),
  ]);
  return howOf(recordIn(before), recordIn(now)).was;
}

/** Adds the risk of moved files. It replaces the risk of deletions where that names no other files. */
function withMoved(risks: readonly Risk[], moved: Risk | null): readonly Risk[] {
  if (moved === null) return risks;
  const isTold = ({ code, files, count }: Risk) =>
    code === 'deletion' && count === files.length && files.every((path) => moved.files.includes(path));
  return [moved, ...risks.filter((risk) => !isTold(risk))];
}

const inlineTests = /#\[(?:cfg\(test\)|(?:\w+::)?test\b)|^[ \t]{0,40}unittest\b|^test "/m;
const hasInlineTests = /\.(?:rs|d|zig)$/;

/** Without `no-tests` where a changed file has tests within its code: whether one of them changed is not known. */
async function withoutInlineTests(risks: readonly Risk[], files: FileStore): Promise<readonly Risk[]> {
  const paths = risks.find(({ code }) => code === 'no-tests')?.files.filter((path) => hasInlineTests.test(path)) ?? [];
  for (const path of paths) {
    const read = await readText(files, path);
    if (read.ok && inlineTests.test(read.text)) return risks.filter(({ code }) => code !== 'no-tests');
  }
  return risks;
}

/** The ticket that the branch's name has, else that of the oldest commit with one, with which the work began. */
function ticketIn({ branch, commits }: Pick<BranchFacts, 'branch' | 'commits'>, rules: TicketRules): string | null {
  const named = ticketOf({ branch, subject: '', body: '' }, rules);
  if (named !== null) return named;
  const found = commits.map(({ subject, body, trailers }) =>
    ticketOf({ branch: null, subject, body: `${body}\n\n${trailers}` }, rules),
  );
  return found.findLast((ticket) => ticket !== null) ?? null;
}

function linked(record: TouchedRecord, project: Pick<ProjectView, 'record'>, { commits }: BranchFacts): LinkedRecord {
  const names = [record.label, record.path].flatMap((name) => (name === null ? [] : [name.toLowerCase()]));
  const named = commits.some(({ subject, body }) => {
    const words = `${subject}\n${body}`.toLowerCase().split(/[^\p{L}\p{N}_./-]+/u);
    return words.some((word) => names.includes(withoutEnd(word, '.-')));
  });
  return { ...record, how: relationOf(record), decision: project.record(record.path)?.decision ?? null, named };
}
