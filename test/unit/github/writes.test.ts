import assert from 'node:assert/strict';
import type { ForgeResult } from '../../../src/core/forge/forgeResult';
import { graphql, pull } from './answers';
import { clientAt, type Scene } from './clientAt';
import { type Asked, type Reply, type Script, ScriptedServer } from './scriptedServer';

const draft = {
  title: 'Split the ledger',
  body: 'Why: too slow.',
  head: { owner: 'acme', repo: 'ledger', name: 'ledger-split' },
  base: 'main',
  isDraft: false,
};

function said(result: ForgeResult<{ readonly how: string }>): string {
  return result.ok ? result.value.how : result.problem.kind;
}

describe('A write to GitHub', () => {
  let server: ScriptedServer;
  let scene: Scene;

  before(async () => {
    server = await ScriptedServer.start(() => 'reset');
  });
  beforeEach(() => {
    scene = clientAt(server.origin, { isPaced: false });
  });
  after(() => server.stop());

  const methods = () => server.asked.map(({ method }) => method).join(' ');
  const isWrite = ({ method, path }: Asked) => method !== 'GET' && path !== '/graphql';
  const writes = () => server.asked.filter(isWrite).length;

  /** One reply for each request of a kind; the last one stays. */
  function script(reads: readonly Reply[], written: Reply): Script {
    let read = 0;
    return (asked) => {
      if (isWrite(asked)) return written;
      read += 1;
      return reads[Math.min(read, reads.length) - 1] ?? 'reset';
    };
  }

  const open = { body: [pull()] };
  const none = { body: [] };
  const exists = { errors: [{ resource: 'PullRequest', code: 'custom', message: 'A pull request already exists.' }] };
  const empty = { errors: [{ message: 'No commits between main and ledger-split' }] };
  const failed = { message: 'Validation Failed' };

  describe('that opens a pull request', () => {
    const cases: readonly [
      what: string,
      reads: readonly Reply[],
      written: Reply,
      expected: string,
      requests: string,
    ][] = [
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
        server.restart(script(reads, written));
        assert.deepEqual([said(await scene.forge.createPullRequest(draft)), methods()], [expected, requests]);
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
        server.restart(script([none], { status: 422, body }));
        const result = await scene.forge.createPullRequest(draft);
        assert.deepEqual(!result.ok && [result.problem.kind, result.problem.detail], ['refused', told]);
      });
    }

    for (const status of [307, 308]) {
      it(`goes where GitHub sends it with ${status}, whole and once`, async () => {
        server.restart(({ method, path }) => {
          if (method === 'GET') return none;
          const moved = path === '/repositories/1/pulls';
          return moved ? { status: 201, body: pull() } : { status, headers: { location: '/repositories/1/pulls' } };
        });
        assert.equal(said(await scene.forge.createPullRequest(draft)), 'created');
        const [first, second, ...more] = server.asked.filter(isWrite);
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
        const own = clientAt(server.origin);
        server.restart(script([none], { status: 201, body: pull() }));
        await own.forge.createPullRequest({ ...draft, head: { owner, repo, name: 'ledger-split' } });
        const { title, body, base } = draft;
        assert.deepEqual(server.asked.at(-1)?.body, { title, body, base, draft: false, ...sent });
      }
    });

    it('takes none of another fork of the same owner for its own', async () => {
      const other = pull({ head: { ref: 'ledger-split', label: 'acme:ledger-split', repo: { name: 'ledger-fork' } } });
      server.restart(script([{ body: [other] }], { status: 201, body: pull() }));
      assert.equal(said(await scene.forge.createPullRequest(draft)), 'created');
    });

    it('finds that of a fork which was renamed', async () => {
      const renamed = pull({
        head: { ref: 'ledger-split', label: 'ann:ledger-split', repo: { name: 'ledger-of-ann' } },
      });
      server.restart(script([{ body: [renamed] }], 'reset'));
      const head = { owner: 'ann', repo: 'ledger', name: 'ledger-split' };
      assert.equal(said(await scene.forge.createPullRequest({ ...draft, head })), 'found');
    });

    it('is sent once for two clicks', async () => {
      server.restart(script([none], { status: 201, body: pull() }));
      await Promise.all([scene.forge.createPullRequest(draft), scene.forge.createPullRequest(draft)]);
      assert.equal(methods(), 'GET POST');
    });

    it('is looked for after silence', async () => {
      server.restart((asked, index) => (isWrite(asked) ? 'silence' : index === 0 ? none : open));
      const result = scene.forge.createPullRequest(draft);
      await server.arrived(2);
      scene.clock.expire();
      assert.deepEqual([said(await result), methods()], ['created', 'GET POST GET']);
    });

    it('is looked for when whoever asked cancels after it was sent', async () => {
      server.restart((asked, index) => (isWrite(asked) ? 'silence' : index === 0 ? none : open));
      const controller = new AbortController();
      const result = scene.forge.createPullRequest(draft, controller.signal);
      await server.arrived(2);
      controller.abort();
      assert.deepEqual([said(await result), methods()], ['created', 'GET POST GET']);
    });

    it('is not sent when it was cancelled before', async () => {
      server.restart(script([none], { status: 201, body: pull() }));
      const result = await scene.forge.createPullRequest(draft, AbortSignal.abort());
      assert.deepEqual([said(result), server.asked.length], ['cancelled', 0]);
    });

    it('is not fooled by an answer that left the filter out', async () => {
      const others = [
        pull({ head: { ref: 'other', label: 'acme:other' } }),
        pull({ head: { ref: 'Ledger-Split', label: 'acme:Ledger-Split' } }),
        pull({ head: { ref: 'ledger-split', label: 'ben:ledger-split' } }),
        pull({ state: 'closed' }),
      ];
      server.restart(script([{ body: others }], { status: 201, body: pull() }));
      assert.equal(said(await scene.forge.createPullRequest(draft)), 'created');
    });
  });

  describe('of a pull request’s text', () => {
    const seen = { title: 'Split the ledger', body: 'Why: the nightly run\nis too slow.' };
    const wanted = { ...seen, body: 'Why: the nightly run takes nine hours.' };
    const change = { seen, wanted };
    const before = { body: pull() };
    const after = { body: pull({ body: wanted.body }) };
    const cases: readonly [
      what: string,
      reads: readonly Reply[],
      written: Reply,
      expected: string,
      requests: string,
    ][] = [
      ['is done, whatever line ends GitHub keeps', [before], after, 'ok', 'GET PATCH'],
      ['is not sent where it says so already', [after], 'reset', 'ok', 'GET'],
      ['leaves alone what somebody changed meanwhile', [{ body: pull({ body: 'Other' }) }], after, 'conflict', 'GET'],
      ['leaves alone what cannot be read', ['reset'], after, 'offline', 'GET'],
      ['that was done before the connection broke is found', [before, after], 'reset', 'ok', 'GET PATCH GET'],
      ['is unknown where it is not there afterwards', [before, before], 'reset', 'unknown-outcome', 'GET PATCH GET'],
      ['is sent once, though GitHub broke', [before, before], { status: 503 }, 'unknown-outcome', 'GET PATCH GET'],
      ['is forbidden to whom may not', [before], { status: 403, body: failed }, 'forbidden', 'GET PATCH'],
    ];
    for (const [what, reads, written, expected, requests] of cases) {
      it(what, async () => {
        server.restart(script(reads, written));
        const result = await scene.forge.updatePullRequest(7, change);
        assert.deepEqual([result.ok ? 'ok' : result.problem.kind, methods()], [expected, requests]);
        if (result.ok) assert.equal(result.value.body, wanted.body);
      });
    }

    it('of nothing is seen as none', async () => {
      server.restart(script([{ body: pull({ body: null }) }], after));
      assert.ok((await scene.forge.updatePullRequest(7, { ...change, seen: { ...seen, body: '' } })).ok);
    });

    const parts: readonly [what: string, now: object, wanted: object, sent: object | null][] = [
      ['the text alone', { title: 'Renamed meanwhile' }, { body: 'New' }, { body: 'New' }],
      ['the title alone', { body: 'Written meanwhile' }, { title: 'Split it' }, { title: 'Split it' }],
      ['both', {}, { title: 'Split it', body: 'New' }, { title: 'Split it', body: 'New' }],
      ['no title that somebody changed meanwhile', { title: 'Renamed' }, { title: 'Split it' }, null],
      ['no text where only its title is as it was', { body: 'Other' }, { title: 'Split it', body: 'New' }, null],
      ['nothing where nothing changes', {}, { title: ' Split the ledger' }, null],
    ];
    for (const [what, now, changes, sent] of parts) {
      it(`sends ${what}`, async () => {
        server.restart((asked) => ({ body: pull({ ...now, ...(isWrite(asked) ? changes : {}) }) }));
        await scene.forge.updatePullRequest(7, { seen, wanted: { ...seen, ...changes } });
        assert.deepEqual(
          server.asked.filter(isWrite).map(({ body }) => body),
          sent ? [sent] : [],
        );
      });
    }
  });

  describe('of an issue', () => {
    const issue = { title: 'Which view?', body: 'Goal: one view.' };
    const posted = { number: 12, title: issue.title, body: 'Goal: one view.\r\n' };
    const cases: readonly [
      what: string,
      reads: readonly Reply[],
      written: Reply,
      expected: string,
      requests: string,
    ][] = [
      ['is done', [], { status: 201, body: posted }, 'created', 'POST'],
      ['that was done before the connection broke is found', [{ body: [posted] }], 'reset', 'created', 'POST GET'],
      ['is sent once, though GitHub broke', [none], { status: 500 }, 'unknown-outcome', 'POST GET'],
      ['is not found where issues are off', [], { status: 410, body: failed }, 'not-found', 'POST'],
    ];
    for (const [what, reads, written, expected, requests] of cases) {
      it(what, async () => {
        server.restart(script(reads, written));
        const result = await scene.forge.createIssue(issue);
        assert.deepEqual([said(result), methods()], [expected, requests]);
        if (result.ok) assert.equal(result.value.item.url, 'https://github.test/acme/ledger/issues/12');
      });
    }
  });

  describe('of a comment', () => {
    const body = '## Handoff\n\n- Next: the view';
    const place = (...nodes: readonly unknown[]) =>
      graphql({ repository: { place: { id: 'I_1', comments: { nodes } } } });
    const own = { databaseId: 99, body: '## Handoff\r\n\r\n- Next: the view', viewerDidAuthor: true };
    const cases: readonly [what: string, replies: readonly Reply[], expected: string][] = [
      ['is done', [{ status: 201, body: { id: 99 } }], 'created'],
      ['that was done before the connection broke is found', ['reset', place(own)], 'created'],
      [
        'is unknown where another wrote the same',
        ['reset', place({ ...own, viewerDidAuthor: false })],
        'unknown-outcome',
      ],
      ['is sent once, though GitHub broke', [{ status: 502 }, place()], 'unknown-outcome'],
    ];
    for (const [what, replies, expected] of cases) {
      it(`on an issue ${what}`, async () => {
        server.restart((_, index) => replies[index] ?? 'reset');
        const result = await scene.forge.comment({ kind: 'issue', number: 12 }, body);
        assert.deepEqual([said(result), writes()], [expected, 1]);
        if (result.ok) assert.equal(result.value.item.url, 'https://github.test/acme/ledger/issues/12#issuecomment-99');
      });
    }

    it('on a discussion is done', async () => {
      const done = graphql({ addDiscussionComment: { comment: { databaseId: 99 } } });
      server.restart((_, index) => (index === 0 ? place() : done));
      const result = await scene.forge.comment({ kind: 'discussion', number: 3 }, body);
      assert.equal(
        result.ok && result.value.item.url,
        'https://github.test/acme/ledger/discussions/3#discussioncomment-99',
      );
    });

    it('on a discussion that is not there is not sent', async () => {
      server.restart(() => graphql({ repository: { place: null } }));
      const result = await scene.forge.comment({ kind: 'discussion', number: 3 }, body);
      assert.deepEqual([said(result), server.asked.length], ['not-found', 1]);
    });
  });

  it('has no NUL and no half of a pair in it, which GitHub cannot read, and emoji as they are', async () => {
    const odd = { title: 'A\0 \ud83d', body: 'naïve 👩‍💻 \udc00\ud83d\0 台帳' };
    const even = { title: 'A \ufffd', body: 'naïve 👩‍💻 \ufffd\ufffd 台帳' };
    const texts = async (write: () => Promise<unknown>, reply: unknown) => {
      server.restart((asked) => (isWrite(asked) ? { status: 201, body: reply } : { body: pull() }));
      await write();
      return server.asked.filter(isWrite).map(({ body }) => {
        const { title = even.title, body: text } = body as Partial<typeof odd>;
        return { title, body: text };
      });
    };
    const seen = { title: pull().title, body: pull().body };
    assert.deepEqual(await texts(() => scene.forge.createIssue(odd), { ...even, number: 1 }), [even]);
    assert.deepEqual(await texts(() => scene.forge.comment({ kind: 'issue', number: 1 }, odd.body), { id: 1 }), [even]);
    assert.deepEqual(await texts(() => scene.forge.updatePullRequest(7, { seen, wanted: odd }), pull()), [even]);
    server.restart(script([none], { status: 201, body: pull() }));
    await scene.forge.createPullRequest({ ...draft, ...odd });
    assert.equal((server.asked.find(isWrite)?.body as typeof odd | undefined)?.body, even.body);
  });

  it('comes a second after another one', async () => {
    const paced = clientAt(server.origin);
    server.restart(() => ({ status: 422 }));
    const start = performance.now();
    await paced.client.write('PATCH /a', {}, () => null);
    await paced.client.write('PATCH /b', {}, () => null);
    assert.ok(performance.now() - start > 950);
  });

  it('is never sent while another is under way', async () => {
    let release = () => {};
    server.restart(({ method, path }) => {
      if (method === 'GET') return none;
      if (path !== '/repos/acme/ledger/issues') return { status: 201, body: { id: 1 } };
      return new Promise((resolve) => {
        release = () => resolve({ status: 422 });
      });
    });
    const first = scene.forge.createIssue({ title: 'A', body: '' });
    await server.arrived(1);
    const second = scene.forge.comment({ kind: 'issue', number: 1 }, 'B');
    // Reads have a lane of their own: by the time that one is answered, the second write would be there.
    await scene.forge.openPullRequest(draft.head);
    assert.equal(writes(), 1);
    const leaver = new AbortController();
    const third = scene.forge.comment({ kind: 'issue', number: 1 }, 'C', leaver.signal);
    leaver.abort();
    assert.equal(said(await third), 'cancelled');
    release();
    assert.deepEqual([said(await first), said(await second), writes()], ['refused', 'created', 2]);
  });

  const unreachable: readonly [what: string, origin: () => Promise<string>][] = [
    [
      'that is not there',
      async () => {
        const gone = await ScriptedServer.start(() => 'reset');
        const { origin } = gone;
        await gone.stop();
        return origin;
      },
    ],
    ['without the encryption it should have', async () => server.origin.replace('http:', 'https:')],
  ];
  for (const [what, origin] of unreachable) {
    it(`to a server ${what} was certainly not done`, async () => {
      server.restart(() => ({ status: 201, body: { id: 1 } }));
      const result = await clientAt(await origin()).forge.comment({ kind: 'issue', number: 1 }, 'B');
      assert.deepEqual([said(result), server.asked.length], ['offline', 0]);
    });
  }
});
