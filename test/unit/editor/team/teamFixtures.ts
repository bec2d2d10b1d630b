import { type Member, type Team, usualDays, usualHours } from '../../../../src/core/team/team';

/** Usual hours in a zone, and an address made of the name. */
export const member = (name: string, zone: string | null, changes: Partial<Member> = {}): Member => ({
  name,
  addresses: [`${name.toLowerCase()}@x.example`],
  github: null,
  zone,
  contact: null,
  hours: usualHours,
  days: usualDays,
  away: [],
  ...changes,
});

export const teamOf = (...members: readonly Member[]): Team => ({
  members,
  teams: [],
  channels: [],
  responses: [],
  urgent: { when: [], path: [] },
  glossary: [],
  ticketKeys: [],
});
