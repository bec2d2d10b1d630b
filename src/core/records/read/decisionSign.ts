import { stemOf } from '../../names/spelling';
import { dateOfName } from '../../text/dates';
import type { Section, SourceDocument } from '../../text/document';
import { textOf } from '../../text/line';
import { plainText } from '../../text/plainText';
import { anyOf, startsWith } from '../../text/wordList';
import { fieldsNamed } from './field';
import type { Findings } from './findings';
import { sectionNames } from './sectionNames';

/** Stems of words for deciding, by language, and what else only a text that decides or weighs says. */
const deciding = new RegExp(
  anyOf(
    /deci[ds]|déci[ds]|decís|entscheid|entschied|beschließ|beschlo|besluit|beslot|beslut|päät|decyz|rozhod/,
    /решен|решил|karar|決定|决定|决策|결정/,
    /\bcho(?:se|sen|ice)\b|\binstead of\b|\brather than\b|\balternativ|\btrade-?offs?\b|\bADRs?[-_ #]?\d/,
    /\bwe (?:will|shall|use|choose|adopt|keep|do not|don't|prefer|want|need|are going to)\b/,
    /\bwir (?:verwenden|nutzen|setzen|werden|wollen)\b|\bnous (?:utilisons|allons|avons)\b/,
  ),
  'i',
);
/** The beginning of a title that says what is to be done. */
const imperative = startsWith(`
  use, using, adopt, prefer, replace, switch, move, keep, drop, choose, avoid, introduce, store, record, migrate, split,
  allow, remove, require, do not, don't, no, stop, add, enable, disable, make, build, write, separate, merge, limit, support,
  deprecate, never, always, why, how we, nutze, verwende, utiliser, usar`);
/** The most lines that are searched for a sign: a text about something else may be long. */
const mostTexts = 600;

/**
 * Whether an unnumbered document of a folder of decisions has any sign of being one. The folder's name alone may stand for
 * something else: ADR is a depositary receipt, too, and a product has decisions of its own. A number in the title is a
 * sign that the caller looks for.
 */
export function hasDecisionSign(document: SourceDocument, { title, fields, stated }: Findings): boolean {
  if (stated.status !== 'none' || dateOfName(stemOf(document.path)) !== null) return true;
  const isWeighing = ({ name }: Section) => sectionNames.decision.has(name) || sectionNames.weighing.has(name);
  if (document.sections.some(isWeighing)) return true;
  const ofHead = ['date', 'decided', 'created', 'deciders', 'authors', 'supersedes', 'supersededBy'] as const;
  const isOfHead = fieldsNamed(fields, ...ofHead).some(({ zone }) => zone !== 'body');
  const heading = plainText((title ?? document.sections[0])?.heading.text ?? '');
  if (isOfHead || imperative.test(heading) || document.conflict) return true;
  return document.lines.slice(0, mostTexts).some((line) => deciding.test(textOf(line) ?? ''));
}
