/** How one kind of secret is recognized. */
export interface SecretRule {
  /** For people: `stripe access token`. */
  readonly name: string;
  /** Global, with indices. The first group is the secret; without a group the whole match is. Linear. */
  readonly pattern: RegExp;
  /** In lower case; a text without any of them is not searched for this secret. */
  readonly keywords: readonly string[];
  /** The least entropy of the secret in bits per character; 0 for a form that is certain enough. */
  readonly entropy: number;
  /** Whether ordinary code can look like it; then a value that reads like code is no secret. */
  readonly loose: boolean;
}
