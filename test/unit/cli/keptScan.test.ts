import { deepEqual, match, ok, rejects } from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkCommand } from '../../../src/cli/check';
import type { Answer, Command } from '../../../src/cli/command';
import { refsCommand } from '../../../src/cli/refs';
import { Project } from '../../../src/core/project';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { adr } from '../rules/support';
import { cacheIn } from '../support/cacheIn';
import { removeFolder, TemporaryRepository, temporaryFolder, writeFileIn } from '../support/temporaryRepository';

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

const everywhere = ['many', 'add', 'commit', 'commit', 'tomorrow', 'baseline'] as const;

/** A change, as it is shown where a sequence fails. */
interface Change {
  readonly what:
    | ('write' | 'wide' | 'delete' | 'rename' | 'touch' | 'back' | 'chmod' | 'link')
    | (typeof everywhere)[number];
  readonly path: string;
  readonly to?: string;
}

const at = (paths: readonly string[]) => fc.constantFrom(...paths);
const anyPath = at([...code, ...records, ...notes, 'lib/part3.ts']);
const recordText = (path: string, status: string, title: string) =>
  adr(`${/\d+/.exec(path)?.[0] ?? '1'}. ${title}`, status, 'It is in `src/a.ts`, `src/b.py` and `ops/d.yaml`.');
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ what: fc.constant('write' as const), path: at([...code, ...notes]), to: at(cites) }),
  fc
    .tuple(at(records), at(statuses), at(['One', 'Two']))
    .map(([path, ...words]) => ({ what: 'write', path, to: recordText(path, ...words) }) as const),
  fc.record({ what: fc.constant('write' as const), path: fc.constant('.gitignore'), to: at(ignored) }),
  fc.record({ what: at(['wide', 'touch']) as fc.Arbitrary<'wide' | 'touch'>, path: at(code) }),
  fc.record({ what: fc.constant('delete' as const), path: anyPath }),
  fc.record({ what: fc.constant('rename' as const), path: anyPath, to: anyPath }),
  fc.record({ what: at(['chmod', 'back']) as fc.Arbitrary<'chmod' | 'back'>, path: anyPath }),
  fc.record({ what: fc.constant('link' as const), path: anyPath, to: at([...code, ...records]) }),
  fc.record({ what: fc.constantFrom(...everywhere), path: fc.constant('') }),
);

/** Of the same length each. */
const twins: Readonly<Record<string, string>> = {
  ...{ '0001': '0002', '0002': '0001' },
  ...{ Accepted: 'Proposed', Proposed: 'Accepted' },
};

function make({ what, path, to = '' }: Change, repository: TemporaryRepository): void {
  const { root } = repository;
  const file = join(root, path);
  const facts = lstatSync(file, { throwIfNoEntry: false });
  const write = (name: string, content: string | Uint8Array) => {
    // Not what a link leads to.
    rmSync(join(root, name), { force: true });
    writeFileSync(writeFileIn(root, name, ''), content);
  };
  if (what === 'write') write(path, to);
  else if (what === 'delete') rmSync(file, { force: true });
  else if (what === 'add') repository.git('add', '--all');
  else if (what === 'commit') repository.git('commit', '--quiet', '--allow-empty', '--message=next');
  else if (what === 'tomorrow') days++;
  else if (what === 'rename' && facts?.isFile()) {
    write(to, '');
    renameSync(file, join(root, to));
  } else if (what === 'many') {
    for (const [index, each] of many.entries()) write(each, cites[index % cites.length] ?? '');
  } else if (what === 'wide') write(path, wide);
  else if (what === 'touch') {
    // Another text of the same length, at the same time of content.
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '// of ADR-0001\n';
    write(path, text.includes('0001') ? '// of ADR-0002\n' : '// of ADR-0001\n');
    utimesSync(file, 1_700_000_000, 1_700_000_000);
  } else if (what === 'back' && facts?.isFile()) {
    const text = readFileSync(file, 'latin1').replace(/000[12]|Accepted|Proposed/g, (word) => twins[word] ?? word);
    writeFileSync(file, text, 'latin1');
    utimesSync(file, facts.atime, facts.mtime);
  } else if (what === 'chmod' && facts?.isFile()) chmodSync(file, facts.mode ^ 0o111);
  else if (what === 'link' && path !== to) {
    write(path, '');
    rmSync(file);
    symlinkSync(join(root, to), file);
    // Where the index has a file there, git looks for it and no further.
    repository.git('add', '--force', path);
  }
}

const rounds = fc.array(fc.array(changes, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 });
/** On the clock of the calls. */
let days = 0;

describe('what refs and check keep', () => {
  let cache: string;
  let restore: () => void;
  const clock = Date.now;
  const { read } = DiskFiles.prototype;
  const { loadRecords } = Project.prototype;
  /** What was read of the disk, and how often all was worked out. */
  const reads: string[] = [];
  let works = 0;

  before(() => {
    cache = temporaryFolder();
    restore = cacheIn(cache);
    // A file counts as settled some seconds after it was written.
    Date.now = () => clock() + 60_000 + days * 86_400_000;
    DiskFiles.prototype.read = function (file, most) {
      reads.push(file);
      return read.call(this, file, most);
    };
    Project.prototype.loadRecords = function (...args) {
      works++;
      return loadRecords.apply(this, args);
    };
  });

  after(() => {
    Date.now = clock;
    DiskFiles.prototype.read = read;
    Project.prototype.loadRecords = loadRecords;
    restore();
    removeFolder(cache);
  });

  /** All that a call says. */
  async function said(command: Command<string | Answer>, argv: readonly string[]) {
    const told: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = (text: string | Uint8Array) => told.push(String(text)) > 0;
    try {
      return { answer: await command.run(argv), told: told.join('') };
    } finally {
      process.stderr.write = write;
    }
  }

  /** Asks twice, of which the second is known, and without what was kept. */
  async function isSame(command: Command<string | Answer>, root: string, ...more: readonly string[]) {
    const first = await said(command, [root, ...more]);
    [reads.length, works] = [0, 0];
    const second = await said(command, [root, ...more]);
    const again = reads.filter((path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile());
    deepEqual([works, again], [0, []]);
    const fresh = await said(command, [root, ...more, '--no-cache']);
    deepEqual(second, fresh);
    deepEqual(first, fresh);
    return fresh;
  }

  function begin(): TemporaryRepository {
    const repository = TemporaryRepository.create();
    const { root } = repository;
    for (const path of records) writeFileIn(root, path, recordText(path, 'Accepted', 'One'));
    for (const [index, path] of [...code, ...many].entries()) writeFileIn(root, path, cites[index % 7] ?? '');
    // So that it is worth keeping.
    writeFileIn(root, 'docs/long.md', '- ADR-0001 and what is beside it, in a line of some length\n'.repeat(600));
    // A time that can be set back to the same.
    for (const path of [...records, ...code, ...many]) utimesSync(join(root, path), 1_700_000_000, 1_700_000_000);
    repository.commit({ date: '2024-05-06T10:00:00+00:00' });
    repository.git('branch', 'base');
    return repository;
  }

  it('gives what reading everything gives, after any sequence of changes', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const repository = begin();
        const { root } = repository;
        const baseline = ['--baseline', join(root, 'known.json')];
        try {
          for (const [index, round] of [[], ...all].entries()) {
            for (const change of round) {
              if (change.what === 'baseline') await checkCommand.run([root, ...baseline, '--write-baseline']);
              else make(change, repository);
            }
            // Each has an answer of its own that is kept; one of a round is enough over several.
            const isKnown = existsSync(join(root, 'known.json'));
            const asked: readonly (readonly [Command<string | Answer>, ...string[]])[] = [
              [refsCommand, '--json'],
              [checkCommand],
              [checkCommand, '--base', 'base', '--json'],
              isKnown ? [checkCommand, ...baseline, '--json'] : [checkCommand, '--json'],
            ];
            for (const which of [index % 4, (index + 2) % 4]) {
              const [command, ...more] = asked[which] ?? [refsCommand];
              await isSame(command, root, ...more);
            }
          }
          await isSame(checkCommand, root, '--sarif', '--no-git');
          await isSame(refsCommand, root);
          deepEqual(
            await said(checkCommand, [root, '--github']),
            await said(checkCommand, [root, '--github', '--no-cache']),
          );
        } finally {
          repository.dispose();
        }
      }),
      { numRuns: 3 },
    );
  });

  it('sees each kind of change by itself', async () => {
    const repository = begin();
    const { root } = repository;
    const git = (...args: readonly string[]) => void repository.git(...args);
    const write = (path: string, text: string) => void writeFileIn(root, path, text);
    const changes: readonly (readonly [what: string, change: () => void])[] = [
      ['nothing', () => {}],
      ['the same size and time', () => make({ what: 'back', path: 'lib/part0.ts' }, repository)],
      ['so of a record', () => make({ what: 'back', path: 'docs/adr/0001-a.md' }, repository)],
      ['a file that is not tracked', () => write('src/new.ts', '// of ADR-0009\n')],
      ['one that is ignored', () => write('.gitignore', 'src/new.ts\n')],
      ['and no more', () => write('.gitignore', '')],
      ['one that is added', () => git('add', '--all')],
      ['a commit', () => git('commit', '--quiet', '--message=a')],
      ['a file that is gone', () => rmSync(join(root, 'src/a.ts'))],
      ['its removal', () => git('add', '--all')],
      ['the commit of it', () => git('commit', '--quiet', '--message=b')],
      ['another name of the commit', () => git('commit', '--quiet', '--amend', '--message=c')],
      ['a record that the index has otherwise', () => git('update-index', '--chmod=+x', 'docs/adr/0002-b.md')],
      ['a record that may be run', () => chmodSync(join(root, 'docs/runbooks/drift.md'), 0o755)],
      ['a link in the place of a file', () => make({ what: 'link', path: 'src/b.py', to: 'lib/part1.ts' }, repository)],
      ['what it leads to', () => write('lib/part1.ts', '// of ADR-0008\n')],
      ['a branch', () => git('checkout', '--quiet', '--force', '-b', 'side', 'HEAD~1')],
      ['no repository', () => removeFolder(join(root, '.git'))],
    ];
    const answers = new Set<string>();
    for (const [index, [what, change]] of changes.entries()) {
      change();
      try {
        answers.add(JSON.stringify(await isSame(checkCommand, root)));
        // They keep by the same notes as the other, so that every second change is enough for each.
        if (index % 2 === 0 || what === 'no repository') await isSame(refsCommand, root, '--json');
        else await isSame(checkCommand, root, '--base', 'base');
      } catch (error) {
        throw new Error(`after ${what}`, { cause: error });
      }
    }
    ok(answers.size > 7, `${answers.size} answers`);
    repository.dispose();
  });

  it('is not taken where the base is another', async () => {
    const repository = begin();
    const { root } = repository;
    const base = ['--base', 'base'];
    writeFileIn(root, 'src/new.ts', '// of ADR-0009\n');
    match((await isSame(checkCommand, root, ...base)).told, /1 warning in 1 file/);
    repository.commit({ date: '2024-05-07T10:00:00+00:00' });
    await isSame(checkCommand, root, ...base);
    repository.git('branch', '--force', 'base');
    deepEqual((await isSame(checkCommand, root, ...base)).told, '');
    writeFileIn(root, 'src/new.ts', '// of ADR-0008\n');
    await isSame(checkCommand, root, ...base);
    writeFileIn(root, 'src/new.ts', '// of ADR-0001\n');
    await isSame(checkCommand, root, ...base);
    rmSync(join(root, 'docs/adr/0001-a.md'));
    await isSame(checkCommand, root, ...base);
    await rejects(checkCommand.run([root, '--base', 'none']), /no branch, tag or commit/);
    repository.dispose();
  });

  it('is not taken where the day is another, or a baseline', async () => {
    const repository = begin();
    const { root } = repository;
    const by = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const due = `# 9. Later\n\n- Status: proposed\n- **Decide by**: ${by}\n\n## Context\n\nSome.\n`;
    writeFileIn(root, 'docs/adr/0009-later.md', due);
    const baseline = ['--baseline', join(root, 'known.json')];
    await checkCommand.run([root, ...baseline, '--write-baseline']);
    await isSame(checkCommand, root, ...baseline);
    days += 4;
    match((await isSame(checkCommand, root, ...baseline)).told, /1 warning in 1 file/);
    // Of which no file of the folder tells.
    const outside = ['--baseline', join(cache, 'known.json'), '--no-git'];
    await checkCommand.run([root, ...outside, '--write-baseline']);
    await isSame(checkCommand, root, ...outside);
    writeFileIn(cache, 'known.json', readFileSync(join(root, 'known.json'), 'utf8'));
    await isSame(checkCommand, root, ...outside);
    writeFileIn(root, 'known.json', '{');
    await rejects(checkCommand.run([root, ...baseline]), /no baseline/);
    rmSync(join(root, 'known.json'));
    await rejects(checkCommand.run([root, ...baseline]), /cannot be read/);
    await rejects(checkCommand.run([root, '--only', 'src/none.ts']), /is not in/);
    repository.dispose();
  });
});
