import { checkCommand } from './check';
import type { Answer, Command } from './command';
import { forCommand } from './forFile';
import { recordsCommand } from './records';
import { refsCommand } from './refs';

/** `meridian handoff [DIR]`: what a person did, as a draft or as facts. Its code is loaded when it is called. */
const handoffCommand: Command = {
  name: 'handoff',
  usage:
    'meridian handoff [DIR] [--since T] [--until T] [--author A]... [--to NAME] [--zone Z] [--tickets KEYS] [--format handoff|standup|weekly] [--team] [--json]',
  summary:
    'A draft of a handoff, standup or weekly update, from git. T is an instant (2026-11-20T09:00:00Z) or a date (2026-11-20).',
  async run(argv) {
    const [{ answerHandoff }, clock] = await Promise.all([import('./handoffAnswer'), machineClock()]);
    return answerHandoff(argv, clock);
  },
};

/** `meridian pr [DIR]`: what a branch changes, as a pull request's description or as facts. Its code is loaded when it is called. */
const prCommand: Command = {
  name: 'pr',
  usage: 'meridian pr [DIR] [--base REF] [--template NAME|none] [--zone Z] [--tickets KEYS] [--json | --marker]',
  summary: "A draft of the checked-out branch's pull request, in the repository's own template where it has one.",
  async run(argv) {
    const [{ answerPullRequest }, clock] = await Promise.all([import('./prAnswer'), machineClock()]);
    return answerPullRequest(argv, clock);
  },
};

async function machineClock() {
  const { machineZone } = await import('../disk/machineZone');
  return { now: Date.now(), zone: machineZone() };
}

export const commands: readonly Command<string | Answer>[] = [
  ...[recordsCommand, refsCommand, forCommand, checkCommand],
  ...[handoffCommand, prCommand],
];
