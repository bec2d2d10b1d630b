import { anyOf, commaSet } from '../text/wordList';
import { isTechnical } from './ticketWords';

/** Words of subjects that stand for "more of it". */
const fillers = commaSet(
  'wip, tmp, temp, fix, fixes, fixup, update, updates, more, test, tests, save, checkpoint, cleanup, stuff, misc, change, changes, commit, done, todo, oops, wip2, again, typo, lint, format, review, changelog',
);

/**
 * Lines in lists of squashed commits that give no reason for the change. GitHub writes `Update a/b.ts` for a file that
 * was edited there.
 */
const trivial = new RegExp(
  String.raw`^(?:\*\s*)?(?:${anyOf(
    /format(?:ting)?|lint(?:ing)?|typos?|wip|squash(?:ed)?|(?:i )?(?:forgot|oops|whoops)\b.{0,100}|fix(?:es|up)?|clean ?up/,
    /refactor(?:ing|ed)?|nits?|more|updates?/,
    /fix(?:es|ed|ing)? (?:the )?(?:nits?|typos?|lint(?:ing|er)?|formatting|tests?|build|ci)/,
    /(?:update|create|delete) [\w./@-]{1,200}\.\w{1,10}/,
    // `Address review comments`, `Fix merge conflicts`, `Merge branch …`, `Run prettier`
    /(?:address|apply|incorporate)(?:e?s|e?d|ing)? (?:(?:pr|code|review|the|suggestions?|from) )*(?:comments?|feedback|review|suggestions?)/,
    /(?:resolv|fix)(?:e[sd]?|ing) (?:the )?(?:merge )?conflicts?\b.{0,100}|merge (?:branch|remote|pull).{0,200}/,
    /\[maven-release-plugin\].{0,200}/,
    /(?:(?:pr|code|review|cursor|copilot) )+(?:comments?|feedback|review|cr)|cr|rev/,
    /(?:run|apply) (?:prettier|eslint|black|gofmt|rustfmt|ruff|linter|formatter)|\.+/,
  )})\.?$`,
  'i',
);

/** `chore: ` and `fix(parser)!: ` say what kind of change it is, and not what it does. */
const kindPrefix = /^[a-z]{2,12}(?:\([^()]{0,60}\))?!?: {0,3}/i;

/** Marks that say no more than the kind or the ticket: `:bug: `, `#12`, `LED-42`. */
const marks =
  /:[a-z][a-z\d_+-]{1,30}:|(?<![\w/])(?:[\w.-]{1,60}\/[\w.-]{1,80})?#\d{1,7}\b|\b([A-Z][A-Z\d_]{1,9})-(\d{1,7})\b/g;

/** The first commit of a branch whose tests are written first; the commits after it say what the branch is for. */
const failingTest =
  /^(?:add|introduce|write|create|commit)(?:s|ed|d|ing)? (?:an? |the |some )?(?:failing|red) (?:\p{L}{1,20} )?(?:tests?|specs?)\b/iu;

/** Whether a commit is to become part of an earlier one. */
export function isSquashed(subject: string): boolean {
  return /^(?:fixup|squash|amend)!/i.test(subject);
}

/** Whether a line says no more than that there was a change. */
export function isTrivial(line: string): boolean {
  return trivial.test(line.trim());
}

/**
 * Whether a subject says what its commit is about. Not `.`, `WIP`, `fixup! …` or another word for "more of it", and not
 * "Add a failing test".
 */
export function isTelling(subject: string): boolean {
  const bare = subject.replace(kindPrefix, '');
  if (isSquashed(subject) || isTrivial(subject) || failingTest.test(bare)) return false;
  const withoutMarks = bare.replace(marks, (mark, key?: string, number = '') =>
    key !== undefined && isTechnical(key, number) ? mark : ' ',
  );
  const said = withoutMarks.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = said.filter((word) => !fillers.has(word.toLowerCase()));
  return words.join('').length > 3 || /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}/.test(subject);
}
