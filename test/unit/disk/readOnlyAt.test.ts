import { equal } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOnlyAt } from '../../../src/disk/readOnlyAt';

/** A disk with these places, each with what it refuses an access with. */
function disk(places: Readonly<Record<string, string>>) {
  return async (path: string): Promise<void> => {
    const code = places[path.replaceAll('\\', '/')] ?? 'ENOENT';
    if (code !== '') throw Object.assign(new Error(code), { code });
  };
}

describe('whether a file can be written', () => {
  const file = '/w/docs/handoffs/2026-11-30.md';

  it('is asked of the nearest folder that is there, where the file is not', async () => {
    equal(await readOnlyAt(file, disk({ '/w': '', '/w/docs': 'EACCES' })), '/w/docs');
    equal(await readOnlyAt(file, disk({ '/w': 'EROFS' })), '/w');
    equal(await readOnlyAt(file, disk({ '/w': 'EPERM', '/w/docs': '' })), null);
  });

  it('is asked of the file where it is there', async () => {
    equal(await readOnlyAt(file, disk({ '/w/docs/handoffs': '', [file]: 'EACCES' })), file);
    equal(await readOnlyAt(file, disk({ '/w/docs/handoffs': 'EACCES', [file]: '' })), null);
  });

  it('is not denied where it is not known', async () => {
    equal(await readOnlyAt(file, disk({ [file]: 'EIO' })), null);
    equal(await readOnlyAt(file, disk({})), null);
  });

  it('is answered of this disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'meridian-writable-'));
    equal(await readOnlyAt(join(folder, 'deeper', 'new.md')), null);
    await rm(folder, { recursive: true });
  });
});
