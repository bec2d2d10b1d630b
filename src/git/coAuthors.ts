/** For `log`: the values of a commit's `Co-authored-by` trailers, each on one line. */
export const coAuthorsPlaceholder = '%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x0A)';

/** A message that somebody made to be slow names more. */
const mostCoAuthors = 50;

/** What the placeholder printed, as written: git maps authors and no trailers. What names no address is no person. */
export function parseCoAuthors(text: string): readonly { readonly name: string; readonly address: string }[] {
  return text.split('\n', mostCoAuthors).flatMap((line) => {
    const match = /^([^<>]{1,200})<([^<>\s]{1,200})>\s*$/.exec(line.slice(0, 500));
    return match ? [{ name: (match[1] ?? '').trim(), address: match[2] ?? '' }] : [];
  });
}
