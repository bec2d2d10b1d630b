import { mentionedPaths } from '../links/mentionIndex';
import { isExclusion, scopeFolder } from '../links/scopeIndex';
import type { FilePath } from '../ports';
import { type DocRecord, fileOf } from '../records/record';
import { isThere, speaksOfNow } from '../rules/gonePath';
import type { CheckedFiles } from '../rules/rule';

/** Paths that a record names, about which git is asked. */
export interface NamedPaths {
  readonly record: FilePath;
  /** Paths at which there is nothing now. */
  readonly gone: readonly FilePath[];
  /** Files that exist, for which git is asked how much they have changed. */
  readonly there: readonly FilePath[];
}

/** @param asksChanges whether files that exist are named too */
export function namedPaths(
  records: readonly DocRecord[],
  tree: CheckedFiles,
  asksChanges: boolean,
): readonly NamedPaths[] {
  return records.flatMap((record): NamedPaths[] => {
    const isOfNow = speaksOfNow(record);
    // A collection is edited for each of its decisions, so its last commit says nothing about the paths that one names.
    const mentions = record.part === undefined ? record.mentions : [];
    // A link has to lead somewhere from a record that does not hold as well.
    const asked = isOfNow ? mentions : mentions.filter(({ form }) => form === 'link');
    const paths = asked.map(({ text }) => mentionedPaths(text, record.path));
    const folders = isOfNow ? record.scope.filter((glob) => !isExclusion(glob)).map(scopeFolder) : [];
    const scopes = folders.filter((folder) => folder !== '' && !isThere(folder, tree));
    const gone = paths.flatMap((possible) => (possible.some((path) => isThere(path, tree)) ? [] : possible));
    const there =
      asksChanges && isOfNow ? paths.flatMap((possible) => possible.find((path) => tree.has(path)) ?? []) : [];
    return gone.length + scopes.length + there.length > 0
      ? [{ record: fileOf(record), gone: [...new Set([...gone, ...scopes])], there: [...new Set(there)] }]
      : [];
  });
}
