import { deepEqual, equal, match } from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ScriptedServer } from '../unit/github/scriptedServer';
import { adr } from '../unit/rules/support';
import { removeFolder, TemporaryRepository, temporaryFolder, writeFileIn } from '../unit/support/temporaryRepository';

describe('the GitHub Action', () => {
  let folder: string;

  before(() => {
    folder = temporaryFolder();
    writeFileIn(folder, 'checked/docs/adr/0001-a.md', adr('1. A', 'Superseded'));
    writeFileIn(folder, 'checked/src/a.ts', '// of ADR-0009, with a | and <b>\n');
    writeFileIn(folder, 'summary.md', '');
  });

  after(() => removeFolder(folder));

  const run = (variables: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, ['scripts/action.mjs'], {
      encoding: 'utf8',
      env: {
        ...process.env,
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
        MERIDIAN_DIRECTORY: join(folder, 'checked'),
        MERIDIAN_PROGRAM: resolve('dist-cli/cli.js'),
        ...variables,
      },
    });

  it('annotates, writes the summary and SARIF, and fails', () => {
    const sarif = join(folder, 'out.sarif');
    const { status, stdout } = run({ MERIDIAN_SARIF: sarif });
    equal(status, 1);
    match(stdout, /^::warning file=docs\/adr\/0001-a\.md,line=5,col=1,endColumn=11,title=no-successor::This record/m);
    match(readFileSync(join(folder, 'summary.md'), 'utf8'), /^### Meridian: 2 findings\n\n\| \| Place \| Rule \| \|\n/);
    deepEqual(
      JSON.parse(readFileSync(sarif, 'utf8')).runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId),
      ['no-successor', 'missing-record'],
    );
  });

  it('takes weights, a line each, and may report without failing', () => {
    const off = run({ MERIDIAN_RULES: 'no-successor=off\nmissing-record=off\n' });
    deepEqual([off.status, off.stdout], [0, '']);
    equal(run({ MERIDIAN_FAIL_ON: 'never' }).status, 0);
    equal(run({ MERIDIAN_FAIL_ON: 'error' }).status, 0);
    equal(run({ MERIDIAN_RULES: '$(touch x)=off' }).status, 2);
  });

  it('keeps the comment on a pull request, and answers for the check alone', async () => {
    const repository = TemporaryRepository.create();
    const server = await ScriptedServer.start(({ method }) => (method === 'GET' ? { body: [] } : { body: {} }));
    try {
      repository.write('docs/adr/0001-a.md', adr('1. A', 'Accepted')).commit({ date: '2026-01-02T10:00:00Z' });
      const base = repository.git('rev-parse', 'HEAD').trim();
      repository.write('src/a.ts', '// of ADR-0001\n').commit({ date: '2026-01-03T10:00:00Z' });
      const place = { full_name: 'acme/ledger' };
      const pull = { number: 12, base: { sha: base }, head: { repo: place } };
      writeFileIn(folder, 'event.json', JSON.stringify({ repository: place, pull_request: pull }));
      const { stdout } = await promisify(execFile)(process.execPath, ['scripts/action.mjs'], {
        env: {
          ...process.env,
          GITHUB_API_URL: server.origin,
          GITHUB_EVENT_PATH: join(folder, 'event.json'),
          GITHUB_REPOSITORY: 'acme/ledger',
          GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
          MERIDIAN_COMMENT: 'true',
          MERIDIAN_DIRECTORY: repository.root,
          MERIDIAN_PROGRAM: resolve('dist-cli/cli.js'),
          MERIDIAN_TOKEN: 't0ken',
        },
      });
      equal(stdout, 'comment: written\n');
      const [, written] = server.asked;
      match(JSON.stringify(written?.body), /ADR-0001 A \(accepted, `docs\/adr\/0001-a\.md`\): `src\/a\.ts` cites it/);
    } finally {
      await server.stop();
      repository.dispose();
    }
  });
});
