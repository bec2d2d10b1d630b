import { type DocRecord, isDecided } from './record';

/**
 * What may become of a record: one that is `undecided` can be accepted or rejected, one that is `inForce` deprecated or
 * superseded, one whose status is none or not known (`unclear`) all of it. Of one that was `replaced` more successors can
 * be named. `settled`: nothing, or it is of a kind that is not decided on.
 */
export const standings = ['undecided', 'inForce', 'unclear', 'replaced', 'settled'] as const;
export type Standing = (typeof standings)[number];

export function standingOf({ kind, status }: Pick<DocRecord, 'kind' | 'status'>): Standing {
  if (!isDecided(kind)) return 'settled';
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
