import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { marker, pullRequestOf, putComment } from '../../../scripts/action-comment.mjs';
import { type Reply, type Script, ScriptedServer } from '../github/scriptedServer';

const text = `${marker}\n\nnow\n`;
const bot = { type: 'Bot', login: 'github-actions[bot]' };
const own = { id: 7, body: `${marker}\n\nbefore\n`, user: bot };
const copied = { id: 8, body: `${marker}\n\nmine\n`, user: { type: 'User', login: 'eve' } };

describe('the comment of the GitHub Action', () => {
  let server: ScriptedServer;
  before(async () => {
    server = await ScriptedServer.start(() => ({ status: 500 }));
  });
  after(() => server.stop());

  const put = (said: string, script: Script) => {
    server.restart(script);
    return putComment({ api: server.origin, repository: 'acme/ledger', number: 12, token: 't0ken' }, said);
  };
  const asked = () => server.asked.map(({ method, path }) => `${method} ${path}`);
  const listed =
    (...comments: readonly unknown[]): Script =>
    ({ method }): Reply =>
      method === 'GET' ? { body: comments } : method === 'DELETE' ? { status: 204 } : { body: {} };
  const list = 'GET /repos/acme/ledger/issues/12/comments';

  it('is written once where there is none', async () => {
    equal(await put(text, listed(copied)), 'written');
    deepEqual(asked(), [list, 'POST /repos/acme/ledger/issues/12/comments']);
    deepEqual(server.asked[1]?.body, { body: text });
    equal(server.asked[1]?.headers.authorization, 'Bearer t0ken');
  });

  it('is rewritten in place, and left where it says the same', async () => {
    equal(await put(text, listed(copied, own)), 'rewritten');
    deepEqual(asked(), [list, 'PATCH /repos/acme/ledger/issues/comments/7']);
    equal(await put(own.body, listed(own)), 'kept');
    deepEqual(asked(), [list]);
  });

  it('is taken away where there is nothing to say any more, and not made for that', async () => {
    equal(await put('', listed(copied, own)), 'removed');
    deepEqual(asked(), [list, 'DELETE /repos/acme/ledger/issues/comments/7']);
    equal(await put('', listed(copied)), 'nothing to say');
    deepEqual(asked(), [list]);
  });

  it('is looked for behind a full page', async () => {
    const page = Array.from({ length: 100 }, (_, id) => ({ id, body: 'x', user: bot }));
    const script: Script = ({ method, query }) =>
      method === 'GET' ? { body: query.get('page') === '1' ? page : [own] } : { body: {} };
    equal(await put(text, script), 'rewritten');
    deepEqual(asked(), [list, list, 'PATCH /repos/acme/ledger/issues/comments/7']);
  });

  it('says what the job lacks where it is refused, and does not try twice', async () => {
    await rejects(
      put(text, ({ method }) => (method === 'GET' ? { body: [] } : { status: 403, body: {} })),
      /GitHub answered 403 to POST; the job needs `permissions: pull-requests: write`/,
    );
    equal(server.asked.length, 2);
  });
});

describe('the pull request of an event', () => {
  const repository = { full_name: 'acme/ledger' };
  const from = (full_name: string | null) => ({
    repository,
    pull_request: { number: 12, base: { sha: 'b'.repeat(40) }, head: { repo: full_name && { full_name } } },
  });

  it('is that of a branch of the repository itself', () => {
    deepEqual(pullRequestOf(from('acme/ledger')), { number: 12, base: 'b'.repeat(40) });
  });

  it('is none from a fork, one that is gone too, nor of a push', () => {
    match(String(pullRequestOf(from('eve/ledger'))), /from a fork$/);
    match(String(pullRequestOf(from(null))), /from a fork$/);
    match(String(pullRequestOf({ repository, ref: 'refs/heads/main' })), /no run for a pull request$/);
  });
});
