import assert from 'node:assert/strict';
import { neverCancelled } from '../../../src/core/ports';
import { possibleAnswers } from '../../../src/core/questions/possibleAnswers';
import { DocumentSearch } from '../../../src/core/search/documentSearch';
import { searchSources } from '../../../src/core/search/searchSources';
import { SecretMask } from '../../../src/core/secrets/maskSecrets';
import { projectOf } from '../project/projectSupport';
import { MemoryFiles } from '../support/memoryFiles';

const unhurried = { breathe: () => Promise.resolve() };

const documents: Readonly<Record<string, string>> = {
  'docs/adr/0001-one-ledger.md':
    '# 1. Keep one ledger\n\nStatus: Superseded by [2](0002-ledger-by-region.md)\n\n## Decision\n\nBookings of all regions go into one table.\n',
  'docs/adr/0002-ledger-by-region.md':
    '# 2. Split the ledger by region\n\nStatus: Accepted\n\n## Context\n\nAudits are per country.\n\n## Decision\n\nWe keep a table for each region.\nTransfers between regions are two bookings.\n',
  'docs/adr/0003-queue.md':
    '# 3. Deliver mail through a queue\n\nStatus: Accepted\n\n## Decision\n\nThe outbox is drained by `MailWorker`.\n',
  'docs/runbooks/drain-queue.md': '# Drain the queue by hand\n\n1. Stop the workers.\n2. Run `drainOutbox`.\n',
  'docs/questions/2026-05-04-refund-across-regions.md':
    '# Question for Kenji: How do I refund across regions?\n\n- **Goal:** Give money back\n\n## Answer\n\nPost two entries, one in each region.\n',
  'src/ledger.ts': 'export {};\n',
};

async function world() {
  const files = new MemoryFiles();
  for (const [path, text] of Object.entries(documents)) files.set(path, text);
  const project = projectOf(files);
  await project.load();
  const search = new DocumentSearch(files, unhurried);
  const update = () => search.update(searchSources(project, Object.keys(documents)), neverCancelled);
  await update();
  const find = async (query: string, limit = 5) => search.search(query, limit, neverCancelled);
  const paths = async (query: string) => (await find(query)).map(({ source }) => source.path);
  return { files, project, search, update, find, paths };
}

describe('DocumentSearch', () => {
  const first: readonly (readonly [question: string, path: string])[] = [
    ['how are bookings kept for each region?', 'docs/adr/0002-ledger-by-region.md'],
    ['mail_worker', 'docs/adr/0003-queue.md'],
    ['MailWorker drains what?', 'docs/adr/0003-queue.md'],
    ['draining queues manually, which hand steps', 'docs/runbooks/drain-queue.md'],
    ['refunds in several regions', 'docs/questions/2026-05-04-refund-across-regions.md'],
    ['0003', 'docs/adr/0003-queue.md'],
  ];
  for (const [question, path] of first) {
    it(`finds ${path} first for "${question}"`, async () => {
      const { paths } = await world();
      assert.equal((await paths(question))[0], path);
    });
  }

  it('puts what holds before what no longer does', async () => {
    const { paths } = await world();
    const found = await paths('ledger table');
    assert.deepEqual(found.slice(0, 2), ['docs/adr/0002-ledger-by-region.md', 'docs/adr/0001-one-ledger.md']);
  });

  it('shows the line that fits', async () => {
    const { find } = await world();
    const [found] = await find('transfers between two regions', 1);
    assert.deepEqual([found?.line, found?.passage], [12, 'Transfers between regions are two bookings.']);
  });

  it('finds nothing for words that say nothing, or that nobody wrote', async () => {
    const { paths } = await world();
    assert.deepEqual([await paths('how do I'), await paths('kubernetes'), await paths('')], [[], [], []]);
  });

  it('reads again only what changed', async () => {
    const { files, search, update, paths } = await world();
    files.reads.length = 0;
    await update();
    assert.deepEqual(files.reads, []);
    files.set('docs/runbooks/drain-queue.md', '# Drain the queue by hand\n\n1. Call the lighthouse.\n');
    search.forget(['docs/runbooks/drain-queue.md']);
    await update();
    assert.deepEqual(files.reads, ['docs/runbooks/drain-queue.md']);
    assert.deepEqual(await paths('lighthouse'), ['docs/runbooks/drain-queue.md']);
    assert.deepEqual(await paths('stop'), []);
  });

  it('forgets what is gone, and takes over what is said otherwise', async () => {
    const { search, project, paths } = await world();
    const sources = searchSources(project, []);
    await search.update(sources, neverCancelled);
    assert.deepEqual(await paths('refund'), []);
    const retired = sources.map((source) => (source.path.includes('0002') ? { ...source, retired: true } : source));
    await search.update(retired, neverCancelled);
    assert.equal(search.size, sources.length);
  });

  it('stops where it is cancelled, and goes on the next time', async () => {
    const { project, files } = await world();
    const search = new DocumentSearch(files, unhurried);
    await search.update(searchSources(project, []), AbortSignal.abort());
    assert.equal(search.size, 0);
    await search.update(searchSources(project, []), neverCancelled);
    assert.equal(search.size, 4);
  });

  it('leaves out a file that cannot be read', async () => {
    const { files, search, project } = await world();
    files.delete('docs/adr/0003-queue.md');
    search.forget(['docs/adr/0003-queue.md']);
    await search.update(searchSources(project, []), neverCancelled);
    assert.equal(search.size, 3);
  });
});

describe('possibleAnswers', () => {
  it('names what was found from where the question is saved, but not the question itself', async () => {
    const { find } = await world();
    const answers = possibleAnswers(
      await find('refund regions table'),
      'docs/questions/2026-05-04-refund-across-regions.md',
      new SecretMask(),
    );
    assert.deepEqual(answers[0], {
      title: 'ADR-0002 Split the ledger by region',
      href: '../adr/0002-ledger-by-region.md',
      passage: 'We keep a table for each region. Transfers between regions are two bookings.',
      line: 11,
    });
    assert.ok(answers.every(({ href }) => !href.includes('refund')));
  });

  it('masks what looks like a secret in the passage and the title', () => {
    const secret = `ghp_${'aB3dE5gH7jK9mN1pQ3rS5tU7vW9xY1zA3bC5'}`;
    const source = { path: 'docs/q.md', title: `Use ${secret}?`, id: null, kind: 'question', decision: null } as const;
    const found = { source: { ...source, retired: false }, score: 1, passage: `Send ${secret} as the token.`, line: 3 };
    const answers = possibleAnswers([found], 'q.md', new SecretMask());
    assert.equal(answers.length, 1);
    assert.ok(!JSON.stringify(answers).includes(secret));
    assert.match(answers[0]?.passage ?? '', /^Send .* as the token\.$/);
  });
});
