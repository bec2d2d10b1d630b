import { Uri } from 'vscode';
import type { PlacedRecord } from '../workspace/placedRecords';
import type { Projects } from '../workspace/projects';

/** What a tree row or another extension may pass instead of a handle. */
export interface RecordLocation {
  /** A workspace folder's URI as text. */
  readonly folder: string;
  readonly path: string;
}

/**
 * Opaque numbers for records, so that a link in trusted text holds nothing from the repository (docs/security.md#r1).
 * When a number comes back, its record is looked up in the index again (R3).
 */
export class RecordHandles {
  private readonly places: RecordLocation[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly projects: Projects) {}

  handleOf({ folder, record }: PlacedRecord): number {
    const place = { folder: folder.uri.toString(), path: record.path };
    const key = `${place.folder}\n${place.path}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.places.length);
    return this.places.push(place) - 1;
  }

  /**
   * The record that a command's argument means, from any caller: a row, a link's number, or the file of an editor's
   * menu. Undefined for anything that the index does not know.
   */
  find(argument: unknown): PlacedRecord | undefined {
    if (argument instanceof Uri) return this.projects.recordAt(argument);
    const place = typeof argument === 'number' ? this.places[argument] : isLocation(argument) ? argument : undefined;
    return place && this.projects.find(place.folder, place.path);
  }
}

/** Whether the argument of a command, which any extension may pass, is a location. */
export function isLocation(value: unknown): value is RecordLocation {
  if (typeof value !== 'object' || value === null) return false;
  const { folder, path } = value as Partial<Record<keyof RecordLocation, unknown>>;
  return typeof folder === 'string' && typeof path === 'string';
}
