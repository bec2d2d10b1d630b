import { basename, dirname } from '../files/paths';
import type { ParsedRecord } from '../records/record';
import { type CallingName, numberNamesOf, placeNamesOf } from './recordName';
import { isFolderDocument, withoutExtension } from './spelling';

/** Names that every record called by `name` has, which tell it from nearly all others. */
interface Broader {
  readonly names: readonly CallingName[];
  /** Those of a record that `name` is one of, if it is the record's. */
  readonly narrow: (record: ParsedRecord) => readonly CallingName[];
}

/** Whether a name has no index of its own: each takes as much room as what the records say themselves. */
export function hasBroaderName({ kind, value }: CallingName): boolean {
  // A README is called by its folder.
  if (kind === 'fileName') return !isFolderDocument(value);
  return kind === 'label' || kind === 'numberInFolder' || kind === 'barePath';
}

/** By what the records of such a name are found; null where it has an index. */
export function broaderName({ kind, value }: CallingName): Broader | null {
  switch (kind) {
    case 'numberInFolder':
      return { names: [{ kind: 'number', value: basename(value) }], narrow: numberNamesOf };
    case 'label': {
      // The number of one that begins anew each year has a dash.
      const last = value.lastIndexOf('-');
      const starts = [last, value.lastIndexOf('-', last - 1)].map((dash) => dash + 1);
      return { names: starts.map((start) => ({ kind: 'number', value: value.slice(start) })), narrow: numberNamesOf };
    }
    case 'fileName':
      return isFolderDocument(value) ? null : { names: [stem(withoutExtension(value))], narrow: placeNamesOf };
    case 'barePath': {
      const names = [stem(basename(value))];
      return {
        names: isFolderDocument(value) ? [...names, stem(basename(dirname(value)))] : names,
        narrow: placeNamesOf,
      };
    }
    default:
      return null;
  }
}

function stem(value: string): CallingName {
  return { kind: 'stem', value };
}
