import type { Activity } from '../../../src/core/activity/activity';
import type { ActivitySource, NoFacts } from '../../../src/core/activity/activitySource';
import type { RepositoryFacts } from '../../../src/core/activity/facts';
import type { ForgeFacts, WorkFolder, Workplace, WorkStep } from '../../../src/core/tasks/workplace';
import { type Writer, writerOf } from '../../../src/core/tasks/writer';
import { MemoryFiles } from '../support/memoryFiles';

export const now = Date.parse('2026-11-20T17:30:00Z');
/** In the form of a token; it opens nothing. */
export const secret = `ghp_${'aB3dE5gH7jK9mN1pQ3rS5tU7vW9xY1zA3bC5'}`;
export const noForge: ForgeFacts = { works: null, gaps: [] };

export function writer(): Writer {
  const known = writerOf([{ chosen: null, name: 'Ann Lee', address: 'ann@example.com' }], null, 'Europe/London');
  if (!known) throw new Error('nobody');
  return known;
}

/** A folder without records, with these files. */
export function folder(name: string, changes: Partial<WorkFolder> = {}): WorkFolder {
  return {
    name,
    directory: `/work/${name}`,
    place: `work/${name}`,
    files: new MemoryFiles(),
    project: { record: () => undefined, records: () => [], linksFor: () => [], kindAt: () => null },
    readCited: async () => undefined,
    history: async () => null,
    ...changes,
  };
}

/** Facts by absolute folder; every other folder is in no repository. */
function source(facts: Readonly<Record<string, RepositoryFacts>>): ActivitySource {
  const none: NoFacts = { reason: 'no-repository', detail: 'none' };
  return {
    read: async (request) => facts[request.folder] ?? none,
    patches: async () => new Map(),
    mergedByHand: async () => new Map(),
    landedAs: async () => null,
    rangePatch: async () => null,
  };
}

export function workplace(
  folders: readonly WorkFolder[],
  changes: Partial<Workplace> = {},
): Workplace & { readonly steps: readonly WorkStep[]; readonly logged: readonly string[] } {
  const steps: WorkStep[] = [];
  const logged: string[] = [];
  return {
    now,
    zone: 'Europe/London',
    folders,
    activity: source({}),
    filesAt: () => new MemoryFiles(),
    forge: async () => noForge,
    report: (step) => void steps.push(step),
    pacer: { breathe: async () => undefined },
    log: { debug() {}, info() {}, warn: (message) => void logged.push(message), error() {} },
    signal: new AbortController().signal,
    steps,
    logged,
    ...changes,
  };
}

export const namesOf = ({ repositories }: Activity) => repositories.map(({ name }) => name);
