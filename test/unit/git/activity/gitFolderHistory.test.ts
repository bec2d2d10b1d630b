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

  async function history(): Promise<GitFolderHistory> {
    const place = await findRepository(repository.root);
    assert.ok(place.ok);
    return new GitFolderHistory(new GitRunner(gitHost()), place.repository, 'docs', { priority: 'interactive' });
  }

  /** Who changed what, without the person of these names and addresses. */
  async function changes(names: readonly string[], addresses: readonly string[] = []): Promise<readonly string[]> {
    const reader = names.length + addresses.length === 0 ? null : { names, addresses, logins: [] };
    const found = await (await history()).changedSince(['a.md', 'b.md'], Date.parse(at(1)) - 1, reader, () => false);
    const others = found?.flatMap(({ path, commits }) =>
      commits.flatMap(({ own, author }) => (own ? [] : `${path} ${author}`)),
    );
    return others?.sort() ?? [];
  }

  it('has every change of its files', async () => {
    assert.deepEqual(await changes([]), ['a.md Ann', 'a.md Kenji', 'b.md Ann']);
  });

  it('answers everything of the same HEAD', async () => {
    const one = await history();
    const read = async () => (await one.changedSince(['a.md'], Date.parse(at(1)), null, () => false))?.[0]?.head;
    const head = await read();
    repository.write('docs/a.md', '3').commit({ date: at(4) });
    assert.equal(await read(), head);
  });

  it('leaves out what the reader of a catch-up did', async () => {
    assert.deepEqual(await changes([], ['ann@example.com']), ['a.md Kenji']);
    assert.deepEqual(await changes(['ann'], ['ann@work.example', 'ann@example.com']), ['a.md Kenji']);
  });

  it('leaves nobody out who has only the same first name', async () => {
    assert.deepEqual(await changes(['ann'], ['ann@work.example']), ['a.md Ann', 'a.md Kenji', 'b.md Ann']);
  });

  it('has for a note every change of its files after it', async () => {
    const found = await (await history()).changesTo(['a.md', 'b.md'], Date.parse(at(1)));
    assert.deepEqual(found.map(({ path, author }) => `${path} ${author}`).sort(), ['a.md Kenji', 'b.md Ann']);
  });

  it('counts a commit that a colleague rebased when its author wrote it', async () => {
    repository.write('c.md', '1').commit({ date: at(4), committed: at(6) });
    repository.write('c.md', '2').commit({ date: at(5), committed: at(7), committer: 'Ann <ann@example.com>' });
    const own = await (await history()).ownWork({ names: [], addresses: ['ann@example.com'], logins: [] }, 0);
    assert.deepEqual(own.committed.slice(0, 2), [Date.parse(at(7)), Date.parse(at(4))]);
  });
});
