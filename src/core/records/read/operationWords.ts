import { anyOf } from '../../text/wordList';

/** Subjects of operations, as alternatives of a pattern of whole words: a page about them says what to do. */
export const operationWords = anyOf(
  /incidents?|alerts?|outages?|roll(?:ing)? ?back|rollout|restor\w{1,4}|recover\w{0,4}|fail ?over|mitigat\w{1,4}/,
  /diagnos\w{1,4}|escalat\w{1,4}|deploy\w{0,5}|rotat\w{1,4}|störung|vorfall/,
);
