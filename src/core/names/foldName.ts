/**
 * A name as it is compared: `Kenji Mori`, `kenji-mori` and `@Kenji Mori` are the same one, and `#ledger`, `Ledger` and
 * `team ledger` the same team. `''` for what has no letter.
 */
export function foldName(name: string): string {
  const words = name
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return words
    .filter((word) => word !== '')
    .join('-')
    .replace(/^team-(?=.)|-team$/, '');
}
