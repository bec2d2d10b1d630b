import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Addressee } from '../../core/drafts/handoffInput';
import type { Askable, AskPlaces } from '../../core/questions/questionInput';
import type { Writer } from '../../core/tasks/writer';
import type { Instant } from '../../core/time/zone';
import { visibleText, withoutIcons } from '../host/visibleText';
import { pickAddressee } from '../team/addresseePick';
import { teamRow } from '../team/model/teamModel';
import { hoursText, stateIconName } from '../team/teamWords';

interface PersonItem extends QuickPickItem {
  readonly to: Addressee | 'other' | null;
}

/**
 * Asks whom the question is for. Owners of the file and the last author of the lines come first. @returns undefined
 * where the person left
 */
export async function askWhom(places: AskPlaces, asker: Writer, now: Instant): Promise<Addressee | undefined> {
  const title = l10n.t('Ask with Context');
  const placeholder = l10n.t('Whom do you ask? Choose, or type a name');
  // Neither owners nor a team file with members: there is nobody to choose from.
  if (!asker.team || asker.team.members.length === 0) return { kind: 'anybody' };
  const people = places.people.map((askable) => itemOf(askable, asker, now));
  const anybody = l10n.t('Whoever knows');
  const others = () => pickAddressee({ ...asker, now, anybody }, { title, placeholder });
  if (people.length === 0) return others();
  const items: readonly PersonItem[] = [
    ...people,
    { label: '', kind: QuickPickItemKind.Separator, to: null },
    { label: `$(arrow-right) ${anybody}`, to: { kind: 'anybody' } },
    { label: `$(person) ${l10n.t('Somebody else…')}`, to: 'other' },
  ];
  const options = { title, placeHolder: l10n.t('Whom do you ask?'), matchOnDescription: true, ignoreFocusOut: true };
  const to = (await window.showQuickPick(items, options))?.to;
  return to === 'other' ? others() : (to ?? undefined);
}

function itemOf({ party, reason }: Askable, { team, member, zone }: Writer, now: Instant): PersonItem {
  const known = team?.members.find(({ name }) => name === party.name);
  const row = known && teamRow(known, known === member, now);
  const why = reason === 'owner' ? l10n.t('owns the file') : l10n.t('changed these lines last');
  const hours = row ? hoursText(row, zone, now) : '';
  return {
    label: `$(${row ? stateIconName(row.state) : 'person'}) ${withoutIcons(visibleText(party.name, 80))}`,
    description: why,
    // On a line of its own: behind the reason, the hour at which they are at work is cut off.
    ...(hours !== '' && { detail: hours }),
    to: { kind: 'person', person: party },
  };
}
