import assert from 'node:assert/strict';
import { commandLine, type GitCall } from '../../../src/git/commandLine';
import { type Verb, verbs } from '../../../src/git/verbs';

const repository = { root: '/r', parent: '/', gitDirectory: '/r/.git', commonDirectory: '/r/.git' };
const a = 'a'.repeat(40);
const b = 'b'.repeat(64);

type Call = Omit<GitCall, 'repository'>;

describe('commandLine', () => {
  const refused: readonly (readonly [string, Call])[] = [
    ['an option that writes a file', { verb: 'log', args: ['--output=/tmp/x'] }],
    ['an option that is not in the list', { verb: 'log', args: ['--show-signature'] }],
    ['an abbreviated option', { verb: 'log', args: ['--name-s'] }],
    ['an option in other letters', { verb: 'log', args: ['--Format=%H'] }],
    ['a cluster of short options', { verb: 'log', args: ['-zp'] }],
    ['a word among the options', { verb: 'log', args: ['HEAD'] }],
    ['a format that verifies signatures', { verb: 'log', args: ['--format=%H %G?'] }],
    ['a padded format that verifies signatures', { verb: 'log', args: ['--format=%+GK'] }],
    ['a format of references that verifies signatures', { verb: 'for-each-ref', args: ['--format=%(signature:key)'] }],
    ['an option as a revision', { verb: 'log', revisions: ['--output=/tmp/x'] }],
    ['a short name as a revision', { verb: 'log', revisions: ['main'] }],
    ['a reference with a line feed', { verb: 'log', revisions: ['refs/heads/a\nb'] }],
    ['a search as a revision', { verb: 'show', revisions: [':/fix'] }],
    ['a name that is not verified', { verb: 'rev-parse', revisions: ['main'] }],
    ['a NUL in a name', { verb: 'rev-parse', args: ['--verify'], revisions: ['a\0b'] }],
    ['an option as an operand', { verb: 'remote', operands: ['--push'] }],
    ['an option as a pattern', { verb: 'grep', operands: ['-Oless'] }],
    ['a search that opens a pager', { verb: 'grep', args: ['--open-files-in-pager=x'], operands: ['a'] }],
    ['an operand for a verb without one', { verb: 'log', operands: ['main'] }],
    ['an operand of a megabyte', { verb: 'config', operands: ['x'.repeat(1_000_000)] }],
    ['an empty path', { verb: 'log', paths: [''] }],
    ['a NUL in a path', { verb: 'log', paths: ['a\0b'] }],
    ['a path for a verb without paths', { verb: 'show', revisions: [a], paths: ['x'] }],
    ['a difference with the working tree', { verb: 'diff', args: ['-z'] }],
    ['the last changes of the working tree', { verb: 'blame', paths: ['x'] }],
    ['a name instead of a hash', { verb: 'blame', revisions: ['HEAD'], paths: ['x'] }],
    ['lines of something else', { verb: 'log', lines: [{ first: 1, last: 2 }] }],
    ['lines that are none', { verb: 'blame', revisions: [a], paths: ['x'], lines: [{ first: Number.NaN, last: 2 }] }],
    ['a difference of one commit with the working tree', { verb: 'diff', revisions: [a] }],
  ];
  for (const [what, call] of refused) {
    it(`refuses ${what}`, () => {
      const line = commandLine({ repository, ...call });
      assert.ok('kind' in line, `became ${JSON.stringify(line)}`);
      assert.equal(line.reason, 'argument');
    });
  }

  it('knows no verb and no option that writes, reaches the network or starts a program (R13)', () => {
    assert.deepEqual(Object.keys(verbs).sort(), [
      ...[
        'blame',
        'cat-file',
        'check-mailmap',
        'config',
        'diff',
        'for-each-ref',
        'grep',
        'log',
        'ls-files',
        'ls-tree',
        'merge-base',
      ],
      ...['remote', 'rev-parse', 'show', 'status'],
    ]);
    const dangerous =
      /^(?:--(?:output|ext-diff|textconv|filters|upload-pack|receive-pack|exec|open-files|contents|show-signature|recurse|batch|add|unset|replace|edit|file|git-dir|work-tree|paginate)|-[Oocep]$|--submodule=(?:log|diff))/;
    for (const [name, { lead, options }] of Object.entries(verbs)) {
      // `cat-file -p` prints an object and `-e` looks whether there is one.
      const words = name === 'cat-file' ? options.filter((word) => word !== '-p' && word !== '-e') : options;
      for (const word of [...lead, ...words]) assert.doesNotMatch(word, dangerous, name);
    }
  });

  it('reads the configuration and never writes it', () => {
    const line = commandLine({ repository, verb: 'config', operands: ['user.name', 'x'] });
    assert.deepEqual(line, ['config', '--get-regexp', 'user.name', 'x']);
  });

  for (const verb of ['fetch', 'push', 'annotate', 'constructor', '__proto__', '-c', 'log --all']) {
    it(`refuses the verb ${verb}`, () => {
      const line = commandLine({ repository, verb: verb as Verb });
      assert.ok('kind' in line);
      assert.equal(line.reason, 'verb');
    });
  }

  const allowed: readonly (readonly [string, Call, readonly string[]])[] = [
    [
      'revisions and paths behind their guards',
      { verb: 'log', args: ['-z'], revisions: [a, `^${b}`], paths: ['-x'] },
      ['-z', '--end-of-options', a, `^${b}`, '--', '-x'],
    ],
    ['a range', { verb: 'diff', revisions: [`${a}...${b}`] }, ['--end-of-options', `${a}...${b}`, '--']],
    [
      'lines of a file in a commit',
      { verb: 'blame', revisions: [a], paths: ['x'], lines: [{ first: 3, last: 7 }] },
      ['-L3,7', a, '--', 'x'],
    ],
    ['the index', { verb: 'diff', args: ['--cached'] }, ['--cached', '--']],
    [
      'a file of a commit',
      { verb: 'cat-file', args: ['-p'], revisions: [`${a}:docs/a b.md`] },
      ['-p', '--end-of-options', `${a}:docs/a b.md`],
    ],
    [
      'a hostile name, verified',
      { verb: 'rev-parse', args: ['--verify'], revisions: ['--output=P'] },
      ['--verify', '--end-of-options', '--output=P'],
    ],
    [
      'a full reference',
      { verb: 'log', revisions: ['refs/heads/--output=P'] },
      ['--end-of-options', 'refs/heads/--output=P', '--'],
    ],
  ];
  for (const [what, call, tail] of allowed) {
    it(`allows ${what}`, () => {
      const line = commandLine({ repository, ...call });
      assert.ok(!('kind' in line), JSON.stringify(line));
      assert.deepEqual(line.slice(-tail.length), tail);
    });
  }

  it('keeps every comparison from starting programs', () => {
    for (const verb of ['log', 'show', 'diff'] as const) {
      const line = commandLine({ repository, verb, revisions: [a, a] });
      assert.ok(!('kind' in line) && line.includes('--no-ext-diff') && line.includes('--no-textconv'), verb);
    }
  });
});
