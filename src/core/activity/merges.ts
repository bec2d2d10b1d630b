import type { CommitFact } from './facts';
import { requestAtEnd } from './requestSuffix';
import { trackedName } from './trackedName';

/** `landing`: work arrives where it belongs. `update`: a branch is brought up to date with others' work. */
export interface MergeMeaning {
  readonly kind: 'landing' | 'update';
  /** The branch that landed, or null where the subject does not say. */
  readonly branch: string | null;
}

/** What hosts write when a pull request is merged; the group is the branch. */
const landings = [
  /^Merge pull request #\d+ from [^\s/]+\/(\S+)/, // GitHub, Gitea
  /^Merge pull request #\d+ in \S+ from (\S+) to \S+/, // Bitbucket Server
  /^Merged in (\S+) \(pull request #\d+\)/, // Bitbucket
  /^Merged? PR \d+: /, // Azure DevOps
  /^Auto merge of #\d+ - [^\s:]+:(\S+), r=/, // Bors
];
/** What git writes, and GitLab after it. `of` is there where another repository was pulled from. */
const plain = /^Merge (remote-tracking )?branch '([^']{1,250})'(?: of (\S{1,500}))?(?: into '?([^\s']{1,250})'?)?/;
/** Branches in which work ends up: merging one of them into another branch brings only what landed before. */
const mainline = /^(?:main|master|trunk)$/;
const trunk = /^(?:main|master|trunk|develop|development|dev|default)$|^(?:release|hotfix)s?[/-]/i;

/**
 * What a merge is for, by its subject (docs/adr/0018). git leaves out "into" for the default branch.
 * @param onDefault whether it is on the default branch's own line, which decides where the subject says nothing
 */
export function mergeMeaning(subject: string, onDefault: boolean, defaultName: string | null): MergeMeaning {
  for (const landing of landings) {
    const found = landing.exec(subject);
    if (found) return { kind: 'landing', branch: found[1] ?? null };
  }
  const merge = plainMerge(subject);
  if (!merge) return { kind: onDefault ? 'landing' : 'update', branch: null };
  const { branch, url, into } = merge;
  const isShared = (text: string) => text === defaultName || isTrunk(text);
  const target = into ?? defaultName;
  const isOwn = branch === target || (url !== undefined && into === undefined && isShared(branch));
  // A hotfix is work on its way, and each branch that work is merged into is one of the places where it belongs.
  const isFix = /^hotfix(?:es)?[/-]/i.test(branch) && target !== null && (isReleaseLine(target) || isShared(target));
  const isCatchUp = (isShared(branch) && target !== defaultName && !isFix) || mainline.test(branch);
  const lands = !isOwn && !isCatchUp && (target === null ? onDefault : isShared(target));
  return lands ? { kind: 'landing', branch } : { kind: 'update', branch: null };
}

/** Whether git wrote this for a merge that took into a branch what others had pushed to the same branch. */
export function isPull(subject: string): boolean {
  const merge = plainMerge(subject);
  if (!merge || (!merge.isTracking && merge.url === undefined)) return false;
  return merge.into === undefined ? mainline.test(merge.branch) : merge.branch === merge.into;
}

/** The parts of the subject that git writes for a merge; the branch is named without its remote. Null for any other. */
function plainMerge(subject: string) {
  const found = plain.exec(subject);
  if (!found) return null;
  const [, tracking, name = '', url, into] = found;
  const isTracking = tracking !== undefined;
  return { branch: isTracking ? trackedName(name) : name, isTracking, url, into };
}

/** Folders of lines of releases, or how their names begin: `release/2.4`, `lts-7`. */
export const releaseNames = ['release', 'releases', 'stable', 'maint', 'maintenance', 'support', 'lts'] as const;
/**
 * A line that is released from and goes on beside the default branch, or whose files a host publishes; `hotfix/…` is work
 * on its way to one.
 */
const releaseLine = new RegExp(
  String.raw`^(?:releases?|stable|maint|maintenance|lts|gh-pages)$|^releases?\/|^(?:${releaseNames.join('|')})[/-]v?\d|^v?\d{1,4}\.(?:\d{1,4}|x)(?:\.x)?(?:[-/.](?:x|stable|release|maint))?$`,
  'i',
);

/** Whether a branch of this name is a line of releases, so that what it has is merged as well. */
export function isReleaseLine(name: string): boolean {
  return releaseLine.test(name);
}

/** Whether a branch of this name is one that work is merged into, and no work itself. */
export function isTrunk(name: string): boolean {
  return trunk.test(name);
}

/**
 * Branches on which a merge queue tests merges, and a host's own refs of requests. No person goes on with them, and no
 * work is merged into them.
 */
const ofProgram =
  /^(?:gh-readonly-queue|mergify\/merge-queue|tmp-mergify|trunk-merge|merge-queue|graphite-base)\/|^(?:gtmq|mq-(?:tmp|bot))[_-]|^(?:staging|trying)\.tmp$|^(?:pr|pull|pulls|merge-requests|pull-requests)\/\d+(?:\/(?:head|merge|from|to|train))?$/;

/** Whether a branch of this name is made by a host or a merge queue, which takes it away again. */
export function isProgramsBranch(name: string): boolean {
  return ofProgram.test(name);
}

/** The pull or merge request that a commit of the default branch landed, as far as its message says. */
export interface LandedRequest {
  /** `#12`, or `!12` where the host writes that. */
  readonly number: string | null;
  readonly title: string | null;
}

type Message = Pick<CommitFact, 'subject' | 'body'>;

/** How hosts name the request in a message: by its beginning, or with GitLab by its end. */
const requests: readonly (readonly [
  pattern: RegExp,
  read: (found: RegExpExecArray, message: Message) => LandedRequest,
])[] = [
  // GitHub and Bitbucket write the title below their own subject; Bitbucket Server writes none.
  [/^Merge pull request (#\d+) from /, ([, number = ''], { body }) => ({ number, title: firstLine(body) })],
  [/^Merge pull request (#\d+) in /, ([, number = '']) => ({ number, title: null })],
  [/^Merged in \S+ \(pull request (#\d+)\)/, ([, number = ''], { body }) => ({ number, title: firstLine(body) })],
  [/^Auto merge of (#\d+) - /, ([, number = ''], { body }) => ({ number, title: firstLine(body) })],
  // Bors; a merge of several requests has no number.
  [/^Merge (#\d+)((?: #\d+){0,50})$/, ([, number = '', others]) => ({ number: others ? null : number, title: null })],
  [/^Merged? PR (\d+): (.*)/, ([, number = '', title = '']) => ({ number: `!${number}`, title: title.trim() || null })],
  [/^Merge (?:remote-tracking )?(?:branch|tag|commit)\b/, (_, { body }) => gitLabRequest(body)],
];

/** What a commit on the default branch's own line landed. A subject that neither a host nor git wrote is the title. */
export function landedRequest({ subject, body }: Message): LandedRequest {
  const line = subject.replace(/\s+/gu, ' ').trim();
  for (const [pattern, read] of requests) {
    const found = pattern.exec(line);
    if (found) return read(found, { subject: line, body });
  }
  return { number: requestAtEnd(line), title: line };
}

function gitLabRequest(body: string): LandedRequest {
  const number = /^See merge request \S{0,500}(!\d+)\s*$/m.exec(body)?.[1];
  return number === undefined ? { number: null, title: null } : { number, title: firstLine(body) };
}

function firstLine(body: string): string | null {
  return body.split('\n', 1)[0]?.trim() || null;
}

/** Whether the message says that conflicts were resolved, which is work of its own. */
export function resolvedConflicts({ body }: CommitFact): boolean {
  return /^#?[ \t]{0,20}Conflicts:[ \t\r]{0,20}$/m.test(body);
}
