import { isCode } from '../activity/fileKinds';
import { basename } from '../files/paths';
import type { FilePath } from '../ports';

/** A file with more declarations is hardly written by hand. */
const maxNames = 200;

const modifiers =
  '(?:(?:export|default|declare|public|internal|private|protected|abstract|final|sealed|static|partial|data|open|readonly|unsafe|async|case|inline|pub(?:\\([a-z:]{1,40}\\))?) {1,2}){0,5}';
/** Types may be declared inside a namespace; a function counts only at the beginning of a line, as others are methods. */
const type = new RegExp(
  `${modifiers}(?:class|interface|struct|enum|record|trait|type|object|protocol|actor|defmodule|union|typealias) {1,2}(?:[A-Za-z_][\\w]{0,60}\\.){0,6}([A-Za-z_]\\w{5,80})`,
  'y',
);
const callable = new RegExp(`${modifiers}(?:function\\*?|func|fn|def|fun) {1,2}([A-Za-z_]\\w{5,80})`, 'y');
const assigned =
  /export const ([A-Za-z_]\w{5,80})(?:: [^=\n]{1,120})? = (?:async )?(?:\(|function|<|[a-z]\w{0,30} =>)/y;
const atBeginning = [type, callable, assigned];
const indented = [type];
/** The deepest indentation of a declaration, in columns. */
const deepest = 12;

const joint = /[a-z\d](?:[A-Z]|_[a-z])|[A-Z]{2}[a-z]{2}/;

/** A name of two words or more: `BalanceDrift`, `balanceDrift`, `balance_drift`. Single words and constants are common. */
export function isCompound(name: string): boolean {
  return name.length >= 6 && joint.test(name);
}

/** A cheap test: most lines of prose have no such name. */
export function mayHaveCompound(text: string): boolean {
  return joint.test(text);
}

/** Names that a code file declares for others, and the file's own name; none for tests, generated and vendored files. */
export function declaredNames(path: FilePath, text: string): readonly string[] {
  if (!isCode(path) || !isOwnCode(path)) return [];
  const names = new Set<string>();
  const stem = basename(path).replace(/\..*$/, '');
  if (isCompound(stem)) names.add(stem);
  for (let start = 0; names.size < maxNames; ) {
    const name = nameDeclaredAt(text, start);
    if (name !== null && isCompound(name)) names.add(name);
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return [...names];
}

/** The name that the line which begins at `start` declares. */
function nameDeclaredAt(text: string, start: number): string | null {
  let at = start;
  while (at - start < deepest && isBlank(text.charCodeAt(at))) at++;
  // A declaration begins with a keyword in lower case; most lines do not begin with a lower-case letter.
  const first = text.charCodeAt(at);
  if (!(first >= smallA && first <= smallZ)) return null;
  for (const pattern of at === start ? atBeginning : indented) {
    pattern.lastIndex = at;
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

const [smallA, smallZ, space, tab] = [0x61, 0x7a, 0x20, 0x09];

function isBlank(code: number): boolean {
  return code === space || code === tab;
}

/** False for code that is not the product's own, such as vendored code, or only stands for it, such as mocks. */
export function isOwnCode(path: FilePath): boolean {
  return !notOwn.test(path);
}

const notOwn = /(?:^|\/)(?:mocks?|__mocks__|migrations?|vendor|third_party|fixtures?|examples?|samples?)\//i;
