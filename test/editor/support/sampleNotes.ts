import { readdirSync } from 'node:fs';
import { sampleUri } from './meridian';

const folder = 'docs/handoffs';

/** Kenji's note to Ann, as a path in the sample: its date is of the week before the sample was made. */
export function noteToAnn(): string {
  return noteNamed('-kenji-mori-to-ann-lee.md');
}

/** Ann's note to Kenji, two days before. */
export function noteToKenji(): string {
  return noteNamed('-ann-lee-to-kenji-mori.md');
}

function noteNamed(end: string): string {
  const [name] = readdirSync(sampleUri(folder).fsPath)
    .filter((one) => one.endsWith(end))
    .sort();
  return `${folder}/${name}`;
}
