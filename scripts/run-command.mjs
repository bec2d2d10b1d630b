// Runs a command to its end and prints nothing. Where it fails, the error has the end of its output.
import { spawn } from 'node:child_process';

const keptCharacters = 4000;

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} what it wrote to standard output
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let all = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      all = (all + chunk).slice(-keptCharacters);
    });
    child.stderr.on('data', (chunk) => {
      all = (all + chunk).slice(-keptCharacters);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}\n${all.trim()}`));
    });
  });
}

/**
 * Runs the npm client of the user, with their registry and settings.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runNpm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return runCommand(process.execPath, [cli, ...args], options);
  return runCommand('npm', args, { ...options, shell: process.platform === 'win32' });
}
