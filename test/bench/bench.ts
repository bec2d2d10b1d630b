import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Project } from '../../src/core/project';
import { noSettings } from '../../src/core/records/find/settings';
import { DiskFiles } from '../../src/disk/diskFiles';
import { NodePacer } from '../../src/disk/nodePacer';
import { forAll, median, table, timed } from './measure';
import { makeRepository } from './repository';
import { loadTime } from './startup';

const sizes = [1_000, 10_000];
const runs = 3;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** The least that anything could do: read the same bytes, as many files at once as the project does. */
async function readAll(root: string, files: readonly string[]): Promise<number> {
  let bytes = 0;
  await forAll(files, 16, async (file) => {
    bytes += (await readFile(join(root, file))).length;
  });
  return bytes;
}

function open(root: string): Project {
  return new Project({
    files: new DiskFiles(root),
    git: () => null,
    log: quiet,
    pacer: new NodePacer(),
    settings: noSettings,
  });
}

interface Run {
  readonly read: number;
  readonly records: number;
  readonly references: number;
  readonly links: number;
  readonly edit: number;
}

async function measure(root: string, files: readonly string[], count: number): Promise<Run> {
  const read = await timed(() => readAll(root, files));
  const project = open(root);
  const records = await timed(() => project.loadRecords());
  const references = await timed(() => project.scanReferences());
  const found = project.records().length;
  if (found !== count) throw new Error(`${found} records were found among ${count}`);
  const source = files.at(-1) ?? '';
  const links = await timed(() => project.linksFor(source));
  if (links.value.length === 0) throw new Error(`nothing is linked to ${source}`);
  const edit = await timed(async () => {
    await project.apply([{ path: files.at(-2) ?? '', kind: 'changed' }]);
    return project.linksFor(source);
  });
  return { read: read.ms, records: records.ms, references: references.ms, links: links.ms, edit: edit.ms };
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

async function main(): Promise<void> {
  const head = ['records', 'read only', 'records', 'ratio', 'all', 'ratio', 'links of a file', 'after an edit'];
  const rows: string[][] = [];
  for (const count of sizes) {
    const root = await mkdtemp(join(tmpdir(), 'meridian-bench-'));
    try {
      const files = await makeRepository(root, count);
      // Once unmeasured: the files are then in memory for everyone, and what is compared is the work.
      await measure(root, files, count);
      const all: Run[] = [];
      for (let run = 0; run < runs; run += 1) all.push(await measure(root, files, count));
      const of = (key: keyof Run) => median(all.map((run) => run[key]));
      const [read, records, both] = [of('read'), of('records'), of('records') + of('references')];
      const ratio = (value: number) => `${(value / read).toFixed(1)} x`;
      rows.push([
        String(count),
        ms(read),
        ms(records),
        ratio(records),
        ms(both),
        ratio(both),
        ms(of('links')),
        ms(of('edit')),
      ]);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }
  console.log('\nA repository of that many records and as many source files that cite them, medians of three runs.');
  console.log('"Read only" reads the same bytes in the same run and does nothing with them.\n');
  console.log(table(head, rows));
  console.log(`\n  The activation entry loads in ${ms(loadTime(resolve('dist/extension.js')))}.`);
}

void main();
