import { commonArguments } from './arguments';
import type { Command } from './command';

/** `meridian refs [DIR]`: every place that names a record, and what it leads to. Its code is loaded when it is called. */
export const refsCommand: Command = {
  name: 'refs',
  usage: 'meridian refs [DIR] [--json] [--include GLOB[=KIND]] [--exclude GLOB] [--no-git] [--no-cache]',
  summary: 'The places in a directory that name a record, and what each leads to.',
  async run(argv) {
    const args = commonArguments(argv, 1);
    const { answerReferences } = await import('./refsAnswer');
    return answerReferences(args);
  },
};
