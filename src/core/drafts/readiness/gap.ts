import { plainText, shorten } from '../../records/read/plainText';

/** `not-visible`: the note says that something is not pushed or committed. `unclear-due`: two people read it as two times. */
export type ReadinessCode =
  | 'no-addressee'
  | 'no-next'
  | 'no-owner'
  | 'no-due'
  | 'unclear-due'
  | 'no-state'
  | 'no-contingency'
  | 'no-blockers'
  | 'no-needed-by'
  | 'no-default'
  | 'prompt-left'
  | 'not-visible';

/** Something that the next person will miss. It is told, and keeps nobody from anything. */
export interface ReadinessGap {
  readonly code: ReadinessCode;
  /** Counts from 1. */
  readonly line: number;
  /** The words that it is about, plain, at most 80 characters; `''` where there are none. */
  readonly detail: string;
}

export function gap(code: ReadinessCode, line: number, about: string): ReadinessGap {
  return { code, line, detail: shorten(plainText(about), 80) };
}
