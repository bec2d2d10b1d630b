import { l10n, type MarkdownString, type WorkspaceFolder } from 'vscode';
import { dirname } from '../../../core/files/paths';
import type { Reference } from '../../../core/links/link';
import { sameNumber } from '../../../core/names/spelling';
import type { ProjectView } from '../../../core/projectView';
import type { RecordKind } from '../../../core/records/record';
import { withoutHolders } from '../../../core/records/withoutHolders';
import { joinParts } from '../../../core/text/compareText';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import { visibleText } from '../../host/visibleText';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { PlacedFile } from '../../workspace/projects';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';
import { recordName } from '../words/recordWords';
import { statusIconName, statusWord } from '../words/statusWords';
import { actionLinks, candidateLinks } from './actionLinks';
import { HoverText } from './hoverText';
import { recordHover } from './recordHover';

/** The most candidates that a hover lists; for more there is Go to Definition. */
const maxCandidates = 8;

/** The hover on a reference in a file; `all` are the references of its document. */
export function hoverContents(
  file: PlacedFile,
  reference: Reference,
  all: readonly Reference[],
  tracker: ReferenceTracker,
  handles: RecordHandles,
): readonly MarkdownString[] {
  const { project } = file;
  const meant = tracker.recordsOf(reference, file).slice(0, maxCandidates);
  const only = tracker.recordOf(reference, file);
  if (!only && meant.length > 0) {
    const links = candidateLinks(meant.map((placed) => handles.handleOf(placed)));
    return [ambiguousHover(reference, meant, project.folder), links];
  }
  if (only) {
    const view = tracker.projectOf(only)?.view ?? project.view;
    const place = only.folder === project.folder ? [] : [folderHover(only.folder)];
    const actions = actionLinks(handles.handleOf(only), isOn(settingKeys.panel));
    return [...place, ...recordHover(view, only.record), actions];
  }
  if (reference.resolution === 'missing') return [missingHover(project.view, reference)];
  return reference.resolution === 'foreign' ? [foreignHover(reference, all)] : [];
}

/** Says that the record is in another folder of the window. */
function folderHover({ name }: WorkspaceFolder): MarkdownString {
  return new HoverText().icon('root-folder').words(l10n.t('In the folder {0} of this window', name), 200).markdown;
}

/**
 * `ADR-… is not among the 48 decisions of this repository.` Nothing is guessed for a number that does not exist here.
 */
function missingHover(view: ProjectView, reference: Reference): MarkdownString {
  return new HoverText().words(missingSentence(view, visibleText(reference.text, 100), reference), 300).markdown;
}

function missingSentence(view: ProjectView, name: string, reference: Reference): string {
  const records = withoutHolders(view.records());
  const count = (kind: RecordKind): number => records.filter((record) => record.kind === kind).length;
  if (reference.form === 'alert')
    return l10n.t('{0} is not among the {1} runbooks of this repository.', name, count('runbook'));
  if (reference.prefix === 'RFC')
    return l10n.t('{0} is not among the {1} RFCs of this repository.', name, count('rfc'));
  if ((reference.form === 'id' || reference.form === 'annotation') && count('decision') > 0) {
    return l10n.t('{0} is not among the {1} decisions of this repository.', name, count('decision'));
  }
  return l10n.t('{0} is not among the {1} records of this repository.', name, records.length);
}

/**
 * Says which repository the record belongs to: by the reference's own address, or by the nearest address with the same
 * number.
 */
function foreignHover(reference: Reference, all: readonly Reference[]): MarkdownString {
  const owner = ownerOf(reference) ?? reference.beside?.place ?? ownerOf(nearestAddress(reference, all));
  const name = visibleText(reference.text, 100);
  return new HoverText().words(
    owner === null
      ? l10n.t('{0} belongs to another repository.', name)
      : l10n.t('{0} belongs to another repository: {1}.', name, owner),
    300,
  ).markdown;
}

function nearestAddress({ line, number }: Reference, all: readonly Reference[]): Reference | undefined {
  if (number === null) return undefined;
  const same = all.filter(
    (other) =>
      other.resolution === 'foreign' &&
      other.form === 'url' &&
      other.number !== null &&
      sameNumber(other.number) === sameNumber(number),
  );
  return same.sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0];
}

/** `github.com/owner/name` of a URL. */
function ownerOf(reference: Reference | undefined): string | null {
  if (reference?.form !== 'url') return null;
  const { name, text } = reference;
  try {
    const { host, pathname } = new URL(name ?? text);
    return [
      host,
      ...pathname
        .split('/')
        .filter((part) => part !== '')
        .slice(0, 2),
    ].join('/');
  } catch {
    return null;
  }
}

/** The records that a reference could mean, numbered, each with its folder. */
function ambiguousHover(
  reference: Reference,
  candidates: readonly PlacedRecord[],
  own: WorkspaceFolder,
): MarkdownString {
  const text = new HoverText();
  const name = visibleText(reference.text, 100);
  const count = reference.candidates.length + (reference.elsewhere?.length ?? 0);
  text.words(
    count === 1
      ? l10n.t('{0} may be this record, which has another title:', name)
      : l10n.t('{0} could mean one of {1} records:', name, count),
  );
  text.paragraph();
  for (const [index, { folder, record }] of candidates.entries()) {
    const place = folder === own ? dirname(record.path) : joinParts([folder.name, dirname(record.path)], '/');
    text
      .item(index + 1)
      .icon(statusIconName(record))
      .strong(recordName(record), 100);
    text.dot().words(statusWord(record)).dot().words(place, 100);
  }
  return text.markdown;
}
