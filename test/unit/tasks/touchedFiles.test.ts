import assert from 'node:assert/strict';
import type { Activity, RepositoryActivity } from '../../../src/core/activity/activity';
import { repositoryAround, touchedFiles } from '../../../src/core/tasks/touchedFiles';

function repository(id: string, ...paths: readonly string[]): RepositoryActivity {
  const files = paths.map((path) => ({ path, from: null, added: 1, removed: 0, status: 'modified' as const }));
  const commit = {
    hash: 'a'.repeat(40),
    subject: '',
    body: '',
    authored: 0,
    committed: 0,
    standing: 'local' as const,
    story: 'new' as const,
    alsoOn: [],
    with: [],
    coAuthored: false,
    merge: false,
    byHand: false,
    files,
  };
  return {
    id,
    name: id,
    head: { kind: 'unborn', branch: 'main' },
    operations: [],
    worktrees: [],
    items: [
      {
        request: null,
        into: null,
        before: 0,
        key: '',
        ticket: null,
        branch: null,
        title: '',
        standing: 'local',
        commits: [commit],
      },
    ],
    invisible: { changes: [], unpushed: [], stashes: [], hasRemote: false },
    branches: [],
    omissions: [],
    files: paths,
    tips: {},
    limits: [],
    gaps: [],
  };
}

describe('the files of an activity in a folder', () => {
  const interval = { start: 0, end: 1, from: 'given' as const };
  const activity: Activity = {
    interval,
    repositories: [
      repository('app', 'web/a.ts', 'website/b.ts', 'c.ts'),
      repository('sub', 'd.ts'),
      repository('gone', 'e.ts'),
    ],
    missing: [],
  };
  const roots = new Map([
    ['app', '/w/app'],
    ['sub', '/w/app/web/vendor/sub'],
  ]);
  const cases: readonly (readonly [name: string, folder: string, paths: readonly string[]])[] = [
    ['the root', '/w/app', ['web/a.ts', 'website/b.ts', 'c.ts', 'web/vendor/sub/d.ts']],
    ['a part of the repository', '/w/app/web', ['a.ts', 'vendor/sub/d.ts']],
    ['another folder', '/w/other', []],
  ];
  for (const [name, folder, paths] of cases) {
    it(`are those of ${name}`, () => {
      const found = touchedFiles(folder, activity, roots);
      assert.deepEqual(
        found.map(({ path }) => path),
        paths,
      );
    });
  }

  it('are found where paths have backslashes', () => {
    const windows = new Map([['app', 'C:\\w\\app']]);
    assert.deepEqual(touchedFiles('C:\\w\\app\\web', activity, windows), [
      { path: 'a.ts', from: 'a.ts', status: 'modified', added: 1, removed: 0, hash: 'a'.repeat(40) },
    ]);
  });
});

describe('the repository around a folder', () => {
  const roots = new Map([
    ['app', '/w/app'],
    ['sub', '/w/app/web/vendor/sub'],
  ]);
  for (const [folder, id] of [
    ['/w/app', 'app'],
    ['/w/app/web', 'app'],
    ['/w/app/web/vendor/sub/src', 'sub'],
    ['/w/app-other', undefined],
    ['/w', undefined],
  ] as const) {
    it(`of ${folder} is ${id ?? 'none'}`, () => assert.equal(repositoryAround(folder, roots)?.id, id));
  }
});
