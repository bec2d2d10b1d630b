/**
 * Runs something while functions of the editor are others, and gives the editor its own back, whatever comes of it.
 * @param namespace the part of the editor's interface that they are in, such as `vscode.window`
 * @param functions by their names there
 */
export async function withEditor<N extends object, T>(
  namespace: N,
  functions: Readonly<Partial<Record<keyof N, unknown>>>,
  work: () => T | PromiseLike<T>,
): Promise<T> {
  const names = Object.keys(functions) as (keyof N)[];
  const own = Object.fromEntries(names.map((name) => [name, namespace[name]]));
  Object.assign(namespace, functions);
  try {
    return await work();
  } finally {
    Object.assign(namespace, own);
  }
}
