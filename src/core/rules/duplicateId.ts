import { mainSeries } from '../names/series';
import { homeOf, sameNumber } from '../names/spelling';
import { type DocRecord, isDecided } from '../records/record';
import { compareText } from '../text/compareText';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'duplicate-id';

/** Two records of one folder and series with one number. Folders may each count for themselves, and copies are no records. */
export const duplicateId: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    for (const record of file.records) {
      if (!isDecided(record.kind) || record.id === null || !/^\d{1,6}$/.test(record.id)) continue;
      const others = alike(record, record.id, known);
      const [other] = others;
      if (!other) continue;
      const said = sentence(code, 'duplicate', other.path, record.id);
      yield { span: file.titleSpan(record), sentence: said, about: others.map(({ path }) => path).join(' ') };
    }
  },
};

/** Sorted: names have no order, and a baseline knows the finding by them. */
function alike(record: DocRecord, id: string, { world, record: find }: Known): readonly DocRecord[] {
  const found = world.names.byNumber(mainSeries(record) ?? null, id).flatMap(({ path }) => {
    const other = find(path);
    const isAlike =
      other !== undefined &&
      other !== record &&
      other.kind === record.kind &&
      mainSeries(other) === mainSeries(record) &&
      homeOf(other.path) === homeOf(record.path) &&
      other.id !== null &&
      sameNumber(other.id) === sameNumber(id) &&
      // A translation says in its name of which language it is.
      !isTranslation(record.path, other.path);
    return isAlike ? [other] : [];
  });
  return found.sort((a, b) => compareText(a.path, b.path));
}

/** `0001-use-x.md` and `0001-use-x.de.md`, `0001-use-x_cn.md`. */
function isTranslation(a: string, b: string): boolean {
  const plain = (path: string) => path.replace(/[._-][a-z]{2}(?:[-_][a-z]{2,4})?(?=\.\w+$)/i, '');
  return plain(a) === plain(b) || plain(a) === b || a === plain(b);
}
