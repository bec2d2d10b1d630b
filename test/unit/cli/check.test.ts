import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../../src/cli/arguments';
import { answerCheck } from '../../../src/cli/checkAnswer';
import type { FindingAnswer } from '../../../src/core/rules/answers';
import { adr } from '../rules/support';
import { removeFolder, TemporaryRepository, temporaryFolder, writeFileIn } from '../support/temporaryRepository';

const now = Date.parse('2026-11-20T12:00:00Z');
const run = (...argv: readonly string[]) => answerCheck(argv, now);
const lines = async (...argv: readonly string[]) => (await run(...argv)).text.split('\n').filter(Boolean);

describe('meridian check', () => {
  let folder: string;

  before(() => {
    folder = temporaryFolder();
    writeFileIn(folder, 'docs/adr/0001-a.md', adr('1. A', 'Superseded by [ADR-0002](0002-b.md)'));
    writeFileIn(folder, 'docs/adr/0002-b.md', adr('2. B', 'Accepted'));
    writeFileIn(folder, 'src/a.ts', '// of ADR-0001\n// of ADR-0007\n');
  });

  after(() => removeFolder(folder));

  it('gives a line a finding, which a problem matcher reads, and the status 1', async () => {
    deepEqual(await run(folder), {
      text: [
        'src/a.ts:1:7 warning retired-record ADR-0001 is superseded; ADR-0002 (B) holds now.\n',
        'src/a.ts:2:7 warning missing-record ADR-0007 is not among the 2 decisions here.\n',
      ].join(''),
      status: 1,
    });
  });

  it('gives the same as data, with fixes', async () => {
    const [first, second] = JSON.parse((await run(folder, '--json')).text) as readonly FindingAnswer[];
    deepEqual(first, {
      file: 'src/a.ts',
      line: 1,
      column: 7,
      code: 'retired-record',
      severity: 'warning',
      message: 'ADR-0001 is superseded; ADR-0002 (B) holds now.',
      fix: {
        title: 'Cite ADR-0002',
        edits: [{ file: 'src/a.ts', startLine: 1, startColumn: 7, endLine: 1, endColumn: 15, text: 'ADR-0002' }],
      },
    });
    equal(second?.fix, null);
  });

  it('takes other weights, and only then another status', async () => {
    equal((await run(folder, '--fail-on', 'error')).status, 0);
    equal((await run(folder, '--fail-on', 'never', '--rule', 'missing-record=error')).status, 0);
    equal((await run(folder, '--fail-on', 'error', '--rule', 'missing-record=error')).status, 1);
    deepEqual(await lines(folder, '--rule', 'missing-record=off', '--rule', 'retired-record=off'), []);
    equal((await lines(folder, '--only', 'docs/adr/0001-a.md')).length, 0);
  });

  it('tells a forge the paths from the root of the repository, where a folder of it is checked', async () => {
    const repository = TemporaryRepository.create();
    for (const file of ['docs/adr/0001-a.md', 'docs/adr/0002-b.md', 'src/a.ts'])
      writeFileIn(repository.root, `web/${file}`, readFileSync(join(folder, file), 'utf8'));
    const web = join(repository.root, 'web');
    const annotated = await lines(web, '--github');
    deepEqual(
      annotated.map((line) => /file=([^,]+)/.exec(line)?.[1]),
      ['web/src/a.ts', 'web/src/a.ts'],
    );
    const [result] = JSON.parse((await run(web, '--sarif')).text).runs[0].results;
    equal(result.locations[0].physicalLocation.artifactLocation.uri, 'web/src/a.ts');
    equal(result.fixes[0].artifactChanges[0].artifactLocation.uri, 'web/src/a.ts');
    deepEqual(
      (await lines(web)).map((line) => line.split(':', 1)[0]),
      ['src/a.ts', 'src/a.ts'],
    );
    repository.dispose();
  });

  it('annotates for GitHub Actions, with text of the repository as text', async () => {
    const [first] = await lines(folder, '--github');
    equal(
      first,
      '::warning file=src/a.ts,line=1,col=7,endColumn=15,title=retired-record::ADR-0001 is superseded; ADR-0002 (B) holds now.',
    );
  });

  it('leaves out what a baseline has, wherever its line moved', async () => {
    const baseline = join(folder, '.meridian/baseline.json');
    deepEqual(await run(folder, '--baseline', baseline, '--write-baseline'), { text: '', status: 0 });
    ok(readFileSync(baseline, 'utf8').includes('missing-record src/a.ts: ADR-0007'));
    writeFileIn(folder, 'src/a.ts', '\n\n// of ADR-0001\n// of ADR-0007 and ADR-0007\n');
    deepEqual(await lines(folder, '--baseline', baseline), [
      'src/a.ts:4:20 warning missing-record ADR-0007 is not among the 2 decisions here.',
    ]);
    writeFileIn(folder, 'other.json', '[]');
    await rejects(run(folder, '--baseline', join(folder, 'other.json')), /other\.json is no baseline; write it again/);
    await rejects(run(folder, '--baseline', join(folder, 'none.json')), /none\.json cannot be read; write it first/);
  });

  it('refuses a file to answer about that is not there', async () => {
    await rejects(run(folder, '--only', 'docs/adr/nope.md'), /--only: docs\/adr\/nope\.md is not in /);
    deepEqual(await lines(folder, '--only', './src/a.ts'), await lines(folder, '--only', 'src/a.ts'));
  });

  it('counts what it found for people, beside the lines', async () => {
    const said: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = (text: string | Uint8Array) => said.push(String(text)) > 0;
    try {
      await run(folder);
      for (const form of ['--json', '--sarif']) await run(folder, form);
      await run(folder, '--only', 'docs/adr/0001-a.md');
    } finally {
      process.stderr.write = write;
    }
    deepEqual(said, ['4 warnings in 2 files\n']);
  });

  it('says in one line what is wrong with a call', async () => {
    const wrong: readonly (readonly [argv: readonly string[], message: RegExp])[] = [
      [['--json', '--sarif'], /--json and --sarif exclude each other/],
      [['--fail-on', 'always'], /"always" is no severity; there are error, warning, info, never/],
      [['--rule', 'no-status=loud'], /--rule no-status: "loud" is no severity; there are error, warning, info, off/],
      [['--rule', 'no-rule=off'], /no rule is called "no-rule"/],
      [['--write-baseline'], /needs --baseline FILE/],
      [['--base', ''], /needs a branch/],
      [['--comment', 'c.md'], /--comment needs a file and --base REF/],
    ];
    for (const [argv, message] of wrong) {
      await rejects(run(folder, ...argv), (error) => error instanceof UsageError && message.test(error.message));
    }
    await rejects(run(folder, '--base', 'main'), /--base: the directory is in no git repository/);
  });
});

describe('meridian check --base', () => {
  let repository: TemporaryRepository;

  beforeEach(() => {
    repository = TemporaryRepository.create();
    repository.write('docs/adr/0001-a.md', adr('1. A', 'Accepted'));
    repository.write('docs/adr/0002-b.md', adr('2. B', 'Accepted'));
    repository.write('src/old.ts', '// of ADR-0009\n// of ADR-0001\n').write('src/b.ts', '// of ADR-0002\n');
    repository.commit({ date: '2026-01-02T10:00:00Z' });
    repository.git('switch', '--quiet', '--create', 'topic');
  });

  afterEach(() => repository.dispose());

  it('reports what a change brings in, and what it leaves dead in files that it does not touch', async () => {
    repository.write('docs/adr/0001-a.md', adr('1. A', 'Superseded by [ADR-0002](0002-b.md)'));
    repository.write('src/new.ts', '// of ADR-0008\n');
    repository.commit({ date: '2026-01-03T10:00:00Z' });
    deepEqual(await lines(repository.root, '--base', 'main'), [
      'src/new.ts:1:7 warning missing-record ADR-0008 is not among the 2 decisions here.',
      'src/old.ts:2:7 warning retired-record ADR-0001 is superseded; ADR-0002 (B) holds now.',
    ]);
  });

  it('writes what the change has to do with decisions, for a comment on a pull request', async () => {
    const file = join(repository.root, '.git/comment.md');
    const comment = async () => {
      await run(repository.root, '--base', 'main', '--comment', file);
      return readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /^[-*]/.test(line));
    };
    deepEqual(await comment(), []);
    repository.write('docs/adr/0001-a.md', adr('1. A', 'Superseded by [ADR-0002](0002-b.md)'));
    repository.write('docs/adr/0003-c.md', adr('3. C', 'Proposed'));
    repository.write('src/b.ts', '\n// of ADR-0002\n');
    repository.commit({ date: '2026-01-03T10:00:00Z' });
    deepEqual(await comment(), [
      '**It edits**',
      '- ADR-0001 A (accepted → superseded, `docs/adr/0001-a.md`)',
      '- new: ADR-0003 C (proposed, `docs/adr/0003-c.md`)',
      '**Decisions and runbooks for what it changes**',
      '- ADR-0002 B (accepted, `docs/adr/0002-b.md`): `src/b.ts` cites it',
      '**It leaves these citing what no longer holds**',
      '- `src/old.ts:2`: ADR-0001 is superseded; ADR-0002 (B) holds now.',
    ]);
    repository.git('mv', 'docs/adr/0002-b.md', 'docs/adr/0002-bee.md');
    repository.git('rm', '--quiet', 'docs/adr/0001-a.md');
    repository.commit({ date: '2026-01-04T10:00:00Z' });
    deepEqual((await comment()).slice(1, 4), [
      '- ADR-0002 B (accepted, `docs/adr/0002-bee.md`, was `docs/adr/0002-b.md`)',
      '- new: ADR-0003 C (proposed, `docs/adr/0003-c.md`)',
      '- removed: ADR-0001 A (accepted, `docs/adr/0001-a.md`)',
    ]);
  });

  it('tells a file with several decisions by those that the change edits', async () => {
    const section = (title: string, status: string, ...more: readonly string[]) =>
      [`## ${title}`, '', `- Status: ${status}`, '', ...more, ''].join('\n');
    const log = (...sections: readonly string[]) => ['# Decisions', '', ...sections].join('\n');
    const all = [
      section('ADR-0011: Use X', 'accepted'),
      section('ADR-0012: Use Y', 'accepted'),
      section('ADR-0013: Use Z', 'accepted'),
    ];
    repository.write('DECISIONS.md', log(...all));
    repository.commit({ date: '2026-01-03T10:00:00Z' });
    const file = join(repository.root, '.git/comment.md');
    const edits = async () => {
      await run(repository.root, '--base', 'HEAD', '--comment', file);
      return readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('- '));
    };
    const [x = '', , z = ''] = all;
    repository.write(
      'DECISIONS.md',
      log(x, section('ADR-0012: Use Y', 'deprecated'), z, section('ADR-0014: Use W', 'proposed')),
    );
    deepEqual(await edits(), [
      '- ADR-0012 Use Y (accepted → deprecated, `DECISIONS.md#adr-0012-use-y`)',
      '- new: ADR-0014 Use W (proposed, `DECISIONS.md#adr-0014-use-w`)',
    ]);
    repository.write('DECISIONS.md', log(x, section('ADR-0012: Use Y or W', 'accepted', 'Because.')));
    deepEqual(await edits(), [
      '- ADR-0012 Use Y or W (accepted, `DECISIONS.md#adr-0012-use-y-or-w`, was `DECISIONS.md#adr-0012-use-y`)',
      '- removed: ADR-0013 Use Z (accepted, `DECISIONS.md#adr-0013-use-z`)',
    ]);
    repository.write('DECISIONS.md', log('All that holds.\n', ...all));
    deepEqual(await edits(), ['- DECISIONS (no status, `DECISIONS.md`)']);
    repository.git('checkout', '--quiet', '--force', 'HEAD');
    repository.git('rm', '--quiet', 'DECISIONS.md');
    deepEqual(
      (await edits()).map((line) => line.slice(0, 20)),
      ['- removed: ADR-0011 ', '- removed: ADR-0012 ', '- removed: ADR-0013 '],
    );
  });

  it('counts what is not committed, and no renamed file as new', async () => {
    repository.git('mv', 'src/old.ts', 'src/moved.ts');
    repository.commit({ date: '2026-01-03T10:00:00Z' });
    deepEqual(await lines(repository.root, '--base', 'main'), []);
    repository.write('src/b.ts', '// of ADR-0002\n// of ADR-0003\n').write('src/c.ts', '// of ADR-0004\n');
    repository.git('rm', '--quiet', 'docs/adr/0001-a.md');
    deepEqual(await lines(repository.root, '--base', 'main'), [
      'src/b.ts:2:7 warning missing-record ADR-0003 is not here: the only decision has another number.',
      'src/c.ts:1:7 warning missing-record ADR-0004 is not here: the only decision has another number.',
      'src/moved.ts:2:7 warning missing-record ADR-0001 is not here: the only decision has another number.',
    ]);
  });

  it('works in a part of the repository', async () => {
    for (const [path, text] of [
      ['docs/adr/0001-x.md', adr('1. X', 'Accepted')],
      ['c.ts', '// of ADR-0004\n'],
    ] as const) {
      repository.write(`src/${path}`, text);
      repository.commit({ date: '2026-01-03T10:00:00Z' });
    }
    deepEqual(await lines(join(repository.root, 'src'), '--base', 'HEAD~1'), [
      'c.ts:1:7 warning missing-record ADR-0004 is not here: the only decision has another number.',
    ]);
  });

  it('says what is missing where it cannot compare', async () => {
    await rejects(
      run(repository.root, '--base', 'nowhere'),
      /there is no branch, tag or commit "nowhere" here; fetch it/,
    );
    repository.git('switch', '--quiet', '--orphan', 'other');
    repository.write('a.md', '# A\n');
    repository.commit({ date: '2026-01-03T10:00:00Z' });
    await rejects(run(repository.root, '--base', 'main'), /have no commit in common here; fetch more of the history/);
  });
});
