// Releases a version, in the two steps of .github/workflows/release.yml (docs/runbooks/release.md):
//   node scripts/release.mjs make --tag v1.2.0      gathers in out/release what goes out, from the packages that
//                                                   `npm test` has made and tried
//   node scripts/release.mjs publish --tag v1.2.0   uploads what is in out/release: to the Marketplace, to Open VSX
//                                                   and to npm, each with a token of minutes that CI's identity is
//                                                   exchanged for
//   node scripts/release.mjs --dry-run              both, for any commit: says what is missing, and uploads nothing
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cliTarball, isPreRelease, manifest, root, vsix } from './artefacts.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { calledWith } from './options.mjs';
import { notesOf, problemsOf } from './release/checks.mjs';
import { makeSbom } from './release/sbom.mjs';
import { runCommand, runNpm } from './run-command.mjs';

const folder = join(root, 'out', 'release');
const sbom = `${manifest.name}-${manifest.version}.cdx.json`;
const sums = 'SHA256SUMS';
const { values, positionals } = calledWith({
  most: 1,
  options: { tag: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
});

async function sumsOf(names) {
  const lines = names.map(async (name) => {
    const bytes = await readFile(join(folder, name));
    return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
  });
  return (await Promise.all(lines)).join('');
}

async function make(changelog) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of [vsix, cliTarball]) {
    if (!existsSync(join(root, name))) throw new Error(`${name} is not there: run npm test, which makes and tries it.`);
    await copyFile(join(root, name), join(folder, name));
  }
  await writeFile(join(folder, sbom), await makeSbom());
  await writeFile(join(folder, sums), await sumsOf([vsix, cliTarball, sbom]));
  await writeFile(join(folder, 'notes.md'), `${notesOf(changelog, manifest.version) ?? 'Not released yet.'}\n`);
  console.log(`out/release has ${[vsix, cliTarball, sbom, sums].join(', ')}.`);
}

/** The uploads, each by a program of scripts/release or by npm. All take CI's identity from the environment. */
function uploads() {
  const channel = isPreRelease ? ['--pre-release'] : [];
  const tool = (file) => (args) =>
    runCommand(process.execPath, [join(root, 'scripts/release/node_modules', file), ...args]);
  const extension = ['publish', '--packagePath', join('out', 'release', vsix), ...channel];
  return [
    {
      to: 'Visual Studio Marketplace',
      run: tool('@vscode/vsce/vsce'),
      args: [...extension, '--oidc', '--skip-duplicate'],
    },
    { to: 'Open VSX', run: tool('ovsx/bin/ovsx'), args: [...extension, '--trusted-publishing', '--skip-duplicate'] },
    {
      to: 'npm',
      run: (args) => runNpm(args),
      args: [
        'publish',
        `./out/release/${cliTarball}`,
        '--provenance',
        '--access=public',
        ...(isPreRelease ? ['--tag=next'] : []),
      ],
    },
  ];
}

/** Uploads to every place, even after one has refused. A version that a place already has is left alone. */
async function publish(dryRun) {
  const listed = await readFile(join(folder, sums), 'utf8');
  if (listed !== (await sumsOf([vsix, cliTarball, sbom])))
    throw new Error('A file is not the one that was made: its checksum differs.');
  if (!dryRun) ensureInstalled('scripts/release');
  const refused = [];
  for (const { to, run, args } of uploads()) {
    console.log(`${dryRun ? 'Would upload' : 'Uploading'} to ${to}: ${args.join(' ')}`);
    if (dryRun) continue;
    await run(args).catch((error) => {
      // For a version that exists already the stores have a flag; npm only fails.
      if (!/previously published version/.test(error.message)) refused.push(`${to}: ${error.message}`);
    });
  }
  if (refused.length > 0) throw new Error(refused.join('\n'));
}

async function main([step], { tag, 'dry-run': dryRun }) {
  if (!dryRun && step !== 'make' && step !== 'publish') throw new Error('Say make or publish, or --dry-run.');
  const changelog = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
  const problems = problemsOf({ manifest, changelog, tag });
  if (problems.length > 0 && !dryRun) throw new Error(problems.join('\n'));
  for (const problem of problems) console.log(`Before a release: ${problem}`);
  if (dryRun || step === 'make') await make(changelog);
  if (dryRun || step === 'publish') await publish(dryRun);
}

await main(positionals, values).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
