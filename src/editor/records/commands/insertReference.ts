import { SnippetString, type TextEditor } from 'vscode';
import { citationOf, recordAddress, recordLabel } from '../../../core/names/series';
import type { DocRecord } from '../../../core/records/record';
import { fileLink } from '../../../core/text/escape';

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
const prose: ReadonlySet<string> = new Set(['plaintext', 'scminput', 'asciidoc', 'restructuredtext', 'latex']);

/**
 * Writes a reference above the line of the cursor, in a comment of the language there. The editor's own snippet
 * variables know the comment signs, also of a language inside another.
 * @returns whether the editor took it.
 */
export async function insertReference(editor: TextEditor, record: DocRecord): Promise<boolean> {
  const line = editor.document.lineAt(editor.selection.active.line);
  const place = line.range.start.translate(0, line.firstNonWhitespaceCharacterIndex);
  return editor.insertSnippet(referenceSnippet(editor.document.languageId, record), place);
}

function referenceSnippet(language: string, record: DocRecord): SnippetString {
  const snippet = new SnippetString();
  const name = citationOf(record);
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
