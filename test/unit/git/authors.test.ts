import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMachine, noreplyLogin } from '../../../src/core/activity/machines';
import { groupAuthors, recentAuthors, type Signature } from '../../../src/git/authors';
import { findRepository } from '../../../src/git/repository';
import { GitUnanswered } from '../../../src/git/result';
import { GitRunner } from '../../../src/git/runner';
import { TemporaryRepository } from '../support/temporaryRepository';
import { gitHost } from './gitHost';

const signature = (written: string, commits = 1): Signature => {
  const [, name = '', address = ''] = /^(.*?) ?<(.*)>$/.exec(written) ?? [];
  return { name, address, commits, last: 0 };
};
const groups = (...written: readonly string[]) => groupAuthors(written.map((text) => signature(text))).authors;

describe('groupAuthors', () => {
  const cases: readonly { readonly why: string; readonly written: readonly string[]; readonly people: number }[] = [
    { why: 'one address in two letter cases', written: ['Ann <Ann@Example.com>', 'ann <ann@example.com>'], people: 1 },
    {
      why: 'one full name with two addresses',
      written: ['Ann Lee <a@work.example>', 'Ann  Lee <a@home.example>'],
      people: 1,
    },
    { why: 'one word as a name', written: ['Tom <tom@a.example>', 'Tom <tom@b.example>'], people: 2 },
    {
      why: 'the login of a noreply address in both forms',
      written: ['annlee <7+annlee@users.noreply.github.com>', 'Ann <annlee@users.noreply.github.com>'],
      people: 1,
    },
    {
      why: 'a chain over a name and an address',
      written: ['Ann Lee <a@a.example>', 'al <a@b.example>', 'Ann Lee <a@b.example>'],
      people: 1,
    },
    { why: 'nobody shares an empty address', written: ['Ann Lee <>', 'Tom Beck <>'], people: 2 },
  ];
  for (const { why, written, people } of cases) {
    it(`makes ${people} of ${why}`, () => assert.equal(groups(...written).length, people));
  }

  it('names a person by most of the commits, and counts all of them', () => {
    const { authors } = groupAuthors([
      signature('al <a@home.example>', 2),
      signature('Ann Lee <a@home.example>', 3),
      signature('Ann Lee <9+annlee@users.noreply.github.com>', 4),
    ]);
    assert.deepEqual(authors, [
      {
        name: 'Ann Lee',
        addresses: ['9+annlee@users.noreply.github.com', 'a@home.example'],
        login: 'annlee',
        commits: 9,
      },
    ]);
  });

  it('puts everybody into exactly one group, whatever the order', () => {
    const names = fc.constantFrom('Ann Lee', 'ann lee', 'Tom', 'Tom Beck', '');
    const addresses = fc.constantFrom('a@x', 'A@x', 't@x', '1+t@users.noreply.github.com', '');
    const lists = fc.array(fc.record({ name: names, address: addresses, commits: fc.nat(9), last: fc.nat(9) }));
    fc.assert(
      fc.property(lists, (list) => {
        const { authors } = groupAuthors(list);
        const somebody = list.filter(({ name, address }) => name + address !== '');
        const total = somebody.reduce((sum, { commits }) => sum + commits, 0);
        assert.equal(
          authors.reduce((sum, { commits }) => sum + commits, 0),
          total,
        );
        const all = authors.flatMap((author) => author.addresses);
        assert.equal(new Set(all).size, all.length);
        assert.equal(groupAuthors([...list].reverse()).authors.length, authors.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('isMachine', () => {
  for (const written of [
    'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
    'Renovate Bot <bot@renovateapp.com>',
    'Claude <noreply@anthropic.com>',
    'GitHub <noreply@github.com>',
    'Release Train <do-not-reply@ci.example.com>',
    'Release Train <donotreply@ci.example.com>',
    'Copilot Autofix powered by AI <175728472+Copilot@users.noreply.github.com>',
    'Copilot <copilot@github.com>',
    'semantic-release-bot <semantic@example.com>',
    'github-actions <actions@github.com>',
  ]) {
    it(`leaves out ${written}`, () => {
      const { name, address } = signature(written);
      assert.ok(isMachine(name, address));
    });
  }

  for (const written of [
    'Ann Lee <12+annlee@users.noreply.github.com>',
    'Talbot <talbot@example.com>',
    'Noreen Plya <noreenplya@example.com>',
    'Actions Jackson <no-reply@users.noreply.gitlab.com>',
  ]) {
    it(`keeps ${written}`, () => {
      const { name, address } = signature(written);
      assert.ok(!isMachine(name, address));
    });
  }

  it('reads a login only from a noreply address', () => {
    assert.equal(noreplyLogin('12345+Ann-Lee@users.noreply.github.com'), 'ann-lee');
    assert.equal(noreplyLogin('ann@users.noreply.example.org'), 'ann');
    assert.equal(noreplyLogin('ann@example.org'), null);
    assert.equal(noreplyLogin('a b@users.noreply.github.com'), null);
  });
});

describe('recentAuthors', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = TemporaryRepository.create();
  });
  afterEach(() => repository.dispose());

  const since = Date.parse('2026-01-01T00:00:00Z') / 1000;

  async function recent(trusted = true) {
    const place = await findRepository(repository.root);
    assert.ok(place.ok);
    return recentAuthors(new GitRunner(gitHost({ isTrusted: () => trusted })), place.repository, since);
  }

  function commitAs(written: string, date = '2026-05-01T12:00:00Z', message = 'work', committed = date) {
    const { name, address } = signature(written);
    const env = {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: address,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: committed,
    };
    repository.git('add', '--all');
    repository.gitWith(env, 'commit', '--quiet', '--allow-empty', `--message=${message}`);
  }

  it('follows the mailmap, also for co-authors', async () => {
    repository.write('.mailmap', 'Ann Lee <ann@new.example> <ann@old.example>\n');
    commitAs('ann <ann@old.example>');
    commitAs('Tom Beck <tom@x.example>', undefined, 'pair\n\nCo-authored-by: annie <ann@old.example>');
    const { authors } = await recent();
    assert.deepEqual(
      authors.map(({ name, addresses, commits }) => ({ name, addresses, commits })),
      [
        { name: 'Ann Lee', addresses: ['ann@new.example'], commits: 2 },
        { name: 'Tom Beck', addresses: ['tom@x.example'], commits: 1 },
      ],
    );
  });

  it('finds co-authors who never committed, and leaves bots, agents and odd trailers out', async () => {
    const message = [
      'work',
      '',
      'Co-authored-by: Ana Souza <ana@x.example>',
      'Co-authored-by: Claude <noreply@anthropic.com>',
      'Co-authored-by: nobody in particular',
      'Co-Authored-By: Kenji Mori <kenji@x.example>',
    ].join('\n');
    commitAs('Tom Beck <tom@x.example>', undefined, message);
    commitAs('dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>');
    const { authors, machines } = await recent();
    assert.deepEqual(authors.map(({ name }) => name).sort(), ['Ana Souza', 'Kenji Mori', 'Tom Beck']);
    assert.deepEqual(machines, ['Claude', 'dependabot[bot]']);
  });

  it('takes what was committed since, whatever the author date and a wrong clock at the tip say', async () => {
    commitAs('Old Hand <old@x.example>', '2024-01-01T12:00:00Z');
    commitAs('Late Pick <late@x.example>', '2024-06-01T12:00:00Z', 'picked', '2026-03-01T12:00:00Z');
    commitAs('Wrong Clock <clock@x.example>', '2001-01-01T12:00:00Z');
    const { authors, commits, truncated } = await recent();
    assert.deepEqual(
      authors.map(({ name }) => name),
      ['Late Pick'],
    );
    assert.equal(commits, 1);
    assert.equal(truncated, false);
  });

  it('sees branches that are not checked out, and a detached HEAD', async () => {
    commitAs('Tom Beck <tom@x.example>');
    repository.git('checkout', '--quiet', '-b', 'side');
    commitAs('Ana Souza <ana@x.example>');
    repository.git('checkout', '--quiet', '--detach', 'main');
    commitAs('Kenji Mori <kenji@x.example>');
    assert.equal((await recent()).authors.length, 3);
  });

  it('is empty before the first commit, and throws where git must not run', async () => {
    assert.deepEqual(await recent(), { authors: [], machines: [], commits: 0, truncated: false });
    await assert.rejects(recent(false), GitUnanswered);
  });
});
