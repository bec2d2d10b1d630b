import type { RecordKind } from '../record';

/** Kinds that a person may begin a record of. */
export type NewKind = Extract<RecordKind, 'decision' | 'rfc' | 'runbook'>;

/** What a person said of a new record; all but the title may be left open. */
export interface RecordFacts {
  readonly title: string;
  /** `2026-11-29` */
  readonly today: string;
  /** Who decides. */
  readonly people: readonly string[];
  readonly options: readonly string[];
  /** When it is to be decided, with the zone: `2026-12-04 17:00 Europe/London`. */
  readonly deadline: string | null;
  /** What is known of the changes that it is about, for the first section. */
  readonly known: readonly string[];
}

/** Whether a section of that name lists what else could be done. */
export function isAboutOptions(name: string): boolean {
  return /^(?:considered |possible )?(?:options|alternatives)\b|^(?:betrachtete )?(?:optionen|alternativen)\b|^options? (?:envisagées|considérées)|^opciones/.test(
    name,
  );
}
