import type { Activity } from '../activity/activity';
import type { LinkDetail } from '../links/link';
import type { FilePath } from '../ports';
import type { CodeRecordKind, RecordStatus } from '../records/record';
import type { Schedule } from '../team/team';
import type { Instant, ZoneName } from '../time/zone';
import type { ForgeWork } from './forgeWork';

/** Everything that a draft is written from. Pure data, so that golden files can fix it. */

/** A person whom a draft names. */
export interface Party {
  readonly name: string;
  /** Null where the team file does not say. */
  readonly schedule: Schedule | null;
  readonly contact: string | null;
}

/** To whom: one person, a team (its members are people of the team file), or no one in particular. */
export type Addressee =
  | { readonly kind: 'person'; readonly person: Party }
  | {
      readonly kind: 'team';
      readonly name: string;
      readonly members: readonly Party[];
      readonly channel: string | null;
    }
  | { readonly kind: 'anybody' };

/** What ties a record to a file that the work changed. */
export interface RecordTie {
  readonly file: FilePath;
  readonly evidence: LinkDetail;
}

/** A record that is among the changed files, or tied to one of them. */
export interface TouchedRecord {
  /** Relative to the workspace folder, or to the handoff's own folder where `href` differs. */
  readonly path: FilePath;
  /** Destination of a Markdown link from the draft's place. */
  readonly href: string;
  readonly kind: CodeRecordKind;
  /** `ADR-0012`, or null. */
  readonly label: string | null;
  readonly title: string;
  readonly status: RecordStatus;
  readonly statusText: string | null;
  /** For a retired record, labels or titles of what replaces it. Absent where it is in force. */
  readonly replacedBy?: readonly string[];
  /**
   * `changed`, `added`: the record itself is among the files. `scope`: it declares one of them as its scope. `cites`: one
   * of them cites it. `names`: it only names one.
   */
  readonly how: 'changed' | 'added' | 'scope' | 'cites' | 'names';
  /** Why it is linked to each of the files; empty where it is itself one of them. */
  readonly ties: readonly RecordTie[];
  /** Files that tie it, at most 5. */
  readonly files: readonly FilePath[];
  /** Where it is as told, and nowhere merged; absent where it is so here. */
  readonly on?: { readonly branch: string; readonly isHere: boolean };
}

export interface Risk {
  readonly code:
    | 'migration'
    | 'lock-file'
    | 'configuration'
    | 'secret'
    | 'authorisation'
    | 'public-api'
    | 'moved-api'
    | 'deletion'
    | 'large'
    | 'no-tests'
    | 'other-owners'
    | 'ci';
  /** At most 5, with the number of all. */
  readonly files: readonly FilePath[];
  readonly count: number;
  /** A word more for people: the owners, the number of lines. `''` where there is none. */
  readonly detail: string;
}

export interface PreviousHandoff {
  readonly href: string;
  readonly title: string;
  readonly instant: Instant;
}

/** What the note before left open, in its writer's words. */
export interface CarriedOver {
  readonly next: readonly string[];
  readonly waiting: readonly string[];
  /** Unanswered questions. */
  readonly questions: readonly string[];
}

export interface HandoffInput {
  readonly now: Instant;
  /** The writer's clock. */
  readonly zone: ZoneName;
  readonly from: Party;
  readonly to: Addressee;
  readonly activity: Activity;
  readonly records: readonly TouchedRecord[];
  readonly risks: readonly Risk[];
  readonly previous: PreviousHandoff | null;
  /** Absent where there is no note before. */
  readonly carried?: CarriedOver;
  /** Absent where no forge was asked, or none answered. */
  readonly forge?: readonly ForgeWork[];
  /** Sentences about what forges that were asked did not tell. */
  readonly forgeGaps?: readonly string[];
}
