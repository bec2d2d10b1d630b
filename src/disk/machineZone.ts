import { realpathSync } from 'node:fs';
import { offsetAt, type ZoneName } from '../core/time/zone';

/** What tells the zone of a machine. */
export interface MachineClock {
  /** The engine's own answer: undefined or `Etc/Unknown` for a `TZ` that it cannot read. */
  readonly engineZone: string | undefined;
  /** The environment variable `TZ`. */
  readonly tz: string | undefined;
  /** The target of a link. @throws where the file is not there */
  readonly realpath: (file: string) => string;
}

/**
 * The zone of this machine's clock, one that `core/time` knows. The engine cannot read a `TZ` that names a file, as
 * servers set it (`:/etc/localtime`), or that has rules (`CET-1CEST`). Then the zone is that of the named file, else
 * UTC, which is also what POSIX says of an empty `TZ`.
 */
export function machineZone(machine: MachineClock = thisMachine()): ZoneName {
  const { engineZone, tz = '' } = machine;
  if (engineZone !== undefined && isKnown(engineZone)) return engineZone;
  const file = tz.replace(/^:/, '');
  const zone = file.startsWith('/') ? zoneOfFile(machine, file) : undefined;
  return zone !== undefined && isKnown(zone) ? zone : 'UTC';
}

function thisMachine(): MachineClock {
  const engineZone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { engineZone, tz: process.env.TZ, realpath: realpathSync };
}

function zoneOfFile({ realpath }: MachineClock, file: string): string | undefined {
  try {
    return /\/zoneinfo\/(?:posix\/|right\/)?(.{1,60})$/.exec(realpath(file))?.[1];
  } catch {
    return undefined;
  }
}

function isKnown(zone: string): boolean {
  return !Number.isNaN(offsetAt(zone, 0));
}
