import { resolveRelative } from '../files/paths';
import { stemOf } from '../names/spelling';
import type { FilePath } from '../ports';
import type { Field } from '../records/read/field';
import { fieldsNamed, readFields } from '../records/read/fields';
import { namedRecord } from '../records/read/fileName';
import { mentionsIn } from '../records/read/mentions';
import { readTitle, titleSection } from '../records/read/title';
import { dateIn, dateOfName } from '../text/dates';
import { readDocument, type SourceDocument } from '../text/document';
import { readNestedMap } from '../text/frontMatter';
import { limits } from '../text/limits';
import { type Instant, parseInstant } from '../time/zone';
import { nextItems } from './nextItems';
import type { HandoffNote } from './note';
import { noteBranches } from './noteBranches';
import { partiesOf } from './parties';
import { readReplies } from './reply';

const maxRecords = 100;

/**
 * A handoff as its receiver needs it: of our form, or as far as it can be told any other team's. Never throws; linear,
 * within the limits of docs/security.md#r31 and R32. Null where there is no text.
 * @param path relative to the workspace folder
 */
export function readHandoff(path: FilePath, text: string): HandoffNote | null {
  if (text.trim() === '' || text.includes('\0')) return null;
  const document = readDocument(path, text);
  const named = namedRecord(path);
  const section = titleSection(document, named);
  const fields = readFields(document, section);
  const { title } = readTitle(document, section, fields, named);
  const source = text
    .replace(/^\uFEFF/, '')
    .slice(0, limits.fileLength)
    .split(/\r\n?|\n/);
  const next = nextItems(document);
  const tips = readTips(source);
  const branches = Object.values(tips).flatMap((tipsOfRepository) => Object.keys(tipsOfRepository));
  return {
    path,
    title,
    written: writtenAt(document, fields, path),
    ...partiesOf(document, title),
    covers: coversOf(document),
    tips,
    next,
    branches: noteBranches(
      document,
      next.map((item) => item.text),
      branches,
    ),
    records: linkedPaths(document),
    replies: readReplies(source),
  };
}

function writtenAt(document: SourceDocument, fields: readonly Field[], path: FilePath): Instant | null {
  const stated = parseInstant(frontValue(document, 'handoff'));
  if (stated !== null) return stated;
  const dates = (['handoff', 'date', 'created', 'modified'] as const).flatMap((name) => {
    return fieldsNamed(fields, name).flatMap(({ values }) => dateIn(values.slice(0, 3).join(' ')) ?? []);
  });
  const date = dates[0] ?? dateOfName(stemOf(path));
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

/** Only full hashes: they are given to git. */
function readTips(source: readonly string[]): HandoffNote['tips'] {
  return Object.fromEntries(
    [...readNestedMap(source, 'tips')].map(([repository, branches]) => {
      const tips = [...branches].filter(([, hash]) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(hash));
      return [repository, Object.fromEntries(tips)];
    }),
  );
}

function linkedPaths(document: SourceDocument): FilePath[] {
  const targets = mentionsIn(document).flatMap(({ form, text }) => {
    const target = form === 'link' ? resolveRelative(document.path, text) : null;
    return target !== null && target !== document.path && /\.(?:mdx?|markdown|rst|adoc)$/i.test(target) ? [target] : [];
  });
  return [...new Set(targets)].slice(0, maxRecords);
}
