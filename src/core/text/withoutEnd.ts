/**
 * The text without the marks at its end. A pattern (`/[.:]+$/`) would take quadratic time for a run of marks that is
 * not at the end.
 */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
