/** What a kind of secret looks like. */
export interface SecretRule {
  /** For people: `stripe access token`. */
  readonly name: string;
  /** Global, with indices. With a group, the first one is the secret; else all of the match is. Linear. */
  readonly pattern: RegExp;
  /** In small letters; a text without any of them has no such secret, and is not looked through. */
  readonly keywords: readonly string[];
  /** Bits a character that the secret has at least; 0 for a form that says enough. */
  readonly entropy: number;
  /** Whether other words of the program can look like it: then a value that reads like code is none. */
  readonly loose: boolean;
}
