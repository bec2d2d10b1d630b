import { dirname } from '../files/paths';
import { MultiMap } from '../multiMap';
import type { FilePath } from '../ports';
import type { DateOrder } from '../text/dates';
import type { ParsedRecord } from './record';

/** Whether the dates of a folder's records have the day or the month first: an unambiguous one shows it for all. */
export class DateOrders {
  private readonly known = new Map<FilePath, NonNullable<ParsedRecord['dateOrder']>>();
  /** Records by folder: those with a date in that order, and those whose date leaves the order open. */
  private readonly paths = {
    day: new MultiMap<FilePath, FilePath>(),
    month: new MultiMap<FilePath, FilePath>(),
    open: new MultiMap<FilePath, FilePath>(),
  };

  /** Stores what a record's date shows, or forgets it. @returns the records beside it whose dates change by that */
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

  /** Null where no date of the folder shows the order, or dates show both. */
  private orderIn(folder: FilePath): DateOrder | null {
    const { day, month } = this.paths;
    if (day.has(folder) === month.has(folder)) return null;
    return day.has(folder) ? 'day' : 'month';
  }
}
