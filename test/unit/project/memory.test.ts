import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FileStore } from '../../../src/core/ports';
import { projectOf } from './projectSupport';

const count = 200;
const filler = 'It was said more than once that this would be needed, and it was. '.repeat(1_000);
const textOf = (path: string) =>
  `# ${Number(path.slice(9, 13))}. A title that is long enough\n\n## Status\n\nAccepted\n\n${filler}`;

/** Each reading gives a text of its own, as a disk does. */
const files: FileStore = {
  async list(directory) {
    if (directory === '') return [{ name: 'docs', kind: 'directory' }];
    if (directory === 'docs') return [{ name: 'adr', kind: 'directory' }];
    return Array.from({ length: count }, (_, at) => ({
      name: `${String(at + 1).padStart(4, '0')}-a.md`,
      kind: 'file',
    }));
  },
  async read(file) {
    if (!file.endsWith('.md')) return { ok: false, reason: 'missing', detail: file };
    return { ok: true, bytes: new TextEncoder().encode(textOf(file)) };
  },
};

describe('a project that lasts', () => {
  it('does not keep the texts in memory that its facts were read from', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const heapWith = async (isLasting: boolean) => {
      collect();
      const before = process.memoryUsage().heapUsed;
      const project = projectOf(files, { isLasting });
      await project.load();
      collect();
      assert.equal(project.records().length, count);
      return process.memoryUsage().heapUsed - before;
    };
    await heapWith(true);
    const all = count * filler.length;
    const [lasting, passing] = [await heapWith(true), await heapWith(false)];
    assert.ok(lasting < all / 4, `${lasting} bytes for texts of ${all}`);
    assert.ok(passing > all / 2, `the engine keeps texts no longer: ${passing} bytes`);
  });
});
