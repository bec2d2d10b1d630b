/**
 * The text without the marks that it ends with. As a pattern (`/[.:]+$/`) the time would grow with the square of a run
 * of marks that something else follows.
 */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
