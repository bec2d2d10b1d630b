import { type DraftLine, separate } from '../draft';
import type { HandoffInput } from '../handoffInput';
import { ask, questionPrompt } from '../prompts';
import type { Reader } from '../reader';
import { box } from './boxes';
import { done } from './done';
import { fromLastNote, type Proposal, proposalLines, proposals } from './next';
import { watchOut } from './watchOut';

/** What stands before the fold, and what had no room there. */
interface Letter {
  readonly lines: readonly DraftLine[];
  readonly more: { readonly next: readonly Proposal[]; readonly watch: readonly string[] };
}

/** Lines before the fold, with the front matter and the blank line above the fold (docs/adr/0024). */
const mostLines = 40;
const mostQuestions = 2;
/** Rows that a part has in any case, and at most. Rows that other parts do not need go to "Next" first, then to "Done". */
const shares = { next: [4, 8], done: [3, 8], watch: [3, 6] } as const;
type Rows = Readonly<Record<keyof typeof shares, number>>;

/**
 * The letter: what to go on with, what to watch out for, what is done, what the writer asks. A part without content is
 * left out.
 * @param above how many lines stand above it
 */
export function letter(input: HandoffInput, reader: Reader, above: number): Letter {
  const all = proposals(input);
  const next = proposalLines(all, input, reader);
  const watch = watchOut(input);
  const landed = done(input, shares.done[1]);
  const questions = questionLines(input);
  // Each part has a heading with a blank line above and below, and "Next" the contingency.
  const frame = 4 + (watch.length > 0 ? 3 : 0) + (landed.length > 0 ? 3 : 0) + 3 + questions.length;
  const wanted = { next: next.length, watch: watch.length, done: landed.length };
  const rows = shared(wanted, mostLines - above - 2 - frame);
  const lines = separate([
    box('## Next', ...cutAt(rows.next, next)),
    [['If ', ask('this happens'), ', then ', ask('do that'), '.']],
    watch.length > 0 ? box('## Watch out', ...cutAt(rows.watch, watch.map(bullet))) : [],
    landed.length > 0 ? box('## Done', ...cutAt(rows.done, landed.map(bullet))) : [],
    box('## Questions for you', ...questions),
  ]);
  // `next` may begin with a line that only asks, which is no proposal.
  const hidden = next.length - shownOf(rows.next, next.length);
  return {
    lines,
    more: {
      next: hidden > 0 ? all.slice(-hidden) : [],
      watch: watch.slice(shownOf(rows.watch, watch.length)),
    },
  };
}

function questionLines(input: HandoffInput): DraftLine[] {
  const open = (input.carried?.questions ?? []).slice(0, mostQuestions);
  return [...open.map((text) => bullet(fromLastNote(text, input))), ['- ', ask(questionPrompt)]];
}

function shared(wanted: Rows, room: number): Rows {
  const parts = ['next', 'done', 'watch'] as const;
  const rows = { next: 0, done: 0, watch: 0 };
  let left = room;
  for (const bound of [0, 1] as const) {
    for (const part of parts) {
      const more = Math.min(Math.min(wanted[part], shares[part][bound]) - rows[part], left);
      rows[part] += more;
      left -= more;
    }
  }
  return rows;
}

function shownOf(rows: number, all: number): number {
  return all <= rows ? all : rows - 1;
}

/** The first rows, and a last one that says how many there are in the fold. */
function cutAt(rows: number, lines: readonly DraftLine[]): readonly DraftLine[] {
  const shown = shownOf(rows, lines.length);
  return shown === lines.length
    ? lines
    : [...lines.slice(0, shown), `- and ${lines.length - shown} more, in the facts`];
}

function bullet(row: string): string {
  return `- ${row}`;
}
