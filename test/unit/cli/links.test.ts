import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkCommand } from '../../../src/cli/check';
import type { Answer, Command } from '../../../src/cli/command';
import { recordsCommand } from '../../../src/cli/records';
import { refsCommand } from '../../../src/cli/refs';
import { OverlayFiles } from '../../../src/core/files/overlayFiles';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { projectOf } from '../project/projectSupport';
import { adr } from '../rules/support';
import { TemporaryRepository } from '../support/temporaryRepository';

const files = {
  'adr/0001-fleet.md': adr('1. Plan the fleet by the week', 'Accepted', 'See docs/adr/0002-ledger.md.'),
  'adr/0002-ledger.md': adr(
    '2. Keep the ledger in blocks',
    'Accepted',
    'See ADR-0009 and [1](../docs/adr/0001-fleet.md).',
  ),
  'notes/parts.md': adr('3. Order parts once a week', 'Accepted'),
  'AGENTS.md': 'ADR-0001 and docs/adr/0002-ledger.md\n',
};
const links = {
  'docs/adr': '../adr',
  'adr/0001-old-name.md': '0001-fleet.md',
  'docs/decisions/0002-ledger.md': '../../adr/0002-ledger.md',
  'adr/0003-parts.md': '../notes/parts.md',
  'CLAUDE.md': 'AGENTS.md',
};

describe('a link to a file or folder', () => {
  let repository: TemporaryRepository;

  const said = async ({ run }: Command<string | Answer>, ...args: readonly string[]) => {
    const answer = await run([repository.root, '--no-cache', ...args]);
    return typeof answer === 'string' ? answer : answer.text;
  };

  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    repository = TemporaryRepository.create();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(repository.root, path)), { recursive: true });
      writeFileSync(join(repository.root, path), text);
    }
    for (const [path, target] of Object.entries(links)) {
      mkdirSync(dirname(join(repository.root, path)), { recursive: true });
      symlinkSync(target, join(repository.root, path));
    }
  });
  afterEach(() => repository?.dispose());

  for (const [how, prepare] of [
    ['git has listed', () => repository.commit({ date: '2026-01-02T10:00:00Z' })],
    ['git does not know of', () => {}],
    ['no git lists', () => rmSync(join(repository.root, '.git'), { recursive: true })],
  ] as const) {
    it(`is one with what it leads to, where that is a record: ${how}`, async () => {
      prepare();
      const records = JSON.parse(await said(recordsCommand, '--json'));
      deepEqual(
        records.map(({ path }: { readonly path: string }) => path),
        ['adr/0001-fleet.md', 'adr/0002-ledger.md', 'adr/0003-parts.md'],
      );
      const found = (await said(checkCommand)).trim().split('\n');
      deepEqual(found, ['adr/0002-ledger.md:11:5 warning missing-record ADR-0009 is not among the 3 decisions here.']);
      const references: readonly { readonly file: string; readonly target: string }[] = JSON.parse(
        await said(refsCommand, '--json'),
      );
      deepEqual(
        references.filter(({ file }) => file.endsWith('S.md') || file === 'CLAUDE.md').map(({ target }) => target),
        ['adr/0001-fleet.md', 'adr/0002-ledger.md'],
      );
    });
  }

  it('is read once it is opened by its own name', async () => {
    const project = projectOf(new OverlayFiles(new DiskFiles(repository.root)));
    await project.load();
    equal(project.linksFor('CLAUDE.md').length, 0);
    equal(
      project.prefetch('CLAUDE.md', () => files['AGENTS.md']),
      true,
    );
    equal(project.linksFor('CLAUDE.md').length, 2);
    equal(
      project.prefetch('CLAUDE.md', () => files['AGENTS.md']),
      false,
    );
  });
});
