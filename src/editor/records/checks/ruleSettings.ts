import { type ConfigurationScope, workspace } from 'vscode';
import type { SeverityChoices } from '../../../core/rules/findIn';
import { severities } from '../../../core/rules/finding';
import { ruleCodes } from '../../../core/rules/sentences';
import { settingKeys } from '../../host/ids';

const weights: readonly unknown[] = [...severities, 'off'];

/**
 * A person's severities for rules. The setting may come from a file of the repository, so only well-formed values
 * count.
 */
export function ruleChoices(scope: ConfigurationScope): SeverityChoices {
  const value = workspace.getConfiguration('meridian', scope).get<unknown>(settingKeys.checkRules);
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(ruleCodes.flatMap((code) => (weights.includes(given[code]) ? [[code, given[code]]] : [])));
}
