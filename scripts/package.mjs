// Builds, and makes the .vsix and the npm package of the command line. A warning is a failure, because people would
// stumble on its cause later. vsce has its own package.json, because only this script needs it and its 280 packages.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cliTarball, isPreRelease, manifest, root, sourceDate, vsix } from './artefacts.mjs';
import { packCli } from './cli-package.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { calledWith } from './options.mjs';
import { runCommand } from './run-command.mjs';
import { budgets } from './sizes.mjs';
import { storeReadme } from './store-readme.mjs';

calledWith();

// Without a repository in the manifest, vsce has no address for the README's links, and none is made up.
const withoutRepository = ['--allow-missing-repository', '--no-rewrite-relative-links'];
const readme = 'out/README.md';
const args = ['package', '--no-dependencies', '--out', vsix, '--readme-path', readme];
if (!manifest.repository) args.push(...withoutRepository);
if (isPreRelease) args.push('--pre-release');

ensureInstalled('scripts/packaging');
const vsce = 'scripts/packaging/node_modules/@vscode/vsce/vsce';
await mkdir(join(root, 'out'), { recursive: true });
const text = await readFile(join(root, 'README.md'), 'utf8');
await writeFile(join(root, readme), storeReadme(text, Boolean(manifest.repository)));
// Times in a zip archive are local times of the zone in which it is made.
const env = { ...process.env, SOURCE_DATE_EPOCH: String(sourceDate()), TZ: 'UTC' };
const output = await runCommand(process.execPath, [vsce, ...args], { cwd: root, env });
// vsce has run the build, which made dist-cli as well.
await packCli();
const limits = new Map([
  [vsix, budgets.vsix],
  [cliTarball, budgets.cli],
]);
for (const [name, limit] of limits) {
  const { size } = await stat(join(root, name));
  console.log(`${(size / 1000).toFixed(1).padStart(7)} KB  ${name}, at most ${limit / 1000} KB`);
  if (size > limit) process.exitCode = 1;
}
const warnings = output.split('\n').filter((line) => /warning/i.test(line));
if (warnings.length > 0) {
  console.error(warnings.join('\n'));
  process.exitCode = 1;
}
