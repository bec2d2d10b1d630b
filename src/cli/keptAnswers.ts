import type { FileStore, Shelf } from '../core/ports';
import { holds, type NotedFiles } from '../disk/notedFiles';
import { shelfFor } from './place';

/** Of one question: what it asked of the disk beside what all of them do, and the text. */
interface KeptAnswer {
  readonly notes: string;
  readonly text: string;
}

/** UTF-16 units of all answers together, the newest apart: the oldest make room. */
const mostText = 4_000_000;

const noCommon: readonly string[] = [];

/**
 * What a command answered about a directory, with all that it asked of the disk for it: where the disk says the same, the
 * answer is the same (docs/adr/0035). Questions about one directory share most of what they ask.
 */
export class KeptAnswers {
  private common = '';
  private readonly answers = new Map<string, KeptAnswer>();

  private constructor(
    private readonly shelf: Shelf,
    private readonly history: () => Promise<string | null>,
  ) {}

  /** @param history what git's part of an answer rests on, as of `NotedFiles` */
  static async open(shelf: Shelf, history: () => Promise<string | null> = async () => null): Promise<KeptAnswers> {
    const kept = new KeptAnswers(shelf, history);
    kept.take((await shelf.read()) ?? '');
    return kept;
  }

  /** The answer to a question, where all holds still that it was made of; null where it has to be worked out. */
  async find(question: string, files: FileStore): Promise<string | null> {
    const known = this.answers.get(question);
    if (known === undefined) return null;
    for (const notes of [known.notes, this.common]) {
      for (const note of linesOf(notes)) if (!(await holds(files, note, this.history))) return null;
    }
    return known.text;
  }

  /**
   * Keeps nothing where too much was asked.
   * @param common notes of other questions, too: where they are others than before, no other answer is left
   */
  async keep(
    question: string,
    text: string,
    noted: NotedFiles,
    common: readonly string[] | null = noCommon,
  ): Promise<void> {
    const all = noted.taken();
    if (all === null || common === null) return;
    const shared = new Set(common);
    const notes = all.filter((note) => !shared.has(note)).join('\n');
    const next = common.join('\n');
    if (next !== this.common) this.answers.clear();
    this.common = next;
    this.answers.delete(question);
    let room = mostText;
    const seen = new Set([notes]);
    for (const [other, answer] of [...this.answers].reverse()) {
      room -= answer.text.length + (seen.has(answer.notes) ? 0 : answer.notes.length);
      seen.add(answer.notes);
      if (room < 0) this.answers.delete(other);
    }
    this.answers.set(question, { notes, text });
    await this.shelf.write(this.written());
  }

  /**
   * A line of lengths, then the texts one after the other: each set of notes once. Where all code was read, questions about
   * different files have the same.
   */
  private written(): string {
    const answers = [...this.answers];
    const sets = [...new Set([this.common, ...answers.map(([, { notes }]) => notes)])];
    const places = new Map(sets.map((notes, at) => [notes, at]));
    const rows = answers.map(([question, { notes, text }]) => [question, places.get(notes), text.length]);
    const head = JSON.stringify([sets.map((notes) => notes.length), rows]);
    return [head, '\n', ...sets, ...answers.map(([, { text }]) => text)].join('');
  }

  private take(written: string): void {
    if (written === '') return;
    const end = written.indexOf('\n');
    const [lengths, rows]: [number[], [string, number, number][]] = JSON.parse(written.slice(0, end));
    let at = end + 1;
    const piece = (count: number) => {
      at += count;
      return written.slice(at - count, at);
    };
    const sets = lengths.map(piece);
    this.common = sets[0] ?? '';
    for (const [question, place, length] of rows) {
      this.answers.set(question, { notes: sets[place] ?? '', text: piece(length) });
    }
  }
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

/** @param call all that an answer depends on beside the question and the disk. Null where nothing may be kept. */
export async function keptAnswersOf(root: string, call: readonly unknown[]): Promise<KeptAnswers | null> {
  // Small ones too: what is loaded to work out an answer takes longer than it.
  const shelf = shelfFor(root, JSON.stringify(call), 0);
  return shelf && KeptAnswers.open(shelf, async () => (await import('../git/historyStamp')).historyOf(root));
}
