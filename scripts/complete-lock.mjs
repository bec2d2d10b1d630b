// Completes package-lock.json: `node scripts/complete-lock.mjs`, after dependencies changed. A registry that does not
// carry the binaries of every platform makes npm leave their entries out, and `npm ci` then refuses the lock file on
// every machine. What an entry must say follows from the package's name and from the range of whoever needs it.
import { readFile, writeFile } from 'node:fs/promises';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32'];
const place = new URL('../package-lock.json', import.meta.url);

function entryFor(name, version, owner) {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor)).slice(0, 1);
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  const lists = Object.entries({ cpu, libc, os }).filter(([, values]) => values.length > 0);
  return { version, ...Object.fromEntries(lists), dev: owner.dev, optional: true };
}

const lock = JSON.parse(await readFile(place, 'utf8'));
const added = [];
for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    lock.packages[key] = entryFor(name, version, owner);
    added.push(name);
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
await writeFile(place, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(added.length > 0 ? `added ${added.join(', ')}` : 'complete');
