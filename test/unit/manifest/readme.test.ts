import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { manifest, texts } from './manifest';
import { allSnippets } from './snippetFiles';

const readme = readFileSync('README.md', 'utf8');

describe('README', () => {
  const hidden = new Set(
    manifest.contributes.menus.commandPalette?.filter(({ when }) => when === 'false').map(({ command }) => command),
  );

  for (const { command, title } of manifest.contributes.commands.filter(({ command }) => !hidden.has(command))) {
    it(`names the command ${command}`, () => {
      const words = texts[title.replaceAll('%', '')] ?? '';
      assert.ok(words !== '' && readme.includes(words), words);
    });
  }

  for (const [key, setting] of Object.entries(manifest.contributes.configuration.properties)) {
    it(`has ${key} with its default and what it does`, () => {
      const words = texts[setting.markdownDescription?.replaceAll('%', '') ?? ''];
      assert.ok(readme.includes(`| \`${key}\` | \`${JSON.stringify(setting.default)}\` | ${words} |`));
    });
  }

  it('names no setting that is not there', () => {
    const named = [...readme.matchAll(/`(meridian\.[\w.]+)`/g)].map(([, key]) => key ?? '');
    assert.deepEqual(
      named.filter((key) => !(key in manifest.contributes.configuration.properties)),
      [],
    );
  });

  it('has every snippet with what it is for, and no other', () => {
    const listed = [...readme.matchAll(/^\| `(mer-[\w-]+)` \| (.*) \|$/gm)].map(([, prefix, words]) => [prefix, words]);
    assert.deepEqual(
      listed,
      allSnippets().map(({ prefix, description }) => [prefix, description]),
    );
  });

  it('shows pictures and documents that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    assert.ok(links.length >= 5);
    assert.deepEqual(
      links.filter((path) => !existsSync(path)),
      [],
    );
  });
});
