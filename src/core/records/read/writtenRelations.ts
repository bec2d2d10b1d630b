import { datedNumber } from '../../names/spelling';
import type { FilePath } from '../../ports';
import type { Section, SourceDocument } from '../../text/document';
import { type Line, textOf } from '../../text/line';
import { plainText } from '../../text/plainText';
import type { WrittenRelation } from '../record';
import { recordLimits } from '../recordLimits';
import { type Field, fieldsNamed } from './field';
import { namedRecord } from './fileName';
import type { StatedStatus } from './status';
import { isChoice, leadingStatus } from './statusWords';
import { type FoundRelation, relationsIn, supersessionIn, supersessionWithoutBy, targetsOf } from './supersession';

export interface WrittenRelations {
  readonly supersedes: readonly WrittenRelation[];
  readonly supersededBy: readonly WrittenRelation[];
}

/** A line that begins with the phrase, as an entry of a list of links does; in a wrapped sentence the subject is above. */
const phraseFirst =
  /^\W{0,12}(?:(?:note|important|warning|deprecated|update|status)\W{1,4})?(?:(?:in part|partially|partly) )?(?:supers|superc|replaced by|obsolete|invalidated|deprecated (?:by|in favou?r))/i;
/** A line about this record: "This decision has been superseded by". */
const aboutThis =
  /^\W{0,12}(?:(?:note|important|warning|deprecated|update|status)\W{1,4})?(?:parts? of )?this (?:adr|record|decision|document|proposal|rfc|rfd|[a-z]ep)\b.{0,60}?(?:supers|superc|replaced by|obsolete|deprecated (?:by|in favou?r))/i;
/** The most lines with such words that are parsed. */
const maxLines = 500;
const quick = /supers|superc|replaced|obsolet|invalidated|favou?r of|overruled/i;

/**
 * Supersessions that the file itself states: in fields of that name, in its status, in its title, and in sentences about
 * itself. "Old files are superseded by this ADR" names no record and is none; nor is "amends" or "updates".
 */
export function writtenRelations(
  document: SourceDocument,
  title: Section | null,
  fields: readonly Field[],
  stated: StatedStatus,
): WrittenRelations {
  const by = new RelationList(false);
  const of = new RelationList(true);
  const found = [
    ...inFields(document, fields),
    ...inStatus(document, fields),
    // `# ADR 3: Cookies (superseded by ADR 9)`; a title that only has the words is about something else.
    ...relationsIn(title?.heading.text ?? '', document.definitions).filter(({ naming }) => naming !== 'words'),
    ...aboutItself(document, title),
  ];
  for (const relation of found) (relation.direction === 'by' ? by : of).add(relation);
  if (by.isEmpty && isRetired(stated)) for (const relation of successorInText(document, stated)) by.add(relation);
  return { supersedes: of.all, supersededBy: by.all };
}

type Directed = WrittenRelation & Pick<FoundRelation, 'direction'>;

/** Fields that are only about what took the place of what. */
const relationFields = [
  { name: 'supersedes', direction: 'of', partial: false },
  { name: 'supersededBy', direction: 'by', partial: false },
  { name: 'supersedesInPart', direction: 'of', partial: true },
  { name: 'supersededByInPart', direction: 'by', partial: true },
] as const;

/** `supersedes: [4, 9]`, `| Superseded by | [x](y) |`, `Superseded: 2019-12-19 by ADR 12`. */
function inFields({ definitions }: SourceDocument, fields: readonly Field[]): readonly Directed[] {
  const named = relationFields.flatMap(({ name, direction, partial }) =>
    fieldsNamed(fields, name)
      .flatMap(({ values }) =>
        values.flatMap((value, at) =>
          at > 0 && staying.test(value)
            ? []
            : targetsOf(value, definitions).filter((target) => at === 0 || !isRest(target)),
        ),
      )
      .map((target) => ({ ...target, direction, partial: partial || target.partial })),
  );
  const labelled = fieldsNamed(fields, 'superseded').filter(({ zone }) => zone !== 'body');
  return [...named, ...labelled.flatMap(({ values }) => supersessionIn(values[0] ?? '', definitions))];
}

/** The rest of a wrapped sentence that says what stays: `Decisions #1 and #2 are unaffected`. */
const staying = /\b(?:unaffected|unchanged|untouched|(?:still|remains?) (?:holds?|valid|in force|stands?))\b/i;

/** Whether words go on with the line before: as the rest of a wrapped sentence they name no record. */
function isRest({ text, href }: WrittenRelation): boolean {
  return href === null && /^\p{Ll}[^\d]*$/u.test(text);
}

/**
 * `Status: Superseded by ADR 9`; not `accepted | superseded by NNNN`, of which a template offers one. A label in the
 * middle of the text is about anything, so there only a record counts.
 */
function inStatus({ definitions }: SourceDocument, fields: readonly Field[]): readonly FoundRelation[] {
  return fieldsNamed(fields, 'status').flatMap(({ values, zone }) => {
    const found = values.flatMap((value, at) => {
      if (isChoice(value)) return [];
      const relations = relationsIn(withRest(value, values[at + 1]), definitions);
      return relations.length > 0 ? relations : supersessionWithoutBy(value, definitions);
    });
    return found.filter(({ naming, subject }) => subject === null && (zone !== 'body' || naming === 'record'));
  });
}

function aboutItself(document: SourceDocument, title: Section | null): FoundRelation[] {
  const firstSection = document.sections.find((section) => section !== title)?.start ?? document.lines.length;
  const all: FoundRelation[] = [];
  let looked = 0;
  for (const [index, line] of document.lines.entries()) {
    if ((line.kind !== 'text' && line.kind !== 'item') || !quick.test(line.text)) continue;
    if (++looked > maxLines) break;
    const plain = plainText(line.text, document.definitions);
    if (isChoice(plain)) continue;
    const isWrapped = line.kind === 'text' && isProse(document.lines[index - 1]);
    const isAbout = aboutThis.test(plain) || (!isWrapped && phraseFirst.test(plain));
    if (!isAbout && index >= firstSection) continue;
    for (const relation of relationsOf(document.lines, index, document)) {
      const { naming, direction, subject } = relation;
      const isOwn = isAbout || (direction === 'by' && (subject === null || isNamed(subject, document.path)));
      if (naming === 'record' && isOwn) all.push(relation);
    }
  }
  return all;
}

/** `ADR 7 was superseded by ...` in the file numbered 7. */
function isNamed(subject: string, path: FilePath): boolean {
  const { id } = namedRecord(path);
  const number = /(?<![\p{L}\d])(?:[A-Z]{2,12}|[Dd]ecision|[Rr]ecord)?[-_ #]{0,2}(\d{1,6})$/u.exec(subject)?.[1];
  return id !== null && number !== undefined && Number(number) === Number(id);
}

function isProse(line: Line | undefined): boolean {
  return line?.kind === 'text' || line?.kind === 'item';
}

/** The end of a line that breaks off before it says which part it means: `Supersedes ADR-3 for`. */
const openEnd = /(?<!\p{L})(?:for|in|as to|except|only|parts? of|amendments? to)[*_`]{0,3}$/iu;
/** The beginning of a line that says which part the line above means. */
const openStart = /^[*_`(]{0,3}(?:§|(?:sections?|parts?|for|only|in part|partly|partially|except)(?!\p{L})|['’]s\s)/iu;

/** The relations of a line; read with the next where a sentence is wrapped before its target or before the part meant. */
function relationsOf(lines: readonly Line[], index: number, { definitions }: SourceDocument): readonly FoundRelation[] {
  const line = lines[index];
  const text = (line && textOf(line)) ?? '';
  const found = relationsIn(text, definitions);
  const next = lines[index + 1];
  if (next?.kind !== 'text') return found;
  const isNamed = found.some(({ naming }) => naming === 'record');
  return relationsIn(isNamed ? withRest(text, next.text) : `${text} ${next.text}`, definitions);
}

/** A line, with the next where that says which part of a record the line means. */
function withRest(text: string, next: string | undefined): string {
  const isOpen = next !== undefined && (openEnd.test(text.trimEnd()) || openStart.test(next));
  return isOpen ? `${text} ${next}` : text;
}

function isRetired({ status, text }: StatedStatus): boolean {
  return status === 'superseded' || status === 'deprecated' || leadingStatus(text ?? '')?.status === 'superseded';
}

/** A status without a target: the first place in the text that names a successor. */
function successorInText(document: SourceDocument, { text }: StatedStatus): FoundRelation[] {
  const partial = leadingStatus(text ?? '')?.partial ?? false;
  let looked = 0;
  for (const [index, line] of document.lines.entries()) {
    const words = textOf(line);
    if (words === null || !quick.test(words)) continue;
    if (++looked > maxLines) break;
    const found = relationsOf(document.lines, index, document).filter(
      ({ direction, naming }) => direction === 'by' && naming === 'record',
    );
    if (found.length > 0) return found.map((relation) => ({ ...relation, partial: partial || relation.partial }));
  }
  return [];
}

/** Each target once, however often and in whatever spelling it is named. */
class RelationList {
  private readonly relations = new Map<string, WrittenRelation>();

  /** @param isOfOlder whether these are the records that this one supersedes */
  constructor(private readonly isOfOlder: boolean) {}

  get isEmpty(): boolean {
    return this.relations.size === 0;
  }

  get all(): readonly WrittenRelation[] {
    return [...this.relations.values()];
  }

  add({ text, href, partial }: WrittenRelation): void {
    const key = keyOf(text, href);
    const known = this.relations.get(key);
    // Said once in full and once in part: the older record stays in force.
    if (known && partial && this.isOfOlder) this.relations.set(key, { ...known, partial });
    if (known || this.relations.size >= recordLimits.relations) return;
    this.relations.set(key, { text: text.slice(0, recordLimits.titleLength), href, partial });
  }
}

const numberInText = new RegExp(String.raw`(?<!\d)(?:${datedNumber}|\d{1,6})(?!\d)`);

function keyOf(text: string, href: string | null): string {
  const name = href?.split('#', 1)[0]?.split('/').at(-1) ?? '';
  const digits = numberInText.exec(/\d/.test(text) ? text : name)?.[0];
  if (href !== null && /^https?:/i.test(href)) return href.toLowerCase();
  return digits === undefined ? (name || text).toLowerCase() : digits.includes('-') ? digits : String(Number(digits));
}
