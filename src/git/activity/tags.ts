import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TagFact } from '../../core/activity/facts';
import type { Instant } from '../../core/time/zone';
import { refFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

const format = refFormat({
  name: '%(refname)',
  kind: '%(objecttype)',
  hash: '%(objectname)',
  target: '%(*objectname)',
  created: '%(creatordate:unix)',
  name_: '%(taggername)',
  address: '%(taggeremail)',
});
const tags = 'refs/tags/';
const mostTags = 50;
const mostEntries = 20_000;

/**
 * The tags that came into this clone since an instant and were made since then. A new tag is a file of its own until
 * git packs it, so a repository with thousands of older tags costs no call. Throws `GitUnanswered`.
 */
export async function readTags(
  runner: GitRunner,
  repository: Repository,
  since: Instant,
  options: GitOptions = {},
): Promise<readonly TagFact[]> {
  const names = await newFiles(join(repository.commonDirectory, 'refs', 'tags'), since);
  if (names.length === 0) return [];
  const operands = names.map((name) => tags + name);
  const result = await runner.run({ repository, verb: 'for-each-ref', args: [format.argument], operands }, options);
  return format.parse(answered(result).stdout).flatMap(({ name, kind, hash, target, created, name_, address }) => {
    const at = Number(created) * 1000;
    if (at < since || !operands.includes(name)) return [];
    const tagger = kind === 'tag' ? { name: name_, address: address.replace(/^<|>$/g, '') } : null;
    return [{ name: name.slice(tags.length), target: target || hash, created: at, tagger }];
  });
}

/** Each costs a call. */
const mostHeads = 3;

/** Those of the commits that a tag has, whenever it was made. Throws `GitUnanswered`. */
export async function readTagged(
  runner: GitRunner,
  repository: Repository,
  hashes: readonly string[],
  options: GitOptions = {},
): Promise<readonly string[]> {
  const found = hashes.slice(0, mostHeads).map(async (hash) => {
    const args = ['--format=%(refname)', '--count=1', `--contains=${hash}`];
    const result = await runner.run({ repository, verb: 'for-each-ref', args, operands: [tags] }, options);
    return answered(result).stdout.length === 0 ? [] : [hash];
  });
  return (await Promise.all(found)).flat();
}

/**
 * Paths of new files below the folder, the newest first. Names that git would not write are left out, as they may be
 * patterns.
 */
async function newFiles(folder: string, since: Instant): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    entries.slice(0, mostEntries).map(async (entry) => {
      if (!entry.isFile()) return [];
      const path = join(entry.parentPath, entry.name);
      const changed = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => -Infinity,
      );
      const name = path.slice(folder.length + 1).replaceAll('\\', '/');
      return changed >= since && /^[^\s~^:?*[\\]{1,200}$/.test(name) ? [{ name, changed }] : [];
    }),
  );
  return files
    .flat()
    .sort((a, b) => b.changed - a.changed)
    .slice(0, mostTags)
    .map(({ name }) => name);
}
