import { isCode } from '../activity/fileKinds';
import { basename } from '../files/paths';
import type { FilePath } from '../ports';

/** More than that a file hardly declares by hand. */
const maxNames = 200;

const modifiers =
  '(?:(?:export|default|declare|public|internal|private|protected|abstract|final|sealed|static|partial|data|open|readonly|unsafe|async|case|inline|pub(?:\\([a-z:]{1,40}\\))?) {1,2}){0,5}';
/** Types may be declared inside a namespace; a function counts only at the beginning of a line, as others are methods. */
const type = new RegExp(
  `^[ \\t]{0,12}${modifiers}(?:class|interface|struct|enum|record|trait|type|object|protocol|actor|defmodule|union|typealias) {1,2}(?:[A-Za-z_][\\w]{0,60}\\.){0,6}([A-Za-z_]\\w{5,80})`,
  'gm',
);
const callable = new RegExp(`^${modifiers}(?:function\\*?|func|fn|def|fun) {1,2}([A-Za-z_]\\w{5,80})`, 'gm');
const assigned =
  /^export const ([A-Za-z_]\w{5,80})(?:: [^=\n]{1,120})? = (?:async )?(?:\(|function|<|[a-z]\w{0,30} =>)/gm;

/** A name of two words or more: `BalanceDrift`, `balanceDrift`, `balance_drift`. Single words and constants are common. */
export function isCompound(name: string): boolean {
  return name.length >= 6 && (/[a-z\d][A-Z]/.test(name) || /[A-Z]{2}[a-z]{2}/.test(name) || /[a-z\d]_[a-z]/.test(name));
}

/** Names that a file of code declares for others, its own among them; none for tests, generated and vendored files. */
export function declaredNames(path: FilePath, text: string): readonly string[] {
  if (!isCode(path) || !isOwnCode(path)) return [];
  const names = new Set<string>();
  const stem = basename(path).replace(/\..*$/, '');
  if (isCompound(stem)) names.add(stem);
  for (const pattern of [type, callable, assigned]) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? '';
      if (isCompound(name)) names.add(name);
      if (names.size >= maxNames) return [...names];
    }
  }
  return [...names];
}

/** False for code that is not the product's own, or only stands for it. */
export function isOwnCode(path: FilePath): boolean {
  return !notOwn.test(path);
}

const notOwn = /(?:^|\/)(?:mocks?|__mocks__|migrations?|vendor|third_party|fixtures?|examples?|samples?)\//i;
