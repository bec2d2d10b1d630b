import type { SeverityChoices } from '../core/rules/findIn';
import { type Severity, severities } from '../core/rules/finding';
import { type RuleCode, ruleCodes } from '../core/rules/sentences';
import { type CommonArguments, inclusion, parseWords, UsageError } from './arguments';
import { checkOptions } from './checkOptions';

export const checkForms = ['text', 'json', 'sarif', 'github'] as const;
export type CheckForm = (typeof checkForms)[number];

export interface CheckArguments extends Omit<CommonArguments, 'json' | 'directory' | 'operands' | 'switches'> {
  readonly directory: string;
  readonly form: CheckForm;
  readonly failOn: Severity | 'never';
  readonly base: string | null;
  readonly baseline: string | null;
  readonly writesBaseline: boolean;
  /** The file for a comment in Markdown: what the change since `base` has to do with records. */
  readonly comment: string | null;
  readonly choices: SeverityChoices;
  /** The only files of the directory whose findings are shown; empty for all. */
  readonly only: readonly string[];
}

/** @throws UsageError */
export function checkArguments(argv: readonly string[]): CheckArguments {
  const { values, positionals } = parseWords(argv, checkOptions, 1);
  const forms = checkForms.filter((form) => form !== 'text' && values[form]);
  const [form = 'text', second] = forms;
  if (second !== undefined) throw new UsageError(`--${form} and --${second} exclude each other`);
  const { base, baseline, comment } = values;
  if (base?.trim() === '' || base?.includes('\0')) throw new UsageError('--base needs a branch, tag or commit');
  if (base !== undefined && values['no-git']) throw new UsageError('--base needs git; leave --no-git out');
  if (values['write-baseline'] && !baseline) throw new UsageError('--write-baseline needs --baseline FILE');
  if (comment !== undefined && (comment === '' || base === undefined)) {
    throw new UsageError('--comment needs a file and --base REF');
  }
  return {
    directory: positionals[0] ?? '.',
    form,
    failOn: values['fail-on'] === 'never' ? 'never' : severity('--fail-on', values['fail-on'], ', never'),
    base: base ?? null,
    baseline: baseline ?? null,
    comment: comment ?? null,
    writesBaseline: values['write-baseline'],
    choices: Object.fromEntries(values.rule.map(choice)),
    only: values.only,
    git: !values['no-git'],
    cache: !values['no-cache'],
    settings: { include: values.include.map(inclusion), exclude: values.exclude },
  };
}

/** `--rule no-status=warning` */
function choice(text: string): readonly [RuleCode, Severity | 'off'] {
  const [name = '', weight = ''] = text.split('=', 2);
  const code = ruleCodes.find((candidate) => candidate === name);
  if (!code) throw new UsageError(`--rule: no rule is called "${name}"; there are ${ruleCodes.join(', ')}`);
  return [code, weight === 'off' ? 'off' : severity(`--rule ${name}`, weight, ', off')];
}

function severity(option: string, text: string, more = ''): Severity {
  const known = severities.find((candidate) => candidate === text);
  if (!known) throw new UsageError(`${option}: "${text}" is no severity; there are ${severities.join(', ')}${more}`);
  return known;
}
