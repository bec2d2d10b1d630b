import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type ZoneName, zoneRefusal } from '../../core/time/zone';
import { localTime } from '../host/clockWords';
import { visibleText } from '../host/visibleText';
import type { Candidate, NewMember } from './model/teamFileText';

/**
 * `later`: not for this person now. `all-later`: not for the remaining ones either. Undefined: the person left the
 * question.
 */
type ZoneAnswer = { readonly zone: string } | 'later' | 'all-later' | undefined;

interface ZoneQuestion {
  readonly name: string;
  /** Counts from 1. */
  readonly step: number;
  readonly steps: number;
  /** Zones to list first: the person's own, and those that were answered for others. */
  readonly first: readonly string[];
}

interface ZoneItem extends QuickPickItem {
  readonly answer: Exclude<ZoneAnswer, undefined>;
}

/**
 * Asks where each person works. A zone is never guessed: an offset in a commit does not identify one (docs/adr/0008).
 * @param known zones to list first, the person's own on top; those that are answered follow
 * @returns undefined where the person left.
 */
export async function askZones(
  people: readonly Candidate[],
  known: readonly ZoneName[],
): Promise<readonly NewMember[] | undefined> {
  const first = [...known];
  const members: NewMember[] = [];
  let isAsking = true;
  for (const [index, { name, addresses, github }] of people.entries()) {
    const question = { name, step: index + 1, steps: people.length, first };
    const answer = isAsking ? await pickZone(question) : 'later';
    if (answer === undefined) return undefined;
    if (answer === 'all-later') isAsking = false;
    const zone = typeof answer === 'string' ? null : answer.zone;
    if (zone !== null) first.push(zone);
    members.push({ name, addresses, github, zone });
  }
  return members;
}

function pickZone(question: ZoneQuestion): Promise<ZoneAnswer> {
  const pick = window.createQuickPick<ZoneItem>();
  const items = itemsFor(question);
  pick.title = l10n.t('Create Team File');
  pick.step = question.step;
  pick.totalSteps = question.steps;
  pick.placeholder = l10n.t('In which time zone does {0} work?', visibleText(question.name, 60));
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.items = items;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    // The engine lists only old names, such as `Asia/Calcutta`, but accepts the new ones.
    const isNew = isZone(typed) && !items.some(({ label }) => label === typed);
    pick.items = isNew ? [zoneItem(typed), ...items] : items;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.answer);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemsFor({ first }: ZoneQuestion): readonly ZoneItem[] {
  const near = [...new Set(first)].filter(isZone);
  const all = Intl.supportedValuesOf('timeZone').filter((zone) => isZone(zone) && !near.includes(zone));
  return [
    ...near.map(zoneItem),
    {
      label: l10n.t('Ask later'),
      description: l10n.t('leaves the zone out'),
      alwaysShow: true,
      answer: 'later',
    },
    {
      label: l10n.t('Ask later about everybody who is left'),
      alwaysShow: true,
      answer: 'all-later',
    },
    { label: l10n.t('All zones'), kind: QuickPickItemKind.Separator, answer: 'later' },
    ...['UTC', ...all].map((zone) => ({ label: zone, answer: { zone } })),
  ];
}

function zoneItem(zone: string): ZoneItem {
  return { label: zone, description: localTime(Date.now(), zone), answer: { zone } };
}

function isZone(name: string): boolean {
  return zoneRefusal(name) === null;
}
