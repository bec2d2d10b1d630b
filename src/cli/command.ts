/** The answer of a command whose exit status says something, too. */
export interface Answer {
  /** For standard output. */
  readonly text: string;
  /** 1: something was found that is to be mended (`check`). */
  readonly status: 0 | 1;
}

/** One verb of the command line. */
export interface Command<A extends string | Answer = string> {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** Resolves to what goes to standard output. */
  run(argv: readonly string[]): Promise<A>;
}
