import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { findMe, hasHours, type LocatedMember } from '../../../core/team/team';
import type { Boundary } from '../../host/boundary';
import { localTime } from '../../host/clockWords';
import { Disposables } from '../../host/disposables';
import { commands, settingKeys } from '../../host/ids';
import { isOn, onSettings } from '../../host/settings';
import type { TeamFeature } from '../../team/teamFeature';
import { reminderAt } from './model/reminderAt';

/** The longest delay of a timer, in milliseconds. The reminder checks again after it. */
const longestTimer = 2 ** 31 - 1;

/** Offers the handoff in the status bar in the last half hour of a person's working hours, if the setting is on. */
export class Reminder implements Disposable {
  private readonly disposables = new Disposables();
  private timer: NodeJS.Timeout | undefined;
  private item: StatusBarItem | undefined;
  private readonly look: () => void;

  constructor(
    private readonly team: Pick<TeamFeature, 'files' | 'me'>,
    private readonly now: () => number,
    boundary: Boundary,
  ) {
    this.look = boundary.event('reminder', () => this.update());
    this.disposables.add(team.files.onDidChange(this.look));
    this.disposables.add(team.me.onDidChange(this.look));
    this.disposables.add(onSettings(this.look));
    this.update();
  }

  /** The text in the status bar now; for in-editor tests. */
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
    if (next !== null) this.timer = setTimeout(this.look, Math.min(next - now, longestTimer));
  }

  private whoIAm(): LocatedMember | undefined {
    for (const { team, folder } of this.team.files.teams) {
      const me = findMe(team, this.team.me.in(folder.uri));
      if (me && hasHours(me)) return me;
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
