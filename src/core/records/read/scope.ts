import type { SourceDocument } from '../../text/document';
import { limits } from '../../text/limits';
import { fieldOfKey } from './fieldNames';

/** Longer ones are refused by `compileGlob` anyway (docs/security.md#r34). */
const maxGlob = 300;

/** Globs that the front matter says the record governs, as written. Prose under `scope` is not one. */
export function scopeGlobs({ frontMatter }: SourceDocument): readonly string[] {
  const globs = frontMatter.entries.flatMap(({ key, values }) => {
    const name = fieldOfKey(key);
    if (name !== 'scope' && name !== 'paths') return [];
    return values.flatMap(splitList).filter((item) => isGlob(item, name === 'paths'));
  });
  return [...new Set(globs)].slice(0, limits.scope);
}

/** At commas and lines, but not at the commas of `{a,b}`. */
function splitList(value: string): string[] {
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
  return [...items, item].map((part) => part.trim().replace(/^["'`]|["'`]$/g, '')).filter(Boolean);
}

/**
 * `scope: platform teams` is prose, `scope: src/ledger` is not; under `paths` and the like every word is meant as a
 * path.
 */
function isGlob(text: string, isPathKey: boolean): boolean {
  if (text.length > maxGlob || /[\s<>"|:]/.test(text) || /^https?:/.test(text)) return false;
  return /[/*]|\.\w{1,8}$/.test(text) || isPathKey;
}
