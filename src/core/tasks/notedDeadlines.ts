import type { DeadlineAhead } from '../drafts/catchUpInput';
import { deadlinesAhead, type FoundDeadline, lineDueOn } from '../drafts/deadlinesAhead';
import { readText } from '../files/readText';
import type { HandoffNote } from '../handoffs/note';
import type { ReceivedNote } from '../handoffs/receiver';
import { recordLabel } from '../names/series';
import type { FilePath, FileStore } from '../ports';
import { ownText } from '../records/ownText';
import { type DocRecord, isDecided } from '../records/record';
import { type Schedule, usualSchedule } from '../team/team';
import { joinParts } from '../text/compareText';
import { dayMs } from '../time/durations';
import { isLocalDate, type LocalDate } from '../time/localDate';
import { type Instant, instantAt, type ZoneName } from '../time/zone';

/** A deadline that is farther away is left out. */
const nearMs = 14 * dayMs;
/** Notes and waiting decisions that are searched for deadlines. */
const mostTexts = 60;

const noon = 12 * 60;

/** A file that may have deadlines. */
interface DatedText {
  readonly path: FilePath;
  readonly title: string;
  /** When it was written: an instant, or the day that a decision gives; null where it gives none. */
  readonly written: Instant | LocalDate | null;
  readonly by: string | null;
  /** The deadline that the head of a decision states. */
  readonly stated: Pick<DocRecord, 'deadline' | 'deadlineAt' | 'part'>;
}

interface Surroundings {
  readonly now: Instant;
  readonly machineZone: ZoneName;
  readonly files: FileStore;
  /** The schedule of a person by the name that a text uses; null where it is not known. */
  readonly scheduleOf: (name: string | null) => Schedule | null;
  readonly hrefOf: (path: FilePath) => string;
}

/** Notes to and from the reader, and decisions that wait. */
export function textsWithDeadlines(
  rows: readonly ReceivedNote<HandoffNote>[],
  records: readonly DocRecord[],
  now: Instant,
): readonly DatedText[] {
  const isRecent = ({ written }: HandoffNote) => written !== null && now - written < 2 * nearMs;
  const isWaiting = ({ kind, status }: DocRecord) => isDecided(kind) && (status === 'proposed' || status === 'draft');
  const notes = rows.filter(({ note, direction }) => direction !== 'others' && isRecent(note));
  const waiting = records.filter(isWaiting);
  return [
    ...notes.map(({ note }) => ({
      path: note.path,
      title: note.title,
      written: note.written,
      by: note.from,
      stated: {},
    })),
    ...waiting.map((record) => ({
      path: record.path,
      title: joinParts([recordLabel(record), record.title], ' '),
      written: record.date !== null && isLocalDate(record.date) ? record.date : null,
      by: record.people[0] ?? null,
      stated: record,
    })),
  ].slice(0, mostTexts);
}

/** What is due soon in the texts, on the writer's clock, or on the machine's where that is not known. */
export async function deadlinesOf(
  texts: readonly DatedText[],
  { now, machineZone, files, scheduleOf, hrefOf }: Surroundings,
): Promise<readonly DeadlineAhead[]> {
  const here = usualSchedule(machineZone);
  const found = texts.map(async ({ path, title, written, by, stated }) => {
    const read = await readText(files, stated.part?.file ?? path);
    if (!read.ok) return [];
    // Of a collection only the decision's own lines.
    const own = ownText(stated, read.text);
    const schedule = scheduleOf(by);
    const author = schedule ?? here;
    const at = typeof written === 'string' ? instantAt(author.zone, written, noon) : written;
    const search = { now, author, reader: null, written: at, until: now + nearMs };
    const zone = schedule?.zone ?? null;
    const inText = deadlinesAhead(own, search);
    const head = statedAhead(stated, own, machineZone, search);
    // The text gives the same deadline in its own words.
    const isTold = head !== null && inText.some(({ instant }) => Math.abs(instant - head.instant) <= dayMs);
    const all = head === null || isTold ? inText : [head, ...inText];
    return all.map((deadline) => ({ ...deadline, href: hrefOf(path), title, zone }));
  });
  return (await Promise.all(found)).flat();
}

/** What the head of a decision states (`Comment window closes: 2026-12-04`); a day alone ends on the machine's clock. */
function statedAhead(
  { deadline, deadlineAt }: Pick<DocRecord, 'deadline' | 'deadlineAt'>,
  text: string,
  zone: ZoneName,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): FoundDeadline | null {
  if (deadline === undefined) return null;
  const instant = deadlineAt ?? instantAt(zone, deadline, 24 * 60);
  if (instant <= now || instant > until) return null;
  return { instant, text: lineDueOn(text, deadline) ?? 'deadline', certain: deadlineAt !== undefined };
}
