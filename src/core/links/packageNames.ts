/** `acme/api-0012:1.2.3`, `acme/api@sha256:…`: a tag that is a version or a word for the newest; `:12` alone is a line. */
const tagged =
  /(?<![\w./@:-])(?:[a-z\d][\w.-]{0,60}(?::\d{2,5})?\/){1,5}[a-z\d][\w.-]{0,60}(?::(?:latest|stable|edge|nightly|v?\d{1,6}\.\d[\w.-]{0,40})(?![\w.])|@sha256:)/g;
/** `registry.acme.io/api-0012/base:2`: any tag where a registry is named. */
const ofRegistry =
  /(?<![\w./@:-])(?:[a-z\d][a-z\d-]{0,40}\.){1,4}[a-z]{2,6}(?::\d{2,5})?\/(?:[a-z\d][\w-]{0,60}\/){0,4}[a-z\d][\w-]{0,60}:[\w.-]{1,60}/g;
/** `'@acme/api-0012'`: a package, in quotes as it is imported. */
const scoped = /(?<=["'])@[a-z\d][\w.-]{0,60}\/[a-z\d][\w-]{0,60}(?=["'/])/g;

/** Where a line names images and packages: the digits in such a name are no record's. */
export function* packageNames(line: string): Generator<readonly [at: number, end: number]> {
  if (!line.includes('/')) return;
  for (const pattern of line.includes(':') || line.includes('@') ? [tagged, ofRegistry, scoped] : []) {
    for (const { index, 0: name } of line.matchAll(pattern)) yield [index, index + name.length];
  }
}
