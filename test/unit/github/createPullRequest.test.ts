import assert from 'node:assert/strict';
import { pull } from './answers';
import { clientAt } from './clientAt';
import { gitHubScene } from './gitHubScene';
import type { Reply } from './scriptedServer';
import { draft, failed, isWrite, none, said, script } from './writing';

describe('A new pull request', () => {
  const gitHub = gitHubScene({ isPaced: false });

  const methods = () => gitHub.server.asked.map(({ method }) => method).join(' ');
  const open = { body: [pull()] };
  const exists = { errors: [{ resource: 'PullRequest', code: 'custom', message: 'A pull request already exists.' }] };
  const empty = { errors: [{ message: 'No commits between main and ledger-split' }] };

  const cases: readonly [what: string, reads: readonly Reply[], written: Reply, expected: string, requests: string][] =
    [
      ['is done', [none], { status: 201, body: pull() }, 'created', 'GET POST'],
      ['is not sent where there is one', [open], 'reset', 'found', 'GET'],
      ['is not sent where that cannot be known', ['reset'], 'reset', 'offline', 'GET'],
      [
        'finds the one of somebody who was faster',
        [none, open],
        { status: 422, body: { ...failed, ...exists } },
        'found',
        'GET POST GET',
      ],
      [
        'that GitHub refuses is refused',
        [none],
        { status: 422, body: { ...failed, ...empty } },
        'refused',
        'GET POST GET',
      ],
      ['that was done before the connection broke is found (A9)', [none, open], 'reset', 'created', 'GET POST GET'],
      [
        'that was done though the answer was cut off is found (A9)',
        [none, open],
        { status: 201, body: '{', promised: 900 },
        'created',
        'GET POST GET',
      ],
      [
        'that was done though the answer is of no use is found',
        [none, open],
        { status: 201, body: '<html>' },
        'created',
        'GET POST GET',
      ],
      ['that was done behind a 502 is found', [none, open], { status: 502 }, 'created', 'GET POST GET'],
      ['is unknown where GitHub broke and it is not there', [none], { status: 500 }, 'unknown-outcome', 'GET POST GET'],
      [
        'is unknown where the connection broke and stays so',
        [none, 'reset'],
        'reset',
        'unknown-outcome',
        'GET POST GET',
      ],
      ['is forbidden to whom may not', [none], { status: 403, body: failed }, 'forbidden', 'GET POST'],
      ['is not found for whom may not even see', [none], { status: 404, body: failed }, 'not-found', 'GET POST'],
      [
        'waits where there is a limit',
        [none],
        { status: 429, headers: { 'retry-after': '5' } },
        'rate-limited',
        'GET POST',
      ],
    ];
  for (const [what, reads, written, expected, requests] of cases) {
    it(what, async () => {
      gitHub.server.restart(script(reads, written));
      assert.deepEqual([said(await gitHub.scene.forge.createPullRequest(draft)), methods()], [expected, requests]);
    });
  }

  const field = (name: string, code: string) => ({ resource: 'PullRequest', field: name, code });
  const reasons: readonly [body: unknown, told: string][] = [
    [{ ...failed, ...empty }, 'No commits between main and ledger-split'],
    [{ ...failed, errors: [field('head', 'invalid')] }, 'head invalid'],
    [{ ...failed, errors: [field('base', 'invalid'), field('head', 'missing')] }, 'base invalid; head missing'],
    [{ ...failed, errors: ['Fork collab can’t be granted'] }, 'Fork collab can’t be granted'],
    [
      {
        ...failed,
        errors: [{ ...field('body', 'custom'), message: 'body is too long (maximum is 65536 characters)' }],
      },
      'body is too long (maximum is 65536 characters)',
    ],
    [
      { message: 'Draft pull requests are not supported in this repository.' },
      'Draft pull requests are not supported in this repository.',
    ],
    [failed, 'Validation Failed'],
    ['<html>', ''],
  ];
  for (const [body, told] of reasons) {
    it(`says GitHub’s reason: ‹${told}›`, async () => {
      gitHub.server.restart(script([none], { status: 422, body }));
      const result = await gitHub.scene.forge.createPullRequest(draft);
      assert.deepEqual(!result.ok && [result.problem.kind, result.problem.detail], ['refused', told]);
    });
  }

  for (const status of [307, 308]) {
    it(`goes where GitHub sends it with ${status}, whole and once`, async () => {
      gitHub.server.restart(({ method, path }) => {
        if (method === 'GET') return none;
        const moved = path === '/repositories/1/pulls';
        return moved ? { status: 201, body: pull() } : { status, headers: { location: '/repositories/1/pulls' } };
      });
      assert.equal(said(await gitHub.scene.forge.createPullRequest(draft)), 'created');
      const [first, second, ...more] = gitHub.server.asked.filter(isWrite);
      assert.deepEqual([first?.body, second?.method, more], [second?.body, 'POST', []]);
    });
  }

  it('sends what was seen, and names the owner of a fork', async () => {
    for (const [owner, repo, sent] of [
      ['acme', 'ledger', { head: 'ledger-split' }],
      ['Acme', 'Ledger', { head: 'ledger-split' }],
      ['ann', 'ledger', { head: 'ann:ledger-split' }],
      ['ann', 'ledger-of-ann', { head: 'ann:ledger-split' }],
      ['acme', 'ledger-fork', { head: 'acme:ledger-split', head_repo: 'ledger-fork' }],
    ] as const) {
      const own = clientAt(gitHub.server.origin);
      gitHub.server.restart(script([none], { status: 201, body: pull() }));
      await own.forge.createPullRequest({ ...draft, head: { owner, repo, name: 'ledger-split' } });
      const { title, body, base } = draft;
      assert.deepEqual(gitHub.server.asked.at(-1)?.body, { title, body, base, draft: false, ...sent });
    }
  });

  it('takes none of another fork of the same owner for its own', async () => {
    const other = pull({ head: { ref: 'ledger-split', label: 'acme:ledger-split', repo: { name: 'ledger-fork' } } });
    gitHub.server.restart(script([{ body: [other] }], { status: 201, body: pull() }));
    assert.equal(said(await gitHub.scene.forge.createPullRequest(draft)), 'created');
  });

  it('finds that of a fork which was renamed', async () => {
    const renamed = pull({
      head: { ref: 'ledger-split', label: 'ann:ledger-split', repo: { name: 'ledger-of-ann' } },
    });
    gitHub.server.restart(script([{ body: [renamed] }], 'reset'));
    const head = { owner: 'ann', repo: 'ledger', name: 'ledger-split' };
    assert.equal(said(await gitHub.scene.forge.createPullRequest({ ...draft, head })), 'found');
  });

  it('is sent once for two clicks', async () => {
    gitHub.server.restart(script([none], { status: 201, body: pull() }));
    await Promise.all([gitHub.scene.forge.createPullRequest(draft), gitHub.scene.forge.createPullRequest(draft)]);
    assert.equal(methods(), 'GET POST');
  });

  it('is looked for after silence', async () => {
    gitHub.server.restart((asked, index) => (isWrite(asked) ? 'silence' : index === 0 ? none : open));
    const result = gitHub.scene.forge.createPullRequest(draft);
    await gitHub.server.arrived(2);
    gitHub.scene.clock.expire();
    assert.deepEqual([said(await result), methods()], ['created', 'GET POST GET']);
  });

  it('is looked for when whoever asked cancels after it was sent', async () => {
    gitHub.server.restart((asked, index) => (isWrite(asked) ? 'silence' : index === 0 ? none : open));
    const controller = new AbortController();
    const result = gitHub.scene.forge.createPullRequest(draft, controller.signal);
    await gitHub.server.arrived(2);
    controller.abort();
    assert.deepEqual([said(await result), methods()], ['created', 'GET POST GET']);
  });

  it('is not sent when it was cancelled before', async () => {
    gitHub.server.restart(script([none], { status: 201, body: pull() }));
    const result = await gitHub.scene.forge.createPullRequest(draft, AbortSignal.abort());
    assert.deepEqual([said(result), gitHub.server.asked.length], ['cancelled', 0]);
  });

  it('is not fooled by an answer that left the filter out', async () => {
    const others = [
      pull({ head: { ref: 'other', label: 'acme:other' } }),
      pull({ head: { ref: 'Ledger-Split', label: 'acme:Ledger-Split' } }),
      pull({ head: { ref: 'ledger-split', label: 'ben:ledger-split' } }),
      pull({ state: 'closed' }),
    ];
    gitHub.server.restart(script([{ body: others }], { status: 201, body: pull() }));
    assert.equal(said(await gitHub.scene.forge.createPullRequest(draft)), 'created');
  });
});
