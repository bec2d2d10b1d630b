import { SnippetString, type TextEditor } from 'vscode';
import { recordAddress, recordLabel } from '../../../core/names/series';
import type { DocRecord } from '../../../core/records/record';
import { fileLink } from '../../../core/text/escape';
import { symbolsOf } from '../../workspace/documentSymbols';
import { lineOfSymbol } from '../../workspace/model/symbolPath';

/** Languages whose comments need an end. Everything else has a line comment, or none at all. */
const blockComments: ReadonlySet<string> = new Set([
  'astro',
  'css',
  'handlebars',
  'html',
  'svelte',
  'svg',
  'vue',
  'xml',
  'xsl',
]);
/** A comment would break a file of these. */
const uncommented: ReadonlySet<string> = new Set(['json', 'csv', 'tsv', 'snippets', 'jsonl']);
const prose: ReadonlySet<string> = new Set(['plaintext', 'scminput', 'asciidoc', 'restructuredtext', 'latex']);

/**
 * Writes a reference above a line, in a comment of the language there. The editor's own snippet variables know the
 * comment signs, also of a language inside another.
 * @param above the line, counted from 0
 * @returns whether the editor took it.
 */
export async function insertReference(
  editor: TextEditor,
  record: DocRecord,
  citation: string,
  above: number,
): Promise<boolean> {
  const line = editor.document.lineAt(above);
  const place = line.range.start.translate(0, line.firstNonWhitespaceCharacterIndex);
  return editor.insertSnippet(referenceSnippet(editor.document.languageId, record, citation), place);
}

function referenceSnippet(language: string, record: DocRecord, name: string): SnippetString {
  const snippet = new SnippetString();
  if (language === 'markdown')
    return snippet.appendText(`${fileLink(recordLabel(record) ?? record.path, `/${recordAddress(record)}`)}\n`);
  if (prose.has(language)) return snippet.appendText(`${name}\n`);
  if (blockComments.has(language)) {
    return snippet
      .appendVariable('BLOCK_COMMENT_START', '')
      .appendText(` ${name} `)
      .appendVariable('BLOCK_COMMENT_END', '')
      .appendText('\n');
  }
  return snippet.appendVariable('LINE_COMMENT', '').appendText(` ${name}\n`);
}

/**
 * The line above which a reference belongs, counted from 0. Where lines are selected, it is the first of them.
 * Otherwise it is that of the symbol around the cursor, so that a reader of the symbol meets the reference. Where no
 * symbol is known, and in prose, whose symbols are headings, it is the cursor's.
 */
export async function lineToCiteAbove({ document, selection }: TextEditor): Promise<number> {
  const { line } = selection.start;
  if (!selection.isEmpty || document.languageId === 'markdown' || prose.has(document.languageId)) return line;
  return lineOfSymbol(await symbolsOf(document.uri), line) ?? line;
}

export function hasNoComments(language: string): boolean {
  return uncommented.has(language);
}
