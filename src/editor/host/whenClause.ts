/** The value of a context key; undefined where it is not set. */
export type ContextValue = (key: string) => unknown;

/**
 * Whether a `when` clause of package.json holds. Knows the operators that Meridian's manifest uses: `&&` before `||`,
 * `!`, `==`, `!=`, `=~ /…/`, `in` and a bare key.
 * @throws Error for any other operator
 */
export function holds(clause: string, get: ContextValue): boolean {
  return clause.split('||').some((part) => part.split('&&').every((term) => holdsTerm(term.trim(), get)));
}

function holdsTerm(term: string, get: ContextValue): boolean {
  const compared = /^([\w.]+) (==|!=|=~|in) (.+)$/.exec(term);
  if (compared) {
    const [, key = '', operator, wanted = ''] = compared;
    const value = String(get(key) ?? '');
    if (operator === 'in') return Object.hasOwn(Object(get(wanted) ?? {}), value);
    if (operator === '=~') return new RegExp(wanted.replace(/^\/|\/$/g, '')).test(value);
    const plain = wanted.replace(/^'|'$/g, '');
    return operator === '==' ? value === plain : value !== plain;
  }
  if (!/^!?[\w.]+$/.test(term)) throw new Error(`a when clause that is not known: ${term}`);
  if (term === 'true' || term === 'false') return term === 'true';
  return term.startsWith('!') ? !get(term.slice(1)) : Boolean(get(term));
}
