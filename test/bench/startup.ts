import { execFileSync } from 'node:child_process';
import { median } from './measure';

/** Loads the built extension in a bare Node, with something that gives way in place of `vscode`. */
const program = `
const Module = require('node:module');
const known = { language: 'en' };
const give = new Proxy(class {}, { get: (target, key) => (key === 'prototype' ? target.prototype : known[key] ?? give) });
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? give : load(name, ...rest));
const started = performance.now();
require(process.argv[1]);
process.stdout.write(String(performance.now() - started));
`;

/** Median milliseconds until the activation entry is loaded, each time in a new process. */
export function loadTime(entry: string, runs = 7): number {
  const once = () => Number(execFileSync(process.execPath, ['-e', program, entry], { encoding: 'utf8' }));
  return median(Array.from({ length: runs }, once));
}
