import { machineZone } from '../disk/machineZone';
import type { Command } from './commands';

/** `meridian pr [DIR]`: what a branch changes, as a pull request's description or as facts. The rest is loaded when it is called. */
export const prCommand: Command = {
  name: 'pr',
  usage: 'meridian pr [DIR] [--base REF] [--template NAME|none] [--zone Z] [--tickets KEYS] [--json]',
  summary: "A draft of the checked-out branch's pull request, in the repository's own template where it has one.",
  async run(argv) {
    const { answerPullRequest } = await import('./prAnswer');
    const zone = machineZone();
    return answerPullRequest(argv, { now: Date.now(), zone });
  },
};
