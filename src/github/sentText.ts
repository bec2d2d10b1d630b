/**
 * Text as GitHub can take it: a NUL ends it there, and half of a surrogate pair is no JSON to its parser. Everybody who
 * reads sees the same as before.
 */
export function sentText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
