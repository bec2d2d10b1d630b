import type { Instant } from '../time/zone';
import type { Shipments } from './forge';

export type ShipmentKind = 'deployment' | 'release';

/**
 * When a merged change went out: with the first shipment after the merge that was not made of something older. Null where
 * it has not yet, or where the list does not go back far enough to tell.
 */
export function shippedAt(merged: Instant, kind: ShipmentKind, shipments: Shipments | null): Instant | null {
  const list = shipments?.[kind];
  if (!list || merged < list.from) return null;
  const after = list.all.filter(({ at, commit }) => at >= merged && commit >= merged).map(({ at }) => at);
  return after.length > 0 ? Math.min(...after) : null;
}
