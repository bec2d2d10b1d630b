/**
 * Suites in the editor differ in what is open: `x.test.ts` runs in the sample workspace, trusted;
 * `x.restricted.test.ts` in the same, in Restricted Mode; `x.multiRoot.test.ts` with two folders, trusted.
 */
export const suites = ['trusted', 'restricted', 'multiRoot'] as const;
/** `x.bench.test.ts` measures in a large repository, and runs where that is asked for: `npm run bench -- --editor`. */
export const allSuites = [...suites, 'bench'] as const;
export type Suite = (typeof allSuites)[number];

/** The suite that a test file (`.ts`, or `.js` when bundled) belongs to. */
export function suiteOf(file: string): Suite {
  const kind = file.split('.').at(-3);
  return allSuites.find((suite) => suite === kind) ?? 'trusted';
}
