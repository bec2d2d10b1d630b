import { findingAnswer } from './answers';
import { type Finding, type Severity, severities } from './finding';

/** GitHub shows ten annotations of a kind for a step; more only fill the log. */
const mostOfSeverity = 10;
const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub Actions shows as annotations at their lines. They need no permission. */
export function annotationsOf(findings: readonly Finding[]): string {
  const lines = severities.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    return own.slice(0, mostOfSeverity).map(annotationOf);
  });
  return lines.map((line) => `${line}\n`).join('');
}

function annotationOf(finding: Finding): string {
  const { file, line, code, message } = findingAnswer(finding);
  const { startColumn, endColumn } = finding.span;
  const place = `file=${property(file)},line=${line},col=${startColumn},endColumn=${endColumn}`;
  return `::${commands[finding.severity]} ${place},title=${property(code)}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** GitHub takes 1 MB for the summary of a step; a person reads less. */
const mostRows = 200;

/** The findings as a Markdown table, for the summary of a step. */
export function summaryOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return '### Meridian\n\nAll references hold.\n';
  const rows = findings.slice(0, mostRows).map((finding) => {
    const { file, line, severity, code, message } = findingAnswer(finding);
    return `| ${severity} | ${cell(`${file}:${line}`)} | ${code} | ${cell(message)} |`;
  });
  const more = findings.length > mostRows ? `\nAnd ${findings.length - mostRows} more.\n` : '';
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  return `### Meridian: ${count}\n\n| | Place | Rule | |\n|---|---|---|---|\n${rows.join('\n')}\n${more}`;
}

/** Text of a repository as plain text in a cell: no markup, no mention, no link. */
function cell(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#!|@~&]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
