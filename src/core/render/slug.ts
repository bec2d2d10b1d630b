/** Forges have no limit of their own; a heading of a page is rarely so long. */
const longestSlug = 500;

/**
 * The `id` of a heading or anchor, as GitHub would make it from the same text, behind `s-`: no name of a repository
 * may shadow a property of the page's `document`.
 */
export function slugId(text: string): string {
  return `s-${slugOfHeading(text)}`;
}

/** As forges make it of a heading, and Sphinx nearly so. */
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
