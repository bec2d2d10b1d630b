import assert from 'node:assert/strict';
import { GitHubForge } from '../../../src/github/gitHubForge';
import { found, graphql, pull } from './answers';
import { clientAt, type Scene } from './clientAt';
import { ScriptedServer } from './scriptedServer';

describe('A repository that has another name now', () => {
  let server: ScriptedServer;
  let scene: Scene;
  let forge: GitHubForge;
  let fullName: unknown;

  before(async () => {
    server = await ScriptedServer.start(() => 'reset');
  });
  beforeEach(() => {
    scene = clientAt(server.origin, { isPaced: false });
    forge = new GitHubForge(scene.client, scene.repository);
    fullName = 'Acme-Inc/ledger-core';
    server.restart(({ method, path }) => {
      if (path === '/repos/acme/ledger') return { status: 301, headers: { location: '/repositories/1' } };
      if (path === '/repositories/1') return { body: { full_name: fullName } };
      if (path === '/graphql') return graphql({ mine: found(), reviews: found(), joined: found() });
      return method === 'GET' ? { body: [] } : { status: 201, body: pull() };
    });
  });
  after(() => server.stop());

  const searched = () =>
    server.asked.flatMap(({ path, body }) =>
      path === '/graphql' ? [(body as { variables: { mine: string } }).variables.mine] : [],
    );

  it('is searched under that one, since search knows no others', async () => {
    assert.ok((await forge.myWork()).ok);
    assert.deepEqual(searched(), ['repo:Acme-Inc/ledger-core is:pr is:open author:@me']);
  });

  it('is asked for its name once', async () => {
    await forge.myWork();
    scene.clock.pass(600);
    await forge.myWork();
    assert.equal(server.asked.filter(({ path }) => path === '/repos/acme/ledger').length, 1);
  });

  it('has its own branches there, and forks keep theirs', async () => {
    const draft = { title: 'T', body: 'B', base: 'main', isDraft: false };
    const heads = ['acme', 'ann'].map((owner) => ({ owner, repo: 'ledger', name: 'split' }));
    for (const head of heads) await forge.createPullRequest({ ...draft, head });
    const posts = server.asked.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      posts.map(({ path, body }) => [path, (body as { head: string }).head]),
      [
        ['/repos/Acme-Inc/ledger-core/pulls', 'split'],
        ['/repos/Acme-Inc/ledger-core/pulls', 'ann:split'],
      ],
    );
  });

  for (const odd of ['acme', 'acme/ledger/x', '../..', 'acme/..', 'a b/c']) {
    it(`keeps the one of the remote where GitHub says ‹${odd}›`, async () => {
      fullName = odd;
      await forge.myWork();
      assert.deepEqual(searched(), ['repo:acme/ledger is:pr is:open author:@me']);
    });
  }

  it('or cannot be seen is a problem, and not one without work', async () => {
    const sso = { 'x-github-sso': 'required; url=https://github.test/orgs/acme/sso' };
    server.restart(({ path }) =>
      path === '/graphql'
        ? graphql({ mine: found(), reviews: found(), joined: found() })
        : { status: 404, headers: sso, body: { message: 'Not Found' } },
    );
    const result = await forge.myWork();
    assert.deepEqual(!result.ok && [result.problem.kind, result.problem.page], [
      'not-found',
      'https://github.test/orgs/acme/sso',
    ]);
  });
});
