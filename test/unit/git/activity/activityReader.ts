import assert from 'node:assert/strict';
import type { ActivityRequest } from '../../../../src/core/activity/activitySource';
import type { PatchFact, RepositoryFacts } from '../../../../src/core/activity/facts';
import { neverCancelled } from '../../../../src/core/ports';
import { GitActivity } from '../../../../src/git/activity/gitActivity';
import type { GitHost } from '../../../../src/git/installation';
import { GitRunner } from '../../../../src/git/runner';
import type { TemporaryRepository } from '../../support/temporaryRepository';
import { gitHost, silent } from '../gitHost';

/** The day that the tests look at; what is older was done before. */
export const day = { start: Date.parse('2026-03-10T00:00:00Z'), end: Date.parse('2026-03-11T00:00:00Z') };
export const earlier = '2026-03-01T12:00:00Z';
/** Hours of the day, in the order of the clock. */
export const at = (hour: number) => `2026-03-10T${String(hour).padStart(2, '0')}:00:00Z`;

export function activityWith(host: Partial<GitHost> = {}): GitActivity {
  return new GitActivity(new GitRunner(gitHost(host)));
}

/** Facts of the day; fails where there are none. */
export async function factsOf(
  { root }: Pick<TemporaryRepository, 'root'>,
  request: Partial<ActivityRequest> = {},
  activity = activityWith(),
): Promise<RepositoryFacts> {
  const facts = await activity.read({ folder: root, ...day, told: [], ...request }, neverCancelled);
  assert.ok(!('reason' in facts), JSON.stringify(facts));
  return facts;
}

export function patchesOf(
  facts: RepositoryFacts,
  hashes: readonly string[],
  activity = activityWith(),
): Promise<ReadonlyMap<string, PatchFact>> {
  return activity.patches(facts, hashes, neverCancelled);
}

export const hashesIn = (facts: RepositoryFacts) => facts.commits.map(({ hash }) => hash);
export const subjectsIn = (facts: RepositoryFacts) => facts.commits.map(({ subject }) => subject);

/** A host that counts processes by the lines of the log, and the one that asks for the version. */
export function countingHost(changes: Partial<GitHost> = {}): { host: Partial<GitHost>; verbs: readonly string[] } {
  const verbs = ['version'];
  const debug = (message: string) => {
    const verb = /^git ([\w-]+):/.exec(message)?.[1];
    if (verb !== undefined) verbs.push(verb);
  };
  return { host: { logger: { ...silent, debug }, ...changes }, verbs };
}
