import { allRules } from './allRules';
import type { CheckedFile } from './checkedFile';
import { type Finding, type Severity, severities } from './finding';
import type { Known } from './rule';
import type { RuleCode } from './sentences';

/** Severities that replace a rule's default. */
export type SeverityChoices = Partial<Readonly<Record<RuleCode, Severity | 'off'>>>;

/** Whether a rule is applied. */
export function isSwitchedOn(code: RuleCode, choices: SeverityChoices): boolean {
  const own = allRules.find((rule) => rule.code === code)?.severity;
  return (choices[code] ?? own) !== 'off';
}

/** The most findings of one file; a reader learns nothing from more. */
const mostOfOneFile = 1_000;

/** All that the rules find in a file, sorted by place. */
export function findIn(file: CheckedFile, known: Known, choices: SeverityChoices = {}): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of allRules) {
    const chosen = choices[rule.code];
    if (chosen === 'off' || !isSwitchedOn(rule.code, choices)) continue;
    for (const found of rule.find(file, known)) {
      if (findings.length >= mostOfOneFile) break;
      // A severity that a person has set holds for all findings of the rule.
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

/** Rules that report a path or name that leads nowhere, or not to one record. A later rule knows more about it. */
const sayWhere: readonly RuleCode[] = ['ambiguous-record', 'missing-record', 'stale-slug', 'broken-link', 'gone-path'];

/** Keeps one of several such findings at a place: the most severe, of equal ones that of the latest rule in `sayWhere`. */
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

/** A rule's own severity; `info` for a rule that is off by default and was switched on without one. */
function weightOf({ severity }: (typeof allRules)[number]): Severity {
  return severity === 'off' ? 'info' : severity;
}
