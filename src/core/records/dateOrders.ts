import { dirname } from '../files/paths';
import { MultiMap } from '../multiMap';
import type { FilePath } from '../ports';
import type { DateOrder } from '../text/dates';
import type { ParsedRecord } from './record';

/** Which order the dates of a folder's records have: one that has only one meaning tells it for the others. */
export class DateOrders {
  private readonly known = new Map<FilePath, NonNullable<ParsedRecord['dateOrder']>>();
  /** By folder: records with a date in that order, and those that leave it open. */
  private readonly paths = {
    day: new MultiMap<FilePath, FilePath>(),
    month: new MultiMap<FilePath, FilePath>(),
    open: new MultiMap<FilePath, FilePath>(),
  };

  /** Takes over what a record says, or forgets it. @returns the records beside it whose dates are others now */
  set(path: FilePath, dateOrder: ParsedRecord['dateOrder']): readonly FilePath[] {
    const old = this.known.get(path);
    if (!dateOrder && !old) return [];
    const folder = dirname(path);
    const before = this.orderIn(folder);
    if (old) this.paths[old.order ?? 'open'].delete(folder, path);
    if (dateOrder) {
      this.known.set(path, dateOrder);
      this.paths[dateOrder.order ?? 'open'].add(folder, path);
    } else this.known.delete(path);
    return this.orderIn(folder) === before ? [] : [...this.paths.open.get(folder)];
  }

  /** The record's date, with the order of those beside it where its own is open. */
  dateOf({ path, date, dateOrder }: ParsedRecord): string | null {
    const order = dateOrder?.readings ? this.orderIn(dirname(path)) : null;
    return (order && dateOrder?.readings?.[order]) ?? date;
  }

  /** Null where the records of the folder do not tell, or say both. */
  private orderIn(folder: FilePath): DateOrder | null {
    const { day, month } = this.paths;
    if (day.has(folder) === month.has(folder)) return null;
    return day.has(folder) ? 'day' : 'month';
  }
}
