import assert from 'node:assert/strict';
import type { Activity, RepositoryActivity } from '../../../src/core/activity/activity';
import { gatherActivity } from '../../../src/core/activity/gatherActivity';
import { ownIdentity } from '../../../src/core/activity/identity';
import { intervalFor } from '../../../src/core/activity/interval';
import { neverCancelled } from '../../../src/core/ports';
import { GitActivity } from '../../../src/git/activity/gitActivity';
import { GitRunner } from '../../../src/git/runner';
import { gitHost } from '../git/gitHost';
import type { TemporaryRepository } from '../support/temporaryRepository';
import { usual } from '../time/support';

export const yesterday = '2026-11-19T15:00:00Z';
export const today = (minute: number) => new Date(Date.parse('2026-11-20T10:00Z') + minute * 60_000).toISOString();
export const now = Date.parse('2026-11-20T17:30Z');
export const interval = intervalFor({ now, zone: 'Europe/London', schedule: usual('Europe/London'), previous: null });
export const ann = ownIdentity({ name: 'Ann', address: 'ann@example.com' }, null);
export const kenji = 'Kenji Ito <kenji@example.com>';

interface Asked {
  readonly folders?: readonly string[];
  readonly who?: typeof ann;
  readonly during?: typeof interval;
  readonly told?: readonly string[];
}

export function gather(
  folder: string,
  { folders = [folder], who = ann, during = interval, told = [] }: Asked = {},
): Promise<Activity> {
  const source = new GitActivity(new GitRunner(gitHost()));
  return gatherActivity(source, folders, who, during, told, neverCancelled);
}

export async function tell({ root }: TemporaryRepository, asked: Asked = {}): Promise<RepositoryActivity> {
  const { repositories, missing } = await gather(root, asked);
  assert.deepEqual(missing, []);
  const [activity] = repositories;
  assert.ok(activity);
  return activity;
}

/** `key: subject story standing, …` of each item. */
export const linesOf = ({ items }: RepositoryActivity) =>
  items.map(
    ({ key, commits }) =>
      `${key}: ${commits.map(({ subject, story, standing }) => `${subject} ${story} ${standing}`).join(', ')}`,
  );
export const omittedOf = ({ omissions }: RepositoryActivity) =>
  Object.fromEntries(omissions.map(({ reason, count }) => [reason, count]));
