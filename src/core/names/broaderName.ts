import { basename, dirname } from '../files/paths';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { type CallingName, inLowerCase, placeNamesOf } from './recordName';
import { seriesOf } from './series';
import { homeOf, isFolderDocument, withoutExtension } from './spelling';

/** A name that has an index, and which of its records have the narrower name too. One number may have hundreds. */
interface Broader {
  readonly name: CallingName;
  readonly isOne: (record: ParsedRecord) => boolean;
}

/** Whether a name has no index of its own: each index takes as much memory as the records themselves. */
export function hasBroaderName({ kind, value }: CallingName): boolean {
  // A README is called by its folder.
  if (kind === 'fileName') return !isFolderDocument(value);
  return kind === 'label' || kind === 'numberInFolder' || kind === 'barePath';
}

/** The indexed names by which the records of a name are found; null where the name has an index of its own. */
export function broaderNames(name: CallingName): readonly Broader[] | null {
  const { kind, value } = name;
  switch (kind) {
    case 'numberInFolder': {
      const folder = dirname(value);
      return [{ name: number(basename(value)), isOne: (record) => isRightIn(folder, record) }];
    }
    case 'label': {
      // In a series that begins anew each year the number has a dash of its own: `ADR-2024-001`.
      const last = value.lastIndexOf('-');
      return [last, value.lastIndexOf('-', last - 1)].map((dash) => {
        const series = value.slice(0, dash);
        return { name: number(value.slice(dash + 1)), isOne: (record) => seriesOf(record).includes(series) };
      });
    }
    case 'fileName':
      return isFolderDocument(value) ? null : [atPlace(stem(withoutExtension(value)), name)];
    case 'barePath': {
      const names = [stem(basename(value))];
      if (isFolderDocument(value)) names.push(stem(basename(dirname(value))));
      return names.map((one) => atPlace(one, name));
    }
    default:
      return null;
  }
}

/** Compares the start of the path first, which is cheap: most records of a number are in other folders. */
function isRightIn(folder: FilePath, record: ParsedRecord): boolean {
  const path = inLowerCase(record.path);
  return path.startsWith(folder) && homeOf(path) === folder;
}

function atPlace(name: CallingName, { kind, value }: CallingName): Broader {
  return { name, isOne: (record) => placeNamesOf(record).some((own) => own.kind === kind && own.value === value) };
}

function number(value: string): CallingName {
  return { kind: 'number', value };
}

function stem(value: string): CallingName {
  return { kind: 'stem', value };
}
