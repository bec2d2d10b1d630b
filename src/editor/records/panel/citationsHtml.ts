import { escapeHtml } from '../../../core/text/escape';
import { visibleText } from '../../host/visibleText';
import type { Citations, CitingFile } from './citations';
import type { PanelModel } from './panelModel';
import type { PanelTarget } from './panelTarget';
import type { PanelWords } from './words';

type LinkHtml = (target: PanelTarget, text: string, title?: string) => string;

/** "In the code": who cites the record, by folder, with the line's text. A click goes to the line. */
export function citationsHtml({ code, records, complete }: PanelModel, words: PanelWords, link: LinkHtml): string {
  const isCited = code.folders.length > 0 || records.folders.length > 0;
  const remark = complete ? (isCited ? '' : words.notCited) : words.stillReading;
  const nothing = remark === '' ? '' : `<p class="note">${escapeHtml(remark)}</p>`;
  return (
    section('in-the-code', words.inTheCode, code, words, link, nothing) +
    section('in-records', words.inRecords, records, words, link, '')
  );
}

function section(
  id: string,
  title: string,
  citations: Citations,
  words: PanelWords,
  link: LinkHtml,
  nothing: string,
): string {
  if (citations.folders.length === 0 && nothing === '') return '';
  const folders = citations.folders.map(
    ({ folder, files }) =>
      `<h3>${escapeHtml(visibleText(folder, 200) || words.rootFolder)}</h3>\n<ul>${files.map((file) => fileItem(file, words, link)).join('')}</ul>`,
  );
  const rest = citations.hidden > 0 ? `<p class="note">${escapeHtml(words.more(citations.hidden))}</p>` : '';
  const heading = `<h2 id="${id}">${escapeHtml(title)}</h2>`;
  return `<section aria-labelledby="${id}">${heading}\n${folders.join('\n')}${rest}${nothing}</section>\n`;
}

function fileItem({ path, name, citations }: CitingFile, words: PanelWords, link: LinkHtml): string {
  const lines = citations.map(({ line, text }) => {
    const place = link(
      { kind: 'place', path, line },
      `${visibleText(name, 80)}:${line}`,
      `${path}, ${words.line(line)}`,
    );
    return `<li>${place} <code>${escapeHtml(visibleText(text, 200))}</code></li>`;
  });
  return lines.join('');
}
