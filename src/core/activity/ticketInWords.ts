import type { TicketRules } from './ticketRules';

const keyed = /^[A-Z][A-Z0-9]{1,9}-(\d{1,7})$/;

/**
 * A branch's ticket as messages write it. A number alone is that of the work item on Azure Boards where they name it as
 * such. Small letters before the number of an issue that they name are a person's, and no key: `jd-1125`.
 * @param named what the messages name
 */
export function ticketInWords(
  ticket: string | null,
  named: ReadonlySet<string>,
  branch: string | null,
  { keys }: Pick<TicketRules, 'keys'>,
): string | null {
  if (ticket === null) return null;
  if (named.has(`AB${ticket}`)) return `AB${ticket}`;
  const number = keyed.exec(ticket)?.[1];
  const isGuess = number !== undefined && keys.length === 0 && branch?.includes(ticket) === false;
  return isGuess && !named.has(ticket) && named.has(`#${number}`) ? `#${number}` : ticket;
}
