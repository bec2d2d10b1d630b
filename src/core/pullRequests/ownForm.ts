import { CodeFence } from '../text/codeFence';
import { splitLines } from '../text/lineEnds';
import type { BranchCommit } from './branchFacts';
import { withoutBreaking } from './breaking';
import { isFixup, messageParagraphs } from './messageText';
import { type LineKind, templateSections } from './templateSections';
import { topicsOf } from './topics';

/** A template with what the message of the branch's only commit says below the template's own labels. */
export interface OwnForm {
  readonly text: string;
  /** Its lines that are from the message. */
  readonly said: ReadonlySet<string>;
}

interface FormLine {
  readonly text: string;
  readonly kind: LineKind | 'heading';
  /** What it is known by where it is a label: `because`. */
  readonly label: string | null;
}

/** A label such as `How to test` is answered with facts beside the message's words (`messageLabels.ts`). */
const answered = /^(?:test|risk|ticket)$/;
const fewestLabels = 2;

/**
 * People whose template says `Because` and `This commit` write their commits in this form, too. Only a message with two
 * labels of the template counts, one of them a label that no other template has; else null.
 */
export function inOwnForm(template: string, commits: readonly BranchCommit[]): OwnForm | null {
  const [commit, other] = commits.filter(({ subject }) => !isFixup(subject));
  if (commit === undefined || other !== undefined) return null;
  const form = formLines(template);
  const parts = partsOf(withoutBreaking(commit.body), new Set(form.flatMap(({ label }) => label ?? [])));
  if (parts.size < fewestLabels || ![...parts.keys()].some((label) => topicsOf(label) === null)) return null;
  const said = new Set<string>();
  const lines: string[] = [];
  let isTold = false;
  for (const { text, kind, label } of form) {
    if (isTold && (kind === 'blank' || (label === null && isAnswered(text, kind)))) continue;
    if (isTold && lines.at(-1) !== '' && (label !== null || said.has(lines.at(-1)?.trim() ?? ''))) lines.push('');
    lines.push(text);
    const blocks = label === null ? [] : messageParagraphs(parts.get(label) ?? '');
    if (label !== null) isTold = blocks.length > 0;
    for (const line of blocks.flatMap((block) => ['', ...block])) {
      lines.push(line);
      said.add(line.trim());
    }
  }
  return { text: lines.join('\n'), said };
}

/** What the author left out below a label that they answered only asked for the answer. A rule stays. */
function isAnswered(text: string, kind: FormLine['kind']): boolean {
  const words = text.replace(/^\s*[-*+]\s+/, '');
  return kind === 'prompt' || kind === 'comment' || (words !== text && /^[\p{L}\d]{1,20}$/u.test(words.trim()));
}

function formLines(template: string): readonly FormLine[] {
  const lines = templateSections(template).flatMap(({ above, heading, lines: own }) => [
    ...above.map((text) => ({ text, kind: 'note' as const })),
    ...heading.map((text) => ({ text, kind: 'heading' as const })),
    ...own,
  ]);
  return lines.map(({ text, kind }, at) => {
    const isAlone = [at - 1, at + 1].every((beside) => (lines[beside]?.text ?? '').trim() === '');
    const isLabel = kind === 'heading' || (kind === 'fixed' && isAlone);
    const label = isLabel ? labelOf(text) : null;
    return { text, kind, label: topicsOf(label ?? '')?.some((topic) => answered.test(topic)) ? null : label };
  });
}

/** What the message says below each of these labels. */
function partsOf(body: string, labels: ReadonlySet<string>): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const fence = new CodeFence();
  let part: string | null = null;
  for (const line of splitLines(body)) {
    const label = fence.take(line) === null ? labelOf(line) : null;
    if (label !== null && labels.has(label) && !parts.has(label)) part = label;
    else if (part !== null) {
      parts.set(part, `${parts.get(part) ?? ''}${line}\n`);
      continue;
    } else if (line.trim() !== '') return new Map();
    if (part !== null) parts.set(part, '');
  }
  return parts;
}

/** `## Result:`, `**Result**` and `Result:` are one label. A sentence is none. */
function labelOf(line: string): string | null {
  const words = /^ {0,3}(?:#{1,6}[ \t]+)?[*_]{0,2}(\p{L}[^.!?*_`:]{1,60}\??)[:*_\s]{0,5}$/u.exec(
    line.slice(0, 100),
  )?.[1];
  return words?.trim().toLowerCase() ?? null;
}
