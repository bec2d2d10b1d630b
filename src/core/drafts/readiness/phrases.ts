import { isNothing, isUnfilled } from '../../text/unfilled';
import { readTimePhrase } from '../../time/timePhrase';
import { itemStates, withoutPrompts } from '../prompts';

/** How people say what a handoff asks for. Each takes text without prompts, and in doubt accepts it. */

/** The text without prompts and without the words that a draft puts between them: `''` where nothing was typed. */
export function typedPart(text: string): string {
  const typed = withoutPrompts(text).replace(/\s+/g, ' ').trim();
  return /^(?:[\s,;.:|]|due\b|if\b|then\b|run\b|not run\b|made or needed\b)*$/i.test(typed) ? '' : typed;
}

/** What people type where they will write something later. */
const stopgap =
  /^\W{0,3}(?:tbd|tba|to-?do|fixme|x{2,10}|\?{1,10}|to be (?:done|written|filled in)|folgt|noch offen|à compléter|por completar)\W{0,3}$/i;

/** As `typedPart`, but `''` for `TBD` and the like, which tell a reader nothing. For checks: a redraft keeps them. */
export function saidPart(text: string): string {
  const typed = typedPart(text);
  return typed.length < 60 && (stopgap.test(typed) || isUnfilled(typed)) ? '' : typed;
}

/** "none", "nothing", "nobody", "n/a", a dash. */
export function saysNothing(text: string): boolean {
  const words = text.replace(/[*_`]/g, '').trim();
  return isNothing(words) || /^(?:none|nothing|nobody|no one|not blocked|no questions?|no blockers?)\b/i.test(words);
}

/** Whether a text has a time in any form, or says that there is none. */
export function hasTime(text: string): boolean {
  if (/\b(?:no (?:due|deadline|hurry|rush)|not urgent|whenever|any ?time)\b/i.test(text)) return true;
  return [...text.matchAll(/(?<![\w-])[\w+]/g)].slice(0, 300).some(({ index }) => {
    const phrase = readTimePhrase(text, index);
    return phrase !== null && (phrase.day !== null || phrase.time !== null);
  });
}

/** Whether a text names someone: a person of the note, "you", a mention, a name between commas or before a colon. */
export function hasOwner(text: string, people: readonly string[]): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (people.some((name) => name !== '' && words.includes(name.toLowerCase()))) return true;
  if (/(?<![\w@])@[\w-]|\b(?:owner|assignee|assigned|you|me|we|us|I|I'll|anyone|anybody|whoever)\b/.test(text))
    return true;
  if (/^\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30}){0,2}(?::| to )/u.test(text)) return true;
  return text.split(/[,;(]/).slice(1, 20).some(isName);
}

function isName(part: string): boolean {
  return /^\s*\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30}){0,2}[\s).]*$/u.test(part) && !hasTime(part.trim());
}

/** `on track`, `needs watching` or `blocked`; null where the text has none of them, or several. */
export function stateOf(text: string): (typeof itemStates)[number] | null {
  const words = text.toLowerCase();
  const found = itemStates.filter((state) => words.includes(state));
  // All of them are the choice itself, copied.
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether a text says what to do in a case that may come. */
export function hasContingency(text: string): boolean {
  return /\b(?:if|when|unless|otherwise|fall ?back|roll ?back)\b\s*\S/i.test(text);
}

/** Whether a text says what happens without an answer. */
export function hasDefault(text: string): boolean {
  return /\b(?:if|otherwise|else|default|without (?:an )?(?:answer|reply)|unless|I will|I'll|we will|we'll)\b/i.test(
    text,
  );
}
