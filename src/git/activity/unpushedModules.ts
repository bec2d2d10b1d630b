import { join } from 'node:path';
import { objectNamePattern } from '../../core/names/objectName';
import type { FilePath } from '../../core/ports';
import { nulTokens } from '../nulTokens';
import { findRepository, type Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

/** Each submodule costs a call or two. */
const mostModules = 12;
const gitlink = new RegExp(`^160000 commit (${objectNamePattern})\\t(.+)$`, 's');

/**
 * The submodules whose commit, as recorded in a commit of this repository, is in no remote-tracking branch and no tag
 * of theirs: no other clone can check it out, as of the last fetch there. A submodule without a remote-tracking branch,
 * or without that commit, is left out. Throws `GitUnanswered`.
 * @param commit a whole hash
 * @param paths of submodules that have a repository on this machine; of more than 12, the first
 */
export async function unpushedModules(
  runner: GitRunner,
  repository: Repository,
  commit: string,
  paths: readonly FilePath[],
  options: GitOptions = {},
): Promise<readonly FilePath[]> {
  if (paths.length === 0) return [];
  const call = { repository, verb: 'ls-tree', args: ['-z'], revisions: [commit] } as const;
  const result = await runner.run({ ...call, paths: paths.slice(0, mostModules) }, options);
  const entries = nulTokens(answered(result).stdout);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const [, hash = '', path = ''] = gitlink.exec(entry) ?? [];
      const place = path === '' ? null : await findRepository(join(repository.root, path));
      return place?.ok && (await isUnpushed(runner, place.repository, hash, options)) ? [path] : [];
    }),
  );
  return found.flat();
}

async function isUnpushed(
  runner: GitRunner,
  repository: Repository,
  hash: string,
  options: GitOptions,
): Promise<boolean> {
  const references = async (limits: readonly string[], operands: readonly string[]) => {
    const args = ['--count=1', ...limits, '--format=%(refname)'];
    const result = await runner.run({ repository, verb: 'for-each-ref', args, operands }, options);
    // Git fails for a commit that is not here.
    return result.kind === 'exited' ? result.stdout.length > 0 : null;
  };
  if ((await references([`--contains=${hash}`], ['refs/remotes', 'refs/tags'])) !== false) return false;
  return (await references([], ['refs/remotes'])) === true;
}
