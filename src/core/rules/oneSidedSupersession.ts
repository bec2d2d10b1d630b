import { recordLabel } from '../names/series';
import { isDecided } from '../records/record';
import type { Rule } from './rule';
import { sentence } from './sentences';
import { writeSuperseded } from './writeSuperseded';

const code = 'one-sided-supersession';

/**
 * A record whose own status is still that it holds, although one in force says that it supersedes it. The other way round
 * is no fault: many logs write a supersession down in the older record alone.
 */
export const oneSidedSupersession: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    for (const record of file.records) {
      if (!isDecided(record.kind) || record.status !== 'accepted') continue;
      for (const { path, mirrored, partial, pending } of record.supersededBy) {
        const newer = path === null ? undefined : known.record(path);
        // One that is retired itself may have been undone.
        if (!mirrored || partial || pending || newer?.status !== 'accepted' || !isDecided(newer.kind)) continue;
        // By words that could mean a part of it nothing is said.
        if (record.supersedes.some((other) => other.path === path)) continue;
        const edit = writeSuperseded(record, file.text, newer);
        yield {
          span: file.statusSpan(record),
          sentence: sentence(code, 'oneSided', recordLabel(newer) ?? newer.path, record.statusText ?? record.status),
          about: newer.path,
          ...(edit && { fix: { title: sentence(code, 'fix', edit.text), edits: [edit] } }),
        };
      }
    }
  },
};
