import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withPicture } from '../../../scripts/house.mjs';
import { commands } from '../../../src/cli/commands';
import { manifest } from './manifest';

const files = ['README.md', 'CONTRIBUTING.md', 'docs/teams.md', 'docs/house.md', 'docs/runbooks/release.md'];
const usage = commands.map((command) => command.usage).join('\n');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

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
      if (file !== 'README.md' && file !== 'docs/teams.md') return;
      const named = [...text.matchAll(/`(--[a-z][a-z-]+)[^`]*`/g)].map(([, option]) => option ?? '');
      deepEqual(
        named.filter((option) => !`${usage} --version --help`.includes(option)),
        [],
      );
    });

    it('has every option of the command line', () => {
      if (file !== 'README.md') return;
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

    it('leads to chapters of its own that are there', () => {
      const slug = (heading: string) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\d -]/gu, '')
          .replaceAll(' ', '-');
      const chapters = [...text.matchAll(/^#{1,4} (.+)$/gm)].map(([, heading]) => slug(heading ?? ''));
      const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, at]) => at ?? '');
      deepEqual(
        links.filter((link) => !chapters.includes(link)),
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
