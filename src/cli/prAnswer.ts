import { ownIdentity } from '../core/activity/identity';
import { ticketsOf } from '../core/activity/tickets';
import { repositoryHost } from '../core/permalinks/repositoryHost';
import { neverCancelled } from '../core/ports';
import { type BranchFacts, isBranch, type NoBranch } from '../core/pullRequests/branchFacts';
import { draftPullRequest } from '../core/pullRequests/draftPullRequest';
import { findTemplates, type PullRequestTemplate, templateNamed, usualTemplate } from '../core/pullRequests/templates';
import { gatherPullRequest } from '../core/tasks/gatherPullRequest';
import { findMe, groupsOf } from '../core/team/team';
import { GitBranch } from '../git/pullRequests/gitBranch';
import { gitTrouble } from './gitTrouble';
import type { MachineClock } from './handoffAnswer';
import { openHandoffPlace } from './handoffPlace';
import { prArguments } from './prArguments';
import { pullRequestFacts } from './prFacts';
import { readCited } from './readCited';
import { UsageError } from './usage';

/**
 * The description as Markdown, or what it is written from as JSON.
 * @throws UsageError for wrong words, Error where there is nothing to describe or git cannot answer
 */
export async function answerPullRequest(argv: readonly string[], clock: MachineClock): Promise<string> {
  const args = prArguments(argv);
  const place = await openHandoffPlace(args.directory);
  const branch = await new GitBranch(place.runner).read({ folder: place.root, base: args.base }, neverCancelled);
  if (!isBranch(branch)) throw trouble(branch);
  const templates = await findTemplates(place.files, hostOf(branch), branch.base.name);
  const template = chosen(templates, args.template);
  await readCited(
    place.project,
    place.files,
    (branch.files ?? []).map(({ path }) => path),
  );
  const me = { chosen: null, ...branch.identity };
  const member = place.team && findMe(place.team, me);
  const input = await gatherPullRequest(branch, {
    now: clock.now,
    zone: args.zone ?? member?.zone ?? clock.zone,
    files: place.files,
    project: place.project,
    team: place.team,
    tickets: ticketsOf(args.tickets ?? place.team?.ticketKeys ?? []),
    author: ownIdentity(me, member),
    teams: member ? groupsOf(member.name, place.team).map(({ name }) => name) : [],
  });
  if (args.json) return `${JSON.stringify(pullRequestFacts(input, branch, templates, template), null, 2)}\n`;
  return draftPullRequest(input, template).text;
}

function hostOf({ remotes }: BranchFacts) {
  const [first] = remotes;
  return first === undefined ? null : (repositoryHost(first.url)?.kind ?? null);
}

function chosen(templates: readonly PullRequestTemplate[], name: string | null): PullRequestTemplate | null {
  if (name === 'none') return null;
  if (name === null) return usualTemplate(templates);
  const found = templateNamed(templates, name);
  if (found) return found;
  const names = templates.map((template) => `"${template.name}"`).join(', ');
  throw new UsageError(
    `--template: there is no "${name}"; ${names === '' ? 'the repository has none' : `there are ${names}`}`,
  );
}

/** One line that says what to do. */
const sentences: Readonly<Record<Exclude<NoBranch['reason'], 'unanswered'>, (detail: string) => string>> = {
  'no-repository': () => 'the directory is in no git repository',
  unborn: () => 'nothing is committed yet; commit something first',
  'on-base': (name) =>
    `${name} is what work is merged into and has nothing of its own; check out the branch, or give --base`,
  'no-base': () => 'nothing here looks like what the branch is to be merged into; fetch that branch, or give --base',
  'unknown-base': (name) => `--base: there is no branch, tag or commit "${name}" here; fetch it first`,
  nothing: (name) => `the branch has no commit that ${name} does not have`,
  unrelated: (name) => `the branch and ${name} have no commit in common; give another --base`,
  shallow: (name) => `the clone is too shallow to see where the branch left ${name}; run git fetch --unshallow`,
};

function trouble({ reason, detail }: NoBranch): Error {
  return reason === 'unanswered' ? gitTrouble(detail) : new Error(sentences[reason](detail.slice(0, 200)));
}
