import type { Gap } from '../gap';

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

export type ReadinessGap = Gap<ReadinessCode>;
