/** What the editor knows when it reads a `when` clause; what is missing is undefined. */
export type WhenContext = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Whether a clause of package.json holds. Knows what our manifest uses: `&&` before `||`, `!`, `==`, `!=`, `=~ /…/` and a
 * bare key. @throws Error for anything else
 */
export function holds(clause: string, context: WhenContext): boolean {
  return clause.split('||').some((part) => part.split('&&').every((term) => holdsTerm(term.trim(), context)));
}

function holdsTerm(term: string, context: WhenContext): boolean {
  const compared = /^([\w.]+) (==|!=|=~) (.+)$/.exec(term);
  if (compared) {
    const [, key = '', operator, wanted = ''] = compared;
    const value = String(context[key] ?? '');
    if (operator === '=~') return new RegExp(wanted.replace(/^\/|\/$/g, '')).test(value);
    return operator === '==' ? value === wanted : value !== wanted;
  }
  if (!/^!?[\w.]+$/.test(term)) throw new Error(`a clause that this test cannot read: ${term}`);
  if (term === 'true' || term === 'false') return term === 'true';
  return term.startsWith('!') ? !context[term.slice(1)] : Boolean(context[term]);
}
