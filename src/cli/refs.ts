import { DiskFiles } from '../disk/diskFiles';
import { commonArguments } from './arguments';
import type { Command } from './command';
import { keptAnswersOf } from './keptAnswers';
import { realDirectory } from './place';

/**
 * `meridian refs [DIR]`: every place that names a record, and what it leads to. Its code is loaded only where no kept
 * answer holds.
 */
export const refsCommand: Command = {
  name: 'refs',
  usage: 'meridian refs [DIR] [--json] [--include GLOB[=KIND]] [--exclude GLOB] [--no-git] [--no-cache]',
  summary: 'The places in a directory that name a record, and what each leads to.',
  async run(argv) {
    const args = commonArguments(argv, 1);
    const root = realDirectory(args.operands[0] ?? args.directory ?? '.');
    // Git's code is loaded where git is asked.
    const git = args.git ? new (await import('./gitQuestions')).GitQuestions(root) : null;
    const call = ['refs', args.json, args.git, args.settings];
    const kept = args.cache ? await keptAnswersOf(root, call, git?.questions()) : null;
    const files = new DiskFiles(root, true);
    const known = await kept?.say('', files);
    if (known) return known.text;
    const { answerReferences } = await import('./refsAnswer');
    return answerReferences(root, args, { files, git, kept });
  },
};
