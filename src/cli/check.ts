import type { Answer, Command } from './command';

/** `meridian check [DIR]`: references that no longer hold, and records that contradict each other. Its code is loaded when it is called. */
export const checkCommand: Command<Answer> = {
  name: 'check',
  usage:
    'meridian check [DIR] [--json | --sarif | --github] [--fail-on error|warning|info] [--base REF [--comment FILE]] [--baseline FILE [--write-baseline]] [--rule CODE=error|warning|info|off]... [--only FILE]... [--no-git] [--no-cache] [--include GLOB[=KIND]] [--exclude GLOB]',
  summary:
    'What no longer holds: references, links and scopes that lead nowhere or to what is retired. Exit status 1 where it finds any.',
  async run(argv) {
    const { answerCheck } = await import('./checkAnswer');
    return answerCheck(argv, Date.now());
  },
};
