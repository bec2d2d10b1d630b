/** One key of the front matter. Values are as written, never converted: `0012` stays `0012`, a date stays text. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly values: readonly string[];
  /** Set where the entry by itself is not valid YAML: its values are the raw text, and may be meant otherwise. */
  readonly doubtful?: true;
  /**
   * What the value's own keys and typed items say: `{ type: superseded-by, target: ADR-9 }` in a list, and
   * `superseded-by: ADR-9` below the key, are both `superseded-by` with `ADR-9`.
   */
  readonly inner?: readonly InnerEntry[];
  /** The text of a comment after a single value. */
  readonly comment?: string;
}

export interface InnerEntry {
  readonly key: string;
  readonly values: readonly string[];
}
