import { basename, resolve } from 'node:path';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { median, table } from './measure';
import { openLasting } from './openLasting';

/** What Decisions must list, by the engine: the first file that cites a record for certain, and how its row begins. */
interface Listed {
  readonly records: number;
  readonly file: string;
  readonly words: string;
}

/** Milliseconds since the window was asked for. */
interface Opening {
  /** The explorer has its rows, which the editor does without Meridian. */
  readonly explorer: number;
  /** Decisions lists what the file in front cites. */
  readonly list: number;
}

const openings = 3;

async function whatIsListed(folder: string): Promise<Listed> {
  const project = openLasting(folder);
  await project.load();
  const records = project.records();
  const own = new Set(records.map(({ path }) => path));
  const cited = project.allReferences().find(({ file, reference }) => {
    return reference.resolution === 'resolved' && !own.has(file);
  });
  const first = cited && project.linksFor(cited.file)[0]?.record;
  if (!cited || !first) throw new Error(`none of the files cites one of ${records.length} records`);
  return { records: records.length, file: cited.file, words: first.title };
}

/** A fresh window each time: nothing is kept of the folder. */
async function open(folder: string, { file, words }: Listed): Promise<Opening> {
  const editor = await openEditor({ folder, file });
  const sinceAsked = () => editor.page.evaluate(() => performance.now());
  try {
    const explorer = await sinceAsked();
    await editor.openContainer('Meridian');
    await editor.webview(`main .row:has-text(${JSON.stringify(words)})`);
    return { explorer, list: await sinceAsked() };
  } finally {
    await editor.close();
  }
}

const head = ['folder', 'records', 'explorer has rows', 'Decisions has its list', 'slowest', 'file in front'];
const about = `
From the opening of a window with a file in front to the list of what the file cites, medians of ${openings} fresh windows,
the click on Meridian included. The explorer's rows are what the editor shows of the folder by itself.
`;

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export async function measureOpenings(folders: readonly string[]): Promise<string> {
  const rows: string[][] = [];
  for (const folder of folders.map((path) => resolve(path))) {
    const listed = await whatIsListed(folder);
    const all: Opening[] = [];
    for (let time = 0; time < openings; time += 1) all.push(await open(folder, listed));
    const [explorer, list] = [median(all.map((one) => one.explorer)), median(all.map((one) => one.list))];
    const slowest = Math.max(...all.map((one) => one.list));
    rows.push([basename(folder), String(listed.records), ...[explorer, list, slowest].map(seconds), listed.file]);
  }
  return `${about}\n${table(head, rows)}`;
}
