import type { RepositoryActivity } from '../../activity/activity';
import { isDetachedName } from '../../activity/heads';
import { writeTips } from '../../handoffs/tipsComment';
import { oneLine } from '../../text/escape';
import type { HandoffInput } from '../handoffInput';

/** Tips of a repository; those of branches that were worked on go first. */
const maxTips = 60;
const maxRepositories = 20;
/** UTF-16 units of all of them together. */
const maxLength = 32 * 1024;

/**
 * The tips of the branches that a note mentions and of the default branch, for its closing comment (docs/adr/0009);
 * `''` where there are none.
 */
export function spokenTips({ activity }: Pick<HandoffInput, 'activity'>): string {
  const repositories = activity.repositories.slice(0, maxRepositories);
  return writeTips(Object.fromEntries(repositories.map((each) => [oneLine(each.name), tipsOf(each)])), maxLength);
}

function tipsOf(repository: RepositoryActivity): Readonly<Record<string, string>> {
  const { head, trunk = '', items, invisible, branches, older = [], tips } = repository;
  const worked = new Set(items.map(({ branch }) => branch));
  const spoken = new Set([
    ...worked,
    trunk,
    ...(head.kind === 'branch' ? [head.branch] : []),
    ...invisible.unpushed.map(({ branch }) => branch),
    ...branches.filter(({ state }) => state !== 'merged').map(({ branch }) => branch),
    ...older.map(({ branch }) => branch),
  ]);
  const found = Object.entries(tips).filter(([branch]) => spoken.has(branch) || isDetachedName(branch));
  const ordered = found.sort(([a], [b]) => Number(worked.has(b)) - Number(worked.has(a)));
  return Object.fromEntries(ordered.slice(0, maxTips));
}
