// A person's hands on the stand-in: open a folder, a file, hover, run a command. Every step waits for what it should
// show, never for a time.
import { fileURLToPath } from 'node:url';
import { startServer } from './server.mjs';
import { launchBrowser, workbenchAddress } from './workbench.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** As the color theme picker names them: a theme is no machine setting, so it is picked as a person picks it. */
const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'hc-black': 'Dark High Contrast',
  'hc-light': 'Light High Contrast',
};

const quietSettings = {
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

const press = process.platform === 'darwin' ? 'Meta' : 'Control';
const mostPickers = 10;

/** Whether it is there within two seconds. */
function isThere(locator) {
  return locator.waitFor({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );
}

function hands(page) {
  const input = page.locator('.quick-input-widget input.input');

  /** Picks the row of the quick input whose text has all of `text`. */
  async function pick(text) {
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row.waitFor();
    await row.click();
  }

  async function quickInput(key, text) {
    await page.keyboard.press(key);
    await input.waitFor();
    await input.fill(text);
  }

  return {
    page,
    pick,
    /** Runs a command by its title in the palette, such as `Meridian: Find Record`. */
    async runCommand(title) {
      await quickInput('F1', `>${title}`);
      await pick(title);
    },
    /** The picker has only the themes that are known when it opens, and right after the start few are. */
    async pickTheme(label) {
      const theme = page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
      for (let tries = 0; tries < mostPickers; tries++) {
        await quickInput('F1', '>Preferences: Color Theme');
        // Not the command that browses the marketplace, which the palette may put first.
        await pick(/^Preferences: Color Theme/);
        // The list starts at the theme in use, and only the rows in sight are there: wait for the picker, then filter.
        await page.locator('.quick-input-widget input.input[placeholder*="Theme"]').waitFor();
        await input.fill(label);
        if (await isThere(theme)) break;
        await page.keyboard.press('Escape');
        await input.waitFor({ state: 'hidden' });
      }
      await pick(label);
      await input.waitFor({ state: 'hidden' });
    },
    /** Opens a file by its path in the folder, at a line where one is given. */
    async openFile(path, line) {
      const name = path.split('/').at(-1);
      await quickInput(`${press}+P`, path);
      await pick(name);
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator('.editor-instance .view-line span[class^=mtk]').first().waitFor();
      if (line === undefined) return;
      await quickInput(`Control+G`, `:${line}`);
      await page.keyboard.press('Enter');
      await page.locator('.line-numbers.active-line-number', { hasText: new RegExp(`^${line}$`) }).waitFor();
    },
    /**
     * Hovers the first place in the editor that shows `text`, until a hover is there that has `expected` in it: an
     * extension that starts up is active a moment after the editor shows. Resolves with the hover's text.
     */
    async hoverText(text, expected = '', limit = 20_000) {
      const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content', { hasText: expected }).first();
      const line = page.locator('.editor-instance .view-line', { hasText: text }).first();
      await line.waitFor();
      const deadline = Date.now() + limit;
      for (;;) {
        const place = await line.evaluate((element, wanted) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.replaceAll('\u00a0', ' ').indexOf(wanted);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + wanted.length);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }
          return undefined;
        }, text);
        if (place) {
          await page.mouse.move(place.x + 40, place.y + 120);
          await page.mouse.move(place.x, place.y);
        }
        const shown = await isThere(hover);
        // biome-ignore lint/performance/useDomNodeTextContent: the lines as a person sees them
        if (shown) return hover.innerText();
        if (Date.now() > deadline) throw new Error(`No hover with "${expected}" on "${text}" within ${limit / 1000} s`);
      }
    },
    /** Opens a view of the activity bar by its title. */
    async openContainer(title) {
      await page
        .locator('.activitybar .action-item', { has: page.locator(`a.action-label[aria-label^="${title}"]`) })
        .click();
      await page.locator('.sidebar .composite.title', { hasText: title }).waitFor();
    },
    /** Waits for a row of any tree whose text has `text`, and gives it. */
    async row(text) {
      const found = page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
      await found.waitFor();
      return found;
    },
    /** The document inside a webview view or panel, found by a selector that it must show. */
    async webview(selector) {
      const found = page
        .frameLocator('iframe.webview.ready')
        .frameLocator('iframe#active-frame')
        .locator(selector)
        .first();
      await found.waitFor();
      return found;
    },
  };
}

/**
 * Opens a folder (or a `.code-workspace`) in the stand-in with Meridian loaded from this repository, built.
 * @param {object} options
 * @param {string} options.folder
 * @param {keyof typeof themes} [options.theme] the editor's default otherwise
 * @param {boolean} [options.trusted]
 * @param {Record<string, unknown>} [options.settings]
 * @param {string} [options.file] a file of the folder to open at start
 * @param {string | null} [options.extension] another extension's folder, or null for none
 * @param {string} [options.extensionsDir] installed extensions
 * @param {{width: number, height: number}} [options.viewport]
 */
export async function openEditor(options) {
  const { folder, theme, trusted = true, settings = {}, file, extensionsDir, viewport } = options;
  const extension = options.extension === null ? undefined : (options.extension ?? repository);
  const server = await startServer({
    trusted,
    extensionsDir,
    settings: { ...quietSettings, ...settings },
  });
  try {
    const { browser, page } = await launchBrowser({ viewport });
    await page.goto(workbenchAddress(server, { folder, extension, file }));
    await page.locator('.statusbar-item').first().waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    const close = async () => {
      await browser.close();
      await server.stop();
    };
    const editor = { ...hands(page), close };
    if (theme) await editor.pickTheme(themes[theme] ?? theme);
    return editor;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
