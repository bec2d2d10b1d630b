import type { ZoneName } from '../core/time/zone';
import { parseWords } from './arguments';
import { checkedKeys } from './ticketsArgument';
import { UsageError } from './usage';
import { checkedZone } from './zoneArgument';

const formats = ['handoff', 'standup', 'weekly'] as const;
export type HandoffFormat = (typeof formats)[number];

export interface HandoffArguments {
  readonly directory: string;
  /** As written: a date needs a zone, which may be the team file's. */
  readonly since: string | null;
  readonly until: string | null;
  readonly authors: readonly string[];
  readonly to: string | null;
  readonly zone: ZoneName | null;
  readonly tickets: readonly string[] | null;
  readonly format: HandoffFormat;
  readonly json: boolean;
}

/** @throws UsageError */
export function handoffArguments(argv: readonly string[]): HandoffArguments {
  const { values, positionals } = parseWords(argv, {
    since: { type: 'string' },
    until: { type: 'string' },
    author: { type: 'string', multiple: true },
    to: { type: 'string' },
    zone: { type: 'string' },
    tickets: { type: 'string' },
    format: { type: 'string', default: 'handoff' },
    json: { type: 'boolean', default: false },
  });
  const [directory = '.', extra] = positionals;
  if (extra !== undefined) throw new UsageError(`"${extra}" is one operand too many`);
  const format = formats.find((known) => known === values.format);
  if (!format) throw new UsageError(`"${values.format}" is not a format; there are ${formats.join(', ')}`);
  return {
    directory,
    since: values.since ?? null,
    until: values.until ?? null,
    authors: (values.author ?? []).map((author) => named('--author', author)),
    to: values.to === undefined ? null : named('--to', values.to),
    zone: values.zone === undefined ? null : checkedZone(values.zone),
    tickets: values.tickets === undefined ? null : checkedKeys(values.tickets),
    format,
    json: values.json,
  };
}

function named(option: string, text: string): string {
  const name = text.replace(/\s+/gu, ' ').trim();
  if (name === '') throw new UsageError(`${option} needs a name`);
  return name;
}
