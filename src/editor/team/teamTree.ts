import {
  type Command,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
} from 'vscode';
import { joinParts } from '../../core/text/compareText';
import type { ClockWarning } from '../../core/time/overlap';
import type { Instant, Period, ZoneName } from '../../core/time/zone';
import type { Boundary } from '../host/boundary';
import { visibleText } from '../host/visibleText';
import { Overlaps } from './model/overlaps';
import { type TeamGroupRows, type TeamRow, teamGroups } from './model/teamModel';
import type { PlacedTeam } from './teamFiles';
import {
  clockText,
  memberName,
  overlapSentence,
  placeText,
  shiftSentence,
  stateIcon,
  stateName,
  timeText,
  togetherText,
  untilText,
} from './teamWords';

export type TeamNode =
  | ({ readonly type: 'group' } & TeamGroupRows)
  | ({ readonly type: 'member' } & TeamRow)
  | { readonly type: 'shift'; readonly row: TeamRow; readonly shift: ClockWarning };

/** The rows of the Team view, all for the same instant. */
export class TeamTree implements TreeDataProvider<TeamNode> {
  private readonly changed = new EventEmitter<undefined>();
  private team: PlacedTeam | undefined;
  private overlaps = new Overlaps(null);
  private instant: Instant;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly now: () => Instant,
    private readonly zone: () => ZoneName,
    private readonly boundary: Boundary,
  ) {
    this.instant = now();
  }

  /** Shows another team, or the same one as another member sees it. */
  show(team: PlacedTeam | undefined, overlaps: Overlaps): void {
    this.team = team;
    this.overlaps = overlaps;
    this.refresh();
  }

  /** Moves the rows to the present instant. */
  refresh(): void {
    this.instant = this.now();
    this.changed.fire(undefined);
  }

  getChildren(node?: TeamNode): TeamNode[] {
    return this.boundary.provider('Team', [], () => this.childrenOf(node))();
  }

  getTreeItem(node: TeamNode): TreeItem {
    if (node.type === 'group') return groupItem(node);
    return node.type === 'shift' ? shiftItem(node.shift, node.row) : this.memberItem(node);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private childrenOf(node: TeamNode | undefined): TeamNode[] {
    if (!this.team) return [];
    if (node?.type === 'group') return node.rows.map((row) => ({ type: 'member', ...row }));
    if (node) return [];
    const groups = teamGroups(this.team.team, this.overlaps.me, this.instant);
    const shifts = groups.flatMap(({ rows }) =>
      rows.flatMap((row) => {
        const shift = this.overlaps.shift(row.member, this.instant);
        return shift ? [{ type: 'shift' as const, row, shift }] : [];
      }),
    );
    return [...shifts, ...groups.map((group) => ({ type: 'group' as const, ...group }))];
  }

  private memberItem(row: TeamRow): TreeItem {
    const { reader, instant } = this;
    // A narrow view must still show whose time it is.
    const item = new TreeItem(
      joinParts([timeText(row.member, instant), memberName(row)], ' '),
      TreeItemCollapsibleState.None,
    );
    const clock = clockText(row.member, instant);
    const until = untilText(row, reader, instant);
    const overlap = this.overlaps.next(row.member, instant);
    const together = this.togetherSentence(row, overlap);
    // The common hours are more useful than the member's own.
    const short = overlap ? togetherText(overlap, reader, instant) : until;
    item.description = joinParts([short, placeText(row.member)], ' · ');
    item.iconPath = stateIcon(row.state);
    item.tooltip = memberTooltip(row, joinParts([clock, until], ' · '), together);
    item.accessibilityInformation = {
      label: joinParts([memberName(row), stateName(row.state), clock, until, together], ', '),
    };
    if (this.team) item.command = openCommand(this.team.uri);
    return item;
  }

  /** The zone that times are shown in: that of the person as a member, else the machine's. */
  private get reader(): ZoneName {
    return this.overlaps.me?.zone ?? this.zone();
  }

  /** A sentence on the common hours of the person and the member; empty where they are not known. */
  private togetherSentence(row: TeamRow, overlap: Period | null): string {
    if (overlap) return overlapSentence(overlap, row.member, this.reader, this.instant);
    const isKnown = this.overlaps.me?.zone != null && row.member.zone !== null;
    return isKnown && !row.isMe ? l10n.t('Never at work at the same time as you within the next four weeks.') : '';
  }
}

function groupItem({ state, rows }: TeamGroupRows): TreeItem {
  const item = new TreeItem(stateName(state), TreeItemCollapsibleState.Expanded);
  item.id = state;
  item.description = String(rows.length);
  return item;
}

function shiftItem(shift: ClockWarning, { member }: TeamRow): TreeItem {
  const sentence = shiftSentence(shift, member);
  const item = new TreeItem(sentence, TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.tooltip = sentence;
  item.accessibilityInformation = { label: l10n.t('Warning: {0}', sentence) };
  return item;
}

/** Plain text, since names and contacts are words of the repository. */
function memberTooltip(row: TeamRow, clock: string, together: string): string {
  const contact = visibleText(row.member.contact ?? '', 300);
  return joinParts([`${memberName(row)} · ${stateName(row.state)}`, clock, together, contact], '\n');
}

/** A row opens the file that its facts are in. */
function openCommand(uri: Uri): Command {
  return { command: 'vscode.open', title: l10n.t('Open Team File'), arguments: [uri] };
}
