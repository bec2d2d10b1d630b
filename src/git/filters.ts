import { configEntries } from './configEntries';

/**
 * Settings that switch off every filter that is configured, so that comparing files with the index starts no program
 * (docs/security.md#r17). `lfs` is no exception, unlike in R17: a repository can put any command under that name, and
 * git-lfs itself runs the commands of `lfs.extension.*`. The price is that a file under LFS that was touched but not
 * changed may be reported as changed.
 */
export function blankFilters(listed: Uint8Array): readonly (readonly [key: string, value: string])[] {
  const keys = configEntries(listed).flatMap(([key]) => (key.startsWith('filter.') ? key : []));
  const names = keys.map((key) => key.slice(0, key.lastIndexOf('.')));
  return [...new Set(names)].flatMap((name) => [
    [`${name}.clean`, ''] as const,
    [`${name}.smudge`, ''] as const,
    [`${name}.process`, ''] as const,
    [`${name}.required`, 'false'] as const,
  ]);
}
