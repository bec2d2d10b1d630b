import { isAboutAnother } from '../links/ownTitle';
import { recordLabel } from '../names/series';
import { sameNumber } from '../names/spelling';
import { type DocRecord, isDecided } from '../records/record';
import { numberPlaces } from '../records/write/numberPlaces';
import { type CheckedFile, spanAt } from './checkedFile';
import { isToHold } from './citing';
import type { Found } from './finding';
import { numberedBeside } from './numberedBeside';
import { neighboursOf, Practice } from './practice';
import { rewriting } from './rewriting';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'title-number';

/**
 * A title with another number than the name of its file, as after renumbering: people cite the one, and references are
 * found by the other. Where half of a folder's titles differ or more, files and records are numbered on their own.
 */
export const titleNumber: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    const { record } = file;
    if (record?.titleNumber === undefined || !isDecided(record.kind) || !isToHold(file)) return;
    if (isAboutAnother(record.title) || known.practice(titles).isSplit(neighboursOf(record))) return;
    yield saying(record, record.titleNumber, file, known);
  },
};

/** Which numbered records have their number in the title, or none there. */
function titles({ records }: Known): Practice {
  const practice = new Practice();
  for (const record of records)
    if (record.id !== null) practice.note(neighboursOf(record), record.path, record.titleNumber === undefined);
  return practice;
}

function saying(record: DocRecord, number: string, file: CheckedFile, known: Known): Found {
  const place = numberPlaces(record, file.text).find(({ text }) => text === number);
  const span = place ? spanAt(place.line, place.column - 1, place.length) : file.titleSpan(record);
  const id = record.id ?? '';
  const [owner] = numberedBeside(number, record, known);
  if (!owner) return { span, about: number, sentence: sentence(code, 'other', number, id) };
  const said = sentence(code, 'owned', number, recordLabel(owner) ?? owner.path, id);
  const found = { span, about: number, sentence: said };
  // The file's number is right where no other record has it, and where another record has the title's number.
  if (!place || numberedBeside(id, record, known).length > 1) return found;
  const text = sameNumber(id).padStart(number.startsWith('0') ? number.length : 0, '0');
  return { ...found, fix: rewriting(code, file.path, span, text) };
}
