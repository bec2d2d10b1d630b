import { stemOf } from '../../names/spelling';
import { dateOfName } from '../../text/dates';
import type { Section, SourceDocument } from '../../text/document';
import { textOf } from '../../text/line';
import { plainText } from '../../text/plainText';
import { fieldsNamed } from './field';
import type { Findings } from './findings';
import { sectionNames } from './sectionNames';

/** Stems of words for deciding. */
const deciding =
  /deci[ds]|d\u00e9ci[ds]|dec\u00eds|entscheid|entschied|beschlie\u00df|beschlo|besluit|beslot|beslut|p\u00e4\u00e4t|decyz|rozhod|\u0440\u0435\u0448\u0435\u043d|\u0440\u0435\u0448\u0438\u043b|karar|\u6c7a\u5b9a|\u51b3\u5b9a|\u51b3\u7b56|\uacb0\uc815|\bcho(?:se|sen|ice)\b|\binstead of\b|\brather than\b|\balternativ|\btrade-?offs?\b|\bADRs?[-_ #]?\d|\bwe (?:will|shall|use|choose|adopt|keep|do not|don't|prefer|want|need|are going to)\b|\bwir (?:verwenden|nutzen|setzen|werden|wollen)\b|\bnous (?:utilisons|allons|avons)\b/i;
/** The beginning of a title that says what is to be done. */
const imperative =
  /^(?:use|using|adopt|prefer|replace|switch|move|keep|drop|choose|avoid|introduce|store|record|migrate|split|allow|remove|require|do not|don't|no|stop|add|enable|disable|make|build|write|separate|merge|limit|support|deprecate|never|always|why|how we|nutze|verwende|utiliser|usar)\b/i;
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
