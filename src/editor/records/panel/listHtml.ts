import type { FilePath } from '../../../core/ports';
import { type DocRecord, fileOf } from '../../../core/records/record';
import { standingOf } from '../../../core/records/standing';
import { isRetired } from '../../../core/records/succession';
import { joinParts } from '../../../core/text/compareText';
import { escapeHtml } from '../../../core/text/escape';
import { visibleText } from '../../host/visibleText';
import type { FileGroupKey } from '../fileGroups';
import type { ReasonWords } from '../words/linkWords';
import { type Linked, linkHtml } from './linkHtml';
import type { ListedGroup, ListedRecord } from './listModel';
import { statusMarks } from './statusMark';

/** Groups of weaker links, which are shown on request. */
const folded: ReadonlySet<FileGroupKey> = new Set(['nearby', 'maybe']);

/** How many records of a group are listed at once; more are shown on request. */
export const listPage = 100;

/** The most lines of a citation that are links; more are counted. */
const mostLines = 12;

/** The file that the list is for. */
export interface ListPlace {
  /** The workspace folder's URI as text. */
  readonly folder: string;
  readonly path: FilePath;
}

/** The page's body for one file: each record with its decision and the reason of the link. */
export function listHtml(groups: readonly ListedGroup[], place: ListPlace, linked: Linked): string {
  return groups.map((group, at) => groupHtml(group, at === 0, place, linked)).join('\n');
}

function moreHtml({ key, hidden }: ListedGroup, linked: Linked): string {
  if (hidden === 0) return '';
  return `<p class="more">${linkHtml(linked, { kind: 'more', group: key }, linked.words.showMore(hidden))}</p>`;
}

function groupHtml(group: ListedGroup, isFirst: boolean, place: ListPlace, linked: Linked): string {
  const { key, records, hidden } = group;
  const { words } = linked;
  const items = records.map((listed) => itemHtml(listed, place, linked)).join('\n');
  const name = escapeHtml(words.group(key));
  const list = `<ul class="links" role="list" aria-label="${name}">\n${items}\n</ul>${moreHtml(group, linked)}`;
  if (folded.has(key)) {
    const how = words.groupHint(key, records);
    const hint = how === '' ? '' : ` <small>${escapeHtml(how)}</small>`;
    return `<details class="weak"><summary>${name} (${records.length + hidden})${hint}</summary>\n${list}\n</details>`;
  }
  // Decisions at the top need no heading: the view is called Decisions already.
  return isFirst && key === 'decisions' ? list : `<h2 class="group">${name}</h2>\n${list}`;
}

function itemHtml(
  { record, detail, successors, excerpt, home }: ListedRecord,
  place: ListPlace,
  linked: Linked,
): string {
  const { words } = linked;
  const reason = words.reason({ record, detail }, mostLines);
  const spoken = joinParts([words.spoken(record, reason), home], ', ');
  const retired = isRetired(record) ? ' retired' : '';
  const text = record.problem === null ? excerpt : words.problem(record.problem);
  const shown = isRetired(record) && successors.length > 0 ? '' : text;
  return [
    `<li class="row ${record.status}${retired}" ${contextOf(record, place)}${fileId(record, linked)}>`,
    markHtml(record, linked),
    `<p class="title">${titleHtml(record, spoken, linked)}${successorsHtml(successors, linked)}</p>`,
    shown === '' ? '' : `<p class="excerpt">${escapeHtml(words.cut(shown))}</p>`,
    `<p class="reason">${homeHtml(home)}${reasonHtml(reason, record, place, linked)}</p>`,
    '</li>',
  ].join('');
}

function homeHtml(home: string): string {
  return home === '' ? '' : `<span class="home">${escapeHtml(visibleText(home, 60))}</span> · `;
}

function markHtml({ status, kind }: DocRecord, { words }: Linked): string {
  const mark = statusMarks[status] || (kind === 'runbook' ? '▸' : '•');
  return `<span class="mark" aria-hidden="true" title="${escapeHtml(words.markHint(status, kind))}">${mark}</span>`;
}

function titleHtml(record: DocRecord, spoken: string, linked: Linked): string {
  const { words } = linked;
  const id = linked.targets.idOf({ kind: 'file', path: record.path, fragment: null });
  const name = words.name(record);
  const label = words.shortName(record);
  // Only the label of a retired record is struck through, so that the title stays readable.
  const text =
    name === label
      ? escapeHtml(name)
      : `<span class="label">${escapeHtml(label)}</span>${escapeHtml(name.slice(label.length))}`;
  if (id === null) return text;
  return `<a class="open" href="#" data-id="${id}" aria-label="${escapeHtml(spoken)}">${text}</a>`;
}

function successorsHtml(successors: readonly DocRecord[], linked: Linked): string {
  if (successors.length === 0) return '';
  const links = successors.map((next) => {
    const name = `${statusMarks[next.status]} ${linked.words.shortName(next)}`.trim();
    return linkHtml(linked, { kind: 'file', path: next.path, fragment: null }, name, linked.words.name(next));
  });
  return ` <span class="instead">→ ${links.join(', ')}</span>`;
}

function reasonHtml(
  { before, lines, after, recordLine }: ReasonWords,
  record: DocRecord,
  place: ListPlace,
  linked: Linked,
) {
  if (recordLine !== null) return linkHtml(linked, { kind: 'place', path: fileOf(record), line: recordLine }, before);
  const links = lines.map((line) => {
    const spoken = linked.words.line(line);
    return linkHtml(linked, { kind: 'place', path: place.path, line }, String(line), '', spoken);
  });
  return `${escapeHtml(before)}${links.join(', ')}${escapeHtml(after)}`;
}

/** The id of the target that Ctrl+Enter opens. */
function fileId(record: DocRecord, { targets }: Linked): string {
  const id = targets.idOf({ kind: 'place', path: fileOf(record), line: record.part?.line ?? 1 });
  return id === null ? '' : ` data-file="${id}"`;
}

/**
 * Tells a context menu which record it is for. The commands look the record up in the index
 * (docs/security.md#hostile-input, S7).
 */
function contextOf(record: DocRecord, { folder }: ListPlace): string {
  const { path } = record;
  const recordStanding = standingOf(record);
  const context = { webviewSection: 'record', recordStanding, preventDefaultContextMenuItems: true, folder, path };
  return `data-vscode-context="${escapeHtml(JSON.stringify(context))}"`;
}
