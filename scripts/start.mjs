// Builds Meridian and opens VS Code with it: `npm start [-- FOLDER] [--no-open]`. Without a folder: the sample
// workspace. Desktop VS Code where there is one, else the stand-in; MERIDIAN_EDITOR (`desktop`, `stand-in`) decides.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { findDesktop } from './find-desktop.mjs';
import { calledWith } from './options.mjs';
import { makeSampleWorkspace } from './sample/workspace.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] };

function fail(message) {
  console.error(message);
  process.exit(1);
}

function openInBrowser(address) {
  const [command, ...args] = openers[process.platform] ?? openers.linux;
  // A machine without a browser is no problem: the address is printed.
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function startDesktop(executable, folder) {
  console.log(`Opening ${folder} in ${executable}. Close the window, or press Ctrl-C here, to end.`);
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder];
  const child = spawn(executable, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  child.on('error', (error) => fail(`${executable} could not be started: ${error.message}`));
  child.on('close', (code) => process.exit(code ?? 0));
}

async function startStandIn(folder, { trusted, open }) {
  console.log('No desktop VS Code here: starting the stand-in (the first time fetches about 170 MB).');
  // Only now: it needs the packages that were just installed.
  const [{ startServer }, { workbenchAddress }] = await Promise.all([
    import('./editor-host/server.mjs'),
    import('./editor-host/workbench.mjs'),
  ]);
  const settings = { 'workbench.startupEditor': 'none', 'workbench.secondarySideBar.defaultVisibility': 'hidden' };
  const server = await startServer({ trusted, settings, extension: root });
  const end = () => server.stop().finally(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  const address = workbenchAddress(server, { folder });
  console.log(`Meridian is open on ${folder}, for this machine only, at\n\n  ${address}\n\nPress Ctrl-C to end.`);
  if (open) openInBrowser(address);
}

const { values, positionals } = calledWith({ options: { 'no-open': { type: 'boolean' } }, most: 1 });
const [named] = positionals;
if (named !== undefined && !existsSync(named)) fail(`There is no folder ${resolve(named)}`);

ensureInstalled();
const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) fail('The build failed; the lines above say why.');

const folder = named === undefined ? await makeSampleWorkspace() : resolve(named);
const wish = process.env.MERIDIAN_EDITOR;
const desktop = wish === 'stand-in' ? undefined : findDesktop();
if (wish === 'desktop' && !desktop) fail('MERIDIAN_EDITOR asks for desktop VS Code, but none was found.');
if (desktop) startDesktop(desktop, folder);
else await startStandIn(folder, { trusted: named === undefined, open: !values['no-open'] });
