import type { FilePath } from '../ports';
import { findingAnswer } from './answers';
import type { Finding } from './finding';
import { fingerprints } from './fingerprint';

/** Known findings by fingerprint; each value is a line for people who review the file. */
interface BaselineFile {
  readonly version: 1;
  readonly findings: Readonly<Record<string, string>>;
}

/** A baseline as text: sorted, a line each, so that a review shows what came and went. */
export function writeBaseline(findings: readonly Finding[]): string {
  const known = fingerprints(findings);
  const rows = findings.map((finding, at) => {
    const { code, file, message } = findingAnswer(finding);
    return [known[at] ?? '', `${code} ${file}: ${message}`] as const;
  });
  const sorted = rows.sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  const baseline: BaselineFile = { version: 1, findings: Object.fromEntries(sorted) };
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

/** The fingerprints of a baseline; null where the text is none. */
export function readBaseline(text: string): ReadonlySet<string> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || !('findings' in parsed)) return null;
    const { version, findings } = parsed;
    if (version !== 1 || typeof findings !== 'object' || findings === null || Array.isArray(findings)) return null;
    return new Set(Object.keys(findings));
  } catch {
    return null;
  }
}

/** The findings that are not in a baseline. */
export function withoutKnown(findings: readonly Finding[], baseline: ReadonlySet<string>): readonly Finding[] {
  const known = fingerprints(findings);
  return findings.filter((_, at) => !baseline.has(known[at] ?? ''));
}

/**
 * The findings that a change brings in, by what it adds or by what it removes: those that were not there before it.
 * @param pathOf what a file of the earlier state is called now
 */
export function newSince(
  before: readonly Finding[],
  findings: readonly Finding[],
  pathOf: (file: FilePath) => FilePath,
): readonly Finding[] {
  return withoutKnown(findings, new Set(fingerprints(before, pathOf)));
}
