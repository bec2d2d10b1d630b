/**
 * Suites in the editor differ in what is open: `x.test.ts` runs in the sample workspace, trusted;
 * `x.restricted.test.ts` in the same, in Restricted Mode; `x.multiRoot.test.ts` with two folders, trusted.
 */
export const suites = ['trusted', 'restricted', 'multiRoot'] as const;
export type Suite = (typeof suites)[number];

/** The suite that a test file (`.ts`, or `.js` when bundled) belongs to. */
export function suiteOf(file: string): Suite {
  const kind = file.split('.').at(-3);
  return suites.find((suite) => suite === kind) ?? 'trusted';
}
