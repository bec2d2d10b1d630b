import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Run by itself: loads all code that needs no editor and prints what it makes with `new RegExp` meanwhile, as JSON:
 * `[source, flags]`. What packages make is among it.
 */
const made = new Map<string, readonly [source: string, flags: string]>();
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args, self) {
    const pattern: RegExp = Reflect.construct(target, args, self);
    made.set(String(pattern), [pattern.source, pattern.flags]);
    return pattern;
  },
});

const root = fileURLToPath(new URL('../../../../src/', import.meta.url));

async function printAll(): Promise<void> {
  for (const folder of ['core', 'git', 'disk']) {
    for (const name of readdirSync(root + folder, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.ts')) await import(pathToFileURL(`${root}${folder}/${name}`).href);
    }
  }
  console.log(JSON.stringify([...made.values()]));
}

void printAll();
