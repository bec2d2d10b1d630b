import type { RecordCopy } from '../../../core/records/find/copies';
import { type DocRecord, fileOf } from '../../../core/records/record';
import type { RenderedRecord } from '../../../core/render/renderRecord';
import { joinParts } from '../../../core/text/compareText';
import { escapeHtml } from '../../../core/text/escape';
import { visibleText } from '../../host/visibleText';
import { linkHtml } from './linkHtml';
import type { Chain, ChainEntry, Citations, CitingFile, PanelModel } from './panelModel';
import type { PanelTarget, PanelTargets } from './panelTarget';
import type { PanelWords } from './panelWords';
import { statusMarks } from './statusMark';

const mostChips = 12;

/** Where the page can go from here. */
export interface HistorySteps {
  readonly back: boolean;
  readonly forward: boolean;
  /** The name of the file whose records are listed; empty where none is in front. */
  readonly file: string;
}

/** The page's body for one record. `rendered` is the only HTML that is inserted as it is. */
export class RecordHtml {
  constructor(
    readonly targets: PanelTargets,
    readonly words: PanelWords,
  ) {}

  page(model: PanelModel, rendered: RenderedRecord, history: HistorySteps): string {
    const { record } = model;
    const { words } = this;
    const file = { kind: 'place', path: fileOf(record), line: record.part?.line ?? 1 } as const;
    const hint = rendered.form === 'drawing' ? words.drawing : rendered.truncated ? words.truncated : '';
    const { title, rest } = titleFirst(rendered.html);
    const hasTitle = record.part !== undefined || (rendered.hasTitle && isTitleOf(record, rendered.html));
    return [
      this.history(history),
      '<header>',
      hasTitle ? title : `<h1>${escapeHtml(words.name(record))}</h1>`,
      this.facts(model),
      record.decision === null
        ? ''
        : `<blockquote class="decision">${escapeHtml(words.cut(record.decision))}</blockquote>`,
      this.successors(model.successors),
      this.chain(model.chain),
      this.chips(words.governs, record.scope),
      this.chips(words.tags, record.tags),
      this.copies(model.copies),
      record.problem === null ? '' : this.note(words.problem(record.problem), file),
      this.actions(model, file),
      '</header>',
      '<article>',
      rest,
      hint === '' ? '' : this.note(hint, file),
      '</article>',
      citationsHtml(model, words, (target, text, title) => this.link(target, text, title)),
    ].join('\n');
  }

  private facts({ record, folder, home }: PanelModel): string {
    const { words } = this;
    const status = words.status(record);
    const mark = statusMarks[record.status];
    const icon = mark === '' ? '' : `<span class="mark" aria-hidden="true">${mark}</span> `;
    const parts = [
      status === '' ? '' : `<span class="status ${record.status}">${icon}${escapeHtml(status)}</span>`,
      escapeHtml(words.date(record)),
      escapeHtml(words.people(record)),
      folder === null ? '' : escapeHtml(words.inFolder(folder)),
      home === '' ? '' : escapeHtml(words.inFolder(home)),
    ];
    return `<p class="facts">${joinParts(parts, ' · ')}</p>`;
  }

  private successors(successors: readonly DocRecord[]): string {
    if (successors.length === 0) return '';
    const links = successors.map((next) => {
      const mark = statusMarks[next.status];
      return this.link(recordTarget(next), `${mark} ${this.words.name(next)}`.trim());
    });
    return `<p class="successor">${escapeHtml(this.words.supersededBy)} ${links.join(', ')}</p>`;
  }

  private chain(chain: Chain): string {
    if (chain.length < 2) return '';
    const steps = chain.map((step) => `<li>${step.map((entry) => this.chainEntry(entry)).join(', ')}</li>`);
    return `<nav class="chain" aria-label="${escapeHtml(this.words.chain)}"><ol>${steps.join('')}</ol></nav>`;
  }

  private chainEntry({ record, text, isCurrent, isOlder, partial, pending }: ChainEntry): string {
    const { words } = this;
    if (isCurrent && record) return `<strong aria-current="true">${escapeHtml(words.shortName(record))}</strong>`;
    const name = record
      ? this.link(recordTarget(record), words.shortName(record), words.name(record))
      : `<span>${escapeHtml(visibleText(text, 80))}</span>`;
    const remark = (is: boolean, words: string) => (is ? `<small>(${escapeHtml(words)})</small>` : '');
    // The remark stands beside the arrow, on its side: the part that was replaced is a fact of the step, not of the
    // record.
    const partly = remark(partial, words.partly);
    // An older record has given way to the shown one, whose status is at the top.
    const notYet = remark(pending && !isOlder, words.pending);
    return joinParts(isOlder ? [name, partly] : [partly, name, notYet], ' ');
  }

  private chips(label: string, values: readonly string[]): string {
    if (values.length === 0) return '';
    const shown = values.slice(0, mostChips).map((value) => `<code>${escapeHtml(visibleText(value, 80))}</code>`);
    const rest = values.length > mostChips ? ` ${escapeHtml(this.words.more(values.length - mostChips))}` : '';
    return `<p class="chips">${escapeHtml(label)} ${shown.join(' ')}${rest}</p>`;
  }

  private copies(copies: readonly RecordCopy[]): string {
    if (copies.length === 0) return '';
    const links = copies
      .slice(0, mostChips)
      .map((copy) => this.link({ kind: 'place', path: copy.path, line: 1 }, this.words.copy(copy), copy.path));
    return `<p class="copies">${links.join(' · ')}</p>`;
  }

  /** `In the code: 14 places in 6 files · Open · Copy link` */
  private actions({ record, code }: PanelModel, file: PanelTarget): string {
    const { words } = this;
    const files = code.folders.flatMap((folder) => folder.files);
    const places = files.reduce((sum, { citations }) => sum + citations.length, code.hidden);
    const cited = places === 0 ? '' : `<a href="#in-the-code">${escapeHtml(words.places(places, files.length))}</a>`;
    const copy = this.link({ kind: 'copy', path: record.path }, words.copyLink);
    return `<p class="actions">${joinParts([cited, this.link(file, words.openFile), copy], ' · ')}</p>`;
  }

  private note(text: string, file: PanelTarget): string {
    return `<p class="note">${escapeHtml(text)} ${this.link(file, this.words.open)}</p>`;
  }

  /** The way back to the list, and to what was shown before. */
  history({ back, forward, file }: HistorySteps): string {
    const { words } = this;
    const id = this.targets.idOf({ kind: 'list' });
    const list =
      file === '' || id === null
        ? ''
        : `<a class="to-list" href="#" data-id="${id}" data-back title="${escapeHtml(words.toList(file))}">← ${escapeHtml(file)}</a>`;
    if (!back && !forward && list === '') return '';
    const button = (by: -1 | 1, arrow: string, label: string, enabled: boolean): string => {
      const id = enabled ? this.targets.idOf({ kind: 'step', by }) : null;
      const use = id === null ? 'disabled' : `data-id="${id}"`;
      return `<button type="button" ${use} title="${escapeHtml(label)}" aria-label="${escapeHtml(label)}">${arrow}</button>`;
    };
    const buttons = button(-1, '←', words.back, back) + button(1, '→', words.forward, forward);
    return `<nav class="history" aria-label="${escapeHtml(words.history)}">${list}<span class="steps">${buttons}</span></nav>`;
  }

  private link(target: PanelTarget, text: string, title = ''): string {
    return linkHtml(this, target, text, title);
  }
}

/** A page without its own title gets one for screen readers: the view's heading is outside of the page. */
export function spokenTitle(title: string, name = ''): string {
  // A narrow view's header cuts the name off, so the page repeats it.
  const shown = name === '' ? '' : `<p class="name" aria-hidden="true">${escapeHtml(name)}</p>\n`;
  return `<h1 class="spoken">${escapeHtml(title)}</h1>\n${shown}`;
}

/** The body where there is no content: what is missing, and the one action that helps. */
export function noticeHtml(title: string, text: string, action = '', name = ''): string {
  return `${spokenTitle(title, name)}<p class="notice">${escapeHtml(text)}</p>${action === '' ? '' : `<p class="notice">${action}</p>`}`;
}

/** The record's own title, if the text begins with it: it goes above everything else. */
function titleFirst(html: string): { readonly title: string; readonly rest: string } {
  const end = html.startsWith('<h1 ') ? html.indexOf('</h1>') : -1;
  return end < 0 ? { title: '', rest: html } : { title: html.slice(0, end + 5), rest: html.slice(end + 5) };
}

/** Whether the first `h1` is the record's title: in some formats it is the first chapter. */
function isTitleOf(record: DocRecord, html: string): boolean {
  const from = html.indexOf('<h1 ');
  const heading = lettersOf(html.slice(from, html.indexOf('</h1>', from)));
  const title = lettersOf(escapeHtml(record.title));
  return heading.includes(title) || (heading !== '' && title.includes(heading));
}

function lettersOf(html: string): string {
  return html
    .replace(/<[^<>]*>|&[a-z#0-9]{1,8};/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function recordTarget(record: DocRecord): PanelTarget {
  return { kind: 'file', path: record.path, fragment: null };
}

type LinkHtml = (target: PanelTarget, text: string, title?: string) => string;

/** "In the code": what cites the record, by folder, with the text of the line. A click leads to the line. */
function citationsHtml({ code, records, complete, stopped }: PanelModel, words: PanelWords, link: LinkHtml): string {
  const isCited = code.folders.length > 0 || records.folders.length > 0;
  const remark = complete ? (isCited ? '' : words.notCited) : stopped ? words.notAllRead : words.stillReading;
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
