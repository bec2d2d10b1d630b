import { joinParts } from '../text/compareText';
import { codeText } from '../text/escape';
import type { BranchCommit } from './branchFacts';
import { messageLine, messageParagraphs } from './messageText';
import type { PullRequestInput } from './pullRequestInput';
import type { Topic } from './topicTable';

type Change = PullRequestInput['change'];

/** What GitLab fills into its default template, as lines of Markdown; the commits come newest first. */
const variables: Readonly<Record<string, (change: Change) => readonly string[]>> = {
  source_branch: ({ branch }) => [branch === null ? 'HEAD' : codeText(branch)],
  target_branch: ({ base }) => [codeText(base.name)],
  first_commit: ({ commits }) => messageOf(commits.at(-1)),
  first_multiline_commit: ({ commits }) => messageOf(multiline(commits) ?? commits.at(-1)),
  first_multiline_commit_description: ({ commits }) => bodyOf(multiline(commits)),
  all_commits: ({ commits }) =>
    commits.toReversed().flatMap((commit) => [`- ${messageLine(commit.subject)}`, ...bodyOf(commit).map(indented)]),
  co_authored_by: ({ commits }) => [
    ...new Set(
      commits.flatMap(({ coAuthors }) => coAuthors.map(({ name }) => `Co-authored-by: ${messageLine(name, 100)}`)),
    ),
  ],
};

const variable = /%\{([a-z_]{1,60})\}/g;
/** Topics that a commit's message in the template covers already. */
const tells: readonly (readonly [variable: RegExp, topics: readonly Topic[]])[] = [
  [/%\{(?:first_commit|first_multiline_commit(?:_description)?|all_commits)\}/, ['why']],
  [/%\{all_commits\}/, ['what']],
];

/** A line with its variables filled in; unknown ones stay. A variable alone on its line may become several lines. */
export function expandVariables(line: string, change: Change): readonly string[] {
  const [, only = ''] = /^\s*%\{([a-z_]{1,60})\}\s*$/.exec(line) ?? [];
  if (Object.hasOwn(variables, only)) return variables[only]?.(change) ?? [];
  return [
    line.replace(variable, (written, name: string) =>
      Object.hasOwn(variables, name) ? joinParts(variables[name]?.(change) ?? [], ' ') : written,
    ),
  ];
}

/** Topics that need no words of their own where the template has such variables. */
export function toldByVariables(template: string): ReadonlySet<Topic> {
  return new Set(tells.flatMap(([pattern, topics]) => (pattern.test(template) ? topics : [])));
}

/** The change without the message that the template's variables write already, so that it is not told twice. */
export function withoutMessages(change: Change, template: string): Change {
  const { commits } = change;
  const first = /%\{first_multiline_commit(?:_description)?\}/.test(template) ? multiline(commits) : undefined;
  const told = first ?? (/%\{first_(?:multiline_)?commit\}/.test(template) ? commits.at(-1) : undefined);
  const kept = change.lasting.commits.map((each) => (each.hash === told?.hash ? { ...each, body: '' } : each));
  return { ...change, lasting: { ...change.lasting, commits: kept } };
}

function multiline(commits: readonly BranchCommit[]): BranchCommit | undefined {
  return commits.findLast(({ body }) => body.trim() !== '');
}

function messageOf(commit: BranchCommit | undefined): readonly string[] {
  if (commit === undefined) return [];
  const body = bodyOf(commit);
  return [messageLine(commit.subject), ...(body.length > 0 ? ['', ...body] : [])];
}

function bodyOf(commit: BranchCommit | undefined): readonly string[] {
  return messageParagraphs(commit?.body ?? '').flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}
