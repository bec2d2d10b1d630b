import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withPicture } from '../../../scripts/house.mjs';
import { commands } from '../../../src/cli/commands';
import { manifest } from './manifest';

const ofCommandLine = ['README.md', 'docs/command-line.md', 'docs/teams.md'];
const files = [
  ...ofCommandLine,
  'CONTRIBUTING.md',
  'docs/conventions.md',
  'docs/house.md',
  'docs/reference.md',
  'docs/rules.md',
  'docs/runbooks/release.md',
  'docs/security.md',
];
const usage = commands.map((command) => command.usage).join('\n');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What a link to a chapter of a document may have behind `#`. */
function slugsIn(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#{1,4} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\d -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

for (const file of files) {
  const text = readFileSync(file, 'utf8');

  describe(file, () => {
    it('names commands of the terminal that are there, with options that they have', () => {
      const calls = [...text.matchAll(/(?:^|[`/])(?:meridian|cli@[\d.]+) ([a-z]+)([^`\n#|]*)/gm)];
      for (const [call, name, rest = ''] of calls) {
        const own = commands.find((command) => command.name === name)?.usage;
        ok(own !== undefined, call);
        const options = rest.match(/--[a-z-]+/g) ?? [];
        deepEqual(
          options.filter((option) => !own.includes(option)),
          [],
          call,
        );
      }
    });

    it('names options of the command line that are there', () => {
      // The others tell of scripts, which have options of their own.
      if (!ofCommandLine.includes(file)) return;
      const named = [...text.matchAll(/`(--[a-z][a-z-]+)[^`]*`/g)].map(([, option]) => option ?? '');
      deepEqual(
        named.filter((option) => !`${usage} --version --help`.includes(option)),
        [],
      );
    });

    it('has every option of the command line', () => {
      if (file !== 'docs/command-line.md') return;
      const options = new Set(usage.match(/--[a-z-]+/g));
      deepEqual(
        [...options].filter((option) => !text.includes(option)),
        [],
      );
    });

    it('names scripts of npm that are there', () => {
      const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? '');
      deepEqual(
        named.filter((name) => !(name in scripts)),
        [],
      );
    });

    it('names scripts and files of this repository that are there', () => {
      const named = [...text.matchAll(/(?:`|node )((?:scripts|test|src|\.github)\/[\w./-]+\.\w{2,4})\b/g)];
      deepEqual(
        named.map(([, path]) => path ?? '').filter((path) => !existsSync(path)),
        [],
      );
    });

    it('names settings that are there', () => {
      const named = [...text.matchAll(/[`"](meridian\.[a-z][\w.]+)[`"]/g)].map(([, key]) => key ?? '');
      deepEqual(
        named.filter((key) => !(key in manifest.contributes.configuration.properties)),
        [],
      );
    });

    it('leads to chapters that are there', () => {
      const links = [...text.matchAll(/\]\((?!https?:|command:)([^)#\s]*)#([^)]+)\)/g)];
      deepEqual(
        links
          .filter(([, path, slug]) => !slugsIn(path ? join(dirname(file), path) : file).includes(slug ?? ''))
          .map(([link]) => link),
        [],
      );
    });

    it('leads to documents and pictures that are there', () => {
      const links = [...text.matchAll(/\]\((?!https?:|#|command:)([^)#\s]+)/g)].map(([, path]) => path ?? '');
      deepEqual(
        links.filter((path) => !existsSync(join(dirname(file), path))),
        [],
      );
    });
  });
}

describe('docs/house.md', () => {
  it('shows the folders and their imports as they are', () => {
    const text = readFileSync('docs/house.md', 'utf8');
    equal(text, withPicture(text), 'node scripts/house.mjs --write draws them again');
  });
});
