import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { scenes } from '../../../scripts/pictures/scenes.mjs';
import { manifest } from './manifest';

interface Taken {
  readonly texts: readonly string[];
  /** The checksum of each picture. */
  readonly files: Readonly<Record<string, string>>;
}

const taken: Readonly<Record<string, Taken>> = JSON.parse(readFileSync('media/pictures.json', 'utf8'));
const sums = new Map(Object.values(taken).flatMap(({ files }) => Object.entries(files)));
const readme = readFileSync('README.md', 'utf8');
const shown = [...readme.matchAll(/\b(?:src|srcset)="([^"]+)"/g)].map(([, path]) => path ?? '');

describe('the pictures', () => {
  it('are those that the command takes, and say what it waits for', () => {
    deepEqual(
      scenes.map(({ name, texts }) => [name, texts]),
      Object.entries(taken).map(([name, { texts }]) => [name, texts]),
      'run npm run screenshots',
    );
  });

  it('are all there as they were taken, and no others', () => {
    const files = ['media/readme', 'media/walkthrough'].flatMap((folder) =>
      readdirSync(folder).map((name) => `${folder}/${name}`),
    );
    deepEqual(files.sort(), [...sums.keys()].sort());
    for (const file of files) {
      equal(createHash('sha256').update(readFileSync(file)).digest('hex'), sums.get(file), file);
    }
  });

  it('of the README are shown there, each dark and light', () => {
    deepEqual([...new Set(shown)].sort(), [...sums.keys()].filter((file) => file.startsWith('media/readme/')).sort());
    for (const file of shown) ok(shown.includes(file.replace(/(?:dark|light)\.png$/, 'dark.png')), file);
    for (const [, words = ''] of readme.matchAll(/<img src="[^"]+" alt="([^"]*)">/g)) match(words, /^[A-Z].{20,}/);
  });

  it('of the walkthrough are those of its steps', () => {
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const ofSteps = new Set(steps.flatMap(({ media }) => Object.values(media.image)));
    deepEqual([...ofSteps].sort(), [...sums.keys()].filter((file) => file.startsWith('media/walkthrough/')).sort());
  });

  it('stay small', () => {
    for (const file of sums.keys()) {
      const most = file.startsWith('media/walkthrough/') ? 26_000 : 90_000;
      ok(readFileSync(file).length <= most, file);
    }
  });
});
