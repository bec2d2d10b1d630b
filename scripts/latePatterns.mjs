// The engine checks a pattern that is written as a literal each time that it goes over the code, also in functions that are
// never called, and for a class of Unicode (`\p{L}`) it puts together hundreds of ranges for that. In what is built such a
// pattern is a string instead, of which the engine makes a pattern where it is first needed. Letters and marks that a pattern
// names by their numbers (`\u2013`) stand there themselves, which is half as long.
import { parse } from 'acorn';

/** What leaves a pattern that looks for all as it was; of one that is only sticky some keep the place. */
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

/** The pattern with what can be seen in place of its number; nothing that means something in a pattern has so high a one. */
function withLetters(pattern) {
  return pattern.replace(/(?<=(?:^|[^\\])(?:\\\\){0,9})\\u([\da-f]{4})/gi, (written, digits) => {
    const letter = String.fromCharCode(Number.parseInt(digits, 16));
    return letter > '\x7f' && /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) ? letter : written;
  });
}

/** Whether a pattern has a class of Unicode. */
function isOfUnicode({ regex }) {
  return regex.flags.includes('u') && /\\p\{/i.test(regex.pattern);
}

/** In order. */
function* literalsOf(node, parent = null, isInFunction = false) {
  if (node.regex) yield { node, parent, isInFunction };
  const isInner = isInFunction || /Function|MethodDefinition|PropertyDefinition/.test(node.type);
  for (const child of Object.values(node).flat()) {
    if (typeof child?.type === 'string') yield* literalsOf(child, node, isInner);
  }
}

/** `text.replace(/\p{L}/gu, …)` */
function isUsedWhole(node, { type, callee, arguments: [first] = [] }) {
  return type === 'CallExpression' && first === node && usedWhole.has(callee.property?.name);
}
