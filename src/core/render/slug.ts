/** In UTF-16 units. Forges set no limit; a heading is rarely as long as this. */
const longestSlug = 500;

/**
 * The `id` of a heading or anchor: GitHub's slug of the text after the prefix `s-`, so that no name from a repository
 * can shadow a property of the page's `document`.
 */
export function slugId(text: string): string {
  return `s-${slugOfHeading(text)}`;
}

/** The slug that forges make of a heading; Sphinx makes nearly the same. */
export function slugOfHeading(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-')
    .slice(0, longestSlug);
}

/** Gives every heading its own id: the second `Context` becomes `context-1`. */
export class SlugIds {
  private readonly taken = new Set<string>();
  private readonly next = new Map<string, number>();

  unique(text: string): string {
    const base = slugId(text);
    let id = base;
    let count = this.next.get(base) ?? 0;
    while (this.taken.has(id)) {
      count += 1;
      id = `${base}-${count}`;
    }
    this.next.set(base, count);
    this.taken.add(id);
    return id;
  }
}
