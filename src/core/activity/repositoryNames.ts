/**
 * Names of repositories by which each is told from the others: the folder's, with as many of the folders above it as two
 * of one name need (`acme/ledger`, `web/ledger`).
 * @param roots absolute, in the operating system's form
 */
export function repositoryNames(roots: readonly string[]): readonly string[] {
  const paths = roots.map((root) => root.split(/[\\/]+/).filter((part) => part !== ''));
  const tail = (path: readonly string[], length: number) => path.slice(-length).join('/');
  return paths.map((path, at) => {
    const isShared = (length: number) =>
      paths.some((other, place) => place !== at && tail(other, length) === tail(path, length));
    let length = 1;
    while (length < path.length && isShared(length)) length++;
    return tail(path, length);
  });
}

/**
 * Which of the repositories here a note means that was written elsewhere, where other folders may be above them and other
 * repositories beside them; -1 where it may be several, or none.
 * @param names as `repositoryNames` gives them
 */
export function placeOfName(name: string, names: readonly string[]): number {
  const exact = names.indexOf(name);
  const own = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const alike = names.flatMap((other, at) => (own(other) === own(name) ? [at] : []));
  const [only = -1] = alike.length === 1 ? alike : [];
  return exact >= 0 ? exact : only;
}
