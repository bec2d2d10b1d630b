import { splitFingerprints } from '../drafts/fingerprints';
import { resolveRelative } from '../files/paths';
import { objectName } from '../names/objectName';
import type { FilePath } from '../ports';
import { recordIn } from '../records/read/readRecord';
import type { ParsedRecord } from '../records/record';
import { readDocument, type SourceDocument } from '../text/document';
import { limits } from '../text/limits';
import { splitLines } from '../text/lineEnds';
import { readNestedMap } from '../text/nestedMap';
import { type Instant, parseInstant } from '../time/zone';
import { nextItems, questionItems, waitingItems } from './nextItems';
import type { HandoffNote } from './note';
import { noteBranches } from './noteBranches';
import { partiesOf } from './parties';
import { readReplies } from './reply';
import { readTips } from './tipsComment';

const maxRecords = 100;

/**
 * A handoff as its receiver needs it: in Meridian's form, or in any other team's as far as it can be parsed. Never
 * throws; linear, within the limits of docs/security.md#r31 and R32. Null where there is no text.
 * @param path relative to the workspace folder
 */
export function readHandoff(path: FilePath, text: string): HandoffNote | null {
  if (text.trim() === '' || text.includes('\0')) return null;
  const document = readDocument(path, text);
  const record = recordIn(document, 'handoff');
  const source = splitLines(text.replace(/^\uFEFF/, '').slice(0, limits.fileLength));
  const closing = splitFingerprints(source.join('\n'));
  const lines = { lines: source, drafted: closing.drafted };
  const next = nextItems(document, lines);
  const tips = closing.tips === '' ? tipsInFrontMatter(source) : readTips(closing.tips);
  const branches = Object.values(tips).flatMap((tipsOfRepository) => Object.keys(tipsOfRepository));
  return {
    path,
    title: record.title,
    written: writtenAt(document, record),
    ...partiesOf(document, record.title),
    covers: coversOf(document),
    tips,
    next,
    waiting: waitingItems(document, lines),
    questions: questionItems(document, lines),
    branches: noteBranches(
      document,
      next.map((item) => item.text),
      branches,
    ),
    records: linkedPaths(record),
    replies: readReplies(source),
  };
}

/** The instant that Meridian's own notes state; for other notes the start of the record's date in UTC. */
function writtenAt(document: SourceDocument, { date }: ParsedRecord): Instant | null {
  const stated = parseInstant(frontValue(document, 'handoff'));
  if (stated !== null) return stated;
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? parseInstant(`${date}T00:00Z`) : null;
}

function coversOf(document: SourceDocument): HandoffNote['covers'] {
  const [start = null, end = null] = frontValue(document, 'covers')
    .split('/', 3)
    .map((part) => parseInstant(part.trim()));
  return start !== null && end !== null && start <= end ? { start, end } : null;
}

function frontValue({ frontMatter }: SourceDocument, key: string): string {
  return frontMatter.entries.find((entry) => entry.key === key)?.values[0] ?? '';
}

/** The tips in the front matter, where older notes have them. Only full hashes are taken: they are passed to git. */
function tipsInFrontMatter(source: readonly string[]): HandoffNote['tips'] {
  return Object.fromEntries(
    [...readNestedMap(source, 'tips')].map(([repository, branches]) => {
      const tips = [...branches].filter(([, hash]) => objectName.test(hash));
      return [repository, Object.fromEntries(tips)];
    }),
  );
}

function linkedPaths({ path, mentions }: ParsedRecord): FilePath[] {
  const targets = mentions.flatMap(({ form, text }) => {
    const target = form === 'link' ? resolveRelative(path, text) : null;
    return target !== null && target !== path && /\.(?:mdx?|markdown|rst|adoc)$/i.test(target) ? [target] : [];
  });
  return [...new Set(targets)].slice(0, maxRecords);
}
