import type { BranchMove, NoteChange } from '../handoffs/changesSince';
import type { FilePath } from '../ports';
import type { CodeRecordKind, ParsedRecord, RecordStatus } from '../records/record';
import type { Instant, ZoneName } from '../time/zone';
import type { ForgeWork } from './forgeWork';

/** Everything that "Catch Me Up" is written from. Pure data; lists in any order. "Since" is `CatchUpInput.since`. */

/** A handoff to the reader, or without an addressee, that was written since or is not read yet. */
export interface HandoffToMe {
  /** Destination of a Markdown link from the draft's place. */
  readonly href: string;
  readonly title: string;
  readonly from: string | null;
  readonly written: Instant | null;
  /** The writer's clock, where it is known. */
  readonly zone: ZoneName | null;
  /** The first item that is not done. */
  readonly first: string | null;
  readonly unread: boolean;
  /** What has changed since it was written. */
  readonly changes: readonly NoteChange[];
}

/** A reply to a handoff of the reader's. */
export interface AnswerToMe {
  readonly href: string;
  readonly title: string;
  readonly by: string;
  readonly at: Instant | null;
  /** The answering person's clock, where it is known. */
  readonly zone: ZoneName | null;
  readonly text: string;
}

/** A decision, RFC or runbook that changed since. */
export interface ChangedRecord {
  /** Null where it is gone. */
  readonly href: string | null;
  readonly kind: CodeRecordKind;
  readonly label: string | null;
  readonly title: string;
  readonly status: RecordStatus;
  readonly statusText: string | null;
  /** `moved`: the same text at another path. `removed`: the record is gone, and this is what it was. */
  readonly how: 'added' | 'changed' | 'moved' | 'superseded' | 'removed';
  /** The status that its text had before; null where it is the same, or not known. */
  readonly was: Pick<ParsedRecord, 'status' | 'statusText'> | null;
  /** What it decides, in one sentence; null where it does not say. */
  readonly decision: string | null;
  /** Labels or titles of the records that retire it. */
  readonly supersededBy: readonly string[];
  readonly people: readonly string[];
  /** Files of the reader's that it governs or names, at most 5, and how many there are. */
  readonly files: readonly FilePath[];
  readonly fileCount: number;
}

/** A deadline ahead, in a handoff or in a decision that waits. */
export interface DeadlineAhead {
  readonly instant: Instant;
  /** The words around it, in plain text. */
  readonly text: string;
  /** False where its words are not clear and `instant` is the likeliest reading. */
  readonly certain: boolean;
  readonly href: string;
  readonly title: string;
  /** The writer's clock, where it is known. */
  readonly zone: ZoneName | null;
}

/** A branch of the reader's that another person moved since. */
export interface MovedBranch {
  /** Null where only one repository is open. */
  readonly repository: string | null;
  readonly move: BranchMove;
}

export interface CatchUpInput {
  readonly now: Instant;
  /** The reader's clock. */
  readonly zone: ZoneName;
  /** Null where neither the team file nor git says it. */
  readonly name: string | null;
  /** When the reader was last here, and what shows it; `given` where only a time is stated. */
  readonly since: { readonly instant: Instant; readonly from: 'commit' | 'handoff' | 'given' };
  readonly handoffs: readonly HandoffToMe[];
  readonly answers: readonly AnswerToMe[];
  readonly records: readonly ChangedRecord[];
  readonly deadlines: readonly DeadlineAhead[];
  readonly branches: readonly MovedBranch[];
  /** Absent where no forge was asked, or none answered. */
  readonly forge?: readonly ForgeWork[];
  /** What could not be read, a sentence each: `Restricted Mode: git was not read.` */
  readonly gaps: readonly string[];
}
