import { equal, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { answerCheck } from '../../../src/cli/checkAnswer';
import { refsCommand } from '../../../src/cli/refs';
import { adr } from '../rules/support';
import { cacheIn } from '../support/cacheIn';
import { removeFolder, TemporaryRepository, temporaryFolder, writeFileIn } from '../support/temporaryRepository';

const today = Date.parse('2026-11-20T12:00:00Z');
/** Read as code, tracked, ignored or neither; there are more than are read without a search. */
const many = Array.from({ length: 70 }, (_, at) => `lib/part${at}.ts`);
const code = ['src/a.ts', 'src/b.py', 'src/deep/c.go', 'ops/d.yaml', 'made/e.ts'];
const records = ['docs/adr/0001-a.md', 'docs/adr/0002-b.md', 'proposals/KIP-0042-x.md', 'docs/runbooks/drift.md'];
const notes = ['README.md', 'docs/notes.txt'];
const cites = [
  '// of ADR-0001\n',
  '// of ADR-0002\n',
  '// of ADR-0007\n',
  '// as KIP-0042 has it\n',
  'runbook: drift\n',
  '// docs/adr/0001-a.md\n',
  'const a = 1;\n',
  'UTF-8 and JIRA-12\n',
  '\uFEFF// [[0002-b]]\n',
  '\0 ADR-0001\n',
];
const wide = Buffer.from('\uFEFF// of ADR-0001\n', 'utf16le');
const ignored = ['', 'made/\n', 'src/*.ts\n', 'docs/adr/0002*\n'];
const statuses = ['Accepted', 'Proposed', 'Superseded by ADR-0002', 'Deprecated'];

/** A change, as it is shown where a sequence fails. */
interface Change {
  readonly what: 'write' | 'wide' | 'delete' | 'rename' | 'touch' | 'many' | 'add';
  readonly path: string;
  readonly to?: string;
}

const at = (paths: readonly string[]) => fc.constantFrom(...paths);
const anyPath = at([...code, ...records, ...notes, 'lib/part3.ts']);
const recordText = (path: string, status: string, title: string) =>
  adr(`${/\d+/.exec(path)?.[0] ?? '1'}. ${title}`, status);
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ what: fc.constant('write' as const), path: at([...code, ...notes]), to: at(cites) }),
  fc
    .tuple(at(records), at(statuses), at(['One', 'Two']))
    .map(([path, ...words]) => ({ what: 'write', path, to: recordText(path, ...words) }) as const),
  fc.record({ what: fc.constant('write' as const), path: fc.constant('.gitignore'), to: at(ignored) }),
  fc.record({ what: at(['wide', 'touch']) as fc.Arbitrary<'wide' | 'touch'>, path: at(code) }),
  fc.record({ what: fc.constant('delete' as const), path: anyPath }),
  fc.record({ what: fc.constant('rename' as const), path: anyPath, to: anyPath }),
  fc.record({ what: at(['many', 'add']) as fc.Arbitrary<'many' | 'add'>, path: fc.constant('') }),
);

function make({ what, path, to = '' }: Change, repository: TemporaryRepository): void {
  const { root } = repository;
  const file = join(root, path);
  if (what === 'write') writeFileIn(root, path, to);
  else if (what === 'delete') rmSync(file, { force: true });
  else if (what === 'add') repository.git('add', '--all');
  else if (what === 'rename' && existsSync(file)) {
    writeFileIn(root, to, '');
    renameSync(file, join(root, to));
  } else if (what === 'many') {
    for (const [index, each] of many.entries()) writeFileIn(root, each, cites[index % cites.length] ?? '');
  } else if (what === 'wide') {
    writeFileIn(root, path, '');
    writeFileSync(file, wide);
  } else if (what === 'touch') {
    // Another text of the same length, at the same time of content.
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '// of ADR-0001\n';
    writeFileIn(root, path, text.includes('0001') ? '// of ADR-0002\n' : '// of ADR-0001\n');
    utimesSync(file, 1_700_000_000, 1_700_000_000);
  }
}

const rounds = fc.array(fc.array(changes, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 });

describe('what refs and check keep', () => {
  let cache: string;
  let restore: () => void;
  const clock = Date.now;

  before(() => {
    cache = temporaryFolder();
    restore = cacheIn(cache);
    // A file counts as settled some seconds after it was written.
    Date.now = () => clock() + 60_000;
  });

  after(() => {
    Date.now = clock;
    restore();
    removeFolder(cache);
  });

  const refs = (root: string, ...more: readonly string[]) => refsCommand.run([root, ...more]);
  const check = async (root: string, ...more: readonly string[]) =>
    JSON.stringify(await answerCheck([root, ...more], today));

  function begin(): TemporaryRepository {
    const repository = TemporaryRepository.create();
    const { root } = repository;
    for (const path of records) writeFileIn(root, path, recordText(path, 'Accepted', 'One'));
    for (const [index, path] of [...code, ...many].entries()) writeFileIn(root, path, cites[index % 7] ?? '');
    // So that it is worth keeping.
    writeFileIn(root, 'docs/long.md', '- ADR-0001 and what is beside it, in a line of some length\n'.repeat(600));
    repository.git('add', '--all');
    return repository;
  }

  it('gives what reading everything gives, after any sequence of changes', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const repository = begin();
        const { root } = repository;
        try {
          for (const round of [[], ...all]) {
            for (const change of round) make(change, repository);
            equal(await refs(root, '--json'), await refs(root, '--json', '--no-cache'));
            equal(await check(root, '--json'), await check(root, '--json', '--no-cache'));
          }
          for (const form of [[], ['--sarif'], ['--github']])
            equal(await check(root, ...form), await check(root, ...form, '--no-cache'));
          equal(await refs(root), await refs(root, '--no-cache'));
          kept += readdirSync(join(cache, 'meridian')).length;
        } finally {
          repository.dispose();
        }
      }),
      { numRuns: 6 },
    );
    ok(kept > 0);
  });
});
