import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { printable, printableWords } from '../../../src/cli/terminal';
import { removeFolder, TemporaryRepository, temporaryFolder } from '../support/temporaryRepository';

const title = '\u001b]0;owned\u0007';
const colour = '\u009b31m';

describe('what is printed', () => {
  it('keeps lines and tabs, and shows every other control character', () => {
    assert.equal(printable('a\tb\r\nc\n'), 'a\tb\r\nc\n');
    assert.equal(printable(`a${title}\rb${colour}`), 'a\\u001b]0;owned\\u0007\\u000db\\u009b31m');
    assert.equal(printableWords('a\nb\u202e'), 'a\\u000ab\\u202e');
  });

  it('is the same JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const written = JSON.stringify(JSON.parse(json), null, 2);
        assert.deepEqual(JSON.parse(printable(written)), JSON.parse(written));
      }),
    );
    assert.deepEqual(JSON.parse(printable(JSON.stringify(`${title}\u007f${colour}`))), `${title}\u007f${colour}`);
  });

  it('reaches no terminal with codes of a template, a branch, a title or a name', () => {
    const folder = temporaryFolder();
    try {
      const repository = TemporaryRepository.create(folder);
      repository.write('docs/adr/0001-x.md', `# 1. A ${title} title\n\nStatus: odd ${colour}\n`);
      repository.write('.github/pull_request_template.md', `# Why ${title}\n\n${colour}\n`);
      repository.commit({ date: '2026-01-01T10:00:00Z' });
      repository.git('checkout', '--quiet', '-b', `feat/${colour}`);
      repository
        .write('a.ts', '// ADR-0001\n')
        .commit({ date: '2026-01-02T10:00:00Z', message: `Do ${title}${colour}` });
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
      for (const call of calls) {
        const [name = '', ...options] = call;
        const args = ['--import', 'tsx', 'src/cli.ts', name, folder, ...options];
        const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
        assert.notEqual(stdout + stderr, '', call.join(' '));
        assert.doesNotMatch(stdout + stderr, /(?!\n)\p{Cc}/u, call.join(' '));
      }
    } finally {
      removeFolder(folder);
    }
  });
});
