import assert from 'node:assert/strict';
import { graphql, history, pull } from './answers';
import { gitHubScene } from './gitHubScene';

const at = (iso: string) => Date.parse(iso);

describe('What GitHub knows of outcomes', () => {
  const gitHub = gitHubScene({ isPaced: false });

  describe('of merged pull requests', () => {
    const start = at('2026-11-01T00:00Z');
    const merged = (number: number, changes: object = {}) =>
      pull({ number, node_id: `PR_${number}`, state: 'closed', merged_at: '2026-11-19T08:00:00Z', ...changes });
    const since = async (closed: readonly unknown[], ...histories: readonly unknown[]) => {
      gitHub.server.restart(({ path, headers }) => {
        if (path === '/graphql') return graphql({ nodes: histories });
        return headers['if-none-match'] ? { status: 304 } : { headers: { etag: '"1"' }, body: closed };
      });
      const result = await gitHub.scene.forge.mergedSince(start);
      assert.ok(result.ok);
      return result.value.pullRequests;
    };

    it('when each began, could be reviewed and was reviewed by another person', async () => {
      const [first] = await since([merged(7)], history('PR_7'));
      assert.deepEqual(
        [first?.firstCommit, first?.ready, first?.firstReview, first?.merged, first?.isByBot],
        [at('2026-11-17T09:00Z'), at('2026-11-18T09:00Z'), at('2026-11-18T12:00Z'), at('2026-11-19T08:00Z'), false],
      );
    });

    it('ready is when it was no longer a draft, and no review before counts', async () => {
      const ready = { timelineItems: { nodes: [{ createdAt: '2026-11-18T13:00:00Z' }] } };
      const [first] = await since([merged(7)], history('PR_7', ready));
      assert.deepEqual([first?.ready, first?.firstReview], [at('2026-11-18T13:00Z'), null]);
    });

    it('without those that were closed, or merged before', async () => {
      const list = [merged(7), pull({ number: 8, merged_at: null }), merged(9, { merged_at: '2026-10-31T23:59:59Z' })];
      assert.deepEqual(
        (await since(list, history('PR_7'), null)).map(({ number }) => number),
        [7],
      );
    });

    it('one that GitHub tells nothing about is there all the same', async () => {
      const [first] = await since([merged(7)], null);
      assert.deepEqual([first?.firstCommit, first?.firstReview], [null, null]);
    });

    it('asked for again cost one question that is not counted', async () => {
      await since([merged(7)], history('PR_7'));
      await since([merged(7)], history('PR_7'));
      assert.deepEqual(
        gitHub.server.asked.map(({ path, headers }) => [path, headers['if-none-match']]),
        [['/repos/acme/ledger/pulls', '"1"']],
      );
    });

    it('are read until a page was changed before then', async () => {
      const page = Array.from({ length: 100 }, (_, index) =>
        merged(index, { merged_at: null, updated_at: '2026-10-01T00:00:00Z' }),
      );
      await since(page);
      assert.equal(gitHub.server.asked.length, 1);
    });
  });

  describe('of what went out', () => {
    const start = at('2026-11-01T00:00Z');
    const commit = { committedDate: '2026-11-05T00:00:00Z' };
    const release = (changes: object = {}) => ({
      isDraft: false,
      isPrerelease: false,
      createdAt: '2026-11-05T08:00:00Z',
      publishedAt: '2026-11-05T09:00:00Z',
      tagCommit: commit,
      ...changes,
    });
    const deployment = (changes: object = {}) => ({
      state: 'INACTIVE',
      createdAt: '2026-11-06T09:00:00Z',
      commit,
      ...changes,
    });
    const shipped = async (releases: readonly unknown[], deployments: readonly unknown[]) => {
      const nodes = { releases: { nodes: releases }, deployments: { nodes: deployments } };
      gitHub.server.restart(() => graphql({ repository: nodes }));
      const result = await gitHub.scene.forge.shippedSince(start);
      assert.ok(result.ok);
      return result.value;
    };

    it('when, and of which commit', async () => {
      const { release: releases, deployment: deployments } = await shipped([release()], [deployment()]);
      const made = at('2026-11-05T00:00Z');
      assert.deepEqual(releases, { from: start, all: [{ at: at('2026-11-05T09:00Z'), commit: made }] });
      assert.deepEqual(deployments, { from: start, all: [{ at: at('2026-11-06T09:00Z'), commit: made }] });
    });

    it('without what is a draft, a first try, failed or made of no commit', async () => {
      const found = await shipped(
        [release({ isDraft: true }), release({ isPrerelease: true }), release({ publishedAt: null, tagCommit: null })],
        [deployment({ state: 'FAILURE' }), deployment({ state: null }), deployment({ commit: null })],
      );
      assert.deepEqual([found.release.all, found.deployment.all], [[], []]);
    });

    it('from when on that is all, where there is more than was read', async () => {
      const many = Array.from({ length: 100 }, () => deployment());
      const { deployment: found } = await shipped([], many);
      assert.equal(found.from, at('2026-11-06T09:00Z'));
    });
  });
});
