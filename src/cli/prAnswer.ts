import { splitFingerprints } from '../core/drafts/fingerprints';
import { type FilePath, neverCancelled } from '../core/ports';
import { isBranch, type NoBranch } from '../core/pullRequests/branchFacts';
import { draftPullRequest } from '../core/pullRequests/draftPullRequest';
import { type PullRequestTemplate, templateNamed, usualTemplate } from '../core/pullRequests/templates';
import { gatherPullRequest, surroundingsOf, templatesFor } from '../core/tasks/gatherPullRequest';
import { inZone, unknownWriter, writerOf } from '../core/tasks/writer';
import type { ZoneName } from '../core/time/zone';
import { textInCommit } from '../git/permalink/fileInCommit';
import { GitBranch } from '../git/pullRequests/gitBranch';
import { parseWords, UsageError } from './arguments';
import { gitTrouble } from './gitTrouble';
import { openHandoffPlace } from './handoffPlace';
import { pullRequestFacts } from './prFacts';
import { readCited } from './readCited';
import { checkedKeys, checkedZone } from './timeArguments';
import type { MachineClock } from './workplace';

/**
 * The description as Markdown, or its facts as JSON.
 * @throws UsageError for wrong arguments, Error where there is nothing to describe or git cannot answer
 */
export async function answerPullRequest(argv: readonly string[], clock: MachineClock): Promise<string> {
  const args = prArguments(argv);
  const place = await openHandoffPlace(args.directory, clock.now);
  const branch = await new GitBranch(place.runner).read({ folder: place.root, base: args.base }, neverCancelled);
  if (!isBranch(branch)) throw trouble(branch);
  const templates = await templatesFor(branch, place.files);
  const template = chosen(templates, args.template);
  const changed = (branch.files ?? []).map(({ path }) => path);
  await readCited(place.project, place.files, changed);
  const known = writerOf([{ chosen: null, ...branch.identity }], place.team, clock.zone);
  const writer = known ?? unknownWriter(place.team, clock.zone);
  const { files, project } = place;
  const on = args.zone === null ? writer : inZone(writer, args.zone);
  const committed = (commit: string, path: FilePath) => textInCommit(place.runner, place.repository, commit, path);
  const around = { now: clock.now, files, project, committed };
  const input = await gatherPullRequest(branch, surroundingsOf(on, around, args.tickets));
  if (args.json) return `${JSON.stringify(pullRequestFacts(input, branch, templates, template), null, 2)}\n`;
  const { text } = draftPullRequest(input, template);
  const shown = args.marker ? text : splitFingerprints(text).body;
  return shown.replaceAll('\n', template?.lineEnd ?? '\n');
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
  landed: (commit) => `the branch is merged already, to ${commit}; give --base to describe it all the same`,
  unrelated: (name) => `the branch and ${name} have no commit in common; give another --base`,
  shallow: (name) => `the clone is too shallow to see where the branch left ${name}; run git fetch --unshallow`,
};

function trouble({ reason, detail }: NoBranch): Error {
  return reason === 'unanswered' ? gitTrouble(detail) : new Error(sentences[reason](detail.slice(0, 200)));
}

interface PullRequestArguments {
  readonly directory: string;
  readonly base: string | null;
  /** `none` for no template, whatever the repository has; null for its usual one. */
  readonly template: string | null;
  readonly zone: ZoneName | null;
  readonly tickets: readonly string[] | null;
  readonly json: boolean;
  /** Whether to keep the comment by which a later draft recognises the drafted lines (docs/adr/0010). */
  readonly marker: boolean;
}

/** @throws UsageError */
function prArguments(argv: readonly string[]): PullRequestArguments {
  const known = {
    base: { type: 'string' },
    template: { type: 'string' },
    zone: { type: 'string' },
    tickets: { type: 'string' },
    json: { type: 'boolean', default: false },
    marker: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseWords(argv, known, 1);
  return {
    directory: positionals[0] ?? '.',
    base: values.base === undefined ? null : named('--base', values.base, 'a branch, tag or commit'),
    template: values.template === undefined ? null : named('--template', values.template, 'a name'),
    zone: values.zone === undefined ? null : checkedZone(values.zone),
    tickets: values.tickets === undefined ? null : checkedKeys(values.tickets),
    json: values.json,
    marker: values.marker,
  };
}

function named(option: string, text: string, what: string): string {
  if (text.trim() === '' || text.includes('\0')) throw new UsageError(`${option} needs ${what}`);
  return text.trim();
}
