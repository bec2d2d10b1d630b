// Drives the stand-in as a person would: opens a folder, a file, hovers, runs a command. Every step waits for what it
// should show, never for a time.
import { fileURLToPath } from 'node:url';
import { afterPaced } from '../test/paced.mjs';
import { startServer } from './server.mjs';
import { launchBrowser, workbenchAddress } from './workbench.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** By theme, the value of `workbench.colorTheme`, its name, and its file, which the workbench has in a class name. */
const themes = {
  dark: { id: 'Dark Modern', name: 'Dark Modern', file: 'dark_modern' },
  light: { id: 'Light Modern', name: 'Light Modern', file: 'light_modern' },
  'hc-black': { id: 'Default High Contrast', name: 'Dark High Contrast', file: 'hc_black' },
  'hc-light': { id: 'Default High Contrast Light', name: 'Light High Contrast', file: 'hc_light' },
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

/** Whether an element is visible within `timeout` milliseconds. */
function isThere(locator, timeout = 2_000) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

function nextFrame(page) {
  return page.evaluate(() => new Promise((resume) => requestAnimationFrame(resume)));
}

function showsTheme(page, theme) {
  return page.locator(`.monaco-workbench[class*="themes-${themes[theme].file}-json"]`).waitFor();
}

/** The text that a frame of the page shows; `''` where the frame is gone meanwhile. */
function wordsIn(frame) {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen
  return frame.evaluate(() => document.body?.innerText.replace(/\s+/g, ' ') ?? '').catch(() => '');
}

/** How long to wait for what should be there at once, in milliseconds; then the key is pressed again. */
const patience = 5000;

function hands(page) {
  const input = page.locator('.quick-input-widget input.input');

  /** Picks the row of the quick input whose text has all of `text`. */
  async function pick(text) {
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row.waitFor();
    await row.click();
  }

  /** Opens the quick input. A view that opened just before may take the focus and close it: then the key is repeated. */
  async function quickInput(key, text, first = input) {
    for (;;) {
      await page.keyboard.press(key);
      try {
        await input.waitFor({ timeout: patience });
        await input.fill(text, { timeout: patience });
        return await first.waitFor({ timeout: patience });
      } catch (error) {
        if (error.name !== 'TimeoutError') throw error;
      }
    }
  }

  return {
    page,
    pick,
    /**
     * Runs a command by its title in the palette, such as `Meridian: Find Record`. It presses Enter once the command is
     * the first row, because rows move under a pointer while the palette is filtering.
     */
    async runCommand(title) {
      const first = page.locator('.quick-input-list .monaco-list-row[data-index="0"]', { hasText: title });
      await quickInput('F1', `>${title}`, first);
      await page.keyboard.press('Enter');
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
     * Hovers the first place in the editor that shows `text`, until a hover has `expected` in it, because extensions
     * become active a moment after the editor shows. Resolves with the hover's text.
     */
    async hoverText(text, expected = '') {
      const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content', { hasText: expected }).first();
      const line = page.locator('.editor-instance .view-line', { hasText: text }).first();
      await line.waitFor();
      // On a busy machine the answer may take longer than the wait, and each move starts the hover anew.
      for (let patience = 2_000; ; patience *= 2) {
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
        const shown = await isThere(hover, patience);
        // biome-ignore lint/performance/useDomNodeTextContent: the lines as a person sees them
        if (shown) return hover.innerText();
      }
    },
    /**
     * Shows another theme in the running window.
     * @param {keyof typeof themes} theme
     */
    async changeTheme(theme) {
      await page.keyboard.press(`${press}+K`);
      await page.keyboard.press(`${press}+T`);
      await input.waitFor();
      await input.fill(themes[theme].name);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: themes[theme].name }).waitFor();
      await page.keyboard.press('Enter');
      await showsTheme(page, theme);
    },
    /** Opens a view of the activity bar by its title; a click where it is open would close it. */
    async openContainer(title) {
      const heading = page.locator('.sidebar .composite.title', { hasText: title });
      if (await heading.isVisible()) return;
      await page
        .locator('.activitybar .action-item', { has: page.locator(`a.action-label[aria-label^="${title}"]`) })
        .click();
      await heading.waitFor();
    },
    /** Waits for a row of any tree whose text has `text`, and gives it. */
    async row(text) {
      const found = page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
      await found.waitFor();
      return found;
    },
    /**
     * Resolves when the window shows all of these words, its webviews too; blanks count once.
     * @throws Error with the missing words, where they do not appear for long
     */
    async sees(texts) {
      let isOver = false;
      const cancel = afterPaced(4_000, () => {
        isOver = true;
      });
      try {
        for (;;) {
          const shown = (await Promise.all(page.frames().map(wordsIn))).join(' ');
          const missing = texts.filter((text) => !shown.includes(text));
          if (missing.length === 0) return;
          if (isOver) throw new Error(`The window does not show ${missing.map((text) => `"${text}"`).join(', ')}`);
          await nextFrame(page);
        }
      } finally {
        cancel();
      }
    },
    /** Waits for a part of the document inside some webview view or panel, found by a selector, and gives it. */
    async webview(selector) {
      for (;;) {
        for (const frame of page.frames()) {
          const found = frame.locator(selector).first();
          const isInside = frame.parentFrame() !== null && (await found.isVisible().catch(() => false));
          if (isInside) return found;
        }
        await nextFrame(page);
      }
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
 * @param {string} [options.userAgent] the browser's, by which the workbench tells the platform
 * @param {string} [options.language] in which Meridian speaks; English otherwise
 */
export async function openEditor(options) {
  const { folder, theme, trusted = true, settings = {}, file, extensionsDir, viewport, userAgent, language } = options;
  const server = await startServer({
    trusted,
    extensionsDir,
    settings: { ...quietSettings, ...(theme && { 'workbench.colorTheme': themes[theme].id }), ...settings },
    extension: options.extension === null ? undefined : (options.extension ?? repository),
  });
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    const opened = await launchBrowser({ viewport, userAgent, language });
    browser = opened.browser;
    const { page } = opened;
    await page.goto(workbenchAddress(server, { folder, file }));
    await page.locator('.statusbar-item').first().waitFor();
    if (theme) await showsTheme(page, theme);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return { ...hands(page), close };
  } catch (error) {
    await close();
    throw error;
  }
}
