import type { Shipment, ShipmentList, Shipments } from '../core/forge/forge';
import { type ForgeResult, mapResult } from '../core/forge/forgeResult';
import type { Instant } from '../core/time/zone';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { flag, instant, list, name, nullable, object, type Shaped } from './shape';

const most = 100;

/** Releases and deployments in one query, which costs one point of the rate limit. */
const shipmentsQuery = `
query Shipments($owner: String!, $repo: String!, $environments: [String!]!) {
  repository(owner: $owner, name: $repo) {
    releases(first: ${most}, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { isDraft isPrerelease createdAt publishedAt tagCommit { committedDate } }
    }
    deployments(first: ${most}, environments: $environments, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { state createdAt commit { committedDate } }
    }
  }
}`;

/** What teams call their production environment; GitHub compares these names exactly. */
const environments = ['production', 'Production', 'PRODUCTION', 'prod', 'Prod', 'PROD', 'live', 'Live'];
/** States of a deployment that succeeded; it is inactive once a later one has replaced it. */
const succeeded: ReadonlySet<string | null> = new Set(['ACTIVE', 'INACTIVE', 'SUCCESS']);

const commit = nullable(object({ committedDate: instant }));
const shipmentsShape = object({
  repository: object({
    releases: object({
      nodes: list(
        object({
          isDraft: flag,
          isPrerelease: flag,
          createdAt: instant,
          publishedAt: nullable(instant),
          tagCommit: commit,
        }),
      ),
    }),
    deployments: object({ nodes: list(object({ state: nullable(name), createdAt: instant, commit })) }),
  }),
});

type Found = Shaped<typeof shipmentsShape>['repository'];

/** The latest hundred releases and deployments to production; each list says since when it is complete. */
export async function shipments(
  client: GitHubClient,
  { owner, repo }: GitHubRepository,
  since: Instant,
  signal?: AbortSignal,
): Promise<ForgeResult<Shipments>> {
  const answer = await client.query(shipmentsQuery, { owner, repo, environments }, shipmentsShape, { signal });
  return mapResult(answer, ({ repository: { releases, deployments } }) => ({
    release: whole(releases.nodes, releaseOf, since),
    deployment: whole(deployments.nodes, deploymentOf, since),
  }));
}

function releaseOf(release: Found['releases']['nodes'][number]): readonly Shipment[] {
  const { isDraft, isPrerelease, publishedAt, tagCommit } = release;
  return isDraft || isPrerelease || publishedAt === null || tagCommit === null
    ? []
    : [{ at: publishedAt, commit: tagCommit.committedDate }];
}

function deploymentOf(deployment: Found['deployments']['nodes'][number]): readonly Shipment[] {
  const { state, createdAt } = deployment;
  return succeeded.has(state) && deployment.commit ? [{ at: createdAt, commit: deployment.commit.committedDate }] : [];
}

/** @param found the latest first */
function whole<T extends { readonly createdAt: Instant }>(
  found: readonly T[],
  read: (one: T) => readonly Shipment[],
  since: Instant,
): ShipmentList {
  const from = found.length < most ? since : Math.max(since, found.at(-1)?.createdAt ?? since);
  return { from, all: found.flatMap(read) };
}
