import { forCommand } from './forFile';
import { handoffCommand } from './handoff';
import { prCommand } from './pr';
import { recordsCommand } from './records';
import { refsCommand } from './refs';

/** One verb of the command line. `run` answers the text for standard output. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  run(argv: readonly string[]): Promise<string>;
}

export const commands: readonly Command[] = [recordsCommand, refsCommand, forCommand, handoffCommand, prCommand];
