import { basename, dirname, join } from '../../files/paths';
import type { FilePath } from '../../ports';
import { readDocument } from '../../text/document';
import { splitLines } from '../../text/lineEnds';
import type { ParsedRecord, RecordStatus } from '../record';
import { recordIn } from './readRecord';

const fileName = 'kep.yaml';
/** In bytes. */
export const maxKepBytes = 64 * 1024;
/** Words with one meaning in the process of KEPs, which they do not have elsewhere. */
const ofProcess: ReadonlyMap<string, RecordStatus> = new Map([['provisional', 'proposed']]);

/** The metadata file of an enhancement proposal whose text is in a README; null for any other file. */
export function kepMetadataOf(path: FilePath, kind: ParsedRecord['kind']): FilePath | null {
  const folder = dirname(path);
  return kind === 'rfc' && folder !== '' && basename(path) === 'README.md' ? join(folder, fileName) : null;
}

/** The file of the text that a metadata file belongs to; null for any other file. */
export function kepTextOf(path: FilePath): FilePath | null {
  return basename(path) === fileName ? join(dirname(path), 'README.md') : null;
}

/** The record with the metadata of the file beside it, which wins over what its text says. */
export function withKepMetadata(record: ParsedRecord, yaml: string): ParsedRecord {
  const lines = splitLines(yaml).filter((line) => !/^(?:---|\.\.\.)\s*$/.test(line));
  const stated = recordIn(readDocument(record.path, `---\n${lines.join('\n')}\n---\n`), record.kind);
  const number = /^kep-number[ \t]*:[ \t]*["']?(\d{1,6})\b/m.exec(yaml)?.[1] ?? null;
  const isTitled = /^title[ \t]*:[ \t]*\S/m.test(yaml);
  const status = ofProcess.get(stated.statusText?.toLowerCase() ?? '') ?? stated.status;
  return {
    ...record,
    id: record.id ?? number,
    idPrefix: record.idPrefix ?? 'KEP',
    ...(isTitled && { title: stated.title }),
    ...(status !== 'none' && { status, statusText: stated.statusText }),
    ...(stated.date !== null && { date: stated.date }),
    ...(stated.people.length > 0 && { people: stated.people }),
    ...(stated.supersedes.length > 0 && { supersedes: stated.supersedes }),
    ...(stated.supersededBy.length > 0 && { supersededBy: stated.supersededBy }),
  };
}
