import { ask, type Prompt } from '../../drafts/prompts';
import { type FieldName, relationNames } from '../read/fieldNames';
import type { NewKind, RecordFacts } from './recordFacts';

/** What is known of a new record, whatever its form will be. */
export interface NextRecord {
  readonly kind: NewKind;
  readonly facts: RecordFacts;
  /** The title with the series and number that stand before titles there. */
  readonly heading: string;
  /** Null where records there have none. */
  readonly number: number | null;
  /** The word for a decision that is not made yet, where such a word stands now. */
  status(written: string): string;
}

export const dateNames: ReadonlySet<FieldName> = new Set(['date', 'created', 'decided', 'modified']);
/** Who decides, or who keeps it; an author is neither. */
export const decidingNames: ReadonlySet<FieldName> = new Set(['deciders', 'owners']);
/** Fields about supersession: a new record states none yet. */
export const retiringNames: ReadonlySet<FieldName> = new Set([...relationNames, 'superseded']);

/** A line for the people whose place is not known in a form, in its words: a runbook is owned, and not decided. */
export function peopleLine({ people }: RecordFacts, kind: NewKind): string {
  return `${kind === 'runbook' ? 'Owner' : 'Decision-makers'}: ${people.join(', ')}`;
}

/** The options for a form without a section about them. */
export function optionLines({ options }: RecordFacts): string[] {
  return options.length === 0 ? [] : ['Options:', '', ...options.map((option) => `* ${option}`)];
}

/** What replaces a value of the head: text, or a prompt where nothing is known. */
export function newValue(name: FieldName, value: string, { facts, status, number }: NextRecord): string | Prompt {
  if (name === 'status' || name === 'stage') return status(value);
  if (dateNames.has(name)) return facts.today;
  if (name === 'title') return facts.title;
  if (name === 'id' && number !== null) return value.replace(/\d+/, (old) => String(number).padStart(old.length, '0'));
  if (decidingNames.has(name) && facts.people.length > 0) return facts.people.join(', ');
  if (name === 'deadline') return facts.deadline ?? ask('until when, with the zone');
  if (name === 'deciders') return ask('who decides');
  if (name === 'tags') return ask('tags');
  return name === 'owners' || name === 'authors' ? ask('who') : ask('…');
}
