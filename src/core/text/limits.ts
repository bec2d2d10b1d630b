/** Limits on what one file may cost (docs/security.md#r31, R32); the rest is not read, and the record says so. */
export const limits = {
  /** UTF-16 units of a file that are parsed in one go without blocking the editor's host (docs/security.md#r32). */
  fileLength: 256 * 1024,
  lineLength: 20_000,
  headings: 2_000,
  links: 5_000,
  /** UTF-16 units between the two fences of front matter. */
  frontMatterLength: 64 * 1024,
  frontMatterDepth: 32,
  frontMatterKeys: 500,
  frontMatterItems: 500,
} as const;
