const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** Whether a link's destination is a URL (`https://…`, `mailto:…`) and no path. */
export function hasScheme(destination: string): boolean {
  return scheme.test(destination);
}
