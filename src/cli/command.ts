/** One verb of the command line. `run` answers the text for standard output. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  run(argv: readonly string[]): Promise<string>;
}
