/** A test for many texts: whether each word of what a person typed occurs in them, in any letter case. */
export function wordsIn(typed: string): (parts: readonly (string | null)[]) => boolean {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (parts) => {
    if (words.length === 0) return true;
    const text = parts.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
