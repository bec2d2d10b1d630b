import type { FilePath } from '../ports';
import type { RuleCode, Sentence } from './sentences';

/** How much a finding weighs, heaviest first. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A place in a text. Lines and columns count from 1, in UTF-16 units; the end is not part of it. */
export interface Span {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Replaces a span of a file; every other character of the file stays. */
export interface Edit extends Span {
  readonly file: FilePath;
  readonly text: string;
}

/** A way to mend what was found, in the file with the finding. */
export interface Fix {
  /** Said in the imperative. */
  readonly title: Sentence;
  readonly edits: readonly Edit[];
}

/** What a rule says of one place. */
export interface Found {
  readonly span: Span;
  readonly sentence: Sentence;
  readonly fix?: Fix;
  /** What the finding is known by while lines move: the text or the record that it is about. */
  readonly about: string;
  /** Where it weighs less or more than the rule's other findings. */
  readonly severity?: Severity;
}

/** What `Found` becomes with its rule and file. */
export interface Finding extends Found {
  readonly code: RuleCode;
  readonly file: FilePath;
  readonly severity: Severity;
}
