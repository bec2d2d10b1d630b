import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TemporaryRepository } from '../unit/support/temporaryRepository';
import { type CommandRow, commandRows } from './commandRows';
import { measureDrafts } from './drafts';
import { editorFigures } from './editorRows';
import { forAll, median, table, timed } from './measure';
import { measureOpenings } from './openings';
import { openLasting } from './openLasting';
import { benchOptions } from './options.mjs';
import { addCode, makeRepository } from './repository';
import { measureStalls } from './stalls';
import { loadTime } from './startup';

const sizes = [1_000, 10_000];
const runs = 3;
/** For the stalls: with these there are 50,000 files that can hold references, which is as many as are read. */
const sourcesPerRecord = 4;

/** The least that anything could do: read the same bytes, as many files at once as the project does. */
async function readAll(root: string, files: readonly string[]): Promise<number> {
  let bytes = 0;
  await forAll(files, 16, async (file) => {
    bytes += (await readFile(join(root, file))).length;
  });
  return bytes;
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
  const project = openLasting(root);
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

const ratioHead = ['records', 'read only', 'records', 'ratio', 'all', 'ratio', 'links of a file', 'after an edit'];
const aboutRatios = `
A repository of that many records and as many source files that cite them, medians of three runs.
"Read only" reads the same bytes in the same run and does nothing with them.
`;

async function ratioRow(root: string, files: readonly string[], count: number): Promise<string[]> {
  // Once unmeasured: the files are then in memory for everyone, and what is compared is the work.
  await measure(root, files, count);
  const all: Run[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await measure(root, files, count));
  const of = (key: keyof Run) => median(all.map((run) => run[key]));
  const [read, records, both] = [of('read'), of('records'), of('records') + of('references')];
  const ratio = (value: number) => `${(value / read).toFixed(1)} x`;
  const times = [ms(read), ms(records), ratio(records), ms(both), ratio(both), ms(of('links')), ms(of('edit'))];
  return [String(count), ...times];
}

const stallHead = ['records', 'source files', 'load', 'dates from git', 'an edit', 'the tree'];
const aboutStalls = `
The longest stall: how long timers and input had to wait at most, in the median of three runs. The rule is 16 ms; a
collection of garbage, or another program that has the processor, counts too. "An edit" is of a record and of a file
that cites it, with the records, links and backlinks asked for in the same turn. "The tree" is the Records view.
`;

async function stallRow(root: string, files: readonly string[], count: number): Promise<string[]> {
  await addCode(root, count * (sourcesPerRecord - 1));
  TemporaryRepository.create(root).commit({ date: '2024-01-01T12:00:00Z' });
  const { load, dates, edit, rows } = await measureStalls(() => openLasting(root), root, files.slice(-2));
  return [String(count), String(count * sourcesPerRecord), ms(load), ms(dates), ms(edit), ms(rows)];
}

/** Ratios of the last time that they were looked at, by the name of the row. */
const keptFile = 'test/bench/kept.json';
/** By how much a ratio may be above the kept one. */
const tolerance = 1.2;

const times = (ratio: number | null) => (ratio === null ? '' : `${ratio.toFixed(1)} x`);
const commandHead = ['command', 'floor', 'time', 'floor', 'clock', 'processor', 'to reach', 'kept'];
const aboutCommands = (count: number) => `
The command line, start of Node included, against a floor of the same run: medians of ${count} pairs that ran in turn.
"Kept" has the facts of the run before.
`;

/** What is compared with the kept figure: processor time where there is one, which a busy machine disturbs less. */
const compared = ({ clock, processor }: CommandRow): number => processor ?? clock;

async function measureCommands(options: Options): Promise<number> {
  const { only, large, pairs: count } = options;
  const tell = ({ name, clock, processor }: CommandRow) =>
    console.error(`${name}: clock ${times(clock)}, processor ${times(processor)}`);
  const rows = await commandRows(only, { withLarge: large, count }, tell);
  const kept: Record<string, number> = JSON.parse(await readFile(keptFile, 'utf8'));
  if (options.keep) {
    const next = { ...kept, ...Object.fromEntries(rows.map((row) => [row.name, Number(compared(row).toFixed(2))])) };
    await writeFile(keptFile, `${JSON.stringify(next, null, 2)}\n`);
  }
  if (options.json)
    console.log(
      JSON.stringify(
        rows.map((row) => ({ ...row, kept: kept[row.name] ?? null })),
        null,
        2,
      ),
    );
  else {
    const lines = rows.map((row) => {
      const [own, floor] = [ms(row.ms), ms(row.floorMs)];
      return [
        row.name,
        row.floor,
        own,
        floor,
        times(row.clock),
        times(row.processor),
        times(row.reach),
        times(kept[row.name] ?? null),
      ];
    });
    console.log(`${aboutCommands(count)}\n${table(commandHead, lines)}`);
  }
  const slower = rows.filter((row) => compared(row) > (kept[row.name] ?? Number.POSITIVE_INFINITY) * tolerance);
  for (const row of options.check ? slower : []) {
    console.error(`${row.name}: ${times(compared(row))}, kept ${times(kept[row.name] ?? null)}`);
  }
  return options.check && slower.length > 0 ? 1 : 0;
}

async function measureProject(): Promise<void> {
  const ratios: string[][] = [];
  const stalls: string[][] = [];
  for (const count of sizes) {
    const root = await mkdtemp(join(tmpdir(), 'meridian-bench-'));
    try {
      const files = await makeRepository(root, count);
      ratios.push(await ratioRow(root, files, count));
      stalls.push(await stallRow(root, files, count));
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }
  console.log(`${aboutRatios}\n${table(ratioHead, ratios)}`);
  console.log(`${aboutStalls}\n${table(stallHead, stalls)}`);
  console.log(await measureDrafts());
  console.log(`\n  The activation entry loads in ${ms(loadTime(resolve('dist/extension.js')))}.`);
}

const { values } = parseArgs({ options: benchOptions });
type Options = Omit<typeof values, 'pairs'> & { readonly pairs: number };

const editorHead = ['in the editor', 'own', 'the editor alone', 'to reach'];
const aboutEditor = `
In the editor, with a repository of 10,000 records and as many source files, and a file of 5,000 lines with 200 references.
"The editor alone" is a provider that returns a constant, or an empty webview, in the same run.
`;

async function measureEditor(isJson: boolean): Promise<void> {
  const figures = await editorFigures();
  if (isJson) return console.log(JSON.stringify(figures, null, 2));
  const rows = figures.map(({ name, own, floor, most, unit }) => {
    const words = (value: number | null) => (value === null ? '' : `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`);
    return [name, words(own), words(floor), words(most)];
  });
  console.log(`${aboutEditor}\n${table(editorHead, rows)}`);
}

async function main(): Promise<void> {
  if (values.editor) return measureEditor(values.json);
  if (values.folder.length > 0) return console.log(await measureOpenings(values.folder));
  process.exitCode = await measureCommands({ ...values, pairs: Number(values.pairs) });
  if (!values.json && !values.check && values.only.length === 0) await measureProject();
}

void main();
