import { type Disposable, EventEmitter, type Memento, type Uri } from 'vscode';

const key = 'meridian.handoffs.seen';
/** More than a person receives in the 30 days for which a note can be unread. */
const mostMarks = 500;

type Marks = Readonly<Record<string, string>>;

/** Which handoffs were opened, and their stamp at that time. Stored only on this machine (docs/adr/0011). */
export class ReadMarks implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: Memento) {}

  seen(note: Uri): string | undefined {
    const marks = this.marks();
    const id = note.toString();
    return Object.hasOwn(marks, id) ? marks[id] : undefined;
  }

  /** @param stamps the stamp that is seen now, by document */
  async mark(stamps: readonly (readonly [note: Uri, stamp: string])[]): Promise<void> {
    const changed = stamps
      .filter(([note, stamp]) => this.seen(note) !== stamp)
      .map(([note, stamp]) => [note.toString(), stamp]);
    if (changed.length === 0) return;
    const marks = Object.entries({ ...this.marks(), ...Object.fromEntries(changed) });
    await this.state.update(key, Object.fromEntries(marks.slice(-mostMarks)));
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private marks(): Marks {
    return this.state.get<Marks>(key, {});
  }
}
