// Makes the .vsix, from a build. A warning is a failure: what vsce warns about is what people stumble on later.
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runCommand } from './editor-host/run-command.mjs';
import { budgets } from './sizes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const vsix = `${name}-${version}.vsix`;
// There is no public repository yet that links could lead to, so none is named and none is made up.
const withoutRepository = ['--allow-missing-repository', '--no-rewrite-relative-links'];
const args = ['package', '--no-dependencies', ...withoutRepository, '--out', vsix];

const output = await runCommand(process.execPath, ['node_modules/@vscode/vsce/vsce', ...args], { cwd: root });
const { size } = await stat(new URL(`../${vsix}`, import.meta.url));
console.log(`${(size / 1000).toFixed(1).padStart(7)} KB  ${vsix}, at most ${budgets.vsix / 1000} KB`);
const warnings = output.split('\n').filter((line) => /warning/i.test(line));
if (warnings.length > 0 || size > budgets.vsix) {
  console.error(warnings.join('\n'));
  process.exitCode = 1;
}
