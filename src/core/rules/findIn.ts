import { allRules } from './allRules';
import type { CheckedFile } from './checkedFile';
import { type Finding, type Severity, severities } from './finding';
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
  return oncePerPath(findings).sort(
    (a, b) => a.span.startLine - b.span.startLine || a.span.startColumn - b.span.startColumn,
  );
}

/** Rules that say of a path or name that it leads nowhere, or not to one record; a later one knows more of it. */
const sayWhere: readonly RuleCode[] = ['ambiguous-record', 'missing-record', 'stale-slug', 'broken-link', 'gone-path'];

/** Of several that say so of one place the heaviest, and of those the one that knows most. */
function oncePerPath(findings: readonly Finding[]): Finding[] {
  const best = new Map<string, Finding>();
  for (const finding of findings) {
    const before = best.get(keyOf(finding));
    if (sayWhere.includes(finding.code) && (before === undefined || knowsMore(finding, before)))
      best.set(keyOf(finding), finding);
  }
  return findings.filter((finding) => !sayWhere.includes(finding.code) || best.get(keyOf(finding)) === finding);
}

function keyOf({ span }: Finding): string {
  return `${span.startLine}:${span.startColumn}`;
}

function knowsMore(one: Finding, other: Finding): boolean {
  const heavier = severities.indexOf(other.severity) - severities.indexOf(one.severity);
  return heavier > 0 || (heavier === 0 && sayWhere.indexOf(one.code) >= sayWhere.indexOf(other.code));
}

/** Of a rule that is off by itself and was switched on without a weight. */
function weightOf({ severity }: (typeof allRules)[number]): Severity {
  return severity === 'off' ? 'info' : severity;
}
