import type { WordFamilies } from './words';

/** The weight of an indexed word that is of the same family as the query's word, or of the same meaning. */
const familyWeight = 0.6;
const relatedWeight = 0.4;

/** A query: each of its words with the words that may stand for it. */
export class QueryTerms {
  private readonly concepts: readonly ReadonlyMap<string, number>[];
  /** From 0 to 1, by indexed word. */
  readonly weights: ReadonlyMap<string, number>;

  /**
   * @param words as `searchWords` gives them, each once
   * @param related for each word its synonyms
   */
  constructor(words: readonly string[], families: WordFamilies, related: ReadonlyMap<string, ReadonlySet<string>>) {
    this.concepts = words.map(
      (word) =>
        new Map([
          ...[...(related.get(word) ?? [])].map((other): [string, number] => [other, relatedWeight]),
          ...families.of(word).map((other): [string, number] => [other, familyWeight]),
          [word, 1],
        ]),
    );
    const weights = new Map<string, number>();
    for (const [term, weight] of this.concepts.flatMap((concept) => [...concept])) {
      weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    }
    this.weights = weights;
  }

  /**
   * The share of the query that each match covers, from 0 to 1: a word that few matches have counts for more than one
   * that all have.
   * @param matches the indexed words that were found in each
   */
  coverage(matches: readonly ReadonlySet<string>[]): readonly number[] {
    const shares = matches.map((terms) => this.concepts.map((concept) => bestIn(concept, terms)));
    const rarity = this.concepts.map((_, at) => {
      const having = shares.filter((share) => (share[at] ?? 0) > 0).length;
      return having === 0 ? 0 : Math.log(1 + matches.length / having);
    });
    const all = rarity.reduce((sum, weight) => sum + weight, 0);
    return shares.map((share) => share.reduce((sum, part, at) => sum + part * (rarity[at] ?? 0), 0) / (all || 1));
  }
}

function bestIn(concept: ReadonlyMap<string, number>, terms: ReadonlySet<string>): number {
  let best = 0;
  for (const [term, weight] of concept) if (weight > best && terms.has(term)) best = weight;
  return best;
}
