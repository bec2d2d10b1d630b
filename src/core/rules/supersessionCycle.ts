import { meantByRelation } from '../names/meantByRelation';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { DocRecord } from '../records/record';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'supersession-cycle';
/** The most steps that are followed; real chains are far shorter. */
const mostSteps = 1_000;

/** Records that supersede each other in a circle, so that none is in force. Reported for each, with the whole circle. */
export const supersessionCycle: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    for (const record of file.records) {
      const circle = circleFrom(record, known);
      if (circle === null) {
        if (isOfItself(record, known))
          yield { span: file.statusSpan(record), sentence: sentence(code, 'itself'), about: record.path };
        continue;
      }
      const names = [...circle, record].map((one) => recordLabel(one) ?? one.path);
      yield { span: file.statusSpan(record), sentence: sentence(code, 'cycle', names.join(' → ')), about: record.path };
    }
  },
};

/** Whether a record says that it supersedes itself. That is kept as no relation, so the words are resolved again. */
function isOfItself({ path }: DocRecord, { world }: Known): boolean {
  const record = world.names.get(path);
  const written = record ? [...record.supersededBy, ...record.supersedes] : [];
  return written.some((each) => !each.partial && record && meantByRelation(record, each, world) === record);
}

/** The shortest path from a record back to itself along what supersedes what; null where there is none. */
function circleFrom(record: DocRecord, known: Known): readonly DocRecord[] | null {
  const before = new Map<FilePath, DocRecord>();
  const open = [record];
  for (let steps = 0; open.length > 0 && steps < mostSteps; steps++) {
    const at = open.shift();
    for (const { path, partial, pending } of at?.supersededBy ?? []) {
      const next = path === null || partial || pending ? undefined : known.record(path);
      if (!at || !next) continue;
      if (next === record) return wayTo(at, before);
      if (before.has(next.path)) continue;
      before.set(next.path, at);
      open.push(next);
    }
  }
  return null;
}

function wayTo(end: DocRecord, before: ReadonlyMap<FilePath, DocRecord>): readonly DocRecord[] {
  const way = [end];
  for (let at = before.get(end.path); at !== undefined; at = before.get(at.path)) way.unshift(at);
  return way;
}
