import { fitsInOrder, type Run } from './runs';

/** One character: the one that it is, or what it may be. Null is a star. */
type Unit = string | ((character: string) => boolean) | null;

/**
 * A matcher for one name of a path. Understands `*`, `?`, `[a-z]`, `[!a-z]`, and `\` before a character that is meant as
 * it is.
 */
export function compileName(pattern: string): (name: string) => boolean {
  const units = unitsOf(pattern);
  const literal = literalOf(units);
  if (literal !== null) return (name) => name === literal;
  if (units.every((unit) => unit === null)) return () => true;
  const runs = betweenStars(units).map(runOf);
  return (name) => fitsInOrder(runs, name);
}

function unitsOf(pattern: string): readonly Unit[] {
  const units: Unit[] = [];
  const set = /\[([!^]?)(\]?[^\]]*)\]/y;
  for (let at = 0; at < pattern.length; ) {
    const character = pattern[at] ?? '';
    set.lastIndex = at;
    const [whole = '', negation = '', members = ''] = set.exec(pattern) ?? [];
    const isEscaped = character === '\\' && at + 1 < pattern.length;
    if (members !== '') units.push(oneOf(members, negation !== ''));
    else if (isEscaped) units.push(pattern[at + 1] ?? '');
    else units.push(character === '*' ? null : character === '?' ? anything : character);
    at += members !== '' ? whole.length : isEscaped ? 2 : 1;
  }
  return units;
}

function anything(): boolean {
  return true;
}

/** `a-z0-9_` */
function oneOf(members: string, isNegated: boolean): (character: string) => boolean {
  const ranges = [...members.matchAll(/(.)-(.)|(.)/gs)].map(([, from, to, one = '']) => [from ?? one, to ?? one]);
  return (character) => ranges.some(([from = '', to = '']) => from <= character && character <= to) !== isNegated;
}

/** Null where not every unit is a character of its own. */
function literalOf(units: readonly Unit[]): string | null {
  return units.every((unit) => typeof unit === 'string') ? units.join('') : null;
}

function betweenStars(units: readonly Unit[]): readonly (readonly Exclude<Unit, null>[])[] {
  const runs: Exclude<Unit, null>[][] = [[]];
  for (const unit of units) {
    if (unit === null) runs.push([]);
    else runs.at(-1)?.push(unit);
  }
  return runs;
}

function runOf(units: readonly Exclude<Unit, null>[]): Run<string> {
  const { length } = units;
  const literal = literalOf(units);
  if (literal !== null) return { length, fits: (name, at) => name.startsWith(literal, at) };
  return {
    length,
    fits: (name, at) =>
      units.every((unit, index) => {
        const character = name[at + index] ?? '';
        return typeof unit === 'string' ? unit === character : unit(character);
      }),
  };
}
