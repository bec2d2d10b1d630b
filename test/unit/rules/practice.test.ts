import { deepEqual, equal } from 'node:assert/strict';
import type { PathHistory } from '../../../src/core/rules/pathHistory';
import { namedPaths } from '../../../src/core/tasks/namedPaths';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';
import { adr, type Choices, linesIn, mended } from './support';

type Files = Readonly<Record<string, string>>;

describe('what several records do in a way that is not read', () => {
  const linking = (...hrefs: readonly string[]) =>
    Object.fromEntries(
      hrefs.map((href, at) => [`docs/adr/000${at + 1}-a.md`, adr(`${at + 1}. A`, 'Accepted', `See [x](${href}).`)]),
    );
  const broken = async (files: Files, choices?: Choices) => (await linesIn(files, 'broken-link', choices)).length;

  it('is no broken link, where no such file is or was in the folder', async () => {
    equal(await broken(linking('../api/root.tsx', '../api/entry.tsx')), 0);
    equal(await broken(linking('../api/root.tsx')), 1);
    const page = { 'docs/api/routes.tsx.md': '# Routes\n' };
    equal(await broken({ ...linking('../api/root.tsx', '../api/entry.tsx'), ...page }), 0);
    equal(await broken({ ...linking('../api/root.tsx', '../api/entry.tsx', '../api/routes.tsx'), ...page }), 2);
    equal(await broken({ ...linking('../api/root.tsx', '../api/entry.tsx'), 'docs/api/a.tsx': '' }), 2);
    equal(await broken({ ...linking('../api/root.tsx', '../api/entry.tsx'), 'docs/api/v1/a.tsx': '' }), 0);
  });

  it('is a broken link where git knows the file, or one beside it', async () => {
    const commit = { hash: 'abc1234', date: '2026-03-01' };
    const history: PathHistory = {
      departure: (_, path) => (path === 'docs/api/root.tsx' ? { kind: 'removed', commit, isLater: true } : null),
      change: () => null,
    };
    equal(await broken(linking('../api/root.tsx', '../api/entry.tsx'), { history }), 2);
    equal(await broken(linking('../api/entry.tsx', '../api/entry.tsx'), { history }), 0);
  });

  it('is a broken link where a folder beside has the same name behind another number', async () => {
    const spec = '../../specs/0002-post-labels/needs.md';
    const files = { ...linking(spec, spec), 'specs/0003-post-labels/needs.md': '# Needs\n' };
    equal(await broken(files), 2);
    const one = {
      ...linking(spec),
      'specs/0003-post-labels/needs.md': '# Needs\n',
      'specs/0002-mail/needs.md': '# N\n',
    };
    equal((await mended(one, 'broken-link'))['docs/adr/0001-a.md']?.includes('specs/0003-post-labels/needs.md'), true);
  });

  it('is a broken link where the path is right from the root', async () => {
    const href = '../docs/adr/notes/readme.md';
    const note = { 'docs/adr/notes/readme.md': '# Notes\n', 'lib/readme.md': '# Lib\n' };
    equal(await broken({ ...linking(href, href), ...note }), 2);
    equal(
      (await mended({ ...linking(href), ...note }, 'broken-link'))['docs/adr/0001-a.md']?.includes('(notes/'),
      true,
    );
    equal(await broken({ ...linking('../api/readme.md', '../api/readme.md'), ...note, 'readme.md': '# All\n' }), 0);
  });

  it('is no missing successor, where no neighbour names one', async () => {
    const log = (...statuses: readonly string[]) =>
      Object.fromEntries(statuses.map((status, at) => [`docs/adr/000${at + 1}-a.md`, adr(`${at + 1}. A`, status)]));
    const missing = async (files: Files) => (await linesIn(files, 'no-successor')).length;
    equal(await missing(log('Superseded', 'Superseded', 'Accepted')), 0);
    equal(await missing(log('Superseded', 'Accepted')), 1);
    equal(await missing(log('Superseded', 'Superseded', 'Superseded by ADR-4', 'Accepted')), 2);
    equal(await missing({ ...log('Superseded', 'Accepted'), 'lib/adr/0001-b.md': adr('1. B', 'Superseded') }), 2);
  });
});

describe('what git is asked', () => {
  it('is where the links of a record lead that does not hold, and not what its text names', async () => {
    const path = 'docs/adr/0001-a.md';
    const asked = async (status: string) => {
      const project = projectOf(memoryFiles({ [path]: adr('1. A', status, 'See [x](./x.md) and `src/y.ts`.') }));
      await project.load();
      return project.tree && namedPaths(project.records(), project.tree, false)[0]?.gone;
    };
    deepEqual(await asked('Proposed'), ['docs/adr/x.md']);
    equal((await asked('Accepted'))?.includes('src/y.ts'), true);
  });
});
