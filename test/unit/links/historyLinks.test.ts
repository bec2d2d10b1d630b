import { deepEqual, equal } from 'node:assert/strict';
import { historyLinks, type SharedCommit } from '../../../src/core/links/historyLinks';
import { isDoubtful, shownStrength } from '../../../src/core/links/link';
import { projectOf } from '../project/projectSupport';
import { adr } from '../rules/support';
import { MemoryFiles } from '../support/memoryFiles';

const file = 'src/a.ts';
const record = (number: number) => `docs/adr/000${number}-x.md`;

async function guesses(commits: readonly SharedCommit[], text = '') {
  const files = new MemoryFiles();
  for (const number of [1, 2, 3, 4, 5, 6, 7]) files.set(record(number), adr(`${number}. X`, 'Accepted'));
  files.set(file, text);
  const project = projectOf(files);
  await project.load();
  return historyLinks(project, file, commits);
}

const commit = (hash: string, ...others: readonly string[]): SharedCommit => ({ hash, files: [file, ...others] });

describe('records that changed with a file', () => {
  it('come with the commits, the one with most first, and support no claim', async () => {
    const links = await guesses([
      commit('c3', record(1)),
      commit('c2', record(2), record(1)),
      commit('c1', 'src/b.ts'),
    ]);
    deepEqual(
      links.map(({ record: { path }, detail }) => [path, detail]),
      [
        [record(1), { reason: 'history', commits: 2, newest: ['c3', 'c2'] }],
        [record(2), { reason: 'history', commits: 1, newest: ['c2'] }],
      ],
    );
    equal(
      links.every((link) => isDoubtful(link) && link.strength < shownStrength),
      true,
    );
  });

  it('are none of a commit of many files or many records', async () => {
    const many = Array.from({ length: 25 }, (_, at) => `src/x${at}.ts`);
    deepEqual(await guesses([commit('c1', record(1), ...many)]), []);
    deepEqual(await guesses([commit('c1', record(1), record(2), record(3), record(4))]), []);
  });

  it('are none that the file is tied to otherwise', async () => {
    deepEqual(await guesses([commit('c1', record(1))], '// ADR-1\n'), []);
  });

  it('are at most five', async () => {
    const commits = [1, 2, 3, 4, 5, 6, 7].map((number) => commit(`c${number}`, record(number)));
    equal((await guesses(commits)).length, 5);
  });
});
