import { anyOf, wordSet } from '../../text/wordList';
import { proposalSeries } from '../proposalSeries';
import { isModelNoun, isTemplateNoun, templateNameWords } from '../templateWords';

/** What a file or folder name says by its shape alone. `name` is always without extension. */

const seriesWords: ReadonlySet<string> = new Set([
  ...'adr adrs madr ad dr pdr ddr tdr edr decision decisions record records'.split(' '),
  ...'rfc rfcs rfd prd kep tep otep proposal enhancement issue no'.split(' '),
  ...proposalSeries,
]);

const indexWords = wordSet(
  'readme index toc summary contents sidebar navbar nav changelog changes license licence backlog todo',
);

/** Beside decisions and proposals these are about the folder; elsewhere they can be a document of their own. */
const prefaceWords = wordSet(`
  overview introduction intro about home glossary faq process workflow guidelines instructions conventions history
  security support owners maintainers contributing contribute guide guideline agents claude gemini copilot`);

/** Words that a template's name is made of besides the word itself. */
const templateWords = wordSet(`
  adr adrs madr rfc rfcs kep tep nnnn xxxx decision decisions record records architecture
  architectural proposal enhancement runbook playbook handoff handover default basic general simple short long full
  minimal bare new example blank nygard`);

/** The words of a name in order, as written. Any letter or digit of any script counts. */
export function partsOfName(name: string): string[] {
  return name.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The number or date that a name begins with, after the words of its series at most: `AD0007`, `ODH-ADR-XAI-0001-x`,
 * or one word for an area between series and number (`ADR-Operator-0001-x`). As written, or null.
 */
export function leadingNumber(name: string): string | null {
  const words = partsOfName(name).slice(0, 5);
  for (const [at, word] of words.entries()) {
    const parts = /^(\p{L}{0,12})(\d+)\p{L}?$/u.exec(word);
    if (parts?.[2] !== undefined) return isSeries(parts[1] ?? '') ? parts[2] : null;
    const isArea = seriesWords.has(words[at - 1]?.toLowerCase() ?? '') && /^\d{3,}$/.test(words[at + 1] ?? '');
    if (!isSeries(word) && !isArea) return null;
  }
  return null;
}

function isSeries(word: string): boolean {
  return seriesWords.has(word.toLowerCase()) || word === word.toUpperCase();
}

/** `adr_some-title_20230225`, as one tool writes it: the series first, the date last. */
function isDatedAtTheEnd(words: readonly string[]): boolean {
  return words[0] === 'adr' && /^20\d{6}$/.test(words.at(-1) ?? '');
}

/** A decision whose number is still to come: `ADRx-choose-a-queue`, `adr-draft-storage`, `ADR-XXX-storage`. */
function isUnnumberedDraft([first, second]: readonly string[]): boolean {
  return first === 'adrx' || (first === 'adr' && /^(?:draft|wip|tbd|x{1,4}|n{1,4})$/.test(second ?? ''));
}

/** The name begins with a number, a date or a series and a number (or what holds its place). */
export function isNumbered(name: string): boolean {
  const words = partsOfName(name.toLowerCase());
  return leadingNumber(name) !== null || isDatedAtTheEnd(words) || isUnnumberedDraft(words);
}

/**
 * A name that is a decision's in any folder: `adr-011-x`, `ADR003-x`, `TEAM-ADR-X-0001-x`, `20260125-ADR-slug`. One or two
 * digits before the series order chapters, one of which may be about decisions (`03_ADR_overview`).
 */
export function isDecisionName(name: string): boolean {
  const words = partsOfName(name).slice(0, 5);
  // `ARD019` among `ADR018` and `ADR020`: a typing error.
  const series = words.findIndex((word) => /^m?adrs?(?:\d*|x)$/i.test(word) || /^ARDS?\d{2,}$/i.test(word));
  if (series < 0 || (series > 0 && /^\d{1,2}$/.test(words[0] ?? ''))) return false;
  if (!words.slice(0, series).every((word) => isSeries(word) || /^\d+$/.test(word))) return false;
  return isNumbered(name) && !isRange(words);
}

/** Two padded numbers of one width are the ends of a range, and the document is about many records; a year is not padded. */
function isRange(words: readonly string[]): boolean {
  return words.some((word, at) => {
    const next = words[at + 1] ?? '';
    return /^\d{3,5}$/.test(word) && /^0\d{2,4}$/.test(next) && next.length === word.length && next > word;
  });
}

/** `rfc-012-x` or `RFC-0012`; four digits without a leading zero are a standard of the IETF. */
export function isRfcName(name: string): boolean {
  return /^rfc[-_ ]?(?:0\d*|\d{1,3})(?!\d)/i.test(name) && leadingNumber(name) !== null && !isRange(partsOfName(name));
}

/** `APE12`, `SLEP-007-x`: as improvement proposals are named, whatever their series; so are tickets and requirements. */
export function isProposalName(name: string): boolean {
  return /^[A-Z]{2,6}[-_ ]?\d{1,5}(?:[-_ ][\p{L}]|$)/u.test(name) && !/^RFC/.test(name);
}

/** `cap-0021`, `cap-0046-03`: a series in small letters and a padded number, and no more; its head has to say the same. */
export function isSeriesName(name: string): boolean {
  return /^[a-z]{3,5}-\d{4}(?:-\d\d)?$/.test(name);
}

/** A copy of one of the IETF's documents: `rfc8621`. */
export function isIetfName(name: string): boolean {
  return /^rfc[-_ ]?[1-9]\d{3,4}$/i.test(name);
}

/** One word of several humps, as alerts are named: `KubePodCrashLooping`, `SSPDown`, `etcdNoLeader`. */
export function isAlertName(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9]{5,}$/.test(name)) return false;
  const humps = (name.match(/[A-Z]/g) ?? []).length;
  return humps >= 2 && /[a-z]/.test(name) && /^(?:[A-Z]|[a-z]{2,6}[A-Z])/.test(name);
}

/** A page that is about a folder and not one of its records: `README`, `_index`, `000-index`, `README.fr`, `adr-log`. */
export function isIndexName(name: string): boolean {
  const words = partsOfName(name.toLowerCase());
  const [first, second] = words.filter((word) => !seriesWords.has(word) && !/^0+$/.test(word));
  if (first === undefined) return words.length > 0 && leadingNumber(name) === null;
  if (indexWords.has(first)) return second === undefined || second.length === 2;
  return second === undefined && words[0] !== first && ['log', 'list', 'overview'].includes(first);
}

export function isPrefaceName(name: string): boolean {
  const all = partsOfName(name.toLowerCase());
  const words = all.filter((word) => !seriesWords.has(word));
  if (words.length === 1) return prefaceWords.has(words[0] ?? '');
  // `how-to-write-an-adr`
  return /^how-?to-(?:write|create|make|propose|add|use)-(?:an?-)?(?:new-)?(?:m?adrs?|rfcs?|decisions?|decision-records?|proposals?)$|^how-we-(?:decide|make-decisions|(?:write|use)-(?:m?adrs|rfcs))$/.test(
    all.join('-'),
  );
}

/** What merge tools, editors, file managers and cloud drives append to the name of a copy that they leave behind. */
const leftover = new RegExp(
  anyOf(
    /[._](?:base|local|remote|backup|orig)[._]\d{1,8}$/,
    /\.(?:bak|orig|old|backup|tmp|swp|rej|mine|theirs|r\d{1,8})$|~$/,
    /\s-?\s?\(?(?:copy|kopie|copie|copia|cópia|kopi)(?:\s\(?\d{1,3}\)?)?\)?$/,
    // The side of a merge that git keeps beside the file, by its revision.
    /~(?:head|[0-9a-f]{7,40}(?: \([^()]{1,80}\))?|[\w.-]{1,40})$/,
    // What a file manager puts before the name of a copy.
    /^(?:copy (?:\(\d{1,3}\) )?of|kopie von|copie de|copia de|cópia de|kopia av|kopi af|kopi av)\s(?=\S)/,
    /\s\(\d{1,3}\)$|\([^()]{0,80}conflicted copy[^()]{0,80}\)$|[._-]sync-conflict-\d{8}-\d{6}(?:-\w{1,20})?$/,
  ),
  'i',
);

/** A second copy of a file beside it: `0012-pg_BASE_1234`, `0012-pg (1)`, `0012-pg.bak`. */
export function isLeftoverName(name: string): boolean {
  return leftover.test(name);
}

/** The name without the marks of a copy; any other name as it is. */
export function withoutLeftover(name: string): string {
  return name.replace(leftover, '').trimEnd();
}

/**
 * A form to copy: `template`, `0000-template`, `adr-template`, `ADRTemplate`, `_template_v2`, `_YYYY-MM-DD-title`. A
 * name with a number of its own is a record even with the word in it (`0012-use-template-engine`), unless nothing else
 * is there.
 */
export function isTemplateName(name: string): boolean {
  const lower = name.toLowerCase();
  if (/^(?:adr|rfc|kep|tep)?[-_ ]?(?:n{3,4}|x{3,4})$|^_?y{4}[-_]?m{2}[-_]?d{2}(?!\p{L})/u.test(lower)) return true;
  const rest = templateNameWords(lower)?.filter((word) => !/^\d+$/.test(word));
  if (rest === undefined) return false;
  const number = leadingNumber(name);
  const isNumberedForm = number !== null && !/^0+$/.test(number);
  if (isNumberedForm) return rest.every((word) => isTemplateWord(word) && !isModelNoun(word));
  const isMarked = lower.startsWith('_') || number !== null;
  if (isMarked && rest.some(isTemplateNoun)) return true;
  return (rest.length <= 3 && isTemplateNoun(rest.at(-1) ?? '')) || rest.every(isTemplateWord);
}

function isTemplateWord(word: string): boolean {
  return isTemplateNoun(word) || isModelNoun(word) || templateWords.has(word) || /^v\d+$/.test(word);
}
