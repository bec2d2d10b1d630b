import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { FindSettings } from '../core/records/find/recordFinder';
import { type RecordKind, recordKinds } from '../core/records/record';

/** The arguments are wrong. The entry point adds a hint to `--help` and exits with 2. */
export class UsageError extends Error {}

/** The arguments that every command understands. */
export interface CommonArguments {
  readonly operands: readonly string[];
  readonly json: boolean;
  readonly git: boolean;
  /** Whether facts of files may be kept between calls. */
  readonly cache: boolean;
  readonly settings: FindSettings;
  /** `--dir`, where the command has it. */
  readonly directory: string | undefined;
  /** Which of the command's own switches were given. */
  readonly switches: ReadonlySet<string>;
}

const options = {
  json: { type: 'boolean', default: false },
  'no-git': { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  include: { type: 'string', multiple: true, default: [] as string[] },
  exclude: { type: 'string', multiple: true, default: [] as string[] },
  dir: { type: 'string' },
} satisfies ParseArgsConfig['options'];

/**
 * @param own names of switches that only this command has
 * @throws UsageError for an unknown option, or more operands than `most`.
 */
export function commonArguments(argv: readonly string[], most: number, own: readonly string[] = []): CommonArguments {
  const switches = Object.fromEntries(own.map((name) => [name, { type: 'boolean' }] as const));
  const { values, positionals } = parseWords(argv, { ...switches, ...options }, most);
  return {
    operands: positionals,
    json: values.json,
    git: !values['no-git'],
    cache: !values['no-cache'],
    settings: { include: values.include.map(inclusion), exclude: values.exclude },
    directory: values.dir,
    switches: new Set(own.filter((name) => name in values)),
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

/** `docs/notes/**=decision`: a glob, and the kind of the records that it matches; decisions where no kind is given. */
export function inclusion(text: string): { glob: string; kind: RecordKind } {
  const [glob = '', kind = 'decision'] = text.split('=');
  const known = recordKinds.find((candidate) => candidate === kind);
  if (!known) throw new UsageError(`"${kind}" is not a kind of record; there are ${recordKinds.join(', ')}`);
  return { glob, kind: known };
}
