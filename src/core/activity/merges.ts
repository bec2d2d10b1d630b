import type { CommitFact } from './facts';

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
];
/** What git writes, and GitLab after it. `of` is there where another repository was pulled from. */
const plain = /^Merge (remote-tracking )?branch '([^']{1,250})'(?: of (\S{1,500}))?(?: into '?([^\s']{1,250})'?)?/;
const trunk = /^(?:main|master|trunk|develop|development|dev|default)$|^(?:release|hotfix)s?[/-]/i;

/**
 * What a merge is for, by its subject (facts/drafts.md F9). git leaves out "into" for the default branch.
 * @param onDefault whether it is on the default branch's own line, which decides where the subject says nothing
 */
export function mergeMeaning(subject: string, onDefault: boolean, defaultName: string | null): MergeMeaning {
  for (const landing of landings) {
    const found = landing.exec(subject);
    if (found) return { kind: 'landing', branch: found[1] ?? null };
  }
  const found = plain.exec(subject);
  if (!found) return { kind: onDefault ? 'landing' : 'update', branch: null };
  const [, tracking, name = '', url, into] = found;
  const branch = tracking === undefined ? name : name.slice(name.indexOf('/') + 1);
  const isShared = (text: string) => text === defaultName || isTrunk(text);
  const target = into ?? defaultName;
  const isPull = branch === target || (url !== undefined && into === undefined && isShared(branch));
  const isCatchUp = isShared(branch) && target !== defaultName;
  const lands = !isPull && !isCatchUp && (target === null ? onDefault : isShared(target));
  return lands ? { kind: 'landing', branch } : { kind: 'update', branch: null };
}

/** Whether work goes into a branch by its name, and nobody's work has it for its own. */
export function isTrunk(name: string): boolean {
  return trunk.test(name);
}

/** GitHub writes the pull request's title below its own subject. */
export function titleOfRequest({ subject, body }: Pick<CommitFact, 'subject' | 'body'>): string | null {
  if (!/^Merge pull request #\d+ from /.test(subject)) return null;
  return body.split('\n', 1)[0]?.trim() || null;
}

/** Whether the message says that conflicts were resolved, which is work of its own. */
export function resolvedConflicts({ body }: CommitFact): boolean {
  return /^#?\s*Conflicts:\s*$/m.test(body);
}
