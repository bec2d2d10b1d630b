import { deepEqual } from 'node:assert/strict';
import { filesElsewhere } from '../../../src/git/filesElsewhere';
import { findRepository } from '../../../src/git/repository';
import { GitRunner } from '../../../src/git/runner';
import { TemporaryRepository } from '../support/temporaryRepository';
import { gitHost } from './gitHost';

const date = '2024-03-01T12:00:00Z';

async function elsewhere(root: string, folder: string): Promise<readonly string[]> {
  const place = await findRepository(root);
  if (!place.ok) throw new Error('no repository');
  return [...(await filesElsewhere(new GitRunner(gitHost()), place.repository, folder))].sort();
}

describe('files that other branches add', () => {
  it('are those of local and of remote-tracking branches that are not here, in that folder', async () => {
    const origin = TemporaryRepository.create();
    origin.write('docs/adr/0001-a.md', 'a').commit({ date });
    origin.git('checkout', '-q', '-b', 'theirs');
    origin.write('docs/adr/0002-theirs.md', 'b').write('src/x.ts', 'x').commit({ date });
    origin.git('checkout', '-q', '-');
    const clone = origin.clone();
    clone.git('checkout', '-q', '-b', 'mine');
    clone.write('docs/adr/0003-mine.md', 'c').commit({ date });
    clone.git('checkout', '-q', '-');
    deepEqual(await elsewhere(clone.root, 'docs/adr'), ['docs/adr/0002-theirs.md', 'docs/adr/0003-mine.md']);
    clone.git('merge', '-q', 'mine');
    deepEqual(await elsewhere(clone.root, 'docs/adr'), ['docs/adr/0002-theirs.md']);
    clone.dispose();
    origin.dispose();
  });
});
