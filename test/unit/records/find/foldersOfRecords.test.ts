import assert from 'node:assert/strict';
import { walk } from '../../../../src/core/files/walk';
import { neverCancelled } from '../../../../src/core/ports';
import { noSettings, RecordFinder } from '../../../../src/core/records/find/recordFinder';
import { memoryFiles } from '../../support/memoryFiles';

async function loaded(files: Record<string, string>): Promise<RecordFinder> {
  const store = memoryFiles(files);
  const tree = await walk(store, {}, neverCancelled, { breathe: async () => {} });
  return RecordFinder.load(store, tree, noSettings, neverCancelled);
}

describe('a folder of records', () => {
  it('knows the folder of decisions that is opened by itself, by the numbers in it', () => {
    const kindIn = (folderName: string, path: string) => {
      const candidate = new RecordFinder([], { ...noSettings, folderName }).candidate(path);
      return candidate === null || candidate.how === 'evidence' ? null : candidate.kind;
    };
    assert.equal(kindIn('adr', '0001-x.md'), 'decision');
    assert.equal(kindIn('Decisions', '2024-01-02-x/README.md'), 'decision');
    assert.equal(kindIn('rfcs', '0001-x.md'), 'rfc');
    assert.equal(kindIn('handoffs', '2026-02-03-ledger.md'), 'handoff');
    for (const path of ['why.md', 'README.md', 'crates/docs/0001-x.md']) assert.equal(kindIn('adrs', path), null);
    assert.equal(kindIn('ledger', '0001-x.md'), null);
  });

  it('looks into what has no number in a folder of decisions or runbooks that is opened by itself', () => {
    const howIn = (folderName: string, path: string) => {
      const candidate = new RecordFinder([], { ...noSettings, folderName }).candidate(path);
      return candidate && [candidate.kind, candidate.how];
    };
    assert.deepEqual(howIn('adr', 'use-a-queue.md'), ['decision', 'evidence']);
    assert.deepEqual(howIn('runbooks', 'restart-the-queue.md'), ['runbook', 'evidence']);
    assert.deepEqual(howIn('rfcs', 'merge-queue/README.md'), ['rfc', 'evidence']);
    for (const [folder, path] of [
      ...[['adr', 'README.md'] as const, ['adr', 'src/use-a-queue.md'] as const, ['rfcs', 'use-a-queue.md'] as const],
      ...[['rfcs', 'README.md'] as const, ['rfcs', 'src/README.md'] as const, ['sip', 'calls/README.md'] as const],
      ...[['runbooks', 'README.md'] as const, ['runbooks', 'src/restart-the-queue.md'] as const],
    ]) {
      assert.equal(howIn(folder, path), null, `${folder}/${path}`);
    }
  });

  describe('the README of a folder of decisions', () => {
    const howIn = async (...others: readonly string[]) => {
      const path = others[0]?.endsWith('index.md') ? others[0] : 'docs/adr/README.md';
      const all = Object.fromEntries([path, ...others].map((each) => [each, 'x']));
      return (await loaded(all)).candidate(path)?.how ?? null;
    };

    it('may be a log where no record lies beside it or below', async () => {
      assert.equal(await howIn(), 'log');
      assert.equal(await howIn('docs/decisions/index.md'), 'log');
      assert.equal(
        await howIn('docs/adr/template.md', 'docs/adr/index.md', 'docs/adr/0001-x.png', 'adr/0001-x.md'),
        'log',
      );
    });

    it('is an index else', async () => {
      assert.equal(await howIn('docs/adr/0001-x.md'), null);
      assert.equal(await howIn('docs/adr/use-a-queue.md'), null);
      assert.equal(await howIn('docs/adr/2024/0001-x.md'), null);
      assert.equal(await howIn('docs/adr/0001-x/README.md'), null);
      assert.equal((await loaded({ 'docs/rfcs/README.md': 'x' })).candidate('docs/rfcs/README.md'), null);
      assert.equal((await loaded({ 'src/decisions/README.md': 'x' })).candidate('src/decisions/README.md'), null);
    });

    it('is found as quickly where such a folder lies in such a folder many times over', async () => {
      const paths = Array.from({ length: 40 }, (_, depth) => `docs/${'adr/'.repeat(depth + 1)}README.md`);
      const finder = await loaded(Object.fromEntries(paths.map((path) => [path, 'x'])));
      assert.equal(paths.filter((path) => finder.candidate(path)?.how === 'log').length, 40);
    });
  });
});
