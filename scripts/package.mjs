// Builds and makes the .vsix. A warning is a failure: what vsce warns about is what people stumble on later. vsce has a
// package.json of its own, because only this script needs it and its 280 packages.
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { runCommand } from './run-command.mjs';
import { budgets } from './sizes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const vsix = `${name}-${version}.vsix`;
// There is no public repository yet that links could lead to, so none is named and none is made up.
const withoutRepository = ['--allow-missing-repository', '--no-rewrite-relative-links'];
const args = ['package', '--no-dependencies', ...withoutRepository, '--out', vsix];

ensureInstalled('scripts/packaging');
const vsce = 'scripts/packaging/node_modules/@vscode/vsce/vsce';
const output = await runCommand(process.execPath, [vsce, ...args], { cwd: root });
const { size } = await stat(new URL(`../${vsix}`, import.meta.url));
console.log(`${(size / 1000).toFixed(1).padStart(7)} KB  ${vsix}, at most ${budgets.vsix / 1000} KB`);
const warnings = output.split('\n').filter((line) => /warning/i.test(line));
if (warnings.length > 0 || size > budgets.vsix) {
  console.error(warnings.join('\n'));
  process.exitCode = 1;
}
