import { Range, SnippetString, type TextDocument, type TextEditor } from 'vscode';
import { recordAddress, recordLabel } from '../../../core/names/series';
import type { DocRecord } from '../../../core/records/record';
import { fileLink } from '../../../core/text/escape';
import { symbolsOf } from '../../workspace/documentSymbols';
import { lineOfSymbol } from '../../workspace/model/symbolPath';
import { linesThatStayFirst } from '../model/freeLines';

/** A comment would break a file of these. */
const uncommented: ReadonlySet<string> = new Set(['json', 'csv', 'tsv', 'snippets', 'jsonl']);
const prose: ReadonlySet<string> = new Set(['markdown', 'scminput', 'asciidoc', 'restructuredtext', 'latex']);
const proseName = /\.(?:md|mdx|rst|adoc|asciidoc|txt|text)$/i;

/**
 * `unknown`: the editor has no comment signs for what stands there, so nothing is written. `left`: it has none, and
 * what was written to find that out could not be taken out again.
 */
export type Inserted = 'written' | 'refused' | 'unknown' | 'left';

/**
 * Writes a reference above a line, in a comment of the language there. The editor's own snippet variables know the
 * comment signs, also of a language inside another: a line comment, else one that needs an end.
 * @param above the line, counted from 0; further down where that would part the first lines of a file from its begin
 * @returns what the editor made of it
 */
export async function insertReference(
  editor: TextEditor,
  record: DocRecord,
  citation: string,
  above: number,
): Promise<Inserted> {
  const { document } = editor;
  const first = linesThatStayFirst((at) => document.lineAt(at).text, document.lineCount, document.languageId);
  const at = Math.max(above, first);
  // Where nothing follows the first lines, the reference is the last line.
  const isLast = at >= document.lineCount;
  const line = document.lineAt(isLast ? document.lineCount - 1 : at);
  const place = isLast ? line.range.end : line.range.start.translate(0, line.firstNonWhitespaceCharacterIndex);
  const written = (snippet: SnippetString): SnippetString =>
    new SnippetString(isLast ? `\n${snippet.value}` : `${snippet.value}\n`);
  const before = document.version;
  if (isProse(document)) {
    const prose = written(proseSnippet(document, record, citation));
    return (await editor.insertSnippet(prose, place)) && document.version !== before ? 'written' : 'refused';
  }
  // Which signs there are shows only in what the snippet makes of them; all of it is one step to undo.
  let trial: Range | undefined;
  for (const snippet of [lineSnippet(citation), blockSnippet(citation)]) {
    const stops = { undoStopBefore: trial === undefined, undoStopAfter: false };
    if (!(await editor.insertSnippet(written(snippet), trial ?? place, stops))) return trial ? 'left' : 'refused';
    // The editor says that it wrote into a read-only document, too.
    if (document.version === before) return 'refused';
    const made = document.lineAt(isLast ? place.line + 1 : place.line);
    if (made.text.trim() !== citation) return 'written';
    trial = new Range(place, isLast ? made.range.end : place.with(place.line + 1, place.character));
  }
  const undone = { undoStopBefore: false, undoStopAfter: true };
  const isUndone = !trial || (await editor.edit((edit) => trial && edit.delete(trial), undone));
  return isUndone ? 'unknown' : 'left';
}

function proseSnippet({ languageId }: TextDocument, record: DocRecord, name: string): SnippetString {
  const link = fileLink(recordLabel(record) ?? record.path, `/${recordAddress(record)}`);
  return new SnippetString().appendText(languageId === 'markdown' ? link : name);
}

function lineSnippet(name: string): SnippetString {
  return new SnippetString().appendVariable('LINE_COMMENT', '').appendText(` ${name}`);
}

function blockSnippet(name: string): SnippetString {
  return new SnippetString()
    .appendVariable('BLOCK_COMMENT_START', '')
    .appendText(` ${name} `)
    .appendVariable('BLOCK_COMMENT_END', '');
}

/**
 * The line above which a reference belongs, counted from 0: the first selected line, else the first line of the symbol
 * around the cursor, so that a reader of the symbol meets the reference. Where no symbol is known, and in prose, whose
 * symbols are headings, it is the cursor's line.
 */
export async function lineToCiteAbove({ document, selection }: TextEditor): Promise<number> {
  const { line } = selection.start;
  if (!selection.isEmpty || isProse(document)) return line;
  return lineOfSymbol(await symbolsOf(document.uri), line) ?? line;
}

export function hasNoComments(language: string): boolean {
  return uncommented.has(language);
}

/** The editor calls plain text also what is code in a language that it has no extension for. */
function isProse({ languageId, isUntitled, uri }: TextDocument): boolean {
  return prose.has(languageId) || (languageId === 'plaintext' && (isUntitled || proseName.test(uri.path)));
}
