import type { FilePath } from '../ports';
import type { RuleCode, Sentence } from './sentences';

/** The severities of findings, most severe first. */
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

/** Edits that resolve a finding, in the file with the finding. */
export interface Fix {
  /** In the imperative. */
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
  /** Where it differs from that of the rule's other findings. */
  readonly severity?: Severity;
}

/** A `Found` with its rule, file and severity. */
export interface Finding extends Found {
  readonly code: RuleCode;
  readonly file: FilePath;
  readonly severity: Severity;
}
