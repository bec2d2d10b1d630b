// The least that anything could do with a directory: read all its files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let bytes = 0;
const entries = readdirSync(process.argv[2] ?? '.', { recursive: true, withFileTypes: true });
for (const entry of entries) {
  const folder = entry.parentPath ?? entry.path;
  if (entry.isFile() && !folder.includes('.git')) bytes += readFileSync(join(folder, entry.name)).length;
}
console.log(bytes);
