import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { manifest, texts } from './manifest';
import { allSnippets } from './snippetFiles';

const reference = readFileSync('docs/reference.md', 'utf8');

describe('docs/reference.md', () => {
  const hidden = new Set(
    manifest.contributes.menus.commandPalette?.filter(({ when }) => when === 'false').map(({ command }) => command),
  );

  for (const { command, title } of manifest.contributes.commands.filter(({ command }) => !hidden.has(command))) {
    it(`names the command ${command}`, () => {
      const words = texts[title.replaceAll('%', '')] ?? '';
      assert.ok(words !== '' && reference.includes(words), words);
    });
  }

  for (const [key, setting] of Object.entries(manifest.contributes.configuration.properties)) {
    it(`has ${key} with its default and what it does`, () => {
      const words = texts[setting.markdownDescription?.replaceAll('%', '') ?? ''];
      assert.ok(reference.includes(`| \`${key}\` | \`${JSON.stringify(setting.default)}\` | ${words} |`));
    });
  }

  it('has no command in its table that is not there', () => {
    const table = reference.split('| command | |\n')[1]?.split('\n\n')[0] ?? '';
    const named = [...table.matchAll(/^\| ([A-Z].*?) \|/gm)].flatMap(([, cell]) => cell?.split(' · ') ?? []);
    const titles = new Set(manifest.contributes.commands.map(({ title }) => texts[title.replaceAll('%', '')]));
    assert.ok(named.length > 20);
    assert.deepEqual(
      named.filter((title) => !titles.has(title)),
      [],
    );
  });

  it('counts the snippets', () => {
    assert.ok(reference.includes(`All ${allSnippets().length} snippets`));
  });

  it('has every snippet with what it is for, and no other', () => {
    const listed = [...reference.matchAll(/^\| `(mer-[\w-]+)` \| (.*) \|$/gm)].map(([, prefix, words]) => [
      prefix,
      words,
    ]);
    assert.deepEqual(
      listed,
      allSnippets().map(({ prefix, description }) => [prefix, description]),
    );
  });
});
