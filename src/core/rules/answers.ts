import { join } from '../files/paths';
import type { FilePath } from '../ports';
import type { Edit, Finding, Severity } from './finding';
import { said } from './sentences';

/** A finding as the command line's `--json` gives it; the shape is a contract. */
export interface FindingAnswer {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: { readonly title: string; readonly edits: readonly Edit[] } | null;
}

export function findingAnswer({ file, span, code, severity, sentence, fix }: Finding): FindingAnswer {
  return {
    file,
    line: span.startLine,
    column: span.startColumn,
    code,
    severity,
    message: oneLine(said(sentence)),
    fix: fix ? { title: oneLine(said(fix.title)), edits: fix.edits } : null,
  };
}

/** `docs/a.md:3:4 warning stale-slug …`, which a problem matcher reads: one line, whatever the repository holds. */
export function findingLine(finding: Finding): string {
  const { file, line, column, severity, code, message } = findingAnswer(finding);
  return `${oneLine(file)}:${line}:${column} ${severity} ${code} ${message}`;
}

/** Control characters and line breaks become blanks. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** The findings of a checked folder, with paths from the root of the repository that it lies in. */
export function findingsBelow(folder: FilePath, findings: readonly Finding[]): readonly Finding[] {
  if (folder === '') return findings;
  const placed = <T extends { readonly file: FilePath }>(one: T): T => ({ ...one, file: join(folder, one.file) });
  return findings.map((finding) => {
    const { fix } = finding;
    return { ...placed(finding), ...(fix && { fix: { ...fix, edits: fix.edits.map(placed) } }) };
  });
}
