import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Addressee } from '../../core/drafts/handoffInput';
import type { Member, Team } from '../../core/team/team';
import { joinParts } from '../../core/text/compareText';
import type { Instant, ZoneName } from '../../core/time/zone';
import { visibleText, withoutIcons } from '../host/visibleText';
import { type AddresseeChoice, addresseeChoices, addresseeOf, typedChoice } from './model/addresseeChoices';
import { hoursText, stateIconName } from './teamWords';

interface AddresseeItem extends QuickPickItem {
  readonly choice: AddresseeChoice | null;
}

interface AddresseeQuestion {
  readonly team: Team | null;
  readonly member: Member | null;
  /** The writer's zone. */
  readonly zone: ZoneName;
  readonly now: Instant;
  /** The label of the choice that names nobody. */
  readonly anybody: string;
  /** Further people to offer, once they are found. Never rejects. */
  readonly authors?: Promise<readonly AddresseeChoice[]>;
}

interface PickWords {
  readonly title: string;
  readonly placeholder: string;
}

/**
 * Asks whom a draft is for. A name that is not in the team file can be typed. @returns undefined where the person left
 */
export function pickAddressee(question: AddresseeQuestion, words: PickWords): Promise<Addressee | undefined> {
  const pick = window.createQuickPick<AddresseeItem>();
  let known = itemsFor(question);
  pick.title = words.title;
  pick.placeholder = words.placeholder;
  pick.matchOnDescription = true;
  pick.items = known;
  const show = () => {
    const typed = typedChoice(pick.value, question.team);
    pick.items = typed ? [...known, itemOf(typed, question)] : known;
  };
  pick.onDidChangeValue(show);
  void question.authors?.then((authors) => {
    if (authors.length === 0) return;
    const { activeItems } = pick;
    known = [...known, separatorFor('author'), ...authors.map((author) => itemOf(author, question))];
    show();
    pick.activeItems = activeItems;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const choice = pick.selectedItems[0]?.choice;
      resolve(choice ? addresseeOf(choice, question.team) : undefined);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemsFor(question: AddresseeQuestion): readonly AddresseeItem[] {
  const choices = addresseeChoices(question.team, question.member, question.now);
  return choices.flatMap((choice, index) => {
    const begins = choice.kind !== choices[index - 1]?.kind && choices.length > 1;
    const item = itemOf(choice, question);
    return begins ? [separatorFor(choice.kind), item] : [item];
  });
}

function separatorFor(kind: AddresseeChoice['kind']): AddresseeItem {
  const labels = {
    person: l10n.t('people'),
    team: l10n.t('teams'),
    author: l10n.t('committed lately'),
    anybody: '',
    typed: '',
  };
  return { label: labels[kind], kind: QuickPickItemKind.Separator, choice: null };
}

function itemOf(choice: AddresseeChoice, { team, zone, now, anybody }: AddresseeQuestion): AddresseeItem {
  switch (choice.kind) {
    case 'person': {
      const { member } = choice.row;
      const label = `$(${stateIconName(choice.row.state)}) ${named(member.name)}`;
      return { label, description: hoursText(choice.row, zone, now), choice };
    }
    case 'team': {
      const { name, members, channel } = choice.group;
      const others = members.filter((member) => team?.members.some((known) => known.name === member));
      const who = named(others.map((member) => member.split(' ', 1)[0] ?? member).join(', '));
      const label = `$(organization) ${named(name)}`;
      return { label, description: joinParts([who, named(channel ?? '')], ' · '), choice };
    }
    case 'anybody':
      return { label: `$(arrow-right) ${anybody}`, choice };
    case 'author':
      return { label: `$(person) ${named(choice.name)}`, choice };
    case 'typed':
      return unlistedItem(named(choice.name), choice);
  }
}

/**
 * The name is in the description, so that labels of members match first: `Ken` finds Kenji before it counts as a new
 * name.
 */
function unlistedItem(name: string, choice: AddresseeChoice): AddresseeItem {
  const description = l10n.t('{0}, who is not in the team file', name);
  return { label: `$(person) ${l10n.t('Somebody else')}`, description, alwaysShow: true, choice };
}

/** A name as plain text: `$(…)` in it would become an icon. */
function named(text: string): string {
  return withoutIcons(visibleText(text, 80));
}
