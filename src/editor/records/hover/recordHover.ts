import { l10n, type MarkdownString } from 'vscode';
import type { ProjectView } from '../../../core/projectView';
import type { DocRecord, Relation } from '../../../core/records/record';
import { isRetired, livingSuccessors } from '../../../core/records/succession';
import { joinParts } from '../../../core/text/compareText';
import { problemSentence } from '../words/problemSentence';
import { copyText, dateText, factsText, labelText, shortName, titleText } from '../words/recordWords';
import { statusIconName, statusWord } from '../words/statusWords';
import { HoverText } from './hoverText';

/**
 * The hover on one record: first what replaces it if it is retired, then what it decides, then its relations and who
 * cites it.
 */
export function recordHover(view: ProjectView, record: DocRecord): readonly MarkdownString[] {
  const text = new HoverText();
  heading(text, record);
  successors(text, view, record);
  if (labelText(record) !== '') (isRetired(record) ? text.paragraph() : text.line()).strong(titleText(record));
  if (record.decision !== null) text.paragraph().words(record.decision, 400);
  if (record.problem !== null) text.paragraph().icon('warning').words(problemSentence(record.problem), 300);
  steps(text, record);
  const facts = new HoverText();
  const related = [...relations(view, record), ...copies(view, record), ...citations(view, record)];
  if (related.length > 0) facts.words(related.join(' · '), 600);
  return [text, facts].filter(({ isEmpty }) => !isEmpty).map(({ markdown }) => markdown);
}

function heading(text: HoverText, record: DocRecord): void {
  const facts = record.runbook ? runbookFacts(record) : factsText(record);
  text.icon(statusIconName(record)).strong(shortName(record));
  if (facts !== '') text.dot().words(facts, 300);
}

function runbookFacts(record: DocRecord): string {
  const owner = record.runbook?.owner ?? null;
  const date = dateText(record.date);
  const parts = [
    record.status === 'none' ? '' : statusWord(record),
    owner === null ? '' : l10n.t('owner {0}', owner),
    date === '' ? '' : record.dateSource === 'git' ? l10n.t('added {0}', date) : date,
  ];
  return joinParts(parts, ' · ');
}

function successors(text: HoverText, view: ProjectView, record: DocRecord): void {
  if (!isRetired(record) && !record.supersededBy.some(isInForce)) return;
  const living = livingSuccessors(record, (path) => view.record(path)).slice(0, 3);
  for (const next of living) {
    text.line().words(l10n.t('Superseded by')).space().icon(statusIconName(next)).strong(shortName(next));
    if (labelText(next) !== '') text.space().words(titleText(next));
  }
  if (!isRetired(record) && living.length > 0) text.line().words(oneSidedSentence(record));
  if (living.length > 0) return;
  const elsewhere = record.supersededBy.filter(({ path, partial }) => path === null && !partial).slice(0, 3);
  for (const { text: written } of elsewhere) text.line().words(l10n.t('Superseded by {0}', written));
}

/** Whether a supersession is complete and in force, whichever of the two records states it. */
function isInForce({ path, partial, pending }: Relation): boolean {
  return path !== null && !partial && !pending;
}

/** Says that only one of the records states it: which of them is in force is for their readers to settle. */
function oneSidedSentence({ supersededBy }: DocRecord): string {
  return supersededBy.filter(isInForce).every(({ mirrored }) => mirrored)
    ? l10n.t('Only the newer record states that; this one does not.')
    : l10n.t('This record states that, under a status of its own.');
}

function relations(view: ProjectView, record: DocRecord): readonly string[] {
  const named = (path: string | null, text: string): string => {
    const other = path === null ? undefined : view.record(path);
    return other ? shortName(other) : text;
  };
  return [
    ...record.supersededBy.slice(0, 5).flatMap(({ path, text, partial, pending }) => {
      if (pending) return [l10n.t('{0} would replace it and is not accepted', named(path, text))];
      return partial ? [l10n.t('Amended by {0} (partly)', named(path, text))] : [];
    }),
    ...record.supersedes
      .slice(0, 5)
      .map(({ path, text, partial }) =>
        partial ? l10n.t('Amends {0} (partly)', named(path, text)) : l10n.t('Supersedes {0}', named(path, text)),
      ),
  ];
}

function copies(view: ProjectView, record: DocRecord): readonly string[] {
  return view
    .copiesOf(record.path)
    .slice(0, 4)
    .map((copy) => copyText(copy));
}

function citations(view: ProjectView, record: DocRecord): readonly string[] {
  const files = new Set(view.backlinks(record.path).map(({ file }) => file)).size;
  if (files === 0) return [];
  return [files === 1 ? l10n.t('cited in 1 file') : l10n.t('cited in {0} files', files)];
}

function steps(text: HoverText, record: DocRecord): void {
  const first = record.runbook?.firstSteps ?? [];
  if (first.length > 0) text.paragraph();
  for (const [index, step] of first.slice(0, 3).entries()) text.item(index + 1).words(step, 200);
}
