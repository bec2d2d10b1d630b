import { isTranslation, visitSyntax } from '../../../scripts/l10n.mjs';

/** Properties whose text the editor or the Decisions page shows. */
const shown =
  /^(?:label|description|detail|tooltip|title|placeHolder|prompt|message|text|ariaLabel|textContent|caption)$/;
const shownCall =
  /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|appendMarkdown|appendText|TreeItem|Diagnostic|CodeAction|MarkdownString|SemanticText)$/;
/** What takes names for the log and reasons for it: a person sees these words only there. */
const logged = /^(?:(?:this\.)?boundary\.\w+|(?:this\.)?(?:services\.)?log\.\w+|problem|Error|\w+Error)$/;
/** Two words, one that begins like a sentence, or one that ends like one. */
const wording = /\p{L}{2,}[ ]+\p{L}|^\p{Lu}\p{Ll}{2,}|\p{L}{2,}[.!?]$/u;

// biome-ignore lint/suspicious/noExplicitAny: a syntax tree is read by the names of its nodes
type Node = any;

/**
 * Words in a file of the editor that a person may see and that no translation is asked for: each text that reads like words,
 * wherever it stands, and each that has a letter where the editor shows it.
 */
export function untranslated(source: string): string[] {
  const found: string[] = [];
  visitSyntax(source, (node, around) => {
    if (isTranslation(node) || isAside(node)) return false;
    const text = textOf(node);
    if (text !== null && !isCompared(node, around[0])) {
      const words = withoutMarkup(text).trim();
      if (wording.test(words) || (/\p{L}/u.test(words) && isShown(node, around))) found.push(words);
    }
    return node.type !== 'TemplateLiteral';
  });
  return found;
}

/** A literal; a template with a NUL in each gap. Null for all else. */
function textOf({ type, value, quasis }: Node): string | null {
  if (type === 'Literal') return typeof value === 'string' ? value : null;
  return type === 'TemplateLiteral' ? quasis.map(({ value }: Node) => value.cooked).join('\0') : null;
}

/** Tags go, but what is written in them for readers of screens stays. */
function withoutMarkup(text: string): string {
  return text.replace(/\$\([\w~-]+\)/g, '').replace(/<[!/a-z\0][^<>]{0,400}>?/gi, (tag) => {
    const spoken = [...tag.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g)];
    return spoken.map(([, words]) => words?.replaceAll('\0', '')).join(' ');
  });
}

function isAside({ type, callee }: Node): boolean {
  if (type === 'ImportDeclaration' || type === 'ImportExpression') return true;
  return (type === 'CallExpression' || type === 'NewExpression') && logged.test(nameOf(callee));
}

function nameOf(callee: Node): string {
  if (callee.type === 'MemberExpression') return `${nameOf(callee.object)}.${callee.property.name ?? ''}`;
  return callee.type === 'ThisExpression' ? 'this' : (callee.name ?? '');
}

/** `key === 'ArrowDown'`, `'plaintext markdown'.split(' ')`, `wordSet('log json')`, `main.querySelector('.row a')`. */
function isCompared(node: Node, parent: Node): boolean {
  if (parent?.type === 'BinaryExpression') return /^[=!]==$/.test(parent.operator);
  if (parent?.type === 'SwitchCase') return true;
  if (parent?.type === 'MemberExpression') return parent.object === node;
  return (
    parent?.type === 'CallExpression' &&
    /(?:\.(?:querySelector(?:All)?|includes|startsWith)|^wordSet)$/.test(nameOf(parent.callee))
  );
}

/** Whether the value of a shown property or an argument of a shown call is this text, or one of two that it chooses from. */
function isShown(node: Node, around: readonly Node[]): boolean {
  let [value, at] = [node, 0];
  while (/^(?:ConditionalExpression|LogicalExpression|BinaryExpression)$/.test(around[at]?.type)) value = around[at++];
  const holder = around[at];
  if (holder?.type === 'Property') return holder.value === value && shown.test(holder.key.name ?? holder.key.value);
  if (holder?.type === 'AssignmentExpression') return shown.test(holder.left.property?.name ?? '');
  const isCall = holder?.type === 'CallExpression' || holder?.type === 'NewExpression';
  return isCall && holder.callee !== value && shownCall.test(nameOf(holder.callee).split('.').at(-1) ?? '');
}
