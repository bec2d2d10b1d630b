import { commands as editorCommands, env, l10n, Range, Uri, ViewColumn, window } from 'vscode';
import { isInside } from '../../../core/files/paths';
import type { Link } from '../../../core/links/link';
import { recordAddress } from '../../../core/names/series';
import { type DocRecord, fileOf } from '../../../core/records/record';
import { fileLink } from '../../../core/text/escape';
import { answerUnknownRecord } from '../../host/answerFailures';
import type { ActiveFile } from '../../workspace/activeFile';
import { uriOf } from '../../workspace/folderPaths';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { Projects } from '../../workspace/projects';
import { shownLinks } from '../fileGroups';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';
import { reasonText } from '../words/linkWords';
import { shortName, titleText } from '../words/recordWords';
import {
  homeHints,
  pickRecord,
  type RecordChoice,
  rankedItems,
  recordItem,
  separator,
  toSideButton,
} from './recordPicker';
import { areRecordsKnown } from './recordsKnown';

/** Where a record can be shown, other than in an editor. */
export interface RecordPlaces {
  showInPanel(placed: PlacedRecord): Promise<void>;
  revealInRecords(placed: PlacedRecord): Promise<boolean>;
  /** Makes the first link of a file. */
  linkHere(): Promise<void>;
}

/** The commands that take a record: from a link's handle, a row, the cursor, the record in front, or a quick pick. */
export class RecordCommands {
  constructor(
    private readonly projects: Projects,
    private readonly handles: RecordHandles,
    private readonly tracker: ReferenceTracker,
    private readonly active: ActiveFile,
    private readonly places: RecordPlaces,
  ) {}

  async open(argument: unknown, toSide: boolean): Promise<void> {
    const placed = this.known(argument);
    if (placed) await openRecord(placed, toSide);
  }

  async showInPanel(argument: unknown): Promise<void> {
    const placed = await this.chosen(argument);
    if (placed) await this.places.showInPanel(placed);
  }

  async showCitations(argument: unknown): Promise<void> {
    const placed = await this.chosen(argument);
    if (!placed) return;
    const { showCitations } = await import('../following/citations');
    if (!(await showCitations(this.projects, placed))) await this.places.showInPanel(placed);
  }

  async copyLink(argument: unknown): Promise<void> {
    const placed = await this.chosen(argument);
    if (placed) await copyLink(placed);
  }

  /** @returns whether there was a row to reveal. */
  async revealInRecords(argument: unknown): Promise<boolean> {
    const placed = await this.chosen(argument);
    return placed !== undefined && this.places.revealInRecords(placed);
  }

  /** @param within a folder of the explorer, to offer only its records */
  async goTo(within?: unknown): Promise<void> {
    if (!(await areRecordsKnown(this.projects))) return;
    const place = within instanceof Uri ? this.projects.locate(within) : undefined;
    const isOffered = ({ folder, record }: PlacedRecord): boolean =>
      !place || (folder === place.project.folder && isInside(record.path, place.path));
    await openChoice(await this.pick(l10n.t('Go to a record by number, title, status or person'), isOffered));
  }

  /** The records of the file in front, with the reason. Where there is none, offers to make the first link. */
  async showForFile(): Promise<void> {
    if (!(await areRecordsKnown(this.projects))) return;
    const file = this.active.file;
    if (!file) return this.goTo();
    const { folder, view } = file.project;
    const links = view.linksFor(file.path);
    const maybe = file.project.maybeFor(file.path);
    if (links.length + maybe.length === 0) return this.places.linkHere();
    const shown = new Set(shownLinks(links));
    const button = toSideButton();
    const homeOf = homeHints([...links, ...maybe].map(({ record }) => ({ folder, record })));
    const rowsOf = (some: readonly Link[]) =>
      some.map((link) => {
        const placed = { folder, record: link.record };
        return recordItem(placed, [button], { reason: reasonText(link), folder: homeOf(placed) });
      });
    const near = links.filter((link) => !shown.has(link));
    const rows = [
      ...rowsOf([...shown]),
      ...(near.length === 0 ? [] : [separator(l10n.t('nearby')), ...rowsOf(near)]),
      ...(maybe.length === 0 ? [] : [separator(l10n.t('maybe')), ...rowsOf(maybe)]),
    ];
    await openChoice(await pickRecord(l10n.t('Records for this file'), rows, button));
  }

  /**
   * An argument that the index does not know is refused. Only without an argument the cursor counts, or the person is
   * asked (docs/security.md#hostile-input, S7).
   */
  private async chosen(argument: unknown): Promise<PlacedRecord | undefined> {
    // Menus offer a record as soon as it was read, which can be before all records are known.
    if (!(await areRecordsKnown(this.projects))) return undefined;
    if (argument !== undefined) return this.known(argument);
    const here = this.atCursor() ?? this.openRecord();
    return here ?? (await this.pick(l10n.t('Which record?')))?.placed;
  }

  /** The record of a link or a row. */
  private known(argument: unknown): PlacedRecord | undefined {
    const placed = this.handles.find(argument);
    // Not awaited, because the message stays until the person closes it.
    if (!placed) void answerUnknownRecord();
    return placed;
  }

  private atCursor(): PlacedRecord | undefined {
    const editor = window.activeTextEditor;
    const hit = editor && this.tracker.at(editor.document, editor.selection.active);
    return hit && this.tracker.recordOf(hit.reference, hit.file);
  }

  private openRecord(): PlacedRecord | undefined {
    return this.active.uri && this.projects.recordAt(this.active.uri);
  }

  private pick(
    placeholder: string,
    isOffered: (placed: PlacedRecord) => boolean = () => true,
  ): Promise<RecordChoice | undefined> {
    const file = this.active.file;
    const links = shownLinks(file?.project.view.linksFor(file.path) ?? []);
    const linked = new Map<DocRecord, string>(links.map((link) => [link.record, reasonText(link)]));
    const button = toSideButton();
    const offered = this.projects.records().filter(isOffered);
    return pickRecord(placeholder, rankedItems(offered, linked, [button]), button);
  }
}

export async function openChoice(choice: RecordChoice | undefined): Promise<void> {
  if (choice) await openRecord(choice.placed, choice.toSide);
}

/** Opens the record in the editor that is set for its file: a diagram is not a text. */
async function openRecord({ folder, record }: PlacedRecord, toSide = false): Promise<void> {
  const column = toSide ? ViewColumn.Beside : ViewColumn.Active;
  const line = record.part && record.part.line - 1;
  await editorCommands.executeCommand('vscode.open', uriOf(folder.uri, fileOf(record)), {
    viewColumn: column,
    preview: !toSide,
    ...(line === undefined ? {} : { selection: new Range(line, 0, line, 0) }),
  });
}

/** Puts `[ADR-0012: Use PostgreSQL](docs/adr/0012-x.md)` on the clipboard: works in a comment, a review, a message. */
async function copyLink({ record }: PlacedRecord): Promise<void> {
  const name = shortName(record);
  const title = titleText(record);
  const label = name === title ? name : `${name}: ${title}`;
  await env.clipboard.writeText(fileLink(label, recordAddress(record)));
  window.setStatusBarMessage(l10n.t('Copied a link to {0}', name), 3000);
}
