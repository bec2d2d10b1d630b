import { codeText, inlineText } from '../text/escape';
import type { TouchedRecord } from './handoffInput';
import { listedUpTo } from './words';

const mostFiles = 2;

/** `ADR-0012 Use PostgreSQL`, as the record writes it. */
export function recordTitle({ label, title }: Pick<TouchedRecord, 'label' | 'title'>): string {
  return label === null ? title : `${label} ${title}`;
}

/** A record's status in its own words; `''` for a runbook without one, which needs none. */
export function statusWords({
  kind,
  status,
  statusText,
}: Pick<TouchedRecord, 'kind' | 'status' | 'statusText'>): string {
  if (status === 'none') return kind === 'runbook' ? '' : 'no status';
  return status === 'other' ? inlineText(statusText ?? '', 40) : status;
}

/**
 * What ties a record to the work, as a clause: `` `a.ts` cites it ``, `` `a.ts` is in its scope ``, `` names `a.ts` ``.
 * @param it what the clause calls the record; null in a row that is about it
 * @param file what it calls the one file that all of the text is about; null for paths
 */
export function tieWords(
  record: Pick<TouchedRecord, 'how' | 'ties' | 'files'>,
  it: string | null = null,
  file: string | null = null,
): string {
  const { how } = record;
  if (how === 'added' || how === 'changed') return `${how} here`;
  const { names, isOne } = file === null ? tiedFiles(record) : { names: file, isOne: true };
  if (how === 'names') return `names ${names}`;
  if (how === 'cites') return `${names} ${isOne ? 'cites' : 'cite'} ${it ?? 'it'}`;
  return `${names} ${isOne ? 'is' : 'are'} in ${it === null ? 'its scope' : `the scope of ${it}`}`;
}

/** The files for which `how` holds, the first two by name. */
export function tiedFiles({ how, ties, files }: Pick<TouchedRecord, 'how' | 'ties' | 'files'>) {
  const reason = how === 'cites' ? 'reference' : how;
  const tied = ties.filter(({ evidence }) => how === 'names' || evidence.reason === reason);
  const paths = tied.length > 0 ? tied.map(({ file }) => file) : files;
  const names = listedUpTo(mostFiles, paths.slice(0, mostFiles).map(codeText), paths.length);
  return { names, isOne: paths.length === 1 };
}
