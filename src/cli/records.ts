import { DiskFiles } from '../disk/diskFiles';
import { commonArguments } from './arguments';
import type { Command } from './command';
import { keptAnswersOf } from './keptAnswers';
import { realDirectory } from './place';

/**
 * `meridian records [DIR]`: every record of a directory, sorted by path. Its code is loaded only where no kept answer
 * holds.
 */
export const recordsCommand: Command = {
  name: 'records',
  usage: 'meridian records [DIR] [--json] [--include GLOB[=KIND]] [--exclude GLOB] [--no-git] [--no-cache]',
  summary: 'The decisions, runbooks and other records of a directory.',
  async run(argv) {
    const args = commonArguments(argv, 1);
    const root = realDirectory(args.operands[0] ?? args.directory ?? '.');
    const { json, git, settings } = args;
    const kept = args.cache ? await keptAnswersOf(root, ['records', json, git, settings]) : null;
    const files = new DiskFiles(root, true);
    const known = await kept?.say('', files);
    if (known) return known.text;
    const { answerRecords } = await import('./recordsAnswer');
    return answerRecords(root, args, files, kept);
  },
};
