import { DiskFiles } from '../disk/diskFiles';
import { commonArguments, UsageError } from './arguments';
import type { Command } from './command';
import { keptAnswersOf } from './keptAnswers';
import { locate } from './place';

/**
 * `meridian for FILE`: the records that concern a file, strongest first. Its code is loaded only where no kept answer
 * holds.
 */
export const forCommand: Command = {
  name: 'for',
  usage:
    'meridian for FILE [--dir DIR] [--history] [--json] [--include GLOB[=KIND]] [--exclude GLOB] [--no-git] [--no-cache]',
  summary:
    'The records that concern a file, and why. Without DIR it is the repository of the file, else the current directory. --history adds guesses: records that changed in the same commits.',
  async run(argv) {
    const args = commonArguments(argv, 1, ['history']);
    const named = args.operands[0];
    if (named === undefined) throw new UsageError('no file given');
    const place = locate(named, args.directory);
    // Guesses from the history are not kept: what they rest on is not noted.
    const isKept = args.cache && !args.switches.has('history');
    const kept = isKept ? await keptAnswersOf(place.directory, ['for', args.json, args.settings]) : null;
    const files = new DiskFiles(place.directory, true);
    const known = await kept?.say(place.file, files);
    if (known) return known.text;
    const { answerForFile } = await import('./forFileAnswer');
    return answerForFile(place, args, files, kept);
  },
};
