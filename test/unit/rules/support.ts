import { findingLine } from '../../../src/core/rules/answers';
import type { SeverityChoices } from '../../../src/core/rules/findIn';
import type { Edit, Finding } from '../../../src/core/rules/finding';
import type { PathHistory } from '../../../src/core/rules/pathHistory';
import { check } from '../../../src/core/tasks/check';
import { applyEdits } from '../../../src/core/text/textEdit';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';

export interface Choices {
  readonly rules?: SeverityChoices;
  readonly history?: PathHistory;
  readonly today?: string;
  /** Files that are read a second time, after all. */
  readonly changed?: readonly string[];
}

const pacer = { breathe: async () => {} };

/** What the rules find in a folder with these files. */
export async function findingsIn(
  files: Readonly<Record<string, string>>,
  { rules = {}, history, today = '2026-11-20', changed = [] }: Choices = {},
): Promise<readonly Finding[]> {
  const store = memoryFiles(files);
  const project = projectOf(store);
  await project.load();
  for (const path of changed) await project.apply([{ path, kind: 'changed' }]);
  return check({
    ...{ project, files: store, today, pacer, choices: rules },
    history: history ? async () => history : null,
    signal: new AbortController().signal,
  });
}

/** The same as lines, in which a rule's code stands. */
export async function linesIn(
  files: Readonly<Record<string, string>>,
  code: string,
  choices?: Choices,
): Promise<readonly string[]> {
  return (await findingsIn(files, choices)).filter((finding) => finding.code === code).map(findingLine);
}

/** The files after the only fix of that rule. */
export async function mended(
  files: Readonly<Record<string, string>>,
  code: string,
  choices?: Choices,
): Promise<Readonly<Record<string, string>>> {
  const fixes = (await findingsIn(files, choices)).flatMap((finding) =>
    finding.code === code ? (finding.fix ?? []) : [],
  );
  const [fix, ...others] = fixes;
  if (!fix || others.length > 0) throw new Error(`${fixes.length} fixes of ${code}`);
  const changed = { ...files };
  for (const edit of fix.edits) changed[edit.file] = applied(changed[edit.file] ?? '', edit);
  return changed;
}

/** An ADR with a status, and lines below it. */
export function adr(title: string, status: string, ...lines: readonly string[]): string {
  const below = lines.length > 0 ? ['', ...lines] : [];
  return [`# ${title}`, '', '## Status', '', status, '', '## Context', '', 'Some.', ...below, ''].join('\n');
}

/** The text with edits made. */
export function applied(text: string, ...edits: readonly Edit[]): string {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  return applyEdits(
    text,
    edits.map((edit) => ({
      start: offset(edit.startLine, edit.startColumn),
      end: offset(edit.endLine, edit.endColumn),
      text: edit.text,
    })),
  );
}
