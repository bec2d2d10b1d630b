import { type DocRecord, isDecided } from './record';

/**
 * What may become of a record. `undecided`: it can be accepted or rejected. `inForce`: it can be deprecated or
 * superseded. `unclear`, without a known status: all of these. `replaced`: more successors can be named. `settled`:
 * nothing, as it is rejected, of a kind that is not decided on, or a list of decisions.
 */
export const standings = ['undecided', 'inForce', 'unclear', 'replaced', 'settled'] as const;
export type Standing = (typeof standings)[number];

export function standingOf(record: Pick<DocRecord, 'kind' | 'status' | 'isCollection'>): Standing {
  const { kind, status, isCollection } = record;
  if (!isDecided(kind) || isCollection) return 'settled';
  switch (status) {
    case 'draft':
    case 'proposed':
      return 'undecided';
    case 'accepted':
      return 'inForce';
    case 'none':
    case 'other':
      return 'unclear';
    case 'deprecated':
    case 'superseded':
      return 'replaced';
    case 'rejected':
      return 'settled';
  }
}
