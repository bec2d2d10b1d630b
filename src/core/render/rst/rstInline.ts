import { codeSpan, image, link } from '../../text/markdownText';
import { anyOf } from '../../text/wordList';

/** Hyperlink targets (`.. _name: url`) and substitutions (`.. |name| image:: path`) of one document, by lower-case name. */
export interface RstDefinitions {
  readonly targets: ReadonlyMap<string, string>;
  readonly substitutions: ReadonlyMap<string, string>;
}

// Every alternative stops at its own delimiter or at a fixed length: linear time. The groups are those of the loop below.
const markup = new RegExp(
  anyOf(
    // A literal; a role with its text; a text in backticks, with `_` behind it a link.
    /``([^`]+)``/,
    /:([a-z][a-z:-]{0,30}):`([^`]+)`/,
    /`([^`]+)`(__?)?/,
    // A substitution, a footnote, an address, a word with `_` behind it.
    /\|([^|\s][^|]{0,80})\|/,
    /\[(#?[\w-]{1,40})\]_/,
    /(https?:\/\/[^\s<>`|]+)/,
    /\b([A-Za-z0-9][\w.-]{0,60})__?(?![\w`])/,
  ),
  'g',
);

/** Inline markup of reStructuredText as Markdown. */
export function rstInline(text: string, names: RstDefinitions): string {
  let markdown = '';
  let done = 0;
  for (const match of text.matchAll(markup)) {
    const [whole, literal, role, roleText, quoted, hyperlink, substitution, note, url, word] = match;
    markdown += plain(text.slice(done, match.index));
    done = match.index + whole.length;
    if (literal !== undefined) markdown += codeSpan(literal);
    else if (role !== undefined && roleText !== undefined) markdown += interpreted(role, roleText);
    else if (quoted !== undefined) markdown += hyperlink ? named(quoted, names) : codeSpan(quoted);
    else if (substitution !== undefined) markdown += names.substitutions.get(key(substitution)) ?? plain(whole);
    else if (note !== undefined) markdown += `\\[${note}\\]`;
    else if (url !== undefined) markdown += bareUrl(url);
    else if (word !== undefined) markdown += names.targets.has(key(word)) ? named(word, names) : plain(whole);
  }
  return markdown + plain(text.slice(done));
}

function key(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The Markdown of a substitution's directive: its image, or its text. */
function substitution(directive: string, value: string): string {
  return directive === 'image' ? image('', value) : plain(value);
}

function interpreted(role: string, content: string): string {
  const { text, target } = embedded(content);
  if (role === 'doc') {
    const file = target ?? content;
    return link(text, /\.\w+$/.test(file) ? file : `${file}.rst`);
  }
  // The bare number would be no reference; a title stands for itself.
  if (role === 'pep' || role === 'rfc') return plain(target === undefined ? `${role.toUpperCase()} ${text}` : text);
  return role === 'ref' || role === 'term' || role === 'numref' ? plain(text) : codeSpan(text);
}

function named(content: string, names: RstDefinitions): string {
  const { text, target } = embedded(content);
  const known = target?.endsWith('_') ? names.targets.get(key(target.slice(0, -1))) : target;
  const url = known ?? names.targets.get(key(text));
  return url === undefined ? plain(text) : link(text, url);
}

/** `text <target>`, or a text alone; where the text is empty, the target stands for it. */
function embedded(content: string): { text: string; target: string | undefined } {
  const open = content.lastIndexOf('<');
  if (open < 0 || !content.endsWith('>')) return { text: content, target: undefined };
  const target = content.slice(open + 1, -1);
  return { text: content.slice(0, open).trim() || target, target };
}

function bareUrl(url: string): string {
  const end = url.length - (/[.,;:!?)\]}'"*]{1,5}$/.exec(url)?.[0].length ?? 0);
  return `<${url.slice(0, end)}>${url.slice(end)}`;
}

/** Escapes only what means something else in Markdown; emphasis is written alike. */
function plain(text: string): string {
  return text.replace(/[[\]#~]|^>/gm, '\\$&');
}

const target = /^\s*\.\. _(?:`([^`]{1,200})`|([^:`]{1,200})): +(\S+)\s*$/;
const substituted = /^\s*\.\. \|([^|]{1,80})\| (image|replace):: +(.+)$/;

/** Reads the names that the inline markup of the document refers to. */
export function collectNames(lines: readonly string[]): RstDefinitions {
  const targets = new Map<string, string>();
  const substitutions = new Map<string, string>();
  for (const line of lines) {
    const [, quoted, bare, url] = target.exec(line) ?? [];
    if (url !== undefined) targets.set(key(quoted ?? bare ?? ''), url);
    const [, name, directive, value] = substituted.exec(line) ?? [];
    if (name !== undefined && directive && value) substitutions.set(key(name), substitution(directive, value.trim()));
  }
  return { targets, substitutions };
}
