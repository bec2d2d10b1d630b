import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type HostKind, hostRules } from '../../../src/core/permalinks/hostRules';
import { permalink } from '../../../src/core/permalinks/permalink';
import { repositoryHost } from '../../../src/core/permalinks/repositoryHost';

/** Put together here, so that no scanner takes it for one that is in use. */
const login = ['ann', 's3cret'].join(':');
const commit = '0123456789abcdef0123456789abcdef01234567';

describe('repositoryHost', () => {
  const pages: readonly (readonly [remote: string, kind: HostKind, page: string])[] = [
    ['https://github.com/Acme/Ledger.git', 'github', 'https://github.com/Acme/Ledger'],
    ['git@github.com:acme/ledger.git', 'github', 'https://github.com/acme/ledger'],
    ['ssh://git@ssh.github.com:443/acme/ledger.git', 'github', 'https://github.com/acme/ledger'],
    ['git@github.com-work:acme/ledger.git', 'github', 'https://github.com/acme/ledger'],
    ['http://gitlab/acme/ledger.git', 'gitlab', 'http://gitlab/acme/ledger'],
    ['git://github.com/acme/ledger', 'github', 'https://github.com/acme/ledger'],
    [`https://${login}@github.com/acme/ledger/`, 'github', 'https://github.com/acme/ledger'],
    ['git@github.acme.example:team/ledger', 'github', 'https://github.acme.example/team/ledger'],
    ['https://acme.ghe.com/team/ledger', 'github', 'https://acme.ghe.com/team/ledger'],
    ['git@gitlab.com:acme/money/core/ledger.git', 'gitlab', 'https://gitlab.com/acme/money/core/ledger'],
    ['ssh://git@altssh.gitlab.com:443/acme/ledger.git', 'gitlab', 'https://gitlab.com/acme/ledger'],
    ['https://gitlab.acme.example:8443/a/ledger.git', 'gitlab', 'https://gitlab.acme.example:8443/a/ledger'],
    ['ssh://git@gitlab.acme.example:2222/a/ledger.git', 'gitlab', 'https://gitlab.acme.example/a/ledger'],
    ['http://gitlab.acme.example/a/ledger.git', 'gitlab', 'http://gitlab.acme.example/a/ledger'],
    ['git@bitbucket.org:acme/ledger.git', 'bitbucket', 'https://bitbucket.org/acme/ledger'],
    ['https://ann@bitbucket.org/acme/ledger.git', 'bitbucket', 'https://bitbucket.org/acme/ledger'],
    [
      'ssh://git@bitbucket.acme.example:7999/PAY/ledger.git',
      'bitbucket-server',
      'https://bitbucket.acme.example/projects/PAY/repos/ledger',
    ],
    [
      'https://code.acme.example/stash/scm/~ann/ledger.git',
      'bitbucket-server',
      'https://code.acme.example/stash/users/ann/repos/ledger',
    ],
    ['git@ssh.dev.azure.com:v3/acme/Money/ledger', 'azure', 'https://dev.azure.com/acme/Money/_git/ledger'],
    [
      'https://acme@dev.azure.com/acme/My%20Money/_git/ledger',
      'azure',
      'https://dev.azure.com/acme/My%20Money/_git/ledger',
    ],
    ['https://dev.azure.com/acme/_git/ledger', 'azure', 'https://dev.azure.com/acme/ledger/_git/ledger'],
    ['https://acme.visualstudio.com/Money/_git/ledger', 'azure', 'https://dev.azure.com/acme/Money/_git/ledger'],
    [
      'https://acme.visualstudio.com/DefaultCollection/Money/_git/ledger',
      'azure',
      'https://dev.azure.com/acme/Money/_git/ledger',
    ],
    ['acme@vs-ssh.visualstudio.com:v3/acme/Money/ledger', 'azure', 'https://dev.azure.com/acme/Money/_git/ledger'],
    [
      'https://tfs.acme.example/tfs/Main/Money/_git/ledger',
      'azure',
      'https://tfs.acme.example/tfs/Main/Money/_git/ledger',
    ],
    ['https://git.sr.ht/~ann/ledger', 'sourcehut', 'https://git.sr.ht/~ann/ledger'],
    ['git@git.sr.ht:~ann/ledger', 'sourcehut', 'https://git.sr.ht/~ann/ledger'],
    ['https://codeberg.org/acme/ledger.git', 'gitea', 'https://codeberg.org/acme/ledger'],
    ['git@forgejo.acme.example:acme/ledger.git', 'gitea', 'https://forgejo.acme.example/acme/ledger'],
    ['https://gitea.acme.example:3000/acme/ledger', 'gitea', 'https://gitea.acme.example:3000/acme/ledger'],
  ];
  for (const [remote, kind, page] of pages) {
    it(`finds ${remote}`, () => assert.deepEqual(repositoryHost(remote), { kind, page }));
  }

  const nowhere: readonly (readonly [why: string, remote: string])[] = [
    ['a folder', '/srv/git/ledger.git'],
    ['a folder on Windows', 'C:\\git\\ledger'],
    ['a file URL', 'file:///srv/git/ledger.git'],
    ['another transport', 'ext::sh -c evil'],
    ['a host that does not say what it runs', 'git@git.acme.example:a/ledger.git'],
    ['a host named like one', 'git@mygithubby.example:a/ledger.git'],
    ['a name of the ssh configuration', 'git@github-work:acme/ledger.git'],
    ['an owner alone', 'https://github.com/acme'],
    ['a path above the root', 'https://gitlab.com/acme/%2e%2e/ledger'],
    ['a slash in a name', 'https://gitlab.com/acme/a%2Fb'],
    ['broken encoding', 'https://gitlab.com/acme/%zz'],
    ['a page deeper than repositories are', 'https://github.com/acme/ledger/issues'],
    ['an organisation that only the login says', 'ssh://acme@vs-ssh.visualstudio.com:22/Money/_ssh/ledger'],
    ['the same in the oldest form', 'ssh://acme@vs-ssh.visualstudio.com/DefaultCollection/Money/_ssh/ledger'],
    ['nothing', ''],
  ];
  for (const [why, remote] of nowhere) {
    it(`gives no page for ${why}`, () => assert.equal(repositoryHost(remote), null));
  }

  it('takes the team at its word for a host', () => {
    const known = new Map([['git.acme.example', 'gitlab' as const]]);
    assert.equal(repositoryHost('git@git.acme.example:a/b/c.git', known)?.page, 'https://git.acme.example/a/b/c');
  });

  it('never tells a password, and gives only addresses that are whole, whatever the remote', () => {
    const host = fc.constantFrom('github.com', 'gitlab.com', 'bitbucket.org', 'dev.azure.com', 'codeberg.org');
    const remotes = fc
      .tuple(host, fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 5 }))
      .map(([name, path]) => `https://${login}@${name}/${path.join('/')}`);
    fc.assert(
      fc.property(fc.oneof(remotes, fc.string({ unit: 'binary' })), (remote) => {
        const page = repositoryHost(remote)?.page ?? 'https://none';
        assert.match(page, /^https?:\/\/[a-z0-9.:-]+(?:\/[\w.~%-]+)*$/);
        assert.ok(!page.includes('s3cret@'));
      }),
    );
  });
});

describe('permalink', () => {
  const lines = { first: 3, last: 9 };
  const one = { first: 3, last: 3 };
  const path = 'src/a b/x(1).ts';
  const encoded = 'src/a%20b/x%281%29.ts';
  const cases: Readonly<Record<HostKind, readonly [range: string, single: string]>> = {
    github: [`/blob/${commit}/${encoded}#L3-L9`, `/blob/${commit}/${encoded}#L3`],
    gitlab: [`/-/blob/${commit}/${encoded}#L3-9`, `/-/blob/${commit}/${encoded}#L3`],
    bitbucket: [`/src/${commit}/${encoded}#lines-3:9`, `/src/${commit}/${encoded}#lines-3`],
    'bitbucket-server': [`/browse/${encoded}?at=${commit}#3-9`, `/browse/${encoded}?at=${commit}#3`],
    azure: [
      `?path=%2F${encoded.replaceAll('/', '%2F')}&version=GC${commit}&line=3&lineEnd=10&lineStartColumn=1&lineEndColumn=1&lineStyle=plain&_a=contents`,
      `?path=%2F${encoded.replaceAll('/', '%2F')}&version=GC${commit}&line=3&lineEnd=4&lineStartColumn=1&lineEndColumn=1&lineStyle=plain&_a=contents`,
    ],
    sourcehut: [`/tree/${commit}/item/${encoded}#L3-9`, `/tree/${commit}/item/${encoded}#L3`],
    gitea: [`/src/commit/${commit}/${encoded}#L3-L9`, `/src/commit/${commit}/${encoded}#L3`],
  };
  for (const { kind } of hostRules) {
    it(`writes what ${kind} understands`, () => {
      const host = { kind, page: 'https://h.example/a/b' };
      const [range, single] = cases[kind];
      assert.equal(permalink(host, { commit, path, lines }), host.page + range);
      assert.equal(permalink(host, { commit, path, lines: one }), host.page + single);
    });
  }

  it('asks for the source of documents, which are shown without lines', () => {
    const github = { kind: 'github', page: 'https://github.com/a/b' } as const;
    assert.match(permalink(github, { commit, path: 'docs/A.MD', lines: one }), /A\.MD\?plain=1#L3$/);
    assert.match(permalink(github, { commit, path: 'docs/A.MD', lines: null }), /A\.MD$/);
  });

  const names: readonly (readonly [why: string, path: string, encoded: string])[] = [
    ['a space', 'My Docs/a b.ts', 'My%20Docs/a%20b.ts'],
    ['a number sign', 'c#/a#L9.cs', 'c%23/a%23L9.cs'],
    ['a question mark', 'why?.ts', 'why%3F.ts'],
    ['a percent sign', '100%/a%20b.ts', '100%25/a%2520b.ts'],
    ['letters beyond ASCII', 'naïve/日本.ts', 'na%C3%AFve/%E6%97%A5%E6%9C%AC.ts'],
    ['brackets, as routes have', 'app/[id]/(shop)/page.tsx', 'app/%5Bid%5D/%28shop%29/page.tsx'],
    ['an at sign, a plus and an ampersand', '@acme/a+b&c.ts', '%40acme/a%2Bb%26c.ts'],
    ['a backslash in its name', 'a\\b.ts', 'a%5Cb.ts'],
  ];
  for (const [why, written, escaped] of names) {
    it(`leads to a file with ${why} at every host`, () => {
      for (const { kind } of hostRules) {
        const url = permalink({ kind, page: 'https://h.example/a' }, { commit, path: written, lines });
        const shown = kind === 'azure' ? escaped.replaceAll('/', '%2F') : escaped;
        assert.ok(url.includes(`${shown}`), url);
        const { pathname, searchParams } = new URL(url);
        const read = kind === 'azure' ? (searchParams.get('path') ?? '') : decodeURIComponent(pathname);
        assert.ok(read.endsWith(`/${written}`), read);
      }
    });
  }

  it('reaches deep into a long file', () => {
    const host = { kind: 'github', page: 'https://github.com/a/b' } as const;
    const deep = { commit, path: 'a.sql', lines: { first: 120_345, last: 121_000 } };
    assert.ok(permalink(host, deep).endsWith('/a.sql#L120345-L121000'));
  });

  it('can be no more than one address, whatever the file is called', () => {
    const kinds = fc.constantFrom(...hostRules.map(({ kind }) => kind));
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'binary', minLength: 1 }), (kind, name) => {
        const url = permalink({ kind, page: 'https://h.example/a' }, { commit, path: name, lines });
        assert.match(url, /^https:\/\/h\.example\/a[\w/.~%?&=#:-]+$/);
      }),
    );
  });
});
