#!/usr/bin/env node
// Stands in for the `code` executable where desktop VS Code cannot be had: it takes the same arguments from
// `@vscode/test-electron`, opens the same workbench in a headless browser, and ends with the suite's exit status
// (docs/adr/0007).
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from './server.mjs';
import { launchBrowser, runSuite, workbenchAddress } from './workbench.mjs';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
    'user-data-dir': { type: 'string' },
    'disable-workspace-trust': { type: 'boolean' },
  },
});

const logs = process.env.MERIDIAN_LOGS ?? values['user-data-dir'];
const log = createWriteStream(join(logs, 'workbench.log'));
const profile = values['user-data-dir'];
const server = await startServer({
  forTests: true,
  settings: profile && JSON.parse(await readFile(join(profile, 'User/settings.json'), 'utf8')),
  trusted: values['disable-workspace-trust'] === true,
  extensionsDir: values['extensions-dir'],
  logFile: join(logs, 'server.log'),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
// The window is small because, without a graphics card, drawing takes as long as all else.
const { browser, page } = await launchBrowser({ viewport: { width: 900, height: 600 } });
try {
  const address = workbenchAddress(server, {
    folder: positionals[0],
    extension: values.extensionDevelopmentPath,
    tests: values.extensionTestsPath,
  });
  process.exitCode = await runSuite(page, address, (line) => log.write(`${line}\n`));
} finally {
  await browser.close();
  await server.stop();
  log.end();
}
