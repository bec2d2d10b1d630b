import type { RemoteBranch } from '../../core/pullRequests/pushedHead';
import { logFormat, refFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

const format = refFormat({ name: '%(refname)', upstream: '%(upstream)' });
const side = logFormat({ mark: '%m' });
const prefix = 'refs/remotes/';

/**
 * The remote-tracking branches of a local branch, as of the last fetch or push: its upstream, then its own name at each
 * remote. Throws `GitUnanswered`.
 */
export async function readRemoteBranches(
  runner: GitRunner,
  repository: Repository,
  branch: string,
  remotes: readonly string[],
  options: GitOptions = {},
): Promise<readonly RemoteBranch[]> {
  const read = async (operands: readonly string[]) => {
    const result = await runner.run({ repository, verb: 'for-each-ref', args: [format.argument], operands }, options);
    return format.parse(answered(result).stdout).filter(({ name }) => operands.includes(name));
  };
  const full = `refs/heads/${branch}`;
  const [local] = await read([full]);
  if (!local) return [];
  const names = [local.upstream, ...remotes.map((remote) => `${prefix}${remote}/${branch}`)];
  const wanted = [...new Set(names.filter((name) => name.startsWith(prefix)))];
  const found = wanted.length === 0 ? [] : await read(wanted);
  const there = wanted.flatMap((name) => {
    const remote = remotes.find((each) => name.startsWith(`${prefix}${each}/`));
    return remote !== undefined && found.some((each) => each.name === name) ? [{ remote, full: name }] : [];
  });
  return Promise.all(
    there.map(async ({ remote, full: name }) => {
      const args = ['-z', '--left-right', side.argument];
      const result = await runner.run({ repository, verb: 'log', args, revisions: [`${full}...${name}`] }, options);
      const marks = side.parse(answered(result).stdout).map(({ mark }) => mark);
      const ahead = marks.filter((mark) => mark === '<').length;
      return { remote, name: name.slice(prefix.length + remote.length + 1), ahead, behind: marks.length - ahead };
    }),
  );
}
