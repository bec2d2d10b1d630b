import { type DocRecord, emptyRecord, type ParsedRecord, type Relation } from '../../../src/core/records/record';

/** An accepted decision, numbered as its file is, with nothing in it but what the test names. */
export function parsedRecord(path: string, given: Partial<ParsedRecord> = {}): ParsedRecord {
  const id = /(?:^|[-_/a-z])(\d+)(?=[-_.]|$)/i.exec(path.split('/').at(-1) ?? '')?.[1] ?? null;
  return { ...emptyRecord(path, 'decision', `Title of ${path}`), id, ...accepted, ...given, ...words(given) };
}

const accepted = { status: 'accepted', statusText: 'Accepted' } as const;

type Stated = Pick<ParsedRecord, 'status' | 'statusText'>;

/** A status that a test gives without words is stated in its own. */
function words({ status, statusText }: Partial<Stated>): Partial<Stated> {
  return status === undefined || statusText !== undefined ? {} : { statusText: status === 'none' ? null : status };
}

/** The same with its place among the others. */
export function docRecord(path: string, given: Partial<DocRecord> = {}): DocRecord {
  const { supersedes: _, supersededBy: __, ...alone } = parsedRecord(path);
  return { ...alone, dateSource: null, supersedes: [], supersededBy: [], ...given, ...words(given) };
}

export function relation(path: string | null, given: Partial<Relation> = {}): Relation {
  return { path, text: path ?? 'elsewhere', partial: false, mirrored: false, pending: false, ...given };
}
