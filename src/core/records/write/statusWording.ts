import { leadingStatus } from '../read/statusWords';
import type { DocRecord } from '../record';

/** The status that a command can give a record. */
export type Verdict = 'accepted' | 'rejected' | 'deprecated' | 'superseded';

/** One language's words: for each verdict those that mean just that, the usual one first. */
interface Vocabulary {
  readonly words: Readonly<Record<Verdict, readonly string[]>>;
  /** Before the record that takes the place of this one. */
  readonly by: readonly string[];
  readonly partlyBy: string;
  /** Before the record whose place this one takes. */
  readonly of: string;
  readonly partlyOf: string;
  readonly proposed: readonly string[];
}

/**
 * Only words that mean just the verdict: a team that writes "implemented" for what it has accepted does not mean that a
 * decision was carried out on the day that it was made.
 */
const english: Vocabulary = {
  words: {
    accepted: ['accepted', 'approved', 'adopted', 'agreed', 'ratified', 'decided'],
    rejected: ['rejected', 'declined'],
    deprecated: ['deprecated', 'obsolete', 'retired'],
    superseded: ['superseded', 'superceded', 'replaced', 'obsoleted'],
  },
  by: ['superseded by', 'superceded by', 'replaced by', 'obsoleted by'],
  partlyBy: 'partially superseded by',
  of: 'supersedes',
  partlyOf: 'partially supersedes',
  proposed: ['proposed', 'draft', 'pending'],
};

const others: readonly Vocabulary[] = [
  {
    words: {
      accepted: ['angenommen', 'akzeptiert', 'genehmigt', 'beschlossen', 'entschieden'],
      rejected: ['abgelehnt', 'verworfen'],
      deprecated: ['veraltet', 'überholt'],
      superseded: ['ersetzt', 'abgelöst'],
    },
    by: ['ersetzt durch', 'abgelöst durch'],
    partlyBy: 'teilweise ersetzt durch',
    of: 'supersedes',
    partlyOf: 'partially supersedes',
    proposed: ['vorgeschlagen', 'entwurf', 'offen'],
  },
  {
    words: {
      accepted: ['accepté', 'acceptée', 'adopté', 'adoptée', 'approuvé', 'approuvée', 'validé', 'validée'],
      rejected: ['rejeté', 'rejetée', 'refusé', 'refusée'],
      deprecated: ['obsolète', 'déprécié', 'dépréciée'],
      superseded: ['remplacé', 'remplacée'],
    },
    by: ['remplacé par', 'remplacée par'],
    partlyBy: 'partiellement remplacé par',
    of: 'remplace',
    partlyOf: 'partially supersedes',
    proposed: ['proposé', 'proposée', 'brouillon'],
  },
  {
    words: {
      accepted: ['aceptado', 'aceptada', 'aprobado', 'aprobada'],
      rejected: ['rechazado', 'rechazada'],
      deprecated: ['obsoleto', 'obsoleta', 'deprecado'],
      superseded: ['reemplazado', 'reemplazada', 'sustituido', 'sustituida'],
    },
    by: ['reemplazado por', 'reemplazada por', 'sustituido por', 'sustituida por'],
    partlyBy: 'parcialmente reemplazado por',
    of: 'reemplaza',
    partlyOf: 'partially supersedes',
    proposed: ['propuesto', 'propuesta', 'borrador'],
  },
];

type LetterCase = 'lower' | 'title' | 'upper';

/** The words in which a repository writes what became of its records. */
export interface StatusWording {
  word(verdict: Verdict): string;
  /** What stands before the other record: `Superseded by`. */
  readonly by: string;
  readonly of: string;
  readonly partlyBy: string;
  readonly partlyOf: string;
}

/**
 * The wording of a record's repository: its language and letter case as in the record itself, else as most of the others
 * have it; of several words for one thing the one that is most in use.
 * @param others the repository's records, those nearest to the record first
 */
export function wordingFor(record: Pick<DocRecord, 'statusText'>, others: readonly DocRecord[]): StatusWording {
  const texts = others.flatMap(({ statusText }) => statusText ?? []);
  const vocabulary = languageOf(record.statusText === null ? texts : [record.statusText, ...texts]);
  const letterCase = caseOf(record.statusText) ?? mostUsed(texts.map(caseOf)) ?? 'title';
  const house = (words: readonly string[]): string => {
    const lower = texts.map((text) => text.toLowerCase());
    const counted = words.map((word) => lower.filter((text) => beginsWith(text, word)).length);
    return words[counted.indexOf(Math.max(...counted))] ?? words[0] ?? '';
  };
  const cased = (word: string): string => inCase(word, letterCase);
  return {
    word: (verdict) => cased(house(vocabulary.words[verdict])),
    by: cased(house(vocabulary.by)),
    of: cased(vocabulary.of),
    partlyBy: cased(vocabulary.partlyBy),
    partlyOf: cased(vocabulary.partlyOf),
  };
}

/**
 * The word for a decision that is not made yet: the one that most such records there have, else the language's, in the
 * letter case of what stands in its place.
 */
export function undecidedWord(written: string, others: readonly Pick<DocRecord, 'status' | 'statusText'>[]): string {
  const texts = others.flatMap(({ statusText }) => statusText ?? []);
  const counts = new Map<string, number>();
  for (const { status, statusText } of others) {
    const isWord = (status === 'proposed' || status === 'draft') && /^[^\d()[\]{}<>:;,|]{2,24}$/.test(statusText ?? '');
    if (isWord && statusText !== null) counts.set(statusText, (counts.get(statusText) ?? 0) + 1);
  }
  const [used] = [...counts].sort((a, b) => b[1] - a[1]);
  const word = used?.[0] ?? languageOf([written, ...texts]).proposed[0] ?? 'proposed';
  const letters = /\p{L}+/u.exec(written)?.[0] ?? '';
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return inCase(word, 'upper');
  return inCase(used ? word : word.toLowerCase(), /^\p{Lu}/u.test(letters) ? 'title' : 'lower');
}

/** The language of the first text that begins with a known word; English where none does. */
function languageOf(texts: readonly string[]): Vocabulary {
  for (const text of texts) {
    const lower = text.toLowerCase();
    const found = [english, ...others].find(({ words, proposed }) =>
      [...Object.values(words).flat(), ...proposed].some((word) => beginsWith(lower, word)),
    );
    if (found) return found;
  }
  return english;
}

function beginsWith(text: string, word: string): boolean {
  return text.startsWith(word) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length));
}

/** The letter case of the word that states the status; null for scripts that have no case. */
function caseOf(text: string | null): LetterCase | null {
  const word = /^\p{L}{2,40}/u.exec(text ?? '')?.[0];
  if (word === undefined || leadingStatus(text ?? '') === null || word.toLowerCase() === word.toUpperCase())
    return null;
  if (word === word.toUpperCase()) return 'upper';
  return word === word.toLowerCase() ? 'lower' : 'title';
}

function mostUsed(cases: readonly (LetterCase | null)[]): LetterCase | null {
  const counts = new Map<LetterCase, number>();
  for (const one of cases) if (one !== null) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function inCase(word: string, letterCase: LetterCase): string {
  if (letterCase === 'upper') return word.toUpperCase();
  return letterCase === 'lower' ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
