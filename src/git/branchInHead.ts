/**
 * The branch that the text of a `HEAD` file names. Null where it names a commit, and where references are in a table
 * (`reftable`): there the file says `.invalid`.
 */
export function branchInHead(text: string): string | null {
  const branch = /^ref: refs\/heads\/(.+)$/.exec(text)?.[1];
  return branch === undefined || branch === '.invalid' ? null : branch;
}
