import assert from 'node:assert/strict';
import { GitFolderHistory } from '../../../../src/git/activity/gitFolderHistory';
import { findRepository } from '../../../../src/git/repository';
import { GitRunner } from '../../../../src/git/runner';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { gitHost } from '../gitHost';

const at = (day: number) => `2026-11-0${day}T09:00:00Z`;
const kenji = 'Kenji <kenji@example.com>';

describe('the history of a folder', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = TemporaryRepository.create();
    repository.write('docs/a.md', '1').commit({ date: at(1) });
    repository.write('docs/a.md', '2').commit({ date: at(2), author: kenji });
    repository.write('docs/b.md', '1').commit({ date: at(3) });
  });
  afterEach(() => repository.dispose());

  async function changes(names: readonly string[], addresses: readonly string[] = []): Promise<readonly string[]> {
    const place = await findRepository(repository.root);
    assert.ok(place.ok);
    const options = { priority: 'interactive' } as const;
    const history = new GitFolderHistory(new GitRunner(gitHost()), place.repository, 'docs', options);
    const without = names.length + addresses.length === 0 ? null : { names, addresses, logins: [] };
    const found = await history.changesTo(['a.md', 'b.md'], Date.parse(at(1)) - 1, without);
    return found.map(({ path, author }) => `${path} ${author}`).sort();
  }

  it('has every change of its files', async () => {
    assert.deepEqual(await changes([]), ['a.md Ann', 'a.md Kenji', 'b.md Ann']);
  });

  it('leaves out what the reader of a catch-up did', async () => {
    assert.deepEqual(await changes([], ['ann@example.com']), ['a.md Kenji']);
    assert.deepEqual(await changes(['ann'], ['ann@work.example', 'ann@example.com']), ['a.md Kenji']);
  });

  it('leaves nobody out who has only the same first name', async () => {
    assert.deepEqual(await changes(['ann'], ['ann@work.example']), ['a.md Ann', 'a.md Kenji', 'b.md Ann']);
  });
});
