// The workbench in a headless browser: its address, and the run of a suite in it.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { afterPaced } from '../test/paced.mjs';
import { findChromium } from './chromium.mjs';

const remote = (port, path) =>
  `vscode-remote://127.0.0.1:${port}${resolve(path)
    .replaceAll('\\', '/')
    .replace(/^(?!\/)/, '/')}`;

/**
 * The address of the workbench with a folder or a `.code-workspace` open.
 * @param {{port: number, origin: string}} server
 * @param {object} what
 * @param {string} what.folder
 * @param {string} [what.extension] an extension under development
 * @param {string} [what.tests] the module whose `run` is the suite
 * @param {string} [what.file] a file to open at start
 */
export function workbenchAddress(server, { folder, extension, tests, file }) {
  const payload = [];
  if (extension) payload.push(['extensionDevelopmentPath', remote(server.port, extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(server.port, tests)]);
  if (file) payload.push(['openFile', remote(server.port, resolve(folder, file))]);
  const address = new URL(server.origin);
  address.searchParams.set(
    statSync(folder).isDirectory() ? 'folder' : 'workspace',
    resolve(folder).replaceAll('\\', '/'),
  );
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/**
 * @param {object} [options]
 * @param {{width: number, height: number}} [options.viewport]
 * @param {string} [options.userAgent]
 * @param {string} [options.language] of the editor, such as `de`. It applies to extensions only, because the workbench's
 *   own words need a language pack
 */
export async function launchBrowser({ viewport = { width: 1400, height: 900 }, userAgent, language } = {}) {
  const found = await findChromium((line) => console.error(`stand-in: ${line}`));
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    timeout: 0,
    env: { ...process.env, ...found.env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  const context = await browser.newContext({
    viewport,
    userAgent,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (language) {
    // The workbench reads the language once, and its English texts, which are loaded before, must not set it again. The
    // script is a string, because the compiler of the tests adds calls to helpers that the page does not have.
    const always = `{ get: () => ${JSON.stringify(language)}, set: () => undefined }`;
    await context.addInitScript(`Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', ${always})`);
  }
  // No timeouts here: the limit of the test or suite, which knows how busy the machine is, ends what hangs.
  context.setDefaultTimeout(0);
  return { browser, page: await context.newPage() };
}

/** Limit of a whole suite; its tests have limits of their own. */
const limitMs = 600_000;

/** The line that the suite logs when the editor gave it a workspace without folders. */
const withoutFolders = 'the editor opened no folder';

/**
 * Opens a page that runs a suite, and resolves with the suite's exit code. Now and then (1 of 20 times, on a slow
 * machine) the workbench in a browser never hands the folders of a `.code-workspace` to the extension host. No test has
 * begun then, and the page is loaded again, as a person would.
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @param {(line: string) => void} log
 * @returns {Promise<number>}
 */
export async function runSuite(page, address, log) {
  let foldersAreMissing = false;
  let end = () => undefined;
  await page.exposeFunction('codeAutomationExit', (code) => end(code));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = `${type}: ${args.map(String).join(' ')}`;
    foldersAreMissing ||= line.includes(withoutFolders);
    log(line);
  });
  const load = async () => {
    foldersAreMissing = false;
    const ended = new Promise((done, failed) => {
      const cancel = afterPaced(limitMs, () => failed(new Error('The suite did not end')));
      end = (code) => {
        cancel();
        done(code);
      };
      page.once('crash', () => failed(new Error('The browser page crashed')));
      page.once('close', () => failed(new Error('The browser ended before the suite did')));
    });
    await page.goto('about:blank');
    await page.goto(address);
    return ended;
  };
  let code = await load();
  for (let loads = 1; foldersAreMissing && loads < 3; loads += 1) code = await load();
  return code;
}
