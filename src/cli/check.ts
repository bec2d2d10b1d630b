import type { Answer, Command } from './command';

/**
 * `meridian check [DIR]`: references that no longer hold, and records that contradict each other. Its code is loaded
 * only where no kept answer holds.
 */
export const checkCommand: Command<Answer> = {
  name: 'check',
  usage:
    'meridian check [DIR] [--json | --sarif | --github] [--fail-on error|warning|info|never] [--base REF [--comment FILE]] [--baseline FILE [--write-baseline]] [--rule CODE=error|warning|info|off]... [--only FILE]... [--no-git] [--no-cache] [--include GLOB[=KIND]] [--exclude GLOB]',
  summary:
    'What no longer holds: references, links and scopes that lead nowhere or to what is retired. Exit status 1 where it finds any.',
  async run(argv) {
    const now = Date.now();
    const { checkSources } = await import('./checkSources');
    const sources = await checkSources(argv, now);
    const known = await sources?.kept.say('', sources.files);
    if (known) return known;
    const { answerCheck } = await import('./checkAnswer');
    return answerCheck(argv, now, sources);
  },
};
