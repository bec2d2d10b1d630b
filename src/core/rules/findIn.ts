import { allRules } from './allRules';
import type { CheckedFile } from './checkedFile';
import type { Finding, Severity } from './finding';
import type { Known } from './rule';
import type { RuleCode } from './sentences';

/** What weighs how much, where that is not the rule's own default. */
export type SeverityChoices = Partial<Readonly<Record<RuleCode, Severity | 'off'>>>;

/** Whether a rule is looked for. */
export function isSwitchedOn(code: RuleCode, choices: SeverityChoices): boolean {
  const own = allRules.find((rule) => rule.code === code)?.severity;
  return (choices[code] ?? own) !== 'off';
}

/** Of one file that many are enough to know it by. */
const mostOfOneFile = 1_000;

/** All that the rules find in a file, by place. */
export function findIn(file: CheckedFile, known: Known, choices: SeverityChoices = {}): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of allRules) {
    const chosen = choices[rule.code];
    if (chosen === 'off' || !isSwitchedOn(rule.code, choices)) continue;
    for (const found of rule.find(file, known)) {
      if (findings.length >= mostOfOneFile) break;
      // What a person has set holds for all that the rule finds.
      findings.push({
        ...found,
        code: rule.code,
        file: file.path,
        severity: chosen ?? found.severity ?? weightOf(rule),
      });
    }
  }
  return findings.sort((a, b) => a.span.startLine - b.span.startLine || a.span.startColumn - b.span.startColumn);
}

/** Of a rule that is off by itself and was switched on without a weight. */
function weightOf({ severity }: (typeof allRules)[number]): Severity {
  return severity === 'off' ? 'info' : severity;
}
