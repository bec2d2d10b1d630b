/** What a word of a family ends with, beyond what `searchWords` takes off. */
const ending =
  /(?:izat|isat|at|it|ific)?(?:ion|ional)$|(?:ment|ness|ity|iv|abl|ibl|al|er|or|ly|anc|enc|ous|ful|at|iz|is|ify|ic)$/;
const leastRoot = 4;

/**
 * Words that were seen, by what they have in common: `authorization` and `authorize`, `configuration` and `configure`.
 * A word stays itself, because in code `operator` and `operation` are two things; its family only counts for less.
 */
export class WordFamilies {
  private readonly seen = new Set<string>();
  private readonly families = new Map<string, string[]>();

  /** @param words as `searchWords` gives them */
  add(words: readonly string[]): void {
    for (const word of words) {
      if (this.seen.has(word)) continue;
      this.seen.add(word);
      const root = rootOf(word);
      const family = this.families.get(root);
      if (family) family.push(word);
      else this.families.set(root, [word]);
    }
  }

  of(word: string): readonly string[] {
    return this.families.get(rootOf(word)) ?? [];
  }
}

function rootOf(word: string): string {
  const root = word.replace(ending, '');
  return root.length >= leastRoot ? root : word;
}
