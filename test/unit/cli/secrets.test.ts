import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { TemporaryRepository } from '../support/temporaryRepository';

/** Put together here, so that no scanner finds a token in this file. */
const secrets = {
  subject: `ghp_${'a1B2c3D4e5F6'.repeat(3)}`,
  body: `sk_live_${'9fK2mQ7xT4'.repeat(3)}`,
  trailer: ['Xk9', 'mQ7z', 'T4vB', '2nL8'].join(''),
  stash: `glpat-${'x7Kq2Zp9Lm'.repeat(2)}`,
};

describe('the command line', () => {
  it('prints no secret of a commit, a trailer or a stash: not as Markdown, not as JSON', function () {
    this.timeout(120_000);
    const repository = TemporaryRepository.create();
    repository.git('config', 'user.name', 'Ann');
    repository.git('config', 'user.email', 'ann@example.com');
    try {
      repository.write('a.ts', 'export const a = 1;\n').commit({ date: '2026-01-01T10:00:00Z', message: 'Begin' });
      repository.git('checkout', '--quiet', '-b', 'rotate');
      const message = `Rotate ${secrets.subject}\n\nThe old key was ${secrets.body}, which\nis revoked.\n\nPassword: ${secrets.trailer}`;
      repository.write('a.ts', 'export const a = 2;\n').commit({ date: '2026-01-02T10:00:00Z', message });
      repository.write('a.ts', 'export const a = 3;\n');
      repository.git('stash', 'push', '--quiet', '-m', `try ${secrets.stash}`);
      for (const call of [
        ['pr', '--base', 'main'],
        ['handoff', '--since', '2026-01-01'],
      ]) {
        for (const form of [[], ['--json']]) {
          const [name = '', ...options] = call;
          const args = ['--import', 'tsx', 'src/cli.ts', name, repository.root, ...options, ...form];
          const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
          assert.match(stdout, /Rotate/, stderr);
          for (const [place, secret] of Object.entries(secrets)) {
            assert.ok(!stdout.replaceAll('\\', '').includes(secret.slice(6, 20)), `${name} ${form}: ${place}`);
          }
        }
      }
    } finally {
      repository.dispose();
    }
  });
});
