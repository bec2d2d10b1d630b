import { deepEqual, equal, match, ok, throws } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cliName, cliTarball, manifest } from '../../scripts/artefacts.mjs';
import { runNpm } from '../../scripts/run-command.mjs';
import { TemporaryRepository } from '../unit/support/temporaryRepository';

describe('the command line, installed from its package', () => {
  let folder: string;
  let repository: TemporaryRepository;

  /** What npm links into a person's PATH. */
  function meridian(...args: string[]): string {
    const isWindows = process.platform === 'win32';
    const program = join(folder, 'node_modules/.bin', isWindows ? 'meridian.cmd' : 'meridian');
    return execFileSync(program, args, { encoding: 'utf8', shell: isWindows });
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meridian-command-line-'));
    const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
    await runNpm(['install', resolve(cliTarball), ...options, '--prefix', folder], { cwd: folder });
    repository = TemporaryRepository.create();
    repository.commit({ date: '2026-11-19T09:00:00Z', message: 'Begin' });
    repository.git('checkout', '--quiet', '-b', 'LED-42-split-ledger');
    repository
      .write('ledger.ts', '')
      .commit({ date: '2026-11-20T09:00:00Z', message: 'LED-42: split the ledger', author: 'Ann' });
  });
  after(async () => {
    repository.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('has what runs, what it is and whose code it contains, and nothing else', async () => {
    const place = join(folder, 'node_modules', cliName);
    const others = ['LICENSE', 'README.md', 'package.json', 'third-party-notices.txt'];
    const names = await readdir(place);
    deepEqual(
      names.filter((name) => !name.endsWith('.js')),
      others,
    );
    ok(!existsSync(join(folder, 'node_modules/.bin/vsce')) && (await readdir(join(folder, 'node_modules'))).length < 4);
    const readme = readFileSync(join(place, 'README.md'), 'utf8');
    match(readme, /^\| `meridian records \[DIR\]` \|/m);
    deepEqual(readme.match(/\]\((?!https:)[^)]*\)/g), null, 'a link to what is not in the package');
  });

  it('says its version, and what it can do', () => {
    equal(meridian('--version'), `${manifest.version}\n`);
    match(meridian('--help'), /meridian records \[DIR\](?:.*\n)+Exit status: 0 done/);
    match(meridian('check', '--help'), /^ {2}meridian check \[DIR\].*\n.*\n$/);
    equal(meridian('help', 'check'), meridian('check', '--help'));
    throws(() => meridian('nothing', '--help'), /no command is called "nothing"; see meridian --help/);
    throws(() => meridian('check', '--nothing'), /Unknown option '--nothing'; see meridian check --help/);
  });

  it('lists records', () => {
    const records = JSON.parse(meridian('records', 'test/fixtures/payments', '--json'));
    deepEqual(
      records.map((record: { id: string }) => record.id),
      ['0001', '0012'],
    );
  });

  it('drafts a pull request', () => {
    match(meridian('pr', repository.root), /^## Why\n\nFor LED-42\n/);
  });

  it('drafts a handoff', () => {
    const day = ['--since', '2026-11-20', '--until', '2026-11-20', '--zone', 'Europe/London', '--author', 'Ann'];
    match(meridian('handoff', repository.root, ...day), /LED-42: split the ledger/i);
  });
});
