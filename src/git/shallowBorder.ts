import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { objectName } from '../core/names/objectName';
import type { Repository } from './repository';

/** The commits at which a shallow clone was cut off; they seem to add every file. Never rejects. */
export async function shallowBorder({ commonDirectory }: Repository): Promise<readonly string[]> {
  const text = await readFile(join(commonDirectory, 'shallow'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => objectName.test(line));
}
