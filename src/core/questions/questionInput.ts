import type { Addressee, Party, TouchedRecord } from '../drafts/handoffInput';
import type { CodePermalink, LineSpan } from '../permalinks/codePermalink';
import type { FilePath } from '../ports';
import type { MaskedSecret } from '../secrets/maskSecrets';
import type { Instant, ZoneName } from '../time/zone';

/** Everything that a question is drafted from. Pure data, so that golden files can fix it. */

/** The last commit to some lines, with its author. */
export interface LastTouch {
  readonly name: string;
  readonly address: string;
  /** A whole hash. */
  readonly commit: string;
  readonly subject: string;
  /** When the change was written. */
  readonly instant: Instant;
  /** How many of the lines are theirs. */
  readonly lines: number;
}

/** A problem that the editor shows in the selected lines. */
export interface CodeProblem {
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** `ts`, `eslint no-shadow`; `''` where the tool names none. */
  readonly source: string;
}

export interface QuestionCode {
  /** Relative to the workspace folder. */
  readonly path: FilePath;
  readonly lines: LineSpan;
  /** The selected text, secrets masked. */
  readonly text: string;
  /** The editor's name of the language. */
  readonly language: string;
  /** `Ledger.post`, outermost first, or null. */
  readonly symbol: string | null;
  /** Null where git could not be asked. */
  readonly permalink: CodePermalink | null;
  readonly problems: readonly CodeProblem[];
  readonly masked: readonly MaskedSecret[];
  readonly people: readonly LastTouch[];
  /** Shown lines that differ from HEAD, of which `people` says nothing; rising. */
  readonly uncommitted: readonly number[];
  /** How many of the selected lines follow and are not shown. */
  readonly cut: number;
}

/** One who can be asked, and why. */
export interface Askable {
  readonly party: Party;
  readonly reason: 'owner' | 'last-change';
}

/** Where to ask. */
export interface AskPlaces {
  readonly people: readonly Askable[];
  /** Owners that the team file does not know, as CODEOWNERS writes them. */
  readonly otherOwners: readonly string[];
  readonly channels: readonly { readonly name: string; readonly purpose: string | null; readonly url: string | null }[];
}

/** A document of this repository that may answer it. */
export interface PossibleAnswer {
  readonly title: string;
  /** Destination of a Markdown link from the draft's place. */
  readonly href: string;
  /** The line that fits best, plain. */
  readonly passage: string;
  readonly line: number;
}

export interface QuestionInput {
  readonly now: Instant;
  /** The asker's clock. */
  readonly zone: ZoneName;
  readonly from: Party;
  readonly to: Addressee;
  /** What the asker wants to achieve, in their own words; null where they have not said it yet. */
  readonly goal: string | null;
  /** Null for a question about no code. */
  readonly code: QuestionCode | null;
  readonly branch: string | null;
  /** HEAD, a whole hash, or null. */
  readonly commit: string | null;
  /** What runs: `node` `20.11.1`. */
  readonly versions: readonly { readonly name: string; readonly version: string }[];
  readonly records: readonly TouchedRecord[];
  readonly places: AskPlaces;
  readonly answers: readonly PossibleAnswer[];
}
