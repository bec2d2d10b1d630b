import type { SourceDocument } from '../../text/document';
import { inlineLinks } from '../../text/inlineLinks';
import { limits } from '../../text/limits';
import { textOf } from '../../text/line';
import { hasScheme } from '../../text/scheme';
import type { Mention } from '../record';

/** Longer ones are command lines and URLs with a query, which name no file. */
const maxText = 300;
const codeSpan = /(`{1,2})([^`]{1,300})\1/g;
/** Folders and a file, or a folder's name with its slash. Neither `and/or` nor `TCP/IP` has an extension or a slash at the end. */
const plainPath =
  /(?<![\w/.:@-])(?:\.{0,2}\/)?(?:[\w.@+-]{1,80}\/){1,20}(?:[\w.@+*-]{1,80}\.\w{1,10}|(?=\s|$|[),.;:]))/g;
/** The whole of a code span: a path in any script with its line numbers (`a.ts:12-20`, `a.ts#L12`), if any. */
const codePath =
  /^(?:\.{0,2}\/)?(?:[\w.@+*[\]()\u00a1-\uffff-]{1,100}\/){0,20}[\w.@+*[\]()\u00a1-\uffff-]{0,100}(?::\d{1,6}(?:-\d{1,6})?|#L\d{1,6}(?:-L?\d{1,6})?)?$/;
/** `com.acme.ledger.BalanceKeeper`: a class or module with its packages, whose last part is no extension. */
const qualified = /^[A-Za-z_]\w{0,80}(?:\.[A-Za-z_]\w{0,80}){2,10}$/;
/** `src\\Ledger\\Keeper.cs`, the whole of a code span. */
const windowsPath = /^(?:\.{0,2}\\)?(?:[\w.@+-]{1,80}\\){1,15}[\w.@+-]{1,80}$/;
/** `src/price lists/eu.csv`: a path with blanks, though a command may look so too. The file tree tells which it is. */
const withBlanks = /^[^\s'"$|<>*?][^'"$|<>*?]{1,200}\/[^/'"$|<>*?]{1,100}\.[a-z]\w{0,9}$/i;
/** What a command runs, which needs no extension. */
const program = /^(?:\.\/)?(?:[\w.@+-]{1,80}\/){1,10}[\w.@+-]{1,80}(?=\s)/;
/** The module that Python is told to run. */
const moduleRun = /(?:^|\s)-m ([A-Za-z_]\w{0,80}(?:\.[A-Za-z_]\w{0,80}){2,10})(?=\s|$)/;
/** What a forge writes between the repository and the path of a file. */
const repositoryUrl = /\/(?:blob|tree|raw|src|edit)\//;

/**
 * Paths and links that the text names, in order: link targets (of web addresses only those into a repository), code
 * spans and plain words that look like a path. Code fences name what they show, not what the record is about.
 */
export function mentionsIn(document: SourceDocument): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const line of document.lines) {
    const text = textOf(line);
    if (text === null || !/[/.`]/.test(text)) continue;
    for (const mention of inLine(text, line.number, document)) {
      if (mentions.length >= limits.links) return mentions;
      mentions.push(mention);
    }
  }
  return mentions;
}

function inLine(text: string, line: number, { definitions }: SourceDocument): Mention[] {
  const found: Mention[] = [];
  let rest = '';
  let at = 0;
  for (const link of inlineLinks(text, definitions)) {
    rest += `${text.slice(at, link.start)} `;
    at = link.end;
    if (!link.image && isTarget(link.href)) found.push({ text: link.href.slice(0, maxText), line, form: 'link' });
    // A link whose text is code, such as [`x`](https://…), names that path in its text, wherever it goes.
    if (!link.image && link.text.includes('`')) rest += `${link.text} `;
  }
  rest += text.slice(at);
  const takeCode = (_: string, _ticks: string, inner: string) => {
    const path = windowsPath.test(inner.trim()) ? inner.trim().replaceAll('\\', '/') : inner.trim();
    if (isCodePath(path)) found.push({ text: path, line, form: 'code' });
    else if (path.includes(' ')) found.push(...inCommand(path, line));
    return ' ';
  };
  const plain = rest.includes('`') ? rest.replace(codeSpan, takeCode) : rest;
  // A plain word without a slash (`Node.js`, `e.g.`) is not enough of a path.
  if (plain.includes('/')) {
    for (const [path] of plain.matchAll(plainPath)) found.push({ text: path.slice(0, maxText), line, form: 'plain' });
  }
  return found;
}

/** What a command names: `bin/drain.sh --all`, `python -m ops.tools.drain`. */
function inCommand(command: string, line: number): Mention[] {
  const files = [...command.matchAll(plainPath)].map(([path]) => path).filter((path) => !path.endsWith('/'));
  const run = program.exec(command)?.[0];
  if (run !== undefined && !files.includes(run)) files.unshift(run);
  const module = moduleRun.exec(command)?.[1];
  const whole = withBlanks.test(command) ? [command] : [];
  return [...files, ...(module === undefined ? [] : [module]), ...whole].map((text) => ({ text, line, form: 'code' }));
}

function isTarget(href: string): boolean {
  if (href === '' || href.startsWith('#') || href.length > 1_000) return false;
  return hasScheme(href) ? /^https?:/i.test(href) && repositoryUrl.test(href) : true;
}

/** `src/ledger`, `balance.ts`, `docker-compose.yml:12`; not `npm`, `v1.2` or `a.b()`. */
function isCodePath(text: string): boolean {
  if (!codePath.test(text) || text.endsWith('()')) return false;
  if (text.includes('/')) return /[A-Za-z\u00aa-\uffff]/.test(text);
  return qualified.test(text) || /^[\w.-]*[A-Za-z][\w-]*\.[A-Za-z]\w{0,9}(?::\d.*)?$/.test(text);
}
