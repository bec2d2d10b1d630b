import assert from 'node:assert/strict';
import fc from 'fast-check';
import { enterpriseHost, gitHubDotCom, repositoryAt } from '../../../src/github/apiHost';

describe('Which GitHub', () => {
  describe('is set', () => {
    const settings: readonly [setting: string | undefined, expected: string][] = [
      [undefined, 'none'],
      ['  ', 'none'],
      ['https://github.com', 'none'],
      ['https://git.acme.example', 'https://git.acme.example/api/v3'],
      ['https://git.acme.example/', 'https://git.acme.example/api/v3'],
      ['https://GIT.acme.example:8443', 'https://git.acme.example:8443/api/v3'],
      ['https://acme.ghe.com', 'https://api.acme.ghe.com'],
      ['https://evil.acme.ghe.com.example', 'https://evil.acme.ghe.com.example/api/v3'],
      ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api/v3'],
      ['http://git.acme.example', 'not-https'],
      ['git.acme.example', 'no-address'],
      ['git@git.acme.example:acme', 'no-address'],
      ['ssh://git.acme.example', 'no-address'],
      ['https://', 'no-address'],
      ['https://git.acme.example/acme', 'has-path'],
      ['https://git.acme.example/?a', 'has-path'],
      ['https://ann:secret@git.acme.example', 'has-path'],
    ];
    for (const [setting, expected] of settings) {
      it(`by ‹${setting}›: ${expected}`, () => {
        const read = enterpriseHost(setting);
        assert.equal(read.kind === 'host' ? read.host.apiUrl : read.kind === 'bad' ? read.reason : 'none', expected);
        if (read.kind === 'bad') assert.equal(read.value, setting);
      });
    }
  });

  describe('a remote is at', () => {
    const own = enterpriseHost('https://git.acme.example:8443');
    const known = [gitHubDotCom, ...(own.kind === 'host' ? [own.host] : [])];
    const remotes: readonly [remote: string, expected: string | null][] = [
      ['https://github.com/acme/ledger.git', 'https://api.github.com acme ledger'],
      ['https://github.com/acme/ledger', 'https://api.github.com acme ledger'],
      ['https://github.com/acme/ledger/', 'https://api.github.com acme ledger'],
      ['https://ann:token@github.com/acme/ledger.git', 'https://api.github.com acme ledger'],
      ['https://www.github.com/acme/ledger', 'https://api.github.com acme ledger'],
      ['https://GitHub.com/Acme/Ledger', 'https://api.github.com Acme Ledger'],
      ['git@github.com:acme/ledger.git', 'https://api.github.com acme ledger'],
      ['github.com:acme/ledger', 'https://api.github.com acme ledger'],
      ['ssh://git@github.com/acme/ledger.git', 'https://api.github.com acme ledger'],
      ['ssh://git@ssh.github.com:443/acme/ledger.git', 'https://api.github.com acme ledger'],
      ['git://github.com/acme/ledger.git', 'https://api.github.com acme ledger'],
      ['git@github.com:ann_acme/my.dot-files_2.git', 'https://api.github.com ann_acme my.dot-files_2'],
      ['https://git.acme.example:8443/acme/ledger', 'https://git.acme.example:8443/api/v3 acme ledger'],
      ['git@git.acme.example:acme/ledger', 'https://git.acme.example:8443/api/v3 acme ledger'],
      ['https://evil.test/acme/ledger', null],
      ['https://github.com.evil.test/acme/ledger', null],
      ['https://github.com@evil.test/acme/ledger', null],
      ['https://api.github.com/acme/ledger', null],
      ['https://github.com/../..', null],
      ['https://github.com/acme/..', null],
      ['git@github.com:../..', null],
      ['git@github.com:acme/..', null],
      ['git@github.com:acme/ledger/more', null],
      ['git@github.com:-acme/ledger', null],
      ['git@github.com:acme/led%2fger', null],
      ['https://github.com/acme', null],
      ['constructor:acme/ledger', null],
      ['/srv/git/ledger.git', null],
      ['../ledger', null],
      ['C:\\work\\ledger', null],
      ['file:///srv/git/ledger.git', null],
      ['ext::sh -c touch% x', null],
      ['', null],
    ];
    for (const [remote, expected] of remotes) {
      it(`‹${remote}›: ${expected}`, () => {
        const at = repositoryAt(remote, known);
        assert.equal(at && `${at.apiUrl} ${at.owner} ${at.repo}`, expected);
      });
    }

    it('a known one or none, and names that stay in their place, for any remote', () => {
      const any = fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.tuple(fc.string(), fc.string()).map(([a, b]) => `git@github.com:${a}/${b}`),
      );
      fc.assert(
        fc.property(any, (remote) => {
          const at = repositoryAt(remote, known);
          if (!at) return;
          const { origin, pathname } = new URL(`${at.apiUrl}/repos/${at.owner}/${at.repo}`);
          assert.ok(known.some(({ apiUrl }) => new URL(apiUrl).origin === origin));
          assert.ok(pathname.endsWith(`/repos/${at.owner}/${at.repo}`));
        }),
        { numRuns: 2_000 },
      );
    });
  });
});
