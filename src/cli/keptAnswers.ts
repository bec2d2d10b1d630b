import type { FileStore, Shelf } from '../core/ports';
import { type OtherQuestions, renewed } from '../disk/heldNotes';
import type { NotedFiles } from '../disk/notedFiles';
import type { Notes } from '../disk/notes';
import type { Answer } from './command';
import { shelfFor } from './place';

/** All that a command writes. */
export interface WholeAnswer extends Answer {
  /** Goes to standard error, in whole lines. */
  readonly told: string;
}

/** The answer to one question, with the notes that it does not share with all others. */
interface KeptAnswer extends WholeAnswer {
  readonly notes: string;
}

/** UTF-16 units of all answers but the newest. The oldest are dropped to make room. */
const mostText = 4_000_000;

/**
 * What a command answered about a directory, with notes of all that it asked the disk and git. While every note holds,
 * so does the answer (docs/adr/0035). Questions about one directory share most of their notes.
 */
export class KeptAnswers {
  private common = '';
  private readonly answers = new Map<string, KeptAnswer>();

  private constructor(
    private readonly shelf: Shelf,
    private readonly questions: OtherQuestions,
  ) {}

  static async open(shelf: Shelf, questions: OtherQuestions = {}): Promise<KeptAnswers> {
    const kept = new KeptAnswers(shelf, questions);
    kept.take((await shelf.read()) ?? '');
    return kept;
  }

  /** The answer to a question; null where none is kept, or where something that it rests on has changed. */
  async find(question: string, files: FileStore): Promise<WholeAnswer | null> {
    const known = this.answers.get(question);
    if (known === undefined) return null;
    const notes = await renewed(files, known.notes, this.questions);
    const common = notes === null ? null : await renewed(files, this.common, this.questions);
    if (notes === null || common === null) return null;
    if (notes !== known.notes || common !== this.common) await this.renew(known.notes, notes, common);
    return known;
  }

  /** Keeps the new stamps, so that the next question finds the directories unchanged. */
  private async renew(before: string, notes: string, common: string): Promise<void> {
    this.common = common;
    for (const [question, answer] of this.answers) {
      if (answer.notes === before) this.answers.set(question, { ...answer, notes });
    }
    await this.shelf.write(this.written());
  }

  /** As `find`, and writes to standard error what belongs there. */
  async say(question: string, files: FileStore): Promise<Answer | null> {
    const known = await this.find(question, files);
    if (known === null) return null;
    const { text, told, status } = known;
    if (told !== '') process.stderr.write(told);
    return { text, status };
  }

  /**
   * Keeps nothing where the notes cannot vouch for the answer (`NotedFiles.taken`).
   * @param common the notes that other questions share; where they differ from before, all other answers are dropped
   */
  async keep(
    question: string,
    { text, told, status }: WholeAnswer,
    noted: NotedFiles,
    common?: Notes | null,
  ): Promise<void> {
    const all = noted.taken();
    if (all === null || common === null) return;
    const notes = all.written(common);
    const isSame = common ? common.areThose(this.common) : this.common === '';
    if (!isSame) this.answers.clear();
    this.common = common?.written() ?? '';
    this.answers.delete(question);
    let room = mostText;
    const seen = new Set([notes]);
    for (const [other, answer] of [...this.answers].reverse()) {
      room -= answer.text.length + (seen.has(answer.notes) ? 0 : answer.notes.length);
      seen.add(answer.notes);
      if (room < 0) this.answers.delete(other);
    }
    this.answers.set(question, { notes, text, told, status });
    await this.shelf.write(this.written());
  }

  /**
   * A line of lengths, then the texts one after the other. Each set of notes is written once: where all code was read,
   * questions about different files have the same set.
   */
  private written(): string {
    const answers = [...this.answers];
    const sets = [...new Set([this.common, ...answers.map(([, { notes }]) => notes)])];
    const places = new Map(sets.map((notes, at) => [notes, at]));
    const rows = answers.map(([question, { notes, text, told, status }]): Row => {
      return [question, places.get(notes) ?? 0, text.length, told, status];
    });
    const head = JSON.stringify([sets.map((notes) => notes.length), rows]);
    return [head, '\n', ...sets, ...answers.map(([, { text }]) => text)].join('');
  }

  private take(written: string): void {
    if (written === '') return;
    const end = written.indexOf('\n');
    const [lengths, rows]: [number[], Row[]] = JSON.parse(written.slice(0, end));
    let at = end + 1;
    const piece = (count: number) => {
      at += count;
      return written.slice(at - count, at);
    };
    const sets = lengths.map(piece);
    this.common = sets[0] ?? '';
    for (const [question, place, length, told, status] of rows) {
      this.answers.set(question, { notes: sets[place] ?? '', text: piece(length), told, status });
    }
  }
}

type Row = [question: string, notes: number, length: number, told: string, status: 0 | 1];

/**
 * Null where nothing may be kept.
 * @param call all that an answer depends on beside its question, the disk and `questions`
 * @param questions what is asked beside the disk; by default only the history
 */
export async function keptAnswersOf(
  root: string,
  call: readonly unknown[],
  questions: OtherQuestions = { history: async () => (await import('../git/historyStamp')).historyOf(root) },
): Promise<KeptAnswers | null> {
  // Small answers are kept, too: loading the code that works one out takes longer than reading it.
  const shelf = shelfFor(root, JSON.stringify(call), 0);
  return shelf && KeptAnswers.open(shelf, questions);
}
