// Writes test/fixtures/keybindings/default.json: every default key of the workbench that the suites run in, on Linux,
// macOS and Windows. A test holds Meridian's own keys against it. After an update of the editor in fetched/pins.mjs:
//   node scripts/default-keys.mjs
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEditor } from './editor-host/open-editor.mjs';
import { pins } from './fetched/pins.mjs';
import { calledWith } from './options.mjs';

calledWith();

/** The part of the user agent by which the workbench recognises the platform. */
const agents = {
  linux: 'X11; Linux x86_64',
  mac: 'Macintosh; Intel Mac OS X 10_15_7',
  win: 'Windows NT 10.0; Win64; x64',
};

/** A command with a key of a built-in extension; once it is listed, all default keys are. */
const ofExtensions = 'markdown.showPreviewToSide';

async function defaultKeys(folder, agent) {
  const userAgent = `Mozilla/5.0 (${agent}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36`;
  const editor = await openEditor({ folder, extension: null, userAgent });
  const { page } = editor;
  try {
    for (;;) {
      await editor.runCommand('Preferences: Open Default Keyboard Shortcuts (JSON)');
      await page.locator('.editor-instance .view-line span[class^=mtk]').first().waitFor();
      await page.locator('.editor-instance .view-lines').first().click();
      await editor.runCommand('Select All');
      await page.evaluate(() => document.execCommand('copy'));
      const text = await page.evaluate(() => navigator.clipboard.readText());
      if (text.includes(ofExtensions)) return [...text.matchAll(/"key": "([^"]+)"/g)].map(([, key]) => key);
      await editor.runCommand('View: Close All Editors');
    }
  } finally {
    await editor.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'meridian-keys-'));
await writeFile(join(folder, 'README.md'), '# Keys\n');
const keys = {};
for (const [platform, agent] of Object.entries(agents)) {
  keys[platform] = [...new Set(await defaultKeys(folder, agent))].sort();
  console.log(`${platform}: ${keys[platform].length} keys`);
}
const file = fileURLToPath(new URL('../test/fixtures/keybindings/default.json', import.meta.url));
const lines = Object.entries({ editor: pins.editor.version, ...keys }).map(
  ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
);
await writeFile(file, `{\n${lines.join(',\n')}\n}\n`);
await rm(folder, { recursive: true, force: true });
