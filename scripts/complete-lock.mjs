// Completes the lock files: `node scripts/complete-lock.mjs`, after dependencies changed. npm leaves out the binaries of
// other platforms where its cache or registry does not answer for them, or writes them without a checksum; `npm ci` then
// refuses the lock file, or installs unchecked on those platforms. Every missing fact is read from the registry.
import { readFile, writeFile } from 'node:fs/promises';
import { calledWith } from './options.mjs';
import { runNpm } from './run-command.mjs';

calledWith();

const lockFiles = ['../package-lock.json', './packaging/package-lock.json', './release/package-lock.json'];

/** The entry of an optional package in a lock file: fields of its manifest, and the checksum. */
async function optionalEntry(name, version, { dev }) {
  const fields = ['dist.integrity', 'cpu', 'libc', 'license', 'os', 'engines'];
  const answer = JSON.parse(await runNpm(['view', `${name}@${version}`, ...fields, '--json']));
  const { 'dist.integrity': integrity, cpu, libc, license, os, engines } = answer;
  if (!integrity) throw new Error(`The registry has no checksum of ${name}@${version}`);
  const lists = Object.entries({ cpu, libc, os }).filter(([, value]) => value !== undefined);
  const listed = Object.fromEntries(lists.map(([key, value]) => [key, [value].flat()]));
  return { version, integrity, ...listed, license, engines, dev, optional: true };
}

/** Optional packages of an exact version that the lock file lacks, or has without a checksum. */
function incompleteIn({ packages }) {
  return Object.values(packages).flatMap((owner) =>
    Object.entries(owner.optionalDependencies ?? {})
      .filter(([name, version]) => /^\d+\.\d+\.\d+$/.test(version) && !packages[`node_modules/${name}`]?.integrity)
      .map(([name, version]) => ({ name, version, owner })),
  );
}

for (const file of lockFiles) {
  const place = new URL(file, import.meta.url);
  const lock = JSON.parse(await readFile(place, 'utf8'));
  const incomplete = incompleteIn(lock);
  console.log(`${file}: ${incomplete.length > 0 ? incomplete.map(({ name }) => name).join(', ') : 'complete'}`);
  for (const { name, version, owner } of incomplete) {
    lock.packages[`node_modules/${name}`] = await optionalEntry(name, version, owner);
  }
  if (incomplete.length === 0) continue;
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  await writeFile(place, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
