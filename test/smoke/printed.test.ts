import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { TemporaryRepository } from '../unit/support/temporaryRepository';

const title = '\u001b]0;owned\u0007';
const colour = '\u009b31m';

/** Put together here, so that no scanner finds a token in this file. */
const secrets = {
  subject: `ghp_${'a1B2c3D4e5F6'.repeat(3)}`,
  body: `sk_live_${'9fK2mQ7xT4'.repeat(3)}`,
  trailer: ['Xk9', 'mQ7z', 'T4vB', '2nL8'].join(''),
  stash: `glpat-${'x7Kq2Zp9Lm'.repeat(2)}`,
};

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['dist-cli/cli.js', ...args], { encoding: 'utf8' });

describe('what the program prints', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = TemporaryRepository.create();
  });
  afterEach(() => repository.dispose());

  it('has no codes for a terminal out of a template, a branch, a title or a name', () => {
    repository.write('docs/adr/0001-x.md', `# 1. A ${title} title\n\nStatus: odd ${colour}\n`);
    repository.write('.github/pull_request_template.md', `# Why ${title}\n\n${colour}\n`);
    repository.commit({ date: '2026-01-01T10:00:00Z' });
    repository.git('checkout', '--quiet', '-b', `feat/${colour}`);
    repository.write('a.ts', '// ADR-0001\n').commit({ date: '2026-01-02T10:00:00Z', message: `Do ${title}${colour}` });
    const calls = [
      ['records'],
      ['records', '--json'],
      ['pr', '--base', 'main'],
      ['pr', '--base', 'main', '--json'],
      ['pr', '--base', `main${colour}`],
      ['handoff', '--since', '2026-01-01'],
      ['handoff', '--since', '2026-01-01', '--json'],
      [title],
    ];
    for (const [name = '', ...options] of calls) {
      const { stdout, stderr } = run(name, repository.root, ...options);
      assert.notEqual(stdout + stderr, '', name);
      assert.doesNotMatch(stdout + stderr, /(?!\n)\p{Cc}/u, `${name} ${options.join(' ')}`);
    }
  });

  it('has no secret of a commit, a trailer or a stash: not as Markdown, not as JSON', () => {
    repository.git('config', 'user.name', 'Ann');
    repository.git('config', 'user.email', 'ann@example.com');
    repository.write('a.ts', 'export const a = 1;\n').commit({ date: '2026-01-01T10:00:00Z', message: 'Begin' });
    repository.git('checkout', '--quiet', '-b', 'rotate');
    const message = `Rotate ${secrets.subject}\n\nThe old key was ${secrets.body}, which\nis revoked.\n\nPassword: ${secrets.trailer}`;
    repository.write('a.ts', 'export const a = 2;\n').commit({ date: '2026-01-02T10:00:00Z', message });
    repository.write('a.ts', 'export const a = 3;\n');
    repository.git('stash', 'push', '--quiet', '-m', `try ${secrets.stash}`);
    const calls = [
      ['pr', '--base', 'main'],
      ['handoff', '--since', '2026-01-01'],
    ];
    for (const [name = '', ...options] of calls) {
      for (const form of [[], ['--json']]) {
        const { stdout, stderr } = run(name, repository.root, ...options, ...form);
        assert.match(stdout, /Rotate/, stderr);
        for (const [place, secret] of Object.entries(secrets)) {
          assert.ok(!stdout.replaceAll('\\', '').includes(secret.slice(6, 20)), `${name} ${form}: ${place}`);
        }
      }
    }
  });
});
