import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from '../../../src/core/project';
import { isRetired } from '../../../src/core/records/succession';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { NodePacer } from '../../../src/disk/nodePacer';
import { silent } from './projectSupport';

/** docs/adr/0001: a decision of ours that the code cites is there, is in force, and says what was decided. */
describe("this repository's own records", () => {
  const project = new Project({
    files: new DiskFiles(process.cwd()),
    git: () => null,
    log: silent,
    pacer: new NodePacer(),
    settings: { include: [], exclude: [] },
  });
  before(() => project.load());

  it('are decisions with a status, a date and a sentence, and runbooks with first steps', () => {
    const decisions = project.records().filter(({ path }) => path.startsWith('docs/adr/'));
    assert.ok(decisions.length >= 7);
    for (const { path, status, date, decision, problem } of decisions) {
      assert.ok(status === 'accepted' || status === 'superseded', path);
      assert.ok(date !== null && decision !== null && problem === null, path);
    }
    const runbooks = project.records().filter(({ kind }) => kind === 'runbook');
    assert.ok(runbooks.length >= 2);
    for (const { path, runbook } of runbooks) assert.equal(runbook?.firstSteps.length, 3, path);
  });

  it('are in force where the code cites them', () => {
    const files = ['src', 'scripts'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    );
    const sources = files.filter((file) => /\.(?:ts|mjs)$/.test(file)).map((file) => readFileSync(file, 'utf8'));
    const cited = sources.flatMap((text) =>
      [...text.matchAll(/\((docs\/adr\/\d{4})\)/g)].map(([, path]) => path ?? ''),
    );
    assert.ok(new Set(cited).size >= 6, 'decisions that no code cites are not next to the code');
    for (const path of cited) {
      const [reference] = project.referencesIn('src/extension.ts', `// ${path}`);
      const record = project.record(reference?.target ?? '');
      assert.ok(record && !isRetired(record), path);
    }
  });
});
