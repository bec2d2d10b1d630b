// The engine checks every literal pattern when it parses the code, even in functions that are never called, and for a
// Unicode class (`\p{L}`) it expands hundreds of ranges. In the build such a pattern is a string instead, which is
// compiled where it is first needed. Characters that a pattern names by number (`\u2013`) are written as such, which is
// half as long.
import { parse } from 'acorn';

/** Methods that leave a global pattern's `lastIndex` at 0, so that it can be shared; with a sticky one some do not. */
const usedWhole = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split']);

/** @param {string} code statements of a function @returns {string} */
export function withLatePatterns(code) {
  const program = parse(code, { ecmaVersion: 'latest', allowReturnOutsideFunction: true });
  const edits = [];
  let late = 0;
  for (const { node, parent, isInFunction } of literalsOf(program)) {
    const { flags } = node.regex;
    const pattern = withLetters(node.regex.pattern);
    if (!isOfUnicode(node)) {
      if (pattern !== node.regex.pattern) edits.push([node, `/${pattern}/${flags}`]);
      continue;
    }
    const made = `RegExp(${JSON.stringify(pattern)},"${flags}")`;
    if (!isInFunction) edits.push([node, made]);
    else if (!/[gy]/.test(flags) || (flags.includes('g') && isUsedWhole(node, parent)))
      edits.push([node, `(late${late}??=${made})`, late++]);
  }
  const names = Array.from({ length: late }, (_, at) => `late${at}`);
  let text = code;
  for (const [{ start, end }, made] of edits.reverse()) text = `${text.slice(0, start)}${made}${text.slice(end)}`;
  return names.length === 0 ? text : `var ${names};${text}`;
}

/** The pattern with visible characters in place of their numbers. No character above 0x7f has a meaning in a pattern. */
function withLetters(pattern) {
  return pattern.replace(/(?<=(?:^|[^\\])(?:\\\\){0,9})\\u([\da-f]{4})/gi, (written, digits) => {
    const letter = String.fromCharCode(Number.parseInt(digits, 16));
    return letter > '\x7f' && /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) ? letter : written;
  });
}

/** Whether a pattern has a Unicode class. */
function isOfUnicode({ regex }) {
  return regex.flags.includes('u') && /\\p\{/i.test(regex.pattern);
}

/** The literal patterns of a syntax tree, in order. */
function* literalsOf(node, parent = null, isInFunction = false) {
  if (node.regex) yield { node, parent, isInFunction };
  const isInner = isInFunction || /Function|MethodDefinition|PropertyDefinition/.test(node.type);
  for (const child of Object.values(node).flat()) {
    if (typeof child?.type === 'string') yield* literalsOf(child, node, isInner);
  }
}

/** Whether a literal is the argument of such a method: `text.replace(/\p{L}/gu, …)`. */
function isUsedWhole(node, { type, callee, arguments: [first] = [] }) {
  return type === 'CallExpression' && first === node && usedWhole.has(callee.property?.name);
}
