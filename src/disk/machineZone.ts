import { realpathSync } from 'node:fs';
import { offsetAt, type ZoneName } from '../core/time/zone';

/** What says where a machine is. */
export interface MachineClock {
  /** As the engine has it: undefined or `Etc/Unknown` for a `TZ` that it does not read. */
  readonly engineZone: string | undefined;
  /** The variable of that name. */
  readonly tz: string | undefined;
  /** Where a file leads through its links. @throws where it is not there */
  readonly realpath: (file: string) => string;
}

/**
 * The zone of this machine's clock, one that `core/time` knows. The engine reads no `TZ` that names a file, as servers
 * set it (`:/etc/localtime`), and no rules (`CET-1CEST`): then it is what the file or the system's own leads to, else UTC,
 * which is also what POSIX says of an empty `TZ`.
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
