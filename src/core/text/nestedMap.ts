import { isMap, isScalar } from 'yaml';
import { readFrontMatter } from './frontMatter';
import { parseItems } from './frontMatterYaml';
import { limits } from './limits';

/**
 * A map of maps under a key, which `readFrontMatter` flattens to a list: the `tips:` of a handoff, by repository, then
 * branch. Empty where there is none, or where the front matter is not valid YAML.
 */
export function readNestedMap(
  source: readonly string[],
  key: string,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const { lines } = readFrontMatter(source);
  const inner = lines > 0 ? source.slice(1, lines - 1) : [];
  const entry = parseItems(inner)?.find((item) => isScalar(item.key) && item.key.value === key);
  const outer = entry && isMap(entry.value) ? entry.value.items.slice(0, limits.frontMatterItems) : [];
  return new Map(
    outer.flatMap(({ key: name, value }) => {
      if (!isScalar(name) || !isMap(value)) return [];
      const texts = value.items.slice(0, limits.frontMatterItems).flatMap(({ key: innerKey, value: text }) => {
        return isScalar(innerKey) && isScalar(text) ? [[String(innerKey.value), String(text.value)] as const] : [];
      });
      return [[String(name.value), new Map(texts)] as const];
    }),
  );
}
