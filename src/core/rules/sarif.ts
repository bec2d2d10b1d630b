import { encodePath } from '../text/encodeName';
import { allRules } from './allRules';
import { findingAnswer } from './answers';
import type { Finding, Severity } from './finding';
import { fingerprints } from './fingerprint';
import { meaningOf } from './meanings';

/** GitHub accepts 25,000 results of a run and keeps 5,000. */
const mostResults = 5_000;
const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The findings as SARIF 2.1.0, one run, for code scanning. Where there are more than a forge keeps, the most severe are
 * given. Fingerprints stay the same while lines move, so that a finding is not reported as new.
 */
export function sarifOf(findings: readonly Finding[]): string {
  const known = fingerprints(findings);
  const numbered = findings.map((finding, at) => ({ finding, fingerprint: known[at] ?? '' }));
  const kept = numbered.sort((a, b) => ranks[a.finding.severity] - ranks[b.finding.severity]).slice(0, mostResults);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Meridian', rules: allRules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: kept.map(({ finding, fingerprint }) => resultOf(finding, fingerprint)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ code, severity }: (typeof allRules)[number]) {
  const text = meaningOf(code);
  return {
    id: code,
    shortDescription: { text },
    help: { text: `${text}\n\nMore in docs/rules.md#${code} of Meridian.` },
    defaultConfiguration: { enabled: severity !== 'off', level: severity === 'off' ? 'note' : levels[severity] },
  };
}

function resultOf(finding: Finding, fingerprint: string) {
  const { code, severity, span, fix } = finding;
  const { message } = findingAnswer(finding);
  const artifactLocation = { uri: encodePath(finding.file) };
  const location = { physicalLocation: { artifactLocation, region: regionOf(span) } };
  return {
    ruleId: code,
    ruleIndex: allRules.findIndex((rule) => rule.code === code),
    level: levels[severity],
    message: { text: message },
    locations: [location],
    partialFingerprints: { 'meridianFinding/v1': fingerprint },
    ...(fix && {
      fixes: [
        {
          description: { text: findingAnswer(finding).fix?.title },
          artifactChanges: [
            {
              artifactLocation,
              replacements: fix.edits.map((edit) => ({
                deletedRegion: regionOf(edit),
                insertedContent: { text: edit.text },
              })),
            },
          ],
        },
      ],
    }),
  };
}

function regionOf({ startLine, startColumn, endLine, endColumn }: Finding['span']) {
  return { startLine, startColumn, endLine, endColumn };
}
