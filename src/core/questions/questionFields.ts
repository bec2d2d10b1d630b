import { CodeFence } from '../text/codeFence';
import { splitLines } from '../text/lineEnds';
import { anyOf } from '../text/wordList';

/** The parts of a question that only the asker can give. */
export type QuestionField =
  | 'goal'
  | 'expected'
  | 'actual'
  | 'tried'
  | 'urgency'
  | 'needed-by'
  | 'meanwhile'
  | 'default';

/** How much the answer matters; none is preselected. */
export const urgencies = ['it blocks me', 'it slows me down', 'it can wait'] as const;

/** The labels that people give the fields, before a colon or as a heading: English, then German, French and Spanish. */
const labels: Readonly<Record<QuestionField, string>> = {
  goal: anyOf(
    /goal|what (?:i|we) (?:want|am trying|are trying)\b.{0,40}|trying to/,
    /ziel|was ich (?:will|erreichen will|vorhabe)/,
    /objectif/,
    /objetivo/,
  ),
  expected: anyOf(
    /expect(?:ed|ation)?(?: (?:behaviou?r|result|outcome))?|what (?:i expected|should happen)/,
    /erwartet(?:es verhalten)?|erwartung|soll/,
    /attendu|(?:comportement|résultat) attendu/,
    /esperado|(?:comportamiento|resultado) esperado/,
  ),
  actual: anyOf(
    /actual(?: (?:behaviou?r|result|outcome))?|what happens(?: instead)?|symptoms?|observed/,
    /tatsächlich(?:es verhalten)?|was passiert|ist|symptome?|beobachtet/,
    /observé|(?:comportement|résultat) (?:observé|réel|obtenu)|ce qui se passe/,
    /observado|obtenido|lo que (?:pasa|ocurre)|(?:comportamiento|resultado) (?:actual|real|obtenido)/,
  ),
  tried: anyOf(
    /(?:what (?:i|we) )?(?:have )?tried(?: so far)?|attempts?/,
    /(?:bisher )?(?:versucht|probiert|ausprobiert)|versuche/,
    /essayé|(?:déjà )?tenté|essais/,
    /(?:lo que he )?(?:probado|intentado)|intentos/,
  ),
  urgency: anyOf(
    /urgency|blocking|priority/,
    /dringlichkeit|priorität|blockiert/,
    /urgence|priorité/,
    /urgencia|prioridad/,
  ),
  'needed-by': anyOf(
    /needed by|need(?:ed)? (?:an )?answer by|deadline|due/,
    /(?:benötigt|gebraucht|antwort|nötig) bis|bis wann|frist/,
    /(?:réponse )?(?:attendue?|nécessaire|requise) (?:avant|pour)(?: le)?|échéance|pour quand/,
    /(?:respuesta )?(?:necesari[oa]|necesito respuesta) (?:antes del?|para)(?: el)?|para cuándo|plazo/,
  ),
  meanwhile: anyOf(
    /meanwhile(?: (?:i|we))?(?: will)?/,
    /(?:in der zwischenzeit|inzwischen|bis dahin)(?: (?:werde )?ich)?/,
    /en attendant(?:,? je)?/,
    /mientras(?: tanto)?(?:,? yo)?/,
  ),
  default: anyOf(
    /default|(?:without|if no|if there is no) (?:an )?(?:answer|reply)(?:,? (?:i|we)(?:'ll| will)?)?|if nobody answers(?:,? (?:i|we)(?:'ll| will)?)?/,
    /ohne antwort(?: (?:werde|mache) ich)?|wenn (?:niemand|keiner) antwortet(?:,? (?:werde|mache) ich)?|sonst/,
    /sans réponse(?:,? je)?|par défaut/,
    /sin respuesta(?:,? (?:haré|voy a))?|por defecto/,
  ),
};

const names = Object.keys(labels) as readonly QuestionField[];
const label = anyOf(...names.map((name) => labels[name]));
const inLine = new RegExp(
  `^\\s{0,3}(?:(?:[-*+]|\\d{1,2}[.)])\\s+)?[*_]{0,2}(${label})[*_]{0,2}\\s?:[*_]{0,2}(.*)$`,
  'iu',
);
const inRow = new RegExp(`^\\s{0,3}\\|\\s*(?:\\*\\*|__)?(${label})\\s?:?(?:\\*\\*|__)?\\s*\\|([^|]*)`, 'iu');
const asHeading = new RegExp(`^\\s{0,3}#{1,6}\\s+(${label})[\\s:?#]*$`, 'i');
const item = /^\s*(?:[-*+]|\d{1,2}[.)])\s/;
const strong = /^\s*(?:[-*+]\s+)?(?:\*\*|__)/;
/** The line below an underlined title. */
const underline = /^={3,}\s*$/;
const heading = /^\s{0,3}#{1,6}\s+(\S.*)$/;

export interface NumberedLine {
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
}

export interface FieldText {
  /** Where it begins; counts from 1. */
  readonly line: number;
  readonly text: string;
}

export interface QuestionFields {
  /** The first heading that is no field, or null. */
  readonly title: FieldText | null;
  readonly fields: ReadonlyMap<QuestionField, FieldText>;
  /** Lines outside code. */
  readonly lines: readonly NumberedLine[];
}

const longestText = 100_000;
const longestLine = 2_000;

/** Reads the fields of a question. Code is no part of a field's text, but a field that has code is not empty. */
export function questionFields(text: string): QuestionFields {
  const fields = new Map<QuestionField, FieldText>();
  const lines: NumberedLine[] = [];
  let title: FieldText | null = null;
  let open: QuestionField | null = null;
  /** How far the line of the open field is indented. */
  let indented: number | null = null;
  const fence = new CodeFence();
  const add = (words: string) => {
    const field = open === null ? undefined : fields.get(open);
    if (open !== null && field)
      fields.set(open, { ...field, text: `${field.text} ${words}`.trim().slice(0, longestLine) });
  };
  for (const [at, whole] of splitLines(text.slice(0, longestText)).entries()) {
    const line = whole.slice(0, longestLine);
    const code = fence.take(line);
    if (code === 'start') add('(code)');
    if (code !== null) continue;
    lines.push({ number: at + 1, text: line });
    const [, name, value = ''] = inLine.exec(line) ?? inRow.exec(line) ?? asHeading.exec(line) ?? [];
    const indent = Math.max(0, line.search(/\S/));
    const isBelow = indented !== null && indent > indented + 1;
    if (item.test(line) && !isBelow) indented = null;
    // A setting that was tried, `  - Default: 30 s` below "Tried", is no field.
    if (name !== undefined && (!isBelow || strong.test(line))) {
      indented = indent;
      open = fieldNamed(name);
      if (open !== null && !fields.has(open)) fields.set(open, { line: at + 1, text: value.trim() });
      continue;
    }
    if (underline.test(line)) {
      title ??= titleAbove(lines);
      continue;
    }
    const words = heading.exec(line)?.[1];
    if (words !== undefined) open = indented = null;
    title ??= words === undefined ? null : { line: at + 1, text: words };
    if (words === undefined) add(line.trim());
  }
  return { title, fields, lines };
}

function titleAbove(lines: readonly NumberedLine[]): FieldText | null {
  const above = lines.at(-2);
  const words = above?.text.trim() ?? '';
  return above === undefined || words === '' || fieldNamed(words) !== null ? null : { line: above.number, text: words };
}

function fieldNamed(written: string): QuestionField | null {
  return names.find((name) => new RegExp(`^(?:${labels[name]})$`, 'i').test(written.trim())) ?? null;
}

/** A title without its drafted beginning up to the colon: `Question for Kenji: …`. */
export function questionIn(title: string): string {
  return title.replace(/^(?:Question|Frage|Pregunta)(?: (?:for|an|pour|para) [^:]{1,200})?(?::|$)/, '').trim();
}
