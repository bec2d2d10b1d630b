import { type Link, shownStrength } from '../../core/links/link';
import type { RecordKind } from '../../core/records/record';

export type FileGroupKey = 'decisions' | 'runbooks' | 'other' | 'nearby' | 'maybe';

/** A heading of the list for a file, with its links, strongest first. */
export interface FileGroup {
  readonly key: FileGroupKey;
  readonly links: readonly Link[];
}

/** The most weak links that are shown, on request. */
const maxNearby = 50;

const groupOfKind: Readonly<Record<RecordKind, FileGroupKey>> = {
  decision: 'decisions',
  rfc: 'decisions',
  runbook: 'runbooks',
  guide: 'other',
  diagram: 'other',
  handoff: 'other',
};

const order: readonly FileGroupKey[] = ['decisions', 'runbooks', 'other', 'nearby', 'maybe'];

/** The links of one file under the headings of Decisions, without empty headings. `links` has to be strongest first. */
export function fileGroups(links: readonly Link[]): readonly FileGroup[] {
  const groups = new Map<FileGroupKey, Link[]>(order.map((key) => [key, []]));
  for (const link of links) {
    const isMaybe = link.reason === 'words';
    const key = isMaybe ? 'maybe' : link.strength < shownStrength ? 'nearby' : groupOfKind[link.record.kind];
    const group = groups.get(key) ?? [];
    if (key !== 'nearby' || group.length < maxNearby) group.push(link);
  }
  return [...groups].flatMap(([key, found]) => (found.length > 0 ? [{ key, links: found }] : []));
}

/** Links that are shown without asking; never those by words alone. */
export function shownLinks(links: readonly Link[]): readonly Link[] {
  return links.filter(({ strength, reason }) => strength >= shownStrength && reason !== 'words');
}
