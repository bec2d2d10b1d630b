import type { SourceDocument } from '../../text/document';
import type { FrontMatterEntry } from '../../text/frontMatterEntry';
import { recordLimits } from '../recordLimits';
import type { Field } from './field';
import { type FieldName, fieldNamed, fieldOfKey } from './fieldNames';

/** Longer ones are refused by `compileGlob` anyway (docs/security.md#r34). */
const maxGlob = 300;
/** ``except `src/vendor/**` ``, by itself or behind a glob. */
const exception =
  /^(?:(`[^`]+`) )?\(?(?:(?:and|but) )?(?:not (?:in |for )?|except(?:ing)? (?:for |in )?|exclud(?:es|ing) |without |other than |apart from |außer |ausser |ohne |sauf |excepto |salvo )(`[^`]+`)\)?$/i;
/** Which globs below each label are a scope. `Files:` may list what was changed, so that only a pattern counts there. */
const meantAsScope: Partial<Record<FieldName, (glob: string) => boolean>> = {
  scope: () => true,
  appliesTo: isSurePath,
  paths: (glob) => glob.includes('*'),
};

/** Globs that the record says it governs, as written: those of its front matter, then those of its head. */
export function scopeGlobs(document: SourceDocument, fields: readonly Field[]): readonly string[] {
  return [...new Set([...frontScope(document), ...labelledScope(fields), ...listedScope(document)])].slice(
    0,
    recordLimits.scope,
  );
}

/** Whether a key of front matter, or a label in the head, says what the record governs. */
export function isScopeField(name: FieldName | null): boolean {
  return name === 'scope' || name === 'paths' || name === 'appliesTo';
}

/** The globs of the front matter, exclusions first. Prose under `scope` is none. */
export function frontScope({ frontMatter }: SourceDocument): readonly string[] {
  const left: string[] = [];
  const globs = frontMatter.entries.flatMap((entry) => {
    const name = fieldOfKey(entry.key);
    if (name === 'leftOut') left.push(...entry.values);
    if (!isScopeField(name)) return [];
    const without = leftOutBy(entry);
    left.push(...without);
    const values = entry.values.filter((value) => !without.includes(value));
    return values.flatMap(splitList).filter((item) => isGlob(item, name !== 'scope'));
  });
  if (globs.length === 0) return [];
  return [...new Set([...exclusions(left), ...globs])].slice(0, recordLimits.scope);
}

/** The globs below the `exclude` of a scope that has keys of its own. */
function leftOutBy({ inner = [] }: FrontMatterEntry): readonly string[] {
  return inner.filter(({ key }) => fieldOfKey(key) === 'leftOut').flatMap(({ values }) => values);
}

function exclusions(values: readonly string[]): readonly string[] {
  const globs = values.flatMap(splitList).filter((item) => isGlob(item, true));
  return globs.map((glob) => (glob.startsWith('!') ? glob : `!${glob}`));
}

/**
 * The globs of lines in the head (`- Scope:` and paths or globs), with the exclusions of another line. Only what is
 * marked as code or has a star is a glob there.
 */
function labelledScope(fields: readonly Field[]): readonly string[] {
  const inHead = fields.filter(({ zone }) => zone === 'head');
  const globsOf = ({ values }: Field) => values.flatMap(splitAtCommas).flatMap(markedGlobs);
  const globs = inHead.flatMap((field) => {
    const meant = meantAsScope[field.name];
    return meant ? globsOf(field).filter((glob) => isGlob(glob, false) && meant(glob)) : [];
  });
  if (globs.length === 0) return [];
  return [...exclusions(inHead.filter(({ name }) => name === 'leftOut').flatMap(globsOf)), ...globs];
}

/** The globs of a `## Scope` or `## Applies to` that is only a list of them, and the exclusions of `## Out of scope`. */
function listedScope({ sections, lines }: SourceDocument): readonly string[] {
  const listed = (isMeant: (name: FieldName | null) => boolean) =>
    sections.flatMap(({ name, start, end }) => {
      const items = isMeant(fieldNamed(name)) ? lines.slice(start, end).filter(({ kind }) => kind !== 'blank') : [];
      const globs = items.map((line) => (line.kind === 'item' ? splitAtCommas(line.text).flatMap(markedGlobs) : []));
      return globs.every((of) => of.length > 0 && of.every(isSurePath)) ? globs.flat() : [];
    });
  const globs = listed((name) => name === 'scope' || name === 'appliesTo');
  return globs.length === 0 ? [] : [...exclusions(listed((name) => name === 'leftOut')), ...globs];
}

/** A wildcard, a folder with its slash, a file below a folder: `Applies to:` is as often an address or a package. */
function isSurePath(glob: string): boolean {
  if (glob.startsWith('/')) return false;
  return glob.includes('*') || glob.endsWith('/') || (glob.includes('/') && /\.\w{1,8}$/.test(glob));
}

/** `` `src/pay/**` except `src/pay/vendor/**` `` is a glob and what is left out of it. */
function markedGlobs(item: string): readonly string[] {
  const [, glob, without] = exception.exec(item) ?? [];
  if (without !== undefined) return [...(glob ? [unmarked(glob)] : []), `!${unmarked(without)}`];
  return /^`[^`]+`$/.test(item) || (item.includes('*') && !item.includes('`')) ? [unmarked(item)] : [];
}

function unmarked(item: string): string {
  return item.replaceAll('`', '');
}

/** Splits at commas and line feeds, but not at the commas of `{a,b}`. */
function splitList(value: string): string[] {
  return splitAtCommas(value)
    .map((part) => part.replace(/^["'`]|["'`]$/g, ''))
    .filter(Boolean);
}

function splitAtCommas(value: string): string[] {
  const items: string[] = [];
  let item = '';
  let depth = 0;
  for (const char of value) {
    if (char === '{') depth++;
    else if (char === '}') depth = Math.max(0, depth - 1);
    if ((char === ',' && depth === 0) || char === '\n') {
      items.push(item);
      item = '';
    } else item += char;
  }
  return [...items, item].map((part) => part.trim()).filter(Boolean);
}

/** `scope: platform teams` is prose, `scope: src/ledger` is not; under `paths` and the like every word is meant as a path. */
function isGlob(text: string, isPathKey: boolean): boolean {
  if (text.length > maxGlob || /[\s<>"|:]/.test(text) || /^https?:/.test(text)) return false;
  return /[/*]|\.\w{1,8}$/.test(text) || isPathKey;
}
