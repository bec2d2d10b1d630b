import { l10n, type QuickPickItem, window, workspace } from 'vscode';
import { dirname } from '../../../core/files/paths';
import { recordLabel } from '../../../core/names/series';
import { type DocRecord, fileOf, isDecided } from '../../../core/records/record';
import { isRetired } from '../../../core/records/succession';
import { changeStatus, type OwnVerdict } from '../../../core/records/write/changeStatus';
import { type CitingStyle, citingStyleOf } from '../../../core/records/write/citation';
import { type StatusWording, wordingFor } from '../../../core/records/write/statusWording';
import { leavesNothing, writeSuperseded, writeSuperseding } from '../../../core/records/write/supersede';
import { answer, answerWith } from '../../host/answer';
import { answerUnknownRecord, answerUntrusted } from '../../host/answerFailures';
import { confirm } from '../../host/confirm';
import { commands } from '../../host/ids';
import { sayUnsaved } from '../../host/sayUnsaved';
import { visibleText } from '../../host/visibleText';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { Projects } from '../../workspace/projects';
import type { RecordHandles } from '../recordHandles';
import { sortRecords } from '../views/model/recordOrder';
import { shortName } from '../words/recordWords';
import { decisionIn } from './decisionIn';
import { RecordEdits } from './recordEdits';
import { homeHints, pickRecord, rankedItems, recordItem } from './recordPicker';
import { areRecordsKnown } from './recordsKnown';
import { sayRefused } from './sayRefused';

/** A person's decision about a record, written into that record and the other one, each in the form of its file. */
export class StatusCommands {
  constructor(
    private readonly projects: Projects,
    private readonly handles: RecordHandles,
  ) {}

  async change(argument: unknown, verdict: OwnVerdict): Promise<void> {
    const placed = await this.chosen(argument);
    if (!placed) return;
    const edits = new RecordEdits();
    await edits.add(placed, (record, text) => changeStatus(record, text, verdict, this.wordingFor(placed)));
    await this.apply(edits);
  }

  /** Asks for the successors, and whether they replace the whole record. */
  async supersede(argument: unknown): Promise<void> {
    const older = await this.chosen(argument);
    if (!older) return;
    const newer = await this.pickSuccessors(older);
    if (newer === undefined || newer.length === 0) return;
    const partial = await askWhetherPartial(older);
    if (partial === undefined) return;
    const edits = new RecordEdits();
    const writing = (placed: PlacedRecord, others: readonly PlacedRecord[]) => ({
      others: others.map(({ record }) => record),
      partial,
      style: this.styleFor(placed, others),
      wording: this.wordingFor(placed),
    });
    if (!newer.every(({ record }) => statesSuccessor(older.record, record))) {
      await edits.add(older, (record, text) => writeSuperseded(record, text, writing(older, newer)));
    }
    for (const placed of newer) {
      if (states(placed.record.supersedes, older.record)) continue;
      await edits.add(placed, (record, text) => writeSuperseding(record, text, writing(placed, [older])));
    }
    if (!edits.refused && edits.isEmpty) {
      await answer(l10n.t('{0} says so already.', visibleText(shortName(older.record))));
      return;
    }
    if (!edits.refused && !(await confirmGap(older, newer, partial))) return;
    await this.apply(edits);
  }

  private async apply(edits: RecordEdits): Promise<void> {
    const { refused } = edits;
    if (refused) await sayRefused(refused);
    else sayUnsaved(await edits.apply());
  }

  /** The record of a row or a menu, else the one in front; in a file with several records the one at the cursor. */
  private async chosen(argument: unknown): Promise<PlacedRecord | undefined> {
    if (!workspace.isTrusted) {
      await answerUntrusted(l10n.t('Records are not changed in Restricted Mode.'));
      return undefined;
    }
    // Taken now: during a long first reading a person goes on to other tabs.
    const front = window.activeTextEditor;
    // What is not read yet is neither found in front nor offered.
    if (!(await areRecordsKnown(this.projects))) return undefined;
    const placed = argument === undefined ? decisionIn(front, this.projects) : this.handles.find(argument);
    if (placed) return placed;
    if (argument !== undefined) {
      await answerUnknownRecord();
      return undefined;
    }
    const decided = this.projects.records().filter(isLiveDecision);
    return (await pickRecord(l10n.t('Which record?'), rankedItems(decided, new Map(), [])))?.placed;
  }

  private async pickSuccessors({ folder, record }: PlacedRecord): Promise<readonly PlacedRecord[] | undefined> {
    const offered = this.projects
      .records()
      .filter((other) => other.folder === folder && isLiveDecision(other) && other.record.path !== record.path);
    if (offered.length === 0) {
      const why = l10n.t('There is no other decision here that could take its place. Write that one first.');
      await answerWith(why, l10n.t('New Decision…'), commands.newDecision);
      return undefined;
    }
    const homeOf = homeHints(offered);
    const items = sortRecords(offered, 'id')
      .toReversed()
      .map((placed): QuickPickItem & { readonly placed: PlacedRecord } => ({
        ...recordItem(placed, [], { folder: homeOf(placed) }),
        placed,
      }));
    const chosen = await window.showQuickPick(items, {
      canPickMany: true,
      matchOnDescription: true,
      placeHolder: l10n.t('What takes the place of {0}?', visibleText(shortName(record), 60)),
    });
    return chosen?.map(({ placed }) => placed);
  }

  /** The records whose style counts: those in the same directory, if there are any; else all decisions and RFCs. */
  private house({ folder, record }: PlacedRecord): readonly DocRecord[] {
    const all = this.projects.of(folder.uri.toString())?.view.records() ?? [];
    const home = dirname(fileOf(record));
    const beside = all.filter(
      (other) => other.statusText !== null && other.path !== record.path && dirname(fileOf(other)) === home,
    );
    return beside.length > 0 ? beside : all.filter(({ kind }) => isDecided(kind));
  }

  /** Cites by the file's name where several records have the same number. */
  private styleFor(placed: PlacedRecord, others: readonly PlacedRecord[]): CitingStyle {
    const all = this.projects.of(placed.folder.uri.toString())?.view.records() ?? [];
    const isShared = ({ record }: PlacedRecord): boolean => {
      const label = recordLabel(record);
      return label !== null && all.filter((other) => recordLabel(other) === label).length > 1;
    };
    return others.some(isShared) ? 'slug' : citingStyleOf(this.house(placed));
  }

  private wordingFor(placed: PlacedRecord): StatusWording {
    return wordingFor(placed.record, this.house(placed));
  }
}

function isLiveDecision({ record }: PlacedRecord): boolean {
  return isDecided(record.kind) && !record.isCollection && !isRetired(record);
}

function states(relations: DocRecord['supersedes'], { path }: DocRecord): boolean {
  return relations.some((relation) => relation.path === path && !relation.mirrored);
}

function statesSuccessor(older: DocRecord, newer: DocRecord): boolean {
  return older.status === 'superseded' && states(older.supersededBy, newer);
}

/** Asks, where a record would give way to one that is only proposed. @returns whether to go on */
async function confirmGap(
  { record }: PlacedRecord,
  newer: readonly PlacedRecord[],
  partial: boolean,
): Promise<boolean> {
  const others = newer.map((placed) => placed.record);
  if (!leavesNothing(record, others, partial)) return true;
  const next = others.map((other) => visibleText(shortName(other), 60)).join(', ');
  const old = visibleText(shortName(record), 60);
  return confirm(
    l10n.t('{0} is not accepted yet. Say all the same that {1} is superseded by it?', next, old),
    l10n.t('Until {0} is accepted, nothing is in force then, and Check References says so.', next),
    l10n.t('Supersede'),
  );
}

async function askWhetherPartial({ record }: PlacedRecord): Promise<boolean | undefined> {
  const name = visibleText(shortName(record), 60);
  const whole = { label: l10n.t('All of it'), description: l10n.t('{0} is no longer in force', name), partial: false };
  const part = {
    label: l10n.t('A part of it'),
    description: l10n.t('{0} stays in force for the rest', name),
    partial: true,
  };
  // A record that is not in force cannot stay in force for a part.
  if (record.status !== 'accepted') return false;
  const chosen = await window.showQuickPick([whole, part], { placeHolder: l10n.t('How much of it is replaced?') });
  return chosen?.partial;
}
