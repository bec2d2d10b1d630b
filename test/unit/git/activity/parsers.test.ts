import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unquotedPath } from '../../../../src/git/activity/filePatch';
import { settingsIn } from '../../../../src/git/activity/settings';
import { parseStashLog } from '../../../../src/git/activity/stashes';
import { parseStatus } from '../../../../src/git/activity/status';
import { submodulePaths } from '../../../../src/git/activity/submodules';

const bytes = (text: string) => new TextEncoder().encode(text);
const hash = 'a'.repeat(40);

describe('parseStatus', () => {
  const ordinary = `100644 100644 100644 ${hash} ${hash}`;
  const conflict = `100644 100644 100644 100644 ${hash} ${hash} ${hash}`;

  it('reads each kind of line', () => {
    const lines = [
      `# branch.oid ${hash}`,
      '# branch.head feature/one',
      '# branch.upstream origin/feature/one',
      '# branch.ab +1 -2',
      `1 M. N... ${ordinary} a b.txt`,
      `1 MM N... ${ordinary} both`,
      `1 AM N... ${ordinary} new`,
      `1 .M SC.. ${ordinary} libs/x`,
      `2 R. N... ${ordinary} R100 new name`,
      '? 1 M. N... old name',
      `u UU N... ${conflict} clash`,
      '? new\nline',
      '! ignored',
    ];
    assert.deepEqual(parseStatus(bytes(lines.map((line) => `${line}\0`).join(''))), {
      head: { kind: 'branch', branch: 'feature/one', hash },
      changes: [
        { path: 'a b.txt', kind: 'staged' },
        { path: 'both', kind: 'unstaged' },
        { path: 'new', kind: 'unstaged', added: true },
        { path: 'libs/x', kind: 'submodule' },
        { path: 'new name', kind: 'staged' },
        { path: 'clash', kind: 'conflict' },
        { path: 'new\nline', kind: 'untracked' },
      ],
    });
  });

  const heads = [
    [`# branch.oid ${hash}\0# branch.head (detached)\0`, { kind: 'detached', hash }],
    ['# branch.oid (initial)\0# branch.head main\0', { kind: 'unborn', branch: 'main' }],
    ['', null],
  ] as const;
  for (const [output, head] of heads) {
    it(`knows a HEAD that is ${head?.kind ?? 'not told'}`, () =>
      assert.deepEqual(parseStatus(bytes(output)).head, head));
  }

  it('gives back any untracked path, whatever it looks like', () => {
    const path = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        const { changes } = parseStatus(bytes(paths.map((one) => `? ${one}\0`).join('')));
        assert.deepEqual(
          changes.map((change) => change.path),
          paths,
        );
      }),
    );
  });
});

describe('settingsIn', () => {
  const origin = [
    ['remote.origin.url', 'https://example.com/x'],
    ['remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*'],
  ] as const;
  const follow = (branch: string, remote: string, merge: string) =>
    [
      [`branch.${branch}.remote`, remote],
      [`branch.${branch}.merge`, merge],
    ] as const;

  const cases: readonly (readonly [string, readonly (readonly [string, string])[], readonly string[]])[] = [
    ['an ordinary upstream', [...origin, ...follow('a.b', 'origin', 'refs/heads/x/y')], ['refs/remotes/origin/x/y']],
    [
      'two branches with one upstream',
      [...origin, ...follow('a', 'origin', 'refs/heads/x'), ...follow('b', 'origin', 'refs/heads/x')],
      ['refs/remotes/origin/x'],
    ],
    [
      'a remote that fetches one branch',
      [
        ['remote.o.fetch', 'refs/heads/x:refs/remotes/o/x'],
        ...follow('a', 'o', 'refs/heads/x'),
        ...follow('b', 'o', 'refs/heads/y'),
      ],
      ['refs/remotes/o/x'],
    ],
    [
      'a part of a name',
      [['remote.o.fetch', '+refs/heads/team-*:refs/remotes/o/$&-*'], ...follow('a', 'o', 'refs/heads/team-x')],
      ['refs/remotes/o/$&-x'],
    ],
    ['a branch that follows a local one', follow('a', '.', 'refs/heads/main'), []],
    ['a branch that follows an address', follow('a', 'https://example.com/x', 'refs/heads/main'), []],
    ['globs', [['remote.o.fetch', '+refs/heads/*:refs/remotes/o/*'], ...follow('a', 'o', 'refs/heads/*')], []],
    ['what is no reference', [['remote.o.fetch', '+refs/heads/*:--all*'], ...follow('a', 'o', 'refs/heads/x')], []],
  ];
  for (const [what, entries, upstreams] of cases) {
    it(`finds what is followed: ${what}`, () => assert.deepEqual(settingsIn(entries).upstreams, upstreams));
  }

  it('knows a remote and a partial clone', () => {
    const { remotes, partial } = settingsIn(origin);
    assert.deepEqual([remotes, partial], [['origin'], false]);
    for (const [key, value, expected] of [
      ['remote.origin.promisor', 'true', true],
      ['remote.origin.promisor', '', true],
      ['remote.origin.promisor', 'false', false],
      ['extensions.partialclone', 'origin', true],
    ] as const) {
      assert.equal(settingsIn([[key, value]]).partial, expected, `${key}=${value}`);
    }
  });
});

describe('parseStashLog', () => {
  const entry = (message: string, seconds = '1773133200') =>
    `${hash} ${hash} Ann "x> 1 +0000 Lee <ann@example.com> ${seconds} +0530\t${message}`;
  const created = 1_773_133_200_000;
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['WIP', 'WIP on feature/one: 1234567 subject', 'feature/one'],
    ['a message', 'On main: half: done', 'main'],
    ['a detached HEAD', 'WIP on (no branch): 1234567 subject', null],
    ["somebody's own words", 'autostash', null],
  ];
  for (const [what, message, branch] of cases) {
    it(`reads ${what}`, () =>
      assert.deepEqual(parseStashLog(`${entry(message)}\n`), [{ hash, message, created, branch }]));
  }

  it('gives the newest first and leaves out what is no entry', () => {
    const log = [entry('On a: first'), 'broken', entry('On b: second'), ''].join('\n');
    assert.deepEqual(
      parseStashLog(log).map(({ branch }) => branch),
      ['b', 'a'],
    );
  });
});

describe('submodulePaths', () => {
  it('reads paths and none that leads away', () => {
    const paths = ['libs/a', '"li bs/b \\"q\\""', '../up', '/etc', 'a/../../b', 'C:\\x', 'c:/x', 'a\\b', '', './x'];
    const text = paths.map((path, index) => `[submodule "${index}"]\n\tpath = ${path}\n\turl = path = x\n`).join('');
    assert.deepEqual(submodulePaths(text), ['libs/a', 'li bs/b "q"']);
  });
});

describe('unquotedPath', () => {
  for (const [written, path] of [
    ['plain', 'plain'],
    ['"', '"'],
    ['"\\a\\b\\t\\n\\v\\f\\r\\"\\\\"', '\x07\b\t\n\v\f\r"\\'],
    ['"\\303\\251"', '\xc3\xa9'],
    ['"\\\\303"', '\\303'],
  ] as const) {
    it(`reads ${written}`, () => assert.equal(unquotedPath(written), path));
  }
});
