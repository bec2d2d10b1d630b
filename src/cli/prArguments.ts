import type { ZoneName } from '../core/time/zone';
import { parseWords } from './arguments';
import { checkedKeys } from './ticketsArgument';
import { UsageError } from './usage';
import { checkedZone } from './zoneArgument';

export interface PullRequestArguments {
  readonly directory: string;
  readonly base: string | null;
  /** `none` for no template, whatever the repository has; null for its usual one. */
  readonly template: string | null;
  readonly zone: ZoneName | null;
  readonly tickets: readonly string[] | null;
  readonly json: boolean;
}

/** @throws UsageError */
export function prArguments(argv: readonly string[]): PullRequestArguments {
  const { values, positionals } = parseWords(argv, {
    base: { type: 'string' },
    template: { type: 'string' },
    zone: { type: 'string' },
    tickets: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const [directory = '.', extra] = positionals;
  if (extra !== undefined) throw new UsageError(`"${extra}" is one operand too many`);
  return {
    directory,
    base: values.base === undefined ? null : named('--base', values.base, 'a branch, tag or commit'),
    template: values.template === undefined ? null : named('--template', values.template, 'a name'),
    zone: values.zone === undefined ? null : checkedZone(values.zone),
    tickets: values.tickets === undefined ? null : checkedKeys(values.tickets),
    json: values.json,
  };
}

function named(option: string, text: string, what: string): string {
  if (text.trim() === '' || text.includes('\0')) throw new UsageError(`${option} needs ${what}`);
  return text.trim();
}
