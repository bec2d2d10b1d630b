import { readFileSync } from 'node:fs';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The file that the stage before has made. */
export const vsix = `${name}-${version}.vsix`;
