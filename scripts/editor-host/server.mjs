// One run of the editor's server: fresh data folders, a free port, and nothing left when it stops.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterPaced } from '../test/paced.mjs';
import { provisionEditor } from './provision.mjs';

const startLimitMs = 60_000;
const listening = /Extension host agent listening on (\d+)/;

/** Ends the process and all that it started. */
function endTree(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself in between.
    }
  }
}

/**
 * Ends the tree of processes when this process ends, for whatever reason.
 * @returns {() => void} removes the listeners
 */
function endWithThisProcess(child) {
  const end = () => endTree(child);
  const onSignal = (signal) => {
    end();
    // Another listener decides what happens next; without one, a signal ends the process as it always does.
    if (process.listenerCount(signal) <= 1) process.exit(143);
  };
  process.once('exit', end);
  const signals = ['SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    process.off('exit', end);
    for (const signal of signals) process.off(signal, onSignal);
  };
}

/** Resolves with the port once the server says that it listens. */
function whenListening(child, log) {
  return new Promise((resolve, reject) => {
    const cancel = afterPaced(startLimitMs, () => reject(new Error('The editor did not start')));
    let text = '';
    const read = (chunk) => {
      log.write(chunk);
      text += chunk;
      const port = listening.exec(text)?.[1];
      if (port === undefined) return;
      cancel();
      child.stdout.off('data', read);
      child.stdout.pipe(log, { end: false });
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.pipe(log, { end: false });
    child.once('error', reject);
    child.once('exit', (code) => {
      cancel();
      reject(new Error(`The editor ended with ${code} while it started\n${text.slice(-2000)}`));
    });
  });
}

/**
 * @param {object} options
 * @param {boolean} [options.trusted] without workspace trust being asked for (the default), or with it
 * @param {string} [options.extensionsDir] where installed extensions are; a fresh folder otherwise
 * @param {string} [options.extension] a folder that is linked as an installed extension; after a build it needs a
 * reload. It is no extension under development, because the workbench shows no notifications beside one, and takes the
 * stand-in's own themes for those of an extension that contains the stand-in
 * @param {boolean} [options.forTests] whether the workbench may load an extension under development and its tests
 * @param {Record<string, unknown>} [options.settings] the person's own
 * @param {Record<string, string>} [options.env] for the extension host
 * @param {string} [options.logFile] what the server says
 * @returns {Promise<{port: number, origin: string, stop(): Promise<void>}>}
 */
export async function startServer({
  trusted = true,
  extensionsDir,
  extension,
  forTests = false,
  settings = {},
  env = {},
  logFile,
} = {}) {
  const { node, serverMain } = await provisionEditor();
  const data = await mkdtemp(join(tmpdir(), 'meridian-editor-'));
  const extensions = extensionsDir ?? join(data, 'extensions');
  await mkdir(join(data, 'data/User'), { recursive: true });
  await mkdir(extensions, { recursive: true });
  // In a browser the editor saves by itself after a second, which a slow test would notice; the desktop does not.
  const own = { 'files.autoSave': 'off', ...settings };
  await writeFile(join(data, 'data/User/settings.json'), JSON.stringify(own));
  if (extension) await symlink(resolve(extension), join(extensions, 'under-development'), 'junction');
  const log = createWriteStream(logFile ?? join(data, 'server.log'));
  const args = [serverMain, '--host', '127.0.0.1', '--port', '0', '--without-connection-token'];
  args.push('--accept-server-license-terms', '--server-data-dir', data, '--telemetry-level', 'off');
  args.push('--extensions-dir', extensions);
  if (forTests) args.push('--enable-smoke-test-driver');
  if (trusted) args.push('--disable-workspace-trust');
  const child = spawn(node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env },
  });
  const unwatch = endWithThisProcess(child);
  const stop = async () => {
    unwatch();
    endTree(child);
    log.end();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await whenListening(child, log);
    return { port, origin: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs a `.vsix` as a person would, from the command line.
 * @param {string} vsix
 * @param {string} extensionsDir
 */
export async function installExtension(vsix, extensionsDir) {
  const { node, serverMain } = await provisionEditor();
  const { runCommand } = await import('../run-command.mjs');
  const args = ['--install-extension', vsix, '--extensions-dir', extensionsDir, '--accept-server-license-terms'];
  const data = await mkdtemp(join(tmpdir(), 'meridian-install-'));
  try {
    return await runCommand(node, [serverMain, ...args, '--server-data-dir', data]);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
