import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FileStore } from '../../../src/core/ports';
import { memoryFiles } from '../support/memoryFiles';
import { projectOf } from './projectSupport';

const count = 200;
const filler = 'It was said more than once that this would be needed, and it was. '.repeat(1_000);
const textOf = (path: string) =>
  `# ${Number(path.slice(9, 13))}. A title that is long enough\n\n## Status\n\nAccepted\n\nSee ADR-0001.\n\n${filler}`;

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

/** As records and sources of a team are, in numbers: a status, a date, two mentions, three citations. */
function repository(of: number): FileStore {
  const name = (at: number) => `${String(at).padStart(5, '0')}-settle-part-${at}.md`;
  const texts = new Map<string, string>();
  for (let at = 1; at <= of; at++) {
    const number = String(at).padStart(5, '0');
    const decision = `We settle part ${at} because it keeps the rest simple, and say so here for those who ask later.`;
    const record = `# ADR-${number}: Settle part ${at}\n\nDate: 2024-01-1${at % 10}\n\n## Status\n\nAccepted\n\n## Decision\n\n${decision}\n\n- See ADR-${String((at >> 1) + 1).padStart(5, '0')}.\n- Lives in \`src/part${at}.ts\`.\n`;
    texts.set(`docs/adr/${name(at)}`, record);
    texts.set(`src/part${at}.ts`, `// Part ${at}, as ADR-${number} has it.\n// The order matters: ADR-${number}.\n`);
  }
  return memoryFiles(Object.fromEntries(texts));
}

describe('a project that lasts', () => {
  it('keeps less than three and a half kilobytes of a record and a file that cites it', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const of = 2_000;
    const store = repository(of);
    await projectOf(repository(10), { isLasting: true }).load();
    collect();
    const before = process.memoryUsage().heapUsed;
    const project = projectOf(store, { isLasting: true });
    await project.load();
    assert.equal(project.records().length, of);
    collect();
    const bytes = (process.memoryUsage().heapUsed - before) / of;
    assert.ok(bytes < 3_500, `${Math.round(bytes)} bytes`);
    assert.equal(project.backlinks('docs/adr/00001-settle-part-1.md').length, 2);
  });

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

  it('does not keep the texts of files that it has read ahead', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const project = projectOf(files, { isLasting: true });
    await project.load();
    const paths = project.records().map(({ path }) => path);
    collect();
    const before = process.memoryUsage().heapUsed;
    await project.readAhead(paths);
    collect();
    const bytes = process.memoryUsage().heapUsed - before;
    assert.ok(bytes < (count * filler.length) / 4, `${bytes} bytes`);
    assert.equal(project.backlinks('docs/adr/0001-a.md').length, count - 1);
  });
});
