import { commaList } from '../../text/wordList';

/** A cheap test before `subjectBefore`. */
const mayBeSubject = /\s(?:is|are|was|were|ha[sd]|have|being|been|gets?|got|bec[ao]mes?)(?:\s|$)/i;

/** The subject of a phrase with "is" or "was"; generic words (`ownSubject`) mean the record itself. */
const subjectBefore =
  /([^.;:!?()\u2014\u2013\n]{1,80}?)\s(?:is|are|was|were|has been|have been|had been|been|being|got|gets|becomes|became)(?: (?:now|since|fully|partially|partly|in part|formally|later|then|entirely|largely|mostly|also|both)){0,2}$/i;
const ownWords = commaList(`
  this, it, that, these, the, our, its, current, original, previous, present, above, whole, entire, full, document, adr,
  record, decision, proposal, rfc, status, note, update, important, warning, deprecated, accepted, approved, implemented,
  proposed, draft, final, active, and, but, now, has, since, later, which, file, page, version, part, parts, section,
  sections, portions?, aspects?, some, all, most, of, in`);
const ownSubject = new RegExp(String.raw`^[^\p{L}\p{N}]*(?:(?:${ownWords.join('|')})\b[^\p{L}\p{N}]*)*$`, 'iu');

/** What an arrow leads from: `the format → superseded by ADR-9`. */
const pointed = /([^.;:()→]{1,80})\s(?:→|-{1,2}>|=>)\s?$/;

/** The subject of a phrase with an auxiliary verb, where it is something else than this record. */
export function otherSubject(before: string): string | null {
  const led = pointed.exec(before)?.[1]?.trim();
  if (led !== undefined) return ownSubject.test(led) ? null : led;
  if (!mayBeSubject.test(before)) return null;
  const subject = subjectBefore.exec(before.trimEnd())?.[1]?.trim();
  // `Supersedes ADR-3 and is superseded by ADR-9`: both have the same subject.
  const isShared = subject !== undefined && /^\W{0,4}(?:supersedes|replaces|obsoletes|amends|extends)\s/i.test(subject);
  return subject === undefined || isShared || ownSubject.test(subject) ? null : subject;
}
