import { type Disposable, l10n, type TreeView, window } from 'vscode';
import { findMe } from '../../core/team/team';
import { minuteMs } from '../../core/time/durations';
import type { Boundary } from '../host/boundary';
import type { Contexts } from '../host/contexts';
import { Disposables } from '../host/disposables';
import { contextKeys, views } from '../host/ids';
import { onSettings } from '../host/settings';
import { ViewMessage } from '../host/viewMessage';
import type { ActiveFile } from '../workspace/activeFile';
import { Overlaps } from './model/overlaps';
import type { PlacedTeam, TeamFiles } from './teamFiles';
import type { TeamNode, TeamTree } from './teamTree';
import type { WhoIAm } from './whoIAm';

/**
 * The Team view around its tree: whose team it is, who the person is in it, and a clock that runs only while the view
 * is visible.
 */
export class TeamView implements Disposable {
  private readonly disposables = new Disposables();
  private readonly view: TreeView<TeamNode>;
  /** The line above the rows; `text` is also for in-editor tests. */
  readonly message: ViewMessage;
  private timer: NodeJS.Timeout | undefined;
  private shown: PlacedTeam | undefined;
  private readonly minute: () => void;

  constructor(
    private readonly tree: TeamTree,
    private readonly files: TeamFiles,
    private readonly me: WhoIAm,
    private readonly active: ActiveFile,
    private readonly contexts: Contexts,
    boundary: Boundary,
  ) {
    this.minute = boundary.event('Team clock', () => {
      this.tree.refresh();
      this.tick();
    });
    this.view = this.disposables.add(window.createTreeView(views.team, { treeDataProvider: tree }));
    this.message = this.disposables.add(new ViewMessage(this.view, views.team, boundary));
    this.disposables.add(files.onDidChange(() => this.update()));
    this.disposables.add(me.onDidChange(() => this.update()));
    this.disposables.add(
      active.onDidChange(() => {
        if (this.teamInFront() !== this.shown) this.update();
      }),
    );
    this.disposables.add(onSettings(() => this.update(), ['team']));
    this.disposables.add(
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.tree.refresh();
        this.tick();
      }),
    );
    this.update();
    this.tick();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  private update(): void {
    const team = this.teamInFront();
    this.shown = team;
    const me = team ? findMe(team.team, this.me.in(team.folder.uri)) : null;
    const size = team?.team.members.length ?? 0;
    this.contexts.set(contextKeys.team, team === undefined ? 'none' : size === 0 ? 'empty' : 'ready');
    const isStranger = me === null && size > 0;
    this.message.text = team?.unread
      ? l10n.t('The team file could not be read: check that it is a text file of at most 1 MB.')
      : isStranger
        ? l10n.t('No member has your git address or name. To see common hours, say who you are in meridian.team.me.')
        : '';
    this.tree.show(team, new Overlaps(me));
  }

  private teamInFront(): PlacedTeam | undefined {
    const folder = this.active.file?.project.folder;
    return (folder && this.files.teamOf(folder)) ?? this.files.teams[0];
  }

  private tick(): void {
    clearTimeout(this.timer);
    if (!this.view.visible) return;
    this.timer = setTimeout(this.minute, minuteMs - (Date.now() % minuteMs));
  }
}
