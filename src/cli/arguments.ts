import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { FindSettings } from '../core/records/find/recordFinder';
import { type RecordKind, recordKinds } from '../core/records/record';
import { isLocalDate } from '../core/time/localDate';
import { dayBounds, type Instant, parseInstant, type ZoneName, type ZoneRefusal, zoneRefusal } from '../core/time/zone';
import { zoneAbbreviations } from '../core/time/zoneAbbreviations';

/** The call's words are wrong; the entry point adds how to call it and exits with 2. */
export class UsageError extends Error {}

/** What every command understands. */
export interface CommonArguments {
  readonly operands: readonly string[];
  readonly json: boolean;
  readonly git: boolean;
  /** Whether facts of files may be kept between calls. */
  readonly cache: boolean;
  readonly settings: FindSettings;
  /** `--dir`, where the command has it. */
  readonly directory: string | undefined;
}

const options = {
  json: { type: 'boolean', default: false },
  'no-git': { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  include: { type: 'string', multiple: true, default: [] as string[] },
  exclude: { type: 'string', multiple: true, default: [] as string[] },
  dir: { type: 'string' },
} satisfies ParseArgsConfig['options'];

/** @throws UsageError for an unknown option, or more operands than `most`. */
export function commonArguments(argv: readonly string[], most: number): CommonArguments {
  const { values, positionals } = parseWords(argv, options, most);
  return {
    operands: positionals,
    json: values.json,
    git: !values['no-git'],
    cache: !values['no-cache'],
    settings: { include: values.include.map(inclusion), exclude: values.exclude },
    directory: values.dir,
  };
}

/** @throws UsageError for an unknown option, one without a value where it needs one, or more operands than `most`. */
export function parseWords<const O extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  known: O,
  most: number,
) {
  const parsed = parsedArguments(argv, known);
  const extra = parsed.positionals[most];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one operand too many`);
  return parsed;
}

function parsedArguments<const O extends NonNullable<ParseArgsConfig['options']>>(argv: readonly string[], known: O) {
  try {
    return parseArgs({ args: [...argv], options: known, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0] ?? 'wrong usage');
  }
}

/** `docs/notes/**=decision`: a glob and the kind of what it finds; without a kind, decisions. */
export function inclusion(text: string): { glob: string; kind: RecordKind } {
  const [glob = '', kind = 'decision'] = text.split('=');
  const known = recordKinds.find((candidate) => candidate === kind);
  if (!known) throw new UsageError(`"${kind}" is not a kind of record; there are ${recordKinds.join(', ')}`);
  return { glob, kind: known };
}

/** Keys of projects, as `LED,OPS`. @throws UsageError that says what to write instead */
export function checkedKeys(text: string): readonly string[] {
  const keys = text.split(',').map((key) => key.trim());
  const wrong = keys.find((key) => !/^[A-Za-z][A-Za-z0-9_]{1,9}$/.test(key));
  if (wrong === undefined) return keys;
  throw new UsageError(`--tickets: "${wrong}" is no key of a project; write keys with commas, such as LED,OPS`);
}

/**
 * An instant, or a day of the zone's calendar: `--since` its first instant, `--until` the first one after it. Words such
 * as "yesterday" mean different days to different people and are refused (docs/adr/0018).
 * @throws UsageError
 */
export function timeArgument(option: 'since' | 'until', text: string, zone: ZoneName): Instant {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  if (!isLocalDate(text)) {
    throw new UsageError(
      `--${option} "${text}" is no time; write an instant (2026-11-20T09:00:00Z) or a date (2026-11-20)`,
    );
  }
  const day = dayBounds(zone, text);
  return option === 'since' ? day.start : day.end;
}

const zoneReasons: Readonly<Record<ZoneRefusal, string>> = {
  abbreviation: 'stands for several zones, or for half a year',
  offset: 'is an offset, and clocks change',
  unknown: 'is not the name of a zone',
};

/** @throws UsageError that says what to write instead: only places are zones (docs/adr/0008) */
export function checkedZone(name: string): ZoneName {
  const refusal = zoneRefusal(name);
  if (refusal === null) return name;
  const places = zoneAbbreviations.get(name.toUpperCase()) ?? ['Europe/London'];
  throw new UsageError(`--zone: "${name}" ${zoneReasons[refusal]}; write a place, such as ${places.join(' or ')}`);
}
