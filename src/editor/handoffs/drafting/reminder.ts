import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { findMe, isLocated, type LocatedMember, type Schedule } from '../../../core/team/team';
import { nextWorkingStart, periodAt } from '../../../core/time/workingHours';
import type { Instant } from '../../../core/time/zone';
import { localTime } from '../../host/clockWords';
import { Disposables } from '../../host/disposables';
import { commands, settingKeys } from '../../host/ids';
import { isOn, onSettings } from '../../host/settings';
import type { TeamFeature } from '../../team/teamFeature';

/** What a timer can hold; it looks again after that. */
const longestTimer = 2 ** 31 - 1;

/** Offers the handoff in the status bar in the last half hour of one's working hours, where one asked for that. */
export class Reminder implements Disposable {
  private readonly disposables = new Disposables();
  private timer: NodeJS.Timeout | undefined;
  private item: StatusBarItem | undefined;

  constructor(
    private readonly team: Pick<TeamFeature, 'files' | 'me'>,
    private readonly now: () => number,
  ) {
    this.disposables.add(team.files.onDidChange(() => this.update()));
    this.disposables.add(team.me.onDidChange(() => this.update()));
    this.disposables.add(onSettings(() => this.update()));
    this.update();
  }

  /** What the status bar says now; for in-editor tests. */
  get shown(): string | undefined {
    return this.item?.text;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.item?.dispose();
    this.disposables.dispose();
  }

  private update(): void {
    clearTimeout(this.timer);
    const me = isOn(settingKeys.reminder) ? this.whoIAm() : undefined;
    const now = this.now();
    const { ends, next } = me ? reminderAt(me, now) : { ends: null, next: null };
    if (me && ends !== null) this.show(l10n.t('Your working hours end at {0}.', localTime(ends, me.zone)));
    else this.hide();
    if (next !== null) this.timer = setTimeout(() => this.update(), Math.min(next - now, longestTimer));
  }

  private whoIAm(): LocatedMember | undefined {
    for (const { team, folder } of this.team.files.teams) {
      const me = findMe(team, this.team.me.in(folder.uri));
      if (me && isLocated(me)) return me;
    }
    return undefined;
  }

  private show(tooltip: string): void {
    this.item ??= window.createStatusBarItem('meridian.reminder', StatusBarAlignment.Right, 0);
    this.item.name = l10n.t('Meridian: Handoff Reminder');
    this.item.text = l10n.t('{0} Draft handoff', '$(export)');
    this.item.tooltip = tooltip;
    this.item.command = commands.draftHandoff;
    this.item.show();
  }

  private hide(): void {
    this.item?.dispose();
    this.item = undefined;
  }
}

const leadMs = 30 * 60_000;

interface ReminderState {
  /** When the working hours end that are about to, or null where it is not that time. */
  readonly ends: Instant | null;
  /** When to look again; null where they do not work within a year. */
  readonly next: Instant | null;
}

/** Whether it is the last half hour of the schedule's working hours, and when that changes next. */
export function reminderAt(schedule: Schedule, now: Instant): ReminderState {
  const period = periodAt(schedule, now);
  if (period === null) return { ends: null, next: nextWorkingStart(schedule, now) };
  const begins = period.end - leadMs;
  return now < begins ? { ends: null, next: begins } : { ends: period.end, next: period.end };
}
