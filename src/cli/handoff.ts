import { machineZone } from '../disk/machineZone';
import type { Command } from './commands';

/** `meridian handoff [DIR]`: what a person did, as a draft or as facts. The rest is loaded when it is called. */
export const handoffCommand: Command = {
  name: 'handoff',
  usage:
    'meridian handoff [DIR] [--since T] [--until T] [--author A]... [--to NAME] [--zone Z] [--tickets KEYS] [--format handoff|standup|weekly] [--json]',
  summary:
    'A draft of a handoff, standup or weekly update, from git. T is an instant (2026-11-20T09:00:00Z) or a date (2026-11-20).',
  async run(argv) {
    const { answerHandoff } = await import('./handoffAnswer');
    const zone = machineZone();
    return answerHandoff(argv, { now: Date.now(), zone });
  },
};
