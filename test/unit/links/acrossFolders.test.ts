import assert from 'node:assert/strict';
import { parseRemotes } from '../../../src/core/forge/remotes';
import { resolveAcross } from '../../../src/core/links/acrossFolders';
import { scanReferences } from '../../../src/core/links/scan';
import type { ParsedRecord } from '../../../src/core/records/record';
import { parsedRecord } from '../support/records';
import { TestWorld } from './world';

const consensus = 'docs/adr/0024-consensus.md';

function folder(remote: string, paths: readonly string[], given: Partial<ParsedRecord> = {}): TestWorld {
  const made = new TestWorld(parseRemotes(remote === '' ? '' : `[remote "origin"]\n\turl = ${remote}\n`));
  for (const path of paths) made.write(path, '', parsedRecord(path, given));
  return made.write('README.md', '');
}

interface Window {
  readonly own?: TestWorld;
  readonly others?: Readonly<Record<string, TestWorld>>;
  readonly homeless?: boolean;
}

const architecture = () => folder('git@github.com:acme/architecture.git', [consensus, 'docs/adr/0030-logs.md']);

/** `folder:path` of what is elsewhere; else the target, or the resolution. */
function leads(text: string, from: string, { own = folder('', []), others, homeless }: Window = {}): readonly string[] {
  const all = Object.entries(others ?? { architecture: architecture() });
  const window = {
    root: '/w/app',
    others: all.map(([name, { graph }]) => ({ folder: name, root: `/w/${name}`, world: graph.world })),
    ...(homeless ? { homeless } : {}),
  };
  return resolveAcross(scanReferences(text, from), from, own.graph.world, window).map(
    ({ target, candidates, elsewhere = [], resolution }) =>
      [...(target ? [target] : candidates), ...elsewhere.map((one) => `${one.folder}:${one.path}`)].join(' ') ||
      resolution,
  );
}

const there = `architecture:${consensus}`;

describe('references into another folder of the window', () => {
  it('lead there by the address of its remote, over a record of the same path', () => {
    const url = `https://github.com/acme/architecture/blob/main/${consensus}`;
    assert.deepEqual(leads(`// ${url}`, 'src/a.ts'), [there]);
    assert.deepEqual(leads(`// ${url}`, 'src/a.ts', { own: folder('', [consensus]) }), [there]);
    const own = folder('https://github.com/acme/app.git', [consensus]);
    assert.deepEqual(leads('// https://github.com/acme/app/blob/main/docs/adr/0024-consensus.md', 'a.ts', { own }), [
      consensus,
    ]);
    assert.deepEqual(leads('// https://github.com/acme/other/blob/main/docs/adr/0024-consensus.md', 'a.ts', { own }), [
      'foreign',
    ]);
  });

  it('lead there by a path that leaves the own folder, never by one that stays in it', () => {
    const path = '../architecture/docs/adr/0024-consensus.md';
    assert.deepEqual(leads(`see ${path}`, 'README.md'), [there]);
    assert.deepEqual(leads(`see ../${path}`, 'docs/README.md'), [there]);
    assert.deepEqual(leads(`see ${path}`, 'docs/deep/README.md'), [there], 'as from the root');
    assert.deepEqual(leads('see architecture/docs/adr/0024-consensus.md', 'README.md'), [there]);
    const own = folder('', [consensus]);
    assert.deepEqual(leads(`see ${path}`, 'README.md', { own }), [there], 'over a stale path here');
    assert.deepEqual(leads(`see ${consensus}`, 'README.md', { own }), [consensus]);
    assert.deepEqual(leads('see ../architecture/docs/adr/0099-gone.md', 'README.md', { own }), ['missing']);
    assert.deepEqual(leads(`see [ADR-0024](${path})`, 'README.md', { own }), [there, there]);
  });

  it('lead there by the name of its repository beside a number', () => {
    const own = folder('https://github.com/acme/app.git', ['docs/adr/0024-mine.md']);
    assert.deepEqual(leads('acme/architecture ADR-0024', 'a.ts', { own }), [there]);
    assert.deepEqual(leads('ADR-0024 of acme/elsewhere', 'a.ts', { own }), ['foreign']);
    assert.deepEqual(leads('acme/architecture ADR-0099', 'a.ts', { own }), ['foreign']);
    assert.deepEqual(leads('ADR-0024', 'a.ts', { own }), ['docs/adr/0024-mine.md']);
  });

  it('lead there by number where only that folder has the series', () => {
    assert.deepEqual(leads('// ADR-0024, ADR 30 and ADR-0099', 'a.ts'), [there, 'architecture:docs/adr/0030-logs.md']);
    const own = folder('', ['docs/adr/0001-mine.md']);
    assert.deepEqual(leads('// ADR-0024', 'a.ts', { own }), ['missing'], 'the own series has no such number');
    const two = { architecture: architecture(), platform: folder('', ['adr/0024-other.md']) };
    assert.deepEqual(leads('// ADR-0024', 'a.ts', { others: two }), [], 'two folders have the series');
    const another = { architecture: architecture(), specs: folder('', ['rfcs/0024-x.md'], { kind: 'rfc' }) };
    assert.deepEqual(leads('// ADR-0024 and RFC 6455', 'a.ts', { others: another }), [there]);
    assert.deepEqual(leads('// ADR-0024 of acme/elsewhere', 'a.ts'), ['foreign']);
    const link = '[ADR-0024](https://github.com/acme/elsewhere/blob/main/docs/adr/0024-x.md)';
    assert.ok(!leads(link, 'a.md', { own: folder('https://github.com/acme/app', []) }).includes(there));
  });

  it('lead to the record of an address near them', () => {
    const own = folder('https://github.com/acme/app.git', ['docs/adr/0024-mine.md']);
    const text = `// https://github.com/acme/architecture/blob/main/${consensus}\n// as ADR-0024 has it\n`;
    assert.deepEqual(leads(text, 'a.ts', { own }), [there, there]);
  });

  it('are all that have the number in a text of no folder', () => {
    const own = folder('', ['docs/adr/0024-mine.md']);
    assert.deepEqual(leads('ADR-0024', 'untitled', { own, homeless: true }), [`docs/adr/0024-mine.md ${there}`]);
    assert.deepEqual(leads('ADR-0030', 'untitled', { own, homeless: true }), ['architecture:docs/adr/0030-logs.md']);
  });
});
