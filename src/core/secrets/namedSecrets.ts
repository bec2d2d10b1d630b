import { bareAt, elementAt, fallbackAt } from './bareValue';
import { type Place, quotedAt, ways } from './quotedValue';
import { kindOfName, type SecretKind } from './secretName';
import { isSecretValue } from './secretValue';

export interface NamedSecret extends Place {
  readonly rule: string;
}

/** The rule's name for a value that is known by its name alone. */
export const namedRule = 'generic api key';

/** Words in the names of secrets; a text without any of them is not searched further. */
const hint = /pass|pwd|wort|secret|token|key|cred|auth|rootpw|bindpw|contrase|senha|parola|jwt|\bpat\b/gi;
const longestName = 80;
const nameUnit = /[\p{L}\p{N}_$.-]/u;

const directive =
  /(?:^|\s)(?:#\s?define|ENV|ARG|setx|set(?: -[gxU]{1,3})?|define|requirepass|masterauth|password|user|bindpw|rootpw)\s{1,8}$/i;

/** The values that names such as `DB_PASS`, `apiKey` or `x-auth-token` promise to be secret. Linear in the text. */
export function namedSecrets(text: string): readonly NamedSecret[] {
  const found: NamedSecret[] = [];
  let last = -1;
  for (const { index } of text.matchAll(hint)) {
    if (index < last) continue;
    const [start, end] = nameAround(text, index);
    last = end;
    const name = text.slice(start, end);
    const kind = kindOfName(name);
    if (kind !== null) found.push(...valuesOf(text, start, end, kind));
  }
  return found;
}

function nameAround(text: string, index: number): readonly [start: number, end: number] {
  let start = index;
  while (start > 0 && index - start < longestName && nameUnit.test(text[start - 1] ?? '')) start--;
  while (start < index && /[.-]/.test(text[start] ?? '')) start++;
  // Java's `-Dname=…`: the name begins after `-D`.
  if (text.startsWith('-D', start - 1) && start < index) start++;
  let end = index;
  while (end < text.length && end - index < longestName && nameUnit.test(text[end] ?? '')) end++;
  while (end > index && /[.-]/.test(text[end - 1] ?? '')) end--;
  return [start, end];
}

function valuesOf(text: string, start: number, end: number, kind: SecretKind): readonly NamedSecret[] {
  const rule = kind === 'password' ? 'password' : namedRule;
  const after = ({ pattern }: (typeof ways)[keyof typeof ways]): number | null => {
    pattern.lastIndex = end;
    return pattern.test(text) ? pattern.lastIndex : null;
  };
  // One of two alternatives: `ok ? 'pass' : 'fail'`.
  const isChoice = /\?\s{0,3}["'`]$/.test(text.slice(Math.max(0, start - 5), start));
  const possible = [
    ...(isChoice ? [] : [ways.assigned]),
    ...[ways.apart, ways.block, ways.compared],
    ...(isSetter(text, start, end) ? [ways.called] : []),
    ...(isBesides(text, start, end) ? [ways.besides] : []),
  ];
  for (const way of possible) {
    const at = after(way);
    const values = at === null ? [] : quotedAt(text, at, kind, way.direct);
    if (values.length > 0) return values.map((value) => ({ rule, ...value }));
  }
  const inside = elementAt(text, start, end) ?? fallbackAt(text, start, end);
  if (inside !== null) {
    return isSecretValue(text.slice(inside.start, inside.end), kind, false) ? [{ rule, ...inside }] : [];
  }
  const bareWays = [ways.block, ways.assigned, ways.besides].filter((way) => possible.includes(way));
  const from = bareWays.map(after).find((at) => at !== null);
  const place = from === undefined || from === null ? null : bareAt(text, start, end, from, kind);
  return place === null ? [] : [{ rule, ...place }];
}

/** `setPassword(`, `.password(`, `withApiKey(`. */
function isSetter(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  return /(?:^|\.)(?:set|with|use|add)[A-Z_]/.test(name) || /\.\w+$/.test(name) || text[start - 1] === '.';
}

function isBesides(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    directive.test(before) ||
    /(?:^|[\s({[,]):$/.test(before) ||
    /^(?:PASSWORD|requirepass|masterauth|rootpw|bindpw)$/.test(text.slice(start, end))
  );
}
