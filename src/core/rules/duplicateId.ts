import { annexStanding } from '../names/annex';
import { mainSeries } from '../names/series';
import { isFolderDocument, stemOf } from '../names/spelling';
import { languageTags } from '../records/find/copies';
import { type DocRecord, isDecided } from '../records/record';
import { numberedBeside } from './numberedBeside';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'duplicate-id';

/** Zeros stand for a number that is still to be given. */
const given = /^(?!0+$)\d{1,6}$/;

/** Two records of one folder and series with one number. Each folder may count for itself, and copies are no records. */
export const duplicateId: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    for (const record of file.records) {
      if (!isDecided(record.kind) || record.id === null || !given.test(record.id)) continue;
      const others = alike(record, record.id, known);
      const [other] = others;
      if (!other) continue;
      const said = sentence(code, 'duplicate', other.path, record.id);
      yield { span: file.titleSpan(record), sentence: said, about: others.map(({ path }) => path).join(' ') };
    }
  },
};

function alike(record: DocRecord, id: string, known: Known): readonly DocRecord[] {
  const all = numberedBeside(id, record, known);
  // An annex is not meant by its number.
  if (!all.includes(record)) return [];
  return all.filter(
    (other) =>
      other !== record &&
      other.kind === record.kind &&
      mainSeries(other) === mainSeries(record) &&
      // A translation has its language in its name.
      !isTranslation(record.path, other.path) &&
      !areOneUnstated(record, other),
  );
}

/**
 * `0021-x.md` and `0021-x/README.md` without a status: one goes with the other, or was left where it was. Where one of the
 * two states a status, the other is its annex.
 */
function areOneUnstated(one: DocRecord, other: DocRecord): boolean {
  const isPair = isFolderDocument(one.path) !== isFolderDocument(other.path) && stemOf(one.path) === stemOf(other.path);
  return isPair && annexStanding(one) === 'none' && annexStanding(other) === 'none';
}

const anyTag = /[._-][a-z]{2}(?:[-_][a-z]{2,4})?(?=\.\w+$)/i;
const languageTag = new RegExp(`[._-](?:${languageTags})(?:[-_][a-z]{2,4})?(?=\\.\\w+$)`, 'i');

/**
 * One has a tag of two letters more (`0001-use-x.md` and `0001-use-x.bg.md`), or both have a known one (`-use-x.de.md`
 * and `-use-x.fr.md`): `-use-go.md` and `-use-js.md` are two records.
 */
function isTranslation(a: string, b: string): boolean {
  const isTagged = a.replace(anyTag, '') === b || a === b.replace(anyTag, '');
  return isTagged || a.replace(languageTag, '') === b.replace(languageTag, '');
}
