import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { FrontMatterEntry, InnerEntry } from './frontMatterEntry';
import { limits } from './limits';

/** The entries of the top level, or null where the lines are not valid YAML (docs/security.md#r31). */
export function parseYaml(lines: readonly string[]): FrontMatterEntry[] | null {
  return (
    parseItems(lines)?.flatMap(({ key, value }) => {
      if (!isScalar(key)) return [];
      const inner = innerEntries(value);
      const comment = isScalar(value) ? value.comment?.split('\n', 1)[0]?.trim() : undefined;
      return [
        {
          key: String(key.value),
          values: textsOf(value, 0),
          ...(inner.length > 0 && { inner }),
          ...(comment && { comment }),
        },
      ];
    }) ?? null
  );
}

const typeKey = /^(?:type|rel|relation|relationship|kind)$/i;
/** Keys under which a relation names its target record. */
export const targetKey = /^(?:targets?|to|ref|reference|id|adr|record|decision|path|file|href|url|link)$/i;

function innerEntries(value: unknown): readonly InnerEntry[] {
  if (isMap(value)) return keysOf(value);
  if (!isSeq(value)) return [];
  return value.items.slice(0, limits.frontMatterItems).flatMap((item) => {
    const keys = isMap(item) ? keysOf(item) : [];
    const type = keys.find(({ key }) => typeKey.test(key))?.values[0];
    const target = keys.find(({ key }) => targetKey.test(key));
    // Each item a map with one key: `- superseded-by: ADR-9`.
    return type === undefined || target === undefined ? keys : [{ key: type, values: target.values }];
  });
}

function keysOf(map: YAMLMap): readonly InnerEntry[] {
  return map.items.slice(0, limits.frontMatterItems).flatMap(({ key, value }) => {
    return isScalar(key) ? [{ key: String(key.value), values: textsOf(value, 1) }] : [];
  });
}

/** The keys of the top level, or null where it is not valid YAML. */
export function parseItems(lines: readonly string[]): readonly Pair<unknown, unknown>[] | null {
  if (isTooDeep(lines)) return null;
  try {
    // The failsafe schema knows no numbers, dates or custom types, and aliases are not followed: nothing can grow.
    const document = parseDocument(lines.join('\n'), {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      stringKeys: false,
    });
    if (document.errors.length > 0) return null;
    if (document.contents === null) return [];
    return isMap(document.contents) ? document.contents.items.slice(0, limits.frontMatterKeys) : null;
  } catch {
    // The parser recurses; nesting that passed the depth check and overflows the stack counts as not valid.
    return null;
  }
}

/** Scalars of a value in order. Keys of nested maps are left out, except keys without a value. */
function textsOf(node: unknown, depth: number): string[] {
  if (depth > limits.frontMatterDepth || isAlias(node)) return [];
  if (isScalar(node)) return node.value === null || node.value === '' ? [] : [String(node.value)];
  if (isSeq(node)) return node.items.slice(0, limits.frontMatterItems).flatMap((item) => textsOf(item, depth + 1));
  if (!isMap(node)) return [];
  // For a person with a role the name is the value.
  const named = node.items.find(({ key, value }) => isScalar(key) && key.value === 'name' && isScalar(value));
  if (named) return textsOf(named.value, depth + 1);
  return node.items.slice(0, limits.frontMatterItems).flatMap(({ key, value }) => {
    const inner = textsOf(value, depth + 1);
    return inner.length > 0 ? inner : textsOf(key, depth + 1);
  });
}

/** Whether brackets or list marks nest deeper than in any record; indentation is bounded by the length of a line. */
function isTooDeep(lines: readonly string[]): boolean {
  let depth = 0;
  for (const line of lines) {
    if (line.length > limits.lineLength || /^\s*(?:[-?]\s+){8}/.test(line)) return true;
    if (/^\s{200}/.test(line)) return true;
    for (const char of line) {
      if (char === '[' || char === '{') depth++;
      else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
      if (depth > limits.frontMatterDepth) return true;
    }
  }
  return false;
}

export function isYaml(lines: readonly string[]): boolean {
  return parseItems(lines) !== null;
}
