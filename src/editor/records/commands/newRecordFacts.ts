import { type InputBoxOptions, l10n, window } from 'vscode';
import type { NewKind, RecordFacts } from '../../../core/records/write/recordFacts';
import { usualSchedule } from '../../../core/team/team';
import { writtenDeadline } from '../../../core/time/writtenDeadline';
import { type Instant, wallClockAt } from '../../../core/time/zone';
import { machineZone } from '../../../disk/machineZone';
import { KeptInput } from '../../host/keptInput';

/** What was typed for a record that was not begun. */
const unused: Readonly<Record<NewKind, KeptInput>> = {
  decision: new KeptInput(),
  rfc: new KeptInput(),
  runbook: new KeptInput(),
};

/** Called when a record of the kind is begun. */
export function forgetTyped(kind: NewKind): void {
  unused[kind].clear();
}

function askStep(kind: NewKind, step: number, options: InputBoxOptions): Promise<string | undefined> {
  return unused[kind].ask(String(step), options);
}

/**
 * Asks for the title and, if the person wants to say more, for the people who decide, the options and the deadline.
 * Each of these can be left empty. Undefined where the person leaves.
 */
export async function askFacts(
  kind: NewKind,
  now: Instant,
  known: readonly string[],
): Promise<RecordFacts | undefined> {
  const heading = headings[kind]();
  const title = line(
    await askStep(kind, 0, {
      title: heading,
      prompt: l10n.t('What it is about, in a few words. They become the title and the name of the file.'),
      placeHolder: examples[kind](),
    }),
  );
  if (!title) return undefined;
  const today = wallClockAt(machineZone(), now).date;
  const facts = { title, today, people: [], options: [], deadline: null, known };
  const write = { label: l10n.t('Write It Now'), more: false };
  const more = {
    label: kind === 'runbook' ? l10n.t('Say Who Owns It…') : l10n.t('Say Who Decides, the Options and the Deadline…'),
    more: true,
  };
  const placeHolder = l10n.t('Write it now, or say more first?');
  const chosen = await window.showQuickPick([write, more], { title: heading, placeHolder, ignoreFocusOut: true });
  if (!chosen?.more) return chosen && facts;
  return askMore(kind, heading, now, facts);
}

async function askMore(
  kind: NewKind,
  title: string,
  now: Instant,
  facts: RecordFacts,
): Promise<RecordFacts | undefined> {
  const ask = (prompt: string, placeHolder: string, step: number) =>
    askStep(kind, step, { title: `${title} (${step}/${kind === 'runbook' ? 1 : 3})`, prompt, placeHolder });
  const skip = l10n.t('Leave it empty to go on');
  const who =
    kind === 'runbook'
      ? l10n.t('Who owns it? Names with commas between them')
      : l10n.t('Who decides? Names with commas between them');
  const people = await ask(who, skip, 1);
  if (people === undefined) return undefined;
  if (kind === 'runbook') return { ...facts, people: list(people, ',') };
  const options = await ask(l10n.t('Which options are there? With semicolons between them'), skip, 2);
  if (options === undefined) return undefined;
  const zone = machineZone();
  const due = await ask(l10n.t('Until when? On your clock ({0}), such as Friday 17:00', zone), skip, 3);
  if (due === undefined) return undefined;
  const deadline = line(due);
  return {
    ...facts,
    people: list(people, ','),
    options: list(options, ';'),
    deadline: deadline === '' ? null : writtenDeadline(deadline, { now, author: usualSchedule(zone) }),
  };
}

const headings: Readonly<Record<NewKind, () => string>> = {
  decision: () => l10n.t('New Decision'),
  rfc: () => l10n.t('New RFC'),
  runbook: () => l10n.t('New Runbook'),
};

const examples: Readonly<Record<NewKind, () => string>> = {
  decision: () => l10n.t('For example: {0}', l10n.t('Use PostgreSQL for the ledger')),
  rfc: () => l10n.t('For example: {0}', l10n.t('Split the ledger by region')),
  runbook: () => l10n.t('For example: {0}', l10n.t('Balance drift')),
};

function line(typed: string | undefined): string {
  return typed?.trim().replace(/\s+/g, ' ').slice(0, 200) ?? '';
}

function list(typed: string, separator: string): readonly string[] {
  return typed
    .split(separator)
    .map(line)
    .filter((part) => part !== '')
    .slice(0, 20);
}
