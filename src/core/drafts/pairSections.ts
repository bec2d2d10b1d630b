import type { IsDrafted, Section } from './sections';

/** Boxes of a handoff that a person fills; nothing in them but prompts is drafted. */
export const boxKeys: ReadonlySet<string> = new Set([
  'next',
  'blocked or waiting',
  'time-critical',
  'questions for you',
]);

/**
 * Which section of the fresh draft each section of the document is: the one of the same heading, else, where its own
 * heading was typed, the one whose drafted lines it holds, else the box that is missing at its place.
 */
export function pairSections(
  was: readonly Section[],
  now: readonly Section[],
  isDrafted: IsDrafted,
): Map<Section, Section> {
  const free = new Map<string, Section[]>();
  for (const section of now) free.set(section.key, [...(free.get(section.key) ?? []), section]);
  const pairs = new Map<Section, Section>();
  const pair = (section: Section, key: string | undefined) => {
    const partner = key === undefined ? undefined : free.get(key)?.shift();
    if (partner) pairs.set(section, partner);
  };
  for (const section of was) pair(section, section.key);
  const renamed = was.filter((section) => !pairs.has(section) && isTypedHeading(section, isDrafted));
  for (const section of renamed) pair(section, mostDrafted(section, keysOf(free), isDrafted));
  const before = new Map(was.map((section, at) => [section, was[at - 1]]));
  for (const section of renamed) {
    const above = before.get(section);
    const partner = above && pairs.get(above);
    const missing = partner && now[now.indexOf(partner) + 1]?.key;
    if (!pairs.has(section) && missing !== undefined && boxKeys.has(missing)) pair(section, missing);
  }
  return pairs;
}

/** Of sections that have more than a heading: an empty one would not be known again the next time. */
function keysOf(free: ReadonlyMap<string, readonly Section[]>): string[] {
  return [...free].flatMap(([key, [section]]) => (section && section.lines.length > 1 ? [key] : []));
}

function isTypedHeading({ key, lines }: Section, isDrafted: IsDrafted): boolean {
  const [heading] = lines;
  return heading !== undefined && !isDrafted(key, heading.text);
}

/** The key for which most of the section's lines were drafted, if there is any. */
function mostDrafted({ lines }: Section, keys: readonly string[], isDrafted: IsDrafted): string | undefined {
  const counts = keys.map((key) => ({ key, count: lines.filter(({ text }) => isDrafted(key, text)).length }));
  const [best] = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return best?.key;
}
