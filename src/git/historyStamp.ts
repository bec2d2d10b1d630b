import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { staysBelow } from '../core/files/paths';
import { objectName } from '../core/names/objectName';
import { regularText } from './regularFile';
import { findRepository, isUnopenable, type Repository, readPointer, shallowBorder } from './repository';

/** Identifies the history behind HEAD: while both fields are the same, git gives the same answers about it. */
export interface HistoryStamp {
  /** The hash of the commit. */
  readonly head: string;
  /** The commits at which a shallow clone was cut off, in order. */
  readonly border: string;
}

/**
 * Read from files alone. Null where they do not tell, and where a hash may stand for another history tomorrow: with
 * grafts and replaced objects, in a partial clone, before the first commit, and where references are in a table
 * (`reftable`). Never rejects.
 */
export async function historyStamp(repository: Repository): Promise<HistoryStamp | null> {
  const { commonDirectory } = repository;
  const [packed, config] = await Promise.all(
    ['packed-refs', 'config'].map((name) => regularText(join(commonDirectory, name))),
  );
  if (packed === undefined || config === undefined || /promisor|partialclone/i.test(config)) return null;
  if (await isRewritten(commonDirectory, packed)) return null;
  const head = await headOf(repository, packed);
  return head === null ? null : { head, border: [...(await shallowBorder(repository))].sort().join(' ') };
}

/**
 * A line that identifies the history of a folder; null where it cannot be identified. A folder without a repository has
 * a line, too.
 */
export async function historyOf(folder: string): Promise<string | null> {
  const place = await findRepository(folder);
  if (!place.ok) return isUnopenable(place.reason) ? null : place.reason;
  const stamp = await historyStamp(place.repository);
  return stamp && JSON.stringify([place.repository.commonDirectory, place.prefix, stamp.head, stamp.border]);
}

/** Whether git may replace commits by others: with `refs/replace` or grafts. */
async function isRewritten(commonDirectory: string, packed: string): Promise<boolean> {
  if (packed.includes(' refs/replace/')) return true;
  const replaced = await readdir(join(commonDirectory, 'refs', 'replace')).catch(() => []);
  const grafts = await lstat(join(commonDirectory, 'info', 'grafts')).catch(() => null);
  return replaced.length > 0 || grafts !== null;
}

async function headOf({ gitDirectory, commonDirectory }: Repository, packed: string): Promise<string | null> {
  const text = (await readPointer(join(gitDirectory, 'HEAD'))) ?? '';
  if (objectName.test(text)) return text;
  const branch = /^ref: (refs\/heads\/.+)$/.exec(text)?.[1];
  if (branch === undefined || !staysBelow(branch)) return null;
  const file = join(commonDirectory, ...branch.split('/'));
  const isMissing = await lstat(file).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR',
  );
  const tip = isMissing ? packedTip(packed, branch) : await readPointer(file);
  // A symbolic reference names another one, and is not followed.
  return tip !== undefined && objectName.test(tip) ? tip : null;
}

function packedTip(packed: string, branch: string): string | undefined {
  const at = packed.indexOf(` ${branch}\n`);
  return at < 0 ? undefined : packed.slice(packed.lastIndexOf('\n', at) + 1, at);
}
