import { recordLabel } from '../names/series';
import { type DocRecord, isDecided } from '../records/record';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'premature-supersession';

/** A supersession by a record that is only a draft or proposed: the older record still holds, or neither does. */
export const prematureSupersession: Rule = {
  code,
  severity: 'info',
  *find(file, known) {
    for (const record of file.records) {
      if (!isDecided(record.kind)) continue;
      for (const { path, text, partial, pending, mirrored } of record.supersedes) {
        const older = path === null ? undefined : known.record(path);
        if (!pending || partial || mirrored || !isWaiting(record) || older?.status !== 'accepted') continue;
        const span = spanOfRelation(file, record, text);
        yield { span, sentence: sentence(code, 'claim', nameOf(older)), about: older.path };
      }
      for (const { path, text, partial, pending, mirrored } of record.supersededBy) {
        const newer = path === null ? undefined : known.record(path);
        if (!pending || partial || mirrored || record.status !== 'superseded' || !newer || !isWaiting(newer)) continue;
        // With a second successor, which is in force, something holds.
        if (record.supersededBy.some((other) => !other.pending && other.path !== null)) continue;
        const span = spanOfRelation(file, record, text);
        yield {
          span,
          sentence: sentence(code, 'retired', nameOf(newer)),
          about: newer.path,
          severity: 'warning',
        };
      }
    }
  },
};

function isWaiting({ status }: DocRecord): boolean {
  return status === 'draft' || status === 'proposed';
}

function nameOf(record: DocRecord): string {
  return recordLabel(record) ?? record.title;
}

function spanOfRelation(file: Parameters<Rule['find']>[0], record: DocRecord, text: string) {
  const end = record.part?.endLine ?? file.lines.length;
  return file.spanOf(text, record.part?.line ?? 1, end) ?? file.statusSpan(record);
}
