import { type ForgeProblem, type ForgeProblemKind, forgeProblem, type Remedy } from '../core/forge/forgeResult';

interface Reason {
  /** A pattern of GitHub's words, since one kind of status or error covers many reasons. */
  readonly words: RegExp;
  readonly remedy: Remedy;
  /** Where the status is misleading: 410 for a tab that is turned off, 404 for a missing right. */
  readonly kind?: ForgeProblemKind;
}

/** Reasons for a refusal, and what helps; the first one whose words match is used. */
const reasons: readonly Reason[] = [
  { words: /\bSAML\b|single sign-on/i, remedy: 'sign-on', kind: 'forbidden' },
  { words: /\bOAuth App access restrictions\b/i, remedy: 'ask-for-approval', kind: 'forbidden' },
  { words: /\bIP allow list\b/i, remedy: 'check-network', kind: 'forbidden' },
  { words: /\brequired scopes?\b|\bscopes? to execute\b/i, remedy: 'sign-in', kind: 'forbidden' },
  { words: /\bsubmitted too quickly\b|\btry again later\b/i, remedy: 'try-later', kind: 'refused' },
  { words: /\bdraft pull requests? (?:is|are) not supported\b/i, remedy: 'create-ready', kind: 'refused' },
  {
    words: /\bno commits between\b|\bno history in common\b|\bhead (?:sha|ref|invalid)\b|\bGit repository is empty\b/i,
    remedy: 'push',
  },
  { words: /\bbase (?:sha|ref|invalid)\b/i, remedy: 'choose-base' },
  {
    words: /\b(?:issues|discussions|pull requests) (?:are|is|has been|have been) disabled\b/i,
    remedy: 'none',
    kind: 'refused',
  },
  { words: /\b(?:archived|read-only|locked)\b/i, remedy: 'none', kind: 'refused' },
  {
    words: /\b(?:title|body)\b.{0,60}\b(?:blank|missing\w*|too long|invalid|maximum|required)\b/i,
    remedy: 'mend-text',
  },
];

/** The problem of a refusal, with the remedy for its words; where they match none, the remedy of the kind. */
export function refusal(kind: ForgeProblemKind, detail: string, page: string | null): ForgeProblem {
  const reason =
    kind === 'server' || kind === 'signed-out' ? undefined : reasons.find(({ words }) => words.test(detail));
  return forgeProblem(reason?.kind ?? kind, { ...(reason && { remedy: reason.remedy }), detail, page });
}
