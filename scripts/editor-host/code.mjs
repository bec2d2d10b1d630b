#!/usr/bin/env node
// Stands in for the `code` executable where desktop VS Code cannot be had: it takes the same arguments from
// `@vscode/test-electron`, opens the same workbench in a headless browser, and ends with the suite's exit status
// (docs/adr/0007).
import { createWriteStream } from 'node:fs';
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
const server = await startServer({
  forTests: true,
  trusted: values['disable-workspace-trust'] === true,
  extensionsDir: values['extensions-dir'],
  logFile: join(logs, 'server.log'),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const { browser, page } = await launchBrowser();
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
