import type { RemoteBranch } from '../../core/pullRequests/pushedHead';
import { refFormat } from '../format';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

const format = refFormat({ name: '%(refname)', tip: '%(objectname)', upstream: '%(upstream)' });
const prefix = 'refs/remotes/';

/** What a local branch is at the remotes, as of the last fetch or push: what it follows, then its own name at each. Throws `GitUnanswered`. */
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
  const [local] = await read([`refs/heads/${branch}`]);
  const names = [local?.upstream ?? '', ...remotes.map((remote) => `${prefix}${remote}/${branch}`)];
  const wanted = [...new Set(names.filter((name) => name.startsWith(prefix)))];
  const found = wanted.length === 0 ? [] : await read(wanted);
  return wanted.flatMap((full) => {
    const reference = found.find(({ name }) => name === full);
    const remote = remotes.find((each) => full.startsWith(`${prefix}${each}/`));
    if (!reference || remote === undefined) return [];
    return [{ remote, name: full.slice(prefix.length + remote.length + 1), tip: reference.tip }];
  });
}
