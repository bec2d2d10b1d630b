import { dirname } from '../files/paths';
import { meantByPath, possiblePaths } from '../names/meantByPath';
import type { World } from '../names/world';
import type { FilePath } from '../ports';
import { looksLikeDecision } from './documentPaths';
import type { RawReference } from './link';
import { type Outcome, outcomeOf } from './outcome';

/**
 * Where a path leads. One that leads nowhere is `missing` only where its folder holds records or its name is a
 * decision's; any other document is not ours to judge.
 */
export function resolvePath(raw: RawReference, from: FilePath, world: World): Outcome {
  const { names } = world;
  const name = raw.name ?? '';
  // Most documents that code names are no records: one look tells, however many folders they could be in.
  const known = names.hasFileName(name.replace(/\/$/, '')) || name.includes('%') || raw.number !== null;
  if (!known && !looksLikeDecision(name)) return null;
  const meant = meantByPath({ ...raw, name }, from, world);
  if (meant.kind !== 'none') return outcomeOf(meant);
  const amongRecords =
    raw.number !== null &&
    name.includes('/') &&
    possiblePaths(name, from).some((path) => names.hasRecordsIn(dirname(path)));
  return amongRecords || (looksLikeDecision(name) && names.hasSeries('ADR')) ? { resolution: 'missing' } : null;
}
