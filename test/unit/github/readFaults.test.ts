import assert from 'node:assert/strict';
import { found, graphql, pull } from './answers';
import { clientAt, noon, token } from './clientAt';
import { gitHubScene } from './gitHubScene';
import { type Reply, type Script, ScriptedServer } from './scriptedServer';

const branch = { owner: 'acme', repo: 'ledger', name: 'ledger-split' };
const html = `<html><body>${'Bad gateway '.repeat(100)}</body></html>`;
const seconds = (count: number) => noon + count * 1000;

describe('A read that GitHub does not answer well', () => {
  const gitHub = gitHubScene();

  /** The problem of looking for a pull request, in the words that matter. */
  async function look(script: Script) {
    gitHub.server.restart(script);
    const result = await gitHub.scene.forge.openPullRequest(branch);
    if (result.ok) return { ...result, kind: 'ok', requests: gitHub.server.asked.length };
    return { ...result.problem, requests: gitHub.server.asked.length };
  }

  const said = (message: string) => ({ message, documentation_url: 'https://docs.github.com' });
  const statuses: readonly [what: string, reply: Reply, expected: Readonly<Record<string, unknown>>][] = [
    ['401', { status: 401, body: said('Bad credentials') }, { kind: 'signed-out', remedy: 'sign-in', requests: 1 }],
    [
      '403',
      { status: 403, body: said('Must have push access') },
      { kind: 'forbidden', detail: 'Must have push access' },
    ],
    ['404', { status: 404, body: said('Not Found') }, { kind: 'not-found', remedy: 'check-name', requests: 1 }],
    ['409', { status: 409, body: said('Git Repository is empty.') }, { kind: 'conflict', requests: 1 }],
    ['410', { status: 410, body: said('Gone') }, { kind: 'not-found', requests: 1 }],
    [
      'a tab that is turned off',
      { status: 410, body: said('Issues are disabled for this repo') },
      { kind: 'refused', remedy: 'none', requests: 1 },
    ],
    ['451', { status: 451, body: said('Repository access blocked') }, { kind: 'forbidden', requests: 1 }],
    ['418', { status: 418, body: said('') }, { kind: 'refused', detail: '', requests: 1 }],
    ['500', { status: 500, body: said('Server Error') }, { kind: 'server', remedy: 'try-later', requests: 4 }],
    [
      'a page of HTML with 502',
      { status: 502, headers: { 'content-type': 'text/html' }, body: html },
      { kind: 'server', detail: '', requests: 4 },
    ],
    ['503', { status: 503 }, { kind: 'server', requests: 4 }],
    ['504', { status: 504 }, { kind: 'server', requests: 4 }],
    ['a connection that is reset', 'reset', { kind: 'offline', remedy: 'check-network', requests: 1 }],
    ['a body that is cut off', { body: '[{"number"', promised: 4_000 }, { kind: 'offline', requests: 1 }],
  ];
  for (const [what, reply, expected] of statuses) {
    it(`${what} is ${expected.kind}`, async () => {
      const problem = await look(() => reply);
      for (const [key, value] of Object.entries(expected))
        assert.equal(problem[key as keyof typeof problem], value, key);
    });
  }

  it('a server that comes back while it is tried again is no problem', async () => {
    const { kind, requests } = await look((_, index) => (index < 2 ? { status: 502 } : { body: [pull()] }));
    assert.deepEqual([kind, requests], ['ok', 3]);
  });

  it('no network is offline', async () => {
    const gone = await ScriptedServer.start(() => 'reset');
    const { origin } = gone;
    await gone.stop();
    const result = await clientAt(origin).forge.openPullRequest(branch);
    assert.deepEqual(!result.ok && [result.problem.kind, result.problem.detail], ['offline', 'ECONNREFUSED']);
  });

  it('silence is offline after the deadline', async () => {
    gitHub.server.restart(() => 'silence');
    const result = gitHub.scene.forge.openPullRequest(branch);
    await gitHub.server.arrived(1);
    gitHub.scene.clock.expire();
    const ended = await result;
    assert.deepEqual(!ended.ok && [ended.problem.kind, ended.problem.detail], ['offline', 'timeout']);
  });

  it('whoever cancels waits no longer', async () => {
    gitHub.server.restart(() => 'silence');
    const controller = new AbortController();
    const result = gitHub.scene.forge.openPullRequest(branch, controller.signal);
    await gitHub.server.arrived(1);
    controller.abort();
    const ended = await result;
    assert.equal(!ended.ok && ended.problem.kind, 'cancelled');
  });

  it('nobody signed in sends nothing', async () => {
    gitHub.scene.session = null;
    const { kind, requests } = await look(() => ({ body: [pull()] }));
    assert.deepEqual([kind, requests], ['signed-out', 0]);
  });

  describe('with single sign-on', () => {
    const pages: readonly [header: string, page: string | null][] = [
      ['required; url=https://github.test/orgs/acme/sso?a=b', 'https://github.test/orgs/acme/sso?a=b'],
      ['required; url=https://evil.test/orgs/acme/sso', null],
      ['required; url=http://github.test/orgs/acme/sso', null],
      ['required; url=command:workbench.action.quit', null],
      ['required; url=https://github.test@evil.test/', null],
      ['partial-results; organizations=1', null],
    ];
    for (const [header, page] of pages) {
      it(`${header} leads to ${page}`, async () => {
        const problem = await look(() => ({ status: 403, headers: { 'x-github-sso': header }, body: said('SSO') }));
        assert.deepEqual('page' in problem && [problem.kind, problem.page], ['forbidden', page]);
      });
    }
  });

  describe('for a reason that GitHub names', () => {
    const field = (text: string) => ({ message: 'Validation Failed', errors: [{ message: text }] });
    const invalid = (name: string) => ({ message: 'Validation Failed', errors: [{ field: name, code: 'invalid' }] });
    const reasons: readonly [status: number, body: object, kind: string, remedy: string][] = [
      [422, field('Draft pull requests are not supported in this repository.'), 'refused', 'create-ready'],
      [422, field('No commits between main and led-42'), 'refused', 'push'],
      [422, invalid('head'), 'refused', 'push'],
      [422, invalid('base'), 'refused', 'choose-base'],
      [422, field('body is too long (maximum is 65536 characters)'), 'refused', 'mend-text'],
      [422, field('was submitted too quickly'), 'refused', 'try-later'],
      [422, field('Reviews may only be requested from collaborators.'), 'refused', 'none'],
      [409, said('Git Repository is empty.'), 'conflict', 'push'],
      [403, said('Repository was archived so is read-only.'), 'refused', 'none'],
      [403, said('Unable to create comment because issue is locked.'), 'refused', 'none'],
      [
        403,
        said('… the `acme` organization has enabled OAuth App access restrictions, meaning …'),
        'forbidden',
        'ask-for-approval',
      ],
      [403, said('… the `acme` organization has an IP allow list enabled, and …'), 'forbidden', 'check-network'],
      [403, said('Resource protected by organization SAML enforcement.'), 'forbidden', 'sign-on'],
      [403, said('Resource not accessible by integration'), 'forbidden', 'ask-for-access'],
    ];
    for (const [status, body, kind, remedy] of reasons) {
      it(`says what helps: ${JSON.stringify(body).slice(0, 110)}`, async () => {
        const problem = await look(() => ({ status, body }));
        assert.deepEqual('remedy' in problem && [problem.kind, problem.remedy], [kind, remedy]);
      });
    }
  });

  describe('that sets a limit', () => {
    const limits: readonly [what: string, status: number, headers: Readonly<Record<string, string>>, until: number][] =
      [
        ['a time', 429, { 'retry-after': '30' }, seconds(30)],
        ['a time with 403', 403, { 'retry-after': '30' }, seconds(30)],
        ['a negative time', 429, { 'retry-after': '-1' }, seconds(1)],
        ['a time beyond all timers', 429, { 'retry-after': '1000000000000' }, seconds(3_600)],
        ['a word', 429, { 'retry-after': 'soon' }, seconds(60)],
        [
          'a date',
          429,
          { date: 'Fri, 20 Nov 2026 12:00:00 GMT', 'retry-after': 'Fri, 20 Nov 2026 12:01:30 GMT' },
          seconds(90),
        ],
        [
          'a reset',
          403,
          { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds(90) / 1000) },
          seconds(90),
        ],
        ['a reset in the past', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, seconds(1)],
        ['a reset that is no number', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'x' }, seconds(60)],
        ['nothing', 429, {}, seconds(60)],
      ];
    const date = { date: new Date(noon).toUTCString() };
    for (const [what, status, headers, until] of limits) {
      it(`by ${what}, waits between a second and an hour`, async () => {
        const problem = await look(() => ({ status, headers: { ...date, ...headers }, body: said('limited') }));
        assert.deepEqual('until' in problem && [problem.kind, problem.until, problem.requests], [
          'rate-limited',
          until,
          1,
        ]);
      });
    }

    it('by a reset, goes by the server’s clock where ours is a day off', async () => {
      for (const drift of [-86_400, 86_400]) {
        gitHub.renew();
        gitHub.scene.clock.wall = noon + drift * 1000;
        const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds(90) / 1000) };
        const problem = await look(() => ({ status: 403, headers: { ...date, ...reset } }));
        assert.equal('until' in problem && problem.until, gitHub.scene.clock.wall + 90_000);
      }
    });

    it('is asked nothing until then, whatever the wall clock does, and then again', async () => {
      await look(() => ({ status: 429, headers: { 'retry-after': '30' } }));
      gitHub.scene.clock.wall += 86_400_000;
      assert.deepEqual((({ kind, requests }) => [kind, requests])(await look(() => ({ body: [] }))), [
        'rate-limited',
        0,
      ]);
      gitHub.scene.clock.pass(31);
      assert.deepEqual((({ kind, requests }) => [kind, requests])(await look(() => ({ body: [] }))), ['ok', 1]);
    });

    it('for one account is none for another', async () => {
      await look(() => ({ status: 429, headers: { 'retry-after': '30' } }));
      gitHub.scene.session = { account: 'ben', token: 'ghp_other' };
      assert.equal((await look(() => ({ body: [] }))).kind, 'ok');
    });

    it('and names no time, is left alone twice as long each time', async () => {
      const waits: number[] = [];
      for (let round = 0; round < 4; round += 1) {
        const problem = await look(() => ({ status: 403, body: said('You have exceeded a secondary rate limit') }));
        if ('until' in problem && problem.until !== null)
          waits.push(Math.round((problem.until - gitHub.scene.clock.now()) / 1000));
        gitHub.scene.clock.pass(3_601);
      }
      assert.deepEqual(waits, [60, 120, 240, 480]);
    });

    for (const type of ['RATE_LIMITED', 'RATE_LIMIT']) {
      it(`in GraphQL as ${type} is known as one, and nothing is asked until it ends`, async () => {
        const errors = [{ type, message: 'API rate limit exceeded' }];
        const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds(90) / 1000) };
        gitHub.server.restart(() => ({ headers: { ...date, ...reset }, body: { errors } }));
        const result = await gitHub.scene.forge.myWork();
        assert.deepEqual(!result.ok && [result.problem.kind, result.problem.until], ['rate-limited', seconds(90)]);
        await gitHub.scene.forge.myWork();
        assert.equal(gitHub.server.asked.length, 1);
      });
    }
  });

  describe('in GraphQL', () => {
    const errors: readonly [type: string, kind: string][] = [
      ['NOT_FOUND', 'not-found'],
      ['INSUFFICIENT_SCOPES', 'forbidden'],
      ['SOMETHING', 'server'],
    ];
    for (const [type, kind] of errors) {
      it(`${type} is ${kind}, and half an answer none`, async () => {
        gitHub.server.restart(() => ({ body: { data: { mine: null }, errors: [{ type, message: 'It is so' }] } }));
        const result = await gitHub.scene.forge.myWork();
        assert.deepEqual(!result.ok && [result.problem.kind, result.problem.detail], [kind, 'It is so']);
      });
    }

    it('single sign-on leads to its page', async () => {
      const page = 'https://github.test/orgs/acme/sso?a=b';
      const errors = [{ type: 'FORBIDDEN', extensions: { saml_failure: true }, message: 'SAML enforcement' }];
      gitHub.server.restart(() => ({
        headers: { 'x-github-sso': `required; url=${page}` },
        body: { data: { mine: null }, errors },
      }));
      const result = await gitHub.scene.forge.myWork();
      assert.deepEqual(!result.ok && [result.problem.kind, result.problem.remedy, result.problem.page], [
        'forbidden',
        'sign-on',
        page,
      ]);
    });

    it('a reset is offline', async () => {
      gitHub.server.restart(() => 'reset');
      const result = await gitHub.scene.forge.myWork();
      assert.deepEqual([!result.ok && result.problem.kind, gitHub.server.asked.length], ['offline', 1]);
    });

    it('"Something went wrong" is tried again', async () => {
      const errors = [{ message: 'Something went wrong while executing your query.' }];
      const nothing = { mine: found(), reviews: found(), joined: found() };
      gitHub.server.restart((_, index) => (index === 0 ? { body: { errors } } : graphql(nothing)));
      const result = await gitHub.scene.forge.myWork();
      assert.deepEqual([result.ok, gitHub.server.asked.length], [true, 2]);
    });
  });

  it('writes no name, no token and no text into the log', async () => {
    for (const reply of [{ status: 403, body: said('acme ledger') }, 'reset', { body: { secret: token } }] as const) {
      await look(() => reply);
    }
    await look(() => ({ headers: { 'x-github-request-id': 'AB12:34' }, body: [pull()] }));
    gitHub.server.restart(() => 'reset');
    await gitHub.scene.forge.myWork();
    assert.deepEqual(gitHub.scene.lines, [
      'GET /repos/{owner}/{repo}/pulls 403',
      'GET /repos/{owner}/{repo}/pulls: GitHub was not reached: offline (UND_ERR_SOCKET)',
      'GET /repos/{owner}/{repo}/pulls 200',
      'GET /repos/{owner}/{repo}/pulls: the answer is not a list of at most 100',
      'GET /repos/{owner}/{repo}/pulls 200 AB12:34',
      'POST /graphql: GitHub was not reached: offline (UND_ERR_SOCKET)',
    ]);
  });

  it('asks at GraphQL’s own place on a server of one’s own', async () => {
    const own = clientAt(`${gitHub.server.origin}/api/v3`);
    gitHub.server.restart(() => ({ status: 404 }));
    await own.forge.myWork();
    await own.forge.openPullRequest(branch);
    assert.deepEqual(
      gitHub.server.asked.map(({ path }) => path),
      ['/api/graphql', '/api/v3/repos/acme/ledger/pulls'],
    );
  });
});
