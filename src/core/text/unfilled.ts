import { anyOf, commaSet } from './wordList';

/** Placeholders of the templates of MADR, Nygard, Log4brains and the like, anywhere in a text. */
const forms = new RegExp(
  anyOf(
    // Dates: `YYYY-MM-DD`, `DD/MM`, `MM-DD`.
    /\b(?:yyyy|dd)[-/.]?mm\b|\bmm[-/.]dd\b/,
    // Numbers: `ADR-XXX`, `RFC NNNN`, `ADR-###`, `ADR-0000: Title`, `NNN-`.
    /\b(?:adr|rfc)[-\s]?(?:(?:x{1,4}|n{2,4}|0000 ?: ?title)\b|#+(?![\w#]))|\bn{3,4}\b[-.: ]|\bxxxx\b/,
    // Words: `[NUMBER]. [TITLE]`, `list everyone involved`, `short title of solved problem`.
    /\[?\bnumber\]?\. \[?title|\blist everyone\b|\bshort title\b/,
  ),
  'i',
);

/**
 * A text that is wholly in one pair of brackets: `{x}`, `[x]`, `<x>`, `${x}`, and `‹x›` of Meridian's drafts and
 * snippets.
 */
const wrapped =
  /^(?:\{[^{}]{1,500}\}|\[[^[\]]{1,500}\]|<[^<>]{1,500}>|\$\{[^{}]{1,200}\}|\u2039[^\u2039\u203a]{1,500}\u203a)$/s;

/** "None" in Korean, Japanese and Chinese. */
const noneOfEastAsia = '(?:해당 ?)?없음|(?:該当)?なし|[无無]';

/** How people say that there is nothing to say, in brackets too. */
const emptyWords = new RegExp(
  `^\\(?(?:${anyOf(
    /n[/.]?a|none|nil|null|no|unknown|not applicable|empty/,
    /tbd|tba|todo|to be (?:written|completed|filled in)|à (?:rédiger|compléter|définir)/,
    noneOfEastAsia,
    /-{1,3}|\u2013|\u2014|\?{1,3}|\.{3}|\u2026/,
  )})\\.?\\)?$`,
  'i',
);

const titlesOfForms = commaSet(`
  title, the title, your title, adr title, short title, decision title, insert title, title here, name,
  template, adr template, decision record template, rfc template, runbook template, adr, rfc, rfc proposal, proposal,
  decision record, architecture decision record, architectural decision record, design doc, design document, titel,
  titre, título, titolo, 标题, 標題, タイトル, 제목`);

/** Placeholder text of a template: `{short title}`, `[list everyone]`, `<name>`, `YYYY-MM-DD`. */
export function isUnfilled(text: string): boolean {
  const trimmed = withoutQuotes(text.trim());
  // `[text](target)` is a link and `[ADR-3]` may be one; brackets around the words of a sentence are a placeholder.
  if (wrapped.test(trimmed)) return !/^<?https?:|^\[[\w.#-]{1,30}\]$|^\[[ xX]\]$/.test(trimmed);
  return forms.test(trimmed);
}

function withoutQuotes(text: string): string {
  const isQuoted = quote.has(text.charAt(0)) || quote.has(text.charAt(text.length - 1));
  return isQuoted ? text.replace(/^["'`*_]{1,3}|["'`*_]{1,3}$/g, '') : text;
}

const quote: ReadonlySet<string> = new Set('"\'`*_');

/** The title of a template, without its number: `Title`, `Title of the Decision Record`. */
export function isTitleOfForm(text: string): boolean {
  const title = text.trim().toLowerCase();
  return titlesOfForms.has(title) || /^title of (?:the|this|your) .{1,30}$|^[a-z]{3,5} template$/.test(title);
}

/**
 * A sentence with a gap that was not filled in: `Good, because {positive consequence, e.g. speed}`, `We will ‹what›`.
 */
export function hasGap(text: string): boolean {
  // `…, because <reason>.`: a template ends a sentence like this.
  if (/\bbecause\s{1,3}[<[{][^<>[\]{}]{3,200}[>\]}]\W{0,3}$/i.test(text)) return true;
  // One word in these marks may be a quotation: ‹Foo›.
  if (/\u2039[^\s\u2039\u203a]{1,100}\s[^\u2039\u203a]{1,500}\u203a/.test(text)) return true;
  const inner = /\{([^{}]{8,500})\}/.exec(text)?.[1];
  return inner !== undefined && /\S\s\S/.test(inner) && !/[":=;]/.test(inner);
}

/** `N/A`, `none`, `(none)`, `-`: an explicit statement that there is nothing. */
export function isNothing(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || emptyWords.test(trimmed);
}

const nothingFirst = new RegExp(
  `^\\W{0,6}(?:${anyOf(
    /n\/?a|none|nil|nothing(?: (?:yet|so far|else))?|not applicable/,
    /keine?r?|aucune?|ningun[oa]|nenhum[a]?|nessun[oa]|geen|ingen|brak|нет/,
    noneOfEastAsia,
    '[\\u2013\\u2014-]',
  )})(?=\\s{0,3}(?:[(（、,;.:|/]|$|of\\b)|\\s{1,3}[\\u2013\\u2014-])`,
  'i',
);

/** `None (extends ADR-3)`, `N/A; builds on ADR-3`: an explicit "nothing", followed by something else. */
export function beginsWithNothing(text: string): boolean {
  return nothingFirst.test(text);
}

/** `TBD` counts as nothing where a name or number belongs; as a status it is a value. */
export function isUndecided(text: string): boolean {
  return /^(?:tbd|tba|todo|unknown)\.?$/i.test(text.trim());
}
