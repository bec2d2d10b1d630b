import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilePath } from '../../src/core/ports';
import type { Project } from '../../src/core/project';
import { noFilter } from '../../src/editor/records/views/model/recordsFilter';
import { RecordsModel } from '../../src/editor/records/views/model/recordsModel';
import { longestStall, median } from './measure';

/** The longest stalls in milliseconds (docs/adr/0017). */
export interface Stalls {
  readonly load: number;
  readonly dates: number;
  readonly edit: number;
  readonly rows: number;
}

/** What a window does with a folder that it opens, and with one edit of a record and of a source file that cites it. */
async function measureOnce(open: () => Project, root: string, edited: readonly FilePath[]): Promise<Stalls> {
  const project = open();
  const ask = () => {
    const records = project.records();
    for (const path of edited) {
      project.linksFor(path);
      project.backlinks(path);
    }
    return records;
  };
  const load = await longestStall(async () => {
    await project.load();
    ask();
  });
  const dates = await longestStall(async () => {
    await project.dateFromGit();
    ask();
  });
  for (const path of edited) await appendFile(join(root, path), '\n');
  const edit = await longestStall(async () => {
    await project.apply(edited.map((path) => ({ path, kind: 'changed' })));
    ask();
  });
  const entries = project.records().map((record) => ({ folder: '', folderName: '', record }));
  const rows = await longestStall(() => new RecordsModel(entries, noFilter, 'id', '2026-11-29'));
  return { load, dates, edit, rows };
}

/** Medians of three runs after one that warms up. */
export async function measureStalls(open: () => Project, root: string, edited: readonly FilePath[]): Promise<Stalls> {
  await measureOnce(open, root, edited);
  const all: Stalls[] = [];
  for (let run = 0; run < 3; run += 1) all.push(await measureOnce(open, root, edited));
  const of = (key: keyof Stalls) => median(all.map((run) => run[key]));
  return { load: of('load'), dates: of('dates'), edit: of('edit'), rows: of('rows') };
}
