import type { Party, Risk, TouchedRecord } from '../drafts/handoffInput';
import type { FilePath } from '../ports';
import type { Instant, ZoneName } from '../time/zone';
import type { BranchFacts } from './branchFacts';
import type { Closing } from './closings';
import type { Overtaken } from './overtaken';

/**
 * What the branch has to do with a record. `added`, `changed`: it edits the record. `implements`: a changed file cites it,
 * and it is proposed or accepted. `cites`: a changed file cites it. `scope`: the record declares a changed file as its
 * scope. `names`: the record only names a changed file, or is near it.
 */
export type RecordRelation = 'added' | 'changed' | 'implements' | 'cites' | 'scope' | 'names';

/** A record that the branch touches, with what it decides. */
export interface LinkedRecord extends Omit<TouchedRecord, 'how'> {
  readonly how: RecordRelation;
  /** What it decides, in one sentence, or null. */
  readonly decision: string | null;
  /** Whether a commit of the branch names it. */
  readonly named: boolean;
  /** The status that it had before the branch; absent where the branch does not change it. */
  readonly was?: Pick<TouchedRecord, 'status' | 'statusText'>;
}

/** A command that a reviewer could run to test the change, as the repository writes it; it was not run. */
export interface TestCommand {
  readonly command: string;
  /** The file that has it. */
  readonly source: FilePath;
}

/** An owner, by CODEOWNERS, of some of the changed files. */
export interface Reviewer {
  /** As CODEOWNERS writes it: `@login`, `@organisation/team` or an address. */
  readonly owner: string;
  /** Who that is by the team file, or null. */
  readonly person: Party | null;
  /** How many changed files they own. */
  readonly files: number;
}

/** Everything that a pull request's description is written from. Pure data, so that golden files can fix it. */
export interface PullRequestInput {
  readonly now: Instant;
  /** The writer's clock. */
  readonly zone: ZoneName;
  readonly change: Pick<
    BranchFacts,
    'branch' | 'base' | 'buildsOn' | 'builtOnTip' | 'commits' | 'truncated' | 'files' | 'limits' | 'takesBack'
  > & {
    /** What of the commits still holds at the branch's end. The description is written from it. */
    readonly lasting: Overtaken;
  };
  /** `LED-42` or `#12`, or null. */
  readonly ticket: string | null;
  /** Other tickets that footers refer to (`Refs: LED-50`), and that nothing closes. */
  readonly refs: readonly string[];
  /** What the author's own commits say that they close. */
  readonly closings: readonly Closing[];
  readonly records: readonly LinkedRecord[];
  readonly risks: readonly Risk[];
  readonly commands: readonly TestCommand[];
  /** The one who owns most first. */
  readonly reviewers: readonly Reviewer[];
}
