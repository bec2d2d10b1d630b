import { deepEqual, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { type RuleCode, ruleCodes } from '../../src/core/rules/sentences';
import type { MeridianApi } from '../../src/editor/api';
import { decision, deleteSample, meridian, sampleUri, until, writeSample } from './support/meridian';
import { sampleGit } from './support/sampleGit';

const folder = 'ruled';
const adr = (file: string) => `${folder}/docs/adr/${file}`;
const proposal = (title: string, head: string) =>
  `# ${title}\n\n- Status: proposed\n- ${head}\n\n## Decision\n\nWe do it.\n`;

/** A file for each rule that finds something in it, and the path of that file. */
const found: Readonly<Partial<Record<RuleCode, readonly [path: string, text: string]>>> = {
  'missing-record': [`${folder}/src/missing.ts`, '// ADR-0799\n'],
  'ambiguous-record': [`${folder}/src/ambiguous.ts`, '// ADR-0707\n'],
  'foreign-record': [
    `${folder}/src/foreign.ts`,
    `// https://github.com/other/thing/blob/main/docs/adr/0777-x-y.md\n${'\n'.repeat(8)}// ADR-0777\n`,
  ],
  'retired-record': [`${folder}/src/retired.ts`, '// ADR-0701\n'],
  'stale-slug': [`${folder}/src/stale.ts`, `// ${adr('0702-use-tables-for-all.md')}\n`],
  'no-successor': [adr('0703-keep-a-cache.md'), decision('703. Keep a cache', 'Superseded')],
  'one-sided-supersession': [adr('0704-use-soap.md'), decision('704. Use SOAP')],
  'premature-supersession': [
    adr('0705-use-grpc.md'),
    decision('705. Use gRPC', 'Proposed').concat('\nSupersedes ADR-0702.\n'),
  ],
  'supersession-cycle': [adr('0706-go-left.md'), decision('706. Go left', 'Superseded by ADR-0706')],
  'duplicate-id': [adr('0707-twice.md'), decision('707. Twice')],
  'title-number': [adr('0708-a-slip.md'), decision('702. A slip')],
  'damaged-record': [
    adr('0709-damaged.md'),
    decision('709. Damaged', `${'<'.repeat(7)} HEAD\nAccepted\n=======\nRejected\n${'>'.repeat(7)} topic`),
  ],
  'no-status': [adr('0710-none.md'), '# 710. None\n\n## Decision\n\nWe do it.\n'],
  'unknown-status': [adr('0711-stalled.md'), decision('711. Stalled', 'Stalled')],
  'overdue-proposal': [adr('0712-overdue.md'), proposal('712. Overdue', 'Deadline: 2024-01-02')],
  'broken-link': [adr('0713-link.md'), decision('713. Link').concat('\nSee [x](gone.md).\n')],
  'empty-scope': [adr('0714-scope.md'), `---\nscope: [gone/**]\n---\n${decision('714. Scope')}`],
  'gone-path': [adr('0715-gone.md'), decision('715. Gone').concat(`\nIn \`${folder}/src/gone.ts\`.\n`)],
  'drifted-path': [adr('0716-drifted.md'), decision('716. Drifted').concat(`\nIn \`${folder}/src/drifted.ts\`.\n`)],
};

/** What they are about; nothing is found in it. */
const others: Readonly<Record<string, string>> = {
  [adr('0701-use-files.md')]: decision('701. Use files', 'Superseded by ADR-0702'),
  [adr('0702-use-tables.md')]: decision('702. Use tables'),
  [adr('0707-twice-over.md')]: decision('707. Twice over'),
  [adr('0717-use-rest.md')]: decision('717. Use REST').concat('\nSupersedes ADR-0704.\n'),
  [`${folder}/src/held.ts`]: '// ADR-0702, ADR-0700..ADR-0799\n',
  [`${folder}/src/gone.ts`]: '// ADR-0702\n',
  [`${folder}/src/drifted.ts`]: Array.from({ length: 20 }, (_, at) => `export const a${at} = ${at};\n`).join(''),
};

describe('every rule of the check', () => {
  let api: MeridianApi;
  const settings = () => vscode.workspace.getConfiguration('meridian');
  let start: string;

  before(async () => {
    api = await meridian();
    start = (await sampleGit('rev-parse', 'HEAD')).trim();
    const all = [...Object.values(found), ...Object.entries(others)];
    for (const [path, text] of all) await writeSample(path, text);
    await sampleGit('add', folder);
    // What goes afterwards has to go later, in seconds.
    process.env.GIT_COMMITTER_DATE = '2026-01-02T10:00:00Z';
    await sampleGit('commit', '--quiet', '-m', 'Rule');
    delete process.env.GIT_COMMITTER_DATE;
    const isSeen = (path: string) => {
      const citing = api.projects.folders[0]?.view.backlinks(adr('0702-use-tables.md')) ?? [];
      return citing.some(({ file }) => file === path);
    };
    const isRead = () =>
      isSeen(`${folder}/src/gone.ts`) && api.projects.records().some(({ record: { id } }) => id === '0717');
    // A file that comes and goes before it is looked at was never there.
    await until(isRead, api.projects.onDidChange);
    await vscode.workspace.fs.delete(sampleUri(`${folder}/src/gone.ts`));
    await writeSample(
      `${folder}/src/drifted.ts`,
      (others[`${folder}/src/drifted.ts`] ?? '').replaceAll('const a', 'let b'),
    );
    await sampleGit('commit', '--quiet', '-am', 'Go on');
    await until(() => !isSeen(`${folder}/src/gone.ts`), api.projects.onDidChange);
    await api.whenRead();
    const off = { 'no-status': 'info', 'unknown-status': 'info', 'drifted-path': 'info' };
    await settings().update('check.rules', off, vscode.ConfigurationTarget.Global);
  });

  after(async () => {
    await vscode.commands.executeCommand('meridian.findings.close');
    await settings().update('check', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteSample(folder);
    await sampleGit('reset', '--quiet', '--mixed', start);
    await api.whenRead();
  });

  it('is reached by Check References, in the file that breaks it and in no other of these', async () => {
    const checks = await api.features.checks.load();
    await vscode.commands.executeCommand('meridian.checkReferences');
    const all = checks.workspace.found.flatMap(({ finding: { code, file } }) =>
      file.startsWith(`${folder}/`) ? [`${code} ${file}`] : [],
    );
    for (const code of ruleCodes)
      ok(found[code] && all.includes(`${code} ${found[code][0]}`), `${code} of ${all.join('\n')}`);
    deepEqual(
      Object.keys(others).filter((path) => all.some((line) => line.endsWith(` ${path}`))),
      [adr('0707-twice-over.md')],
    );
  });
});
