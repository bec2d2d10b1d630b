import assert from 'node:assert/strict';
import { shownStrength } from '../../../src/core/links/link';
import { fileWords } from '../../../src/core/links/words/fileWords';
import type { Project } from '../../../src/core/project';
import { projectOf } from '../project/projectSupport';
import { countFloors } from '../support/floors';
import { memoryFiles } from '../support/memoryFiles';

const adr = (title: string, body: string) =>
  `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\n${body}\n\n## Decision\n\nWe do so.\n`;

/** A service with a few decisions, one of them about retries of webhooks. */
const service: Readonly<Record<string, string>> = {
  'docs/adr/0001-use-postgres-for-ledger.md': adr(
    '1. Use Postgres for the ledger',
    'Entries of the ledger are booked.',
  ),
  'docs/adr/0002-webhook-retry-schedule.md': adr(
    '2. Retry schedule of webhooks',
    'A webhook that fails is delivered again after a delay that doubles. Each attempt of a delivery is logged.',
  ),
  'docs/adr/0003-invoice-rendering.md': adr('3. Rendering of invoices', 'Invoices become pages of a document.'),
  'docs/adr/0004-session-cookies.md': adr('4. Cookies of a session', 'A person stays signed in for a day.'),
  'docs/adr/0005-search-index.md': adr('5. Index for the search', 'Products are found by words.'),
  'src/hooks/webhookRetry.ts':
    '// Delivers a webhook again after a delay that doubles with each attempt.\nexport class WebhookRetry {}\n',
  'src/ledger/balance.ts': '// The sum of all entries.\nexport class LedgerBalance {}\n',
  'src/mail/greeting.ts': '// What a letter begins with.\nexport function greetingOf(): string { return "Dear"; }\n',
  'src/web/router.ts': '// Which handler answers a request.\nexport class WebRouter {}\n',
};
const retry = 'src/hooks/webhookRetry.ts';
const decision = 'docs/adr/0002-webhook-retry-schedule.md';

async function load(files: Readonly<Record<string, string>>): Promise<Project> {
  const project = projectOf(memoryFiles(files));
  await project.load();
  return project;
}

async function maybe(project: Project, file: string): Promise<readonly string[]> {
  while (await project.readWords(file));
  return project.maybeFor(file).map(({ record }) => record.path);
}

describe('a record that a file may be about by its words', () => {
  it('is offered with the words of its title that the path has, below every mention', async () => {
    const project = await load(service);
    assert.deepEqual(await maybe(project, retry), [decision]);
    const [link] = project.maybeFor(retry);
    assert.equal(link?.reason, 'words');
    assert.deepEqual(link?.detail.reason === 'words' && link.detail.words, ['Retry', 'webhooks']);
    assert.ok(link && link.strength >= shownStrength && link.strength < 0.54);
  });

  it('is none of the links that drafts and counts rest on', async () => {
    const project = await load(service);
    await maybe(project, retry);
    assert.deepEqual(
      project.linksFor(retry).filter(({ reason }) => reason === 'words'),
      [],
    );
  });

  it('is not there before the words were read', async () => {
    const project = await load(service);
    assert.deepEqual(project.maybeFor(retry), []);
  });

  it('is none where two records are tied to the file otherwise', async () => {
    const cited = `// ADR-0001 ADR-0003\n${service[retry]}`;
    assert.deepEqual(await maybe(await load({ ...service, [retry]: cited }), retry), []);
    const once = `// ADR-0001\n${service[retry]}`;
    assert.deepEqual(await maybe(await load({ ...service, [retry]: once }), retry), [decision]);
  });

  it('is not told twice where the file cites it', async () => {
    assert.deepEqual(await maybe(await load({ ...service, [retry]: `// ADR-0002\n${service[retry]}` }), retry), []);
  });

  it('is none for a file whose words are common', async () => {
    const project = await load(service);
    for (const file of ['src/mail/greeting.ts', 'src/web/router.ts']) assert.deepEqual(await maybe(project, file), []);
  });

  const none: Readonly<Record<string, string>> = {
    'a test': 'src/hooks/webhookRetry.test.ts',
    'a fixture': 'fixtures/webhookRetry.ts',
    'what is generated': 'src/generated/webhookRetry.ts',
    prose: 'docs/webhookRetry.txt',
  };
  for (const [what, path] of Object.entries(none)) {
    it(`is none for ${what}`, async () => {
      const { [retry]: text = '', ...others } = service;
      assert.deepEqual(await maybe(await load({ ...others, [path]: text }), path), []);
    });
  }

  it('gives way to files that fit the record better', async () => {
    const better = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `src/retry/webhook/schedule/webhookRetrySchedule${at}.ts`,
        `// The retry schedule of webhooks: a webhook that fails is delivered again. Each attempt of a delivery has a delay.\nexport class WebhookRetrySchedule${'abcdefgh'[at % 8]} {}\n`,
      ]),
    );
    assert.deepEqual(await maybe(await load({ ...service, ...better }), retry), []);
  });

  it('does not offer what is retired', async () => {
    const retired = (service[decision] ?? '').replace('Accepted', 'Deprecated');
    assert.deepEqual(await maybe(await load({ ...service, [decision]: retired }), retry), []);
  });

  it('is read again when a record, the file or another file changes', async () => {
    const files = memoryFiles(service);
    const project = projectOf(files);
    await project.load();
    assert.deepEqual(await maybe(project, retry), [decision]);

    files.set(decision, adr('2. Colours of buttons', 'Blue is for what is safe.'));
    await project.apply([{ path: decision, kind: 'changed' }]);
    assert.deepEqual(await maybe(project, retry), []);
    files.set(decision, service[decision] ?? '');
    await project.apply([{ path: decision, kind: 'changed' }]);
    assert.deepEqual(await maybe(project, retry), [decision]);
    files.delete(retry);
    await project.apply([{ path: retry, kind: 'deleted' }]);
    assert.deepEqual(project.maybeFor(retry), []);
    files.set(retry, service[retry] ?? '');
    await project.apply([{ path: retry, kind: 'changed' }]);
    assert.deepEqual(await maybe(project, retry), [decision]);
    files.delete(decision);
    await project.apply([{ path: decision, kind: 'deleted' }]);
    assert.deepEqual(await maybe(project, retry), []);
  });

  it('stays while a save is being read, and goes with its file', async () => {
    const files = memoryFiles(service);
    const project = projectOf(files);
    await project.load();
    assert.deepEqual(await maybe(project, retry), [decision]);
    await project.apply([{ path: retry, kind: 'changed' }]);
    assert.deepEqual(
      project.maybeFor(retry).map(({ record }) => record.path),
      [decision],
    );
    files.delete(retry);
    await project.apply([{ path: retry, kind: 'deleted' }]);
    assert.deepEqual(await maybe(project, retry), []);
  });

  it('reads all code in pieces, and stops where it is cancelled', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_200 }, (_, at) => [`src/part${at}.ts`, `// Part ${at}.\n`]));
    const project = await load({ ...service, ...many });
    let pieces = 1;
    while (await project.readWords(retry)) pieces++;
    assert.equal(pieces, 3);
    const cancelled = await load({ ...service, ...many });
    assert.equal(await cancelled.readWords(retry, AbortSignal.abort()), false);
    assert.deepEqual(cancelled.maybeFor(retry), []);
  });

  it('takes no more than its head from a file, whatever is in it', () => {
    for (const piece of ['// a', '#', '/* ', '"""', "'''\n", ' ', '\t#', 'x_y', '// https://a b ', 'é']) {
      const floors = countFloors();
      fileWords('src/a.py', piece.repeat(1_000_000 / piece.length));
      assert.ok(floors() < 100, piece);
    }
  });
});
