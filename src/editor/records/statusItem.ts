import { type Disposable, EventEmitter, l10n, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { Link } from '../../core/links/link';
import { isAboutCode } from '../../core/records/record';
import { isRetired } from '../../core/records/succession';
import { dayMs } from '../../core/time/durations';
import { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import { commands, settingKeys, views } from '../host/ids';
import type { LazyFeature } from '../host/lazyFeature';
import { isOn, onSettings } from '../host/settings';
import { withoutIcons } from '../host/visibleText';
import type { TeamFeature } from '../team/teamFeature';
import type { PlacedFile } from '../workspace/projects';
import { shownLinks } from './fileGroups';
import { shortName, spokenRecord } from './words/recordWords';

/** Left of the editor's own items on the right: line and column, language. */
const priority = 200;
/** The longest delay of a timer, in milliseconds. */
const longestWait = dayMs;

/**
 * The status bar item for the file in front: the record that concerns it most and how many more there are, or a retired
 * record that it cites. Hidden where no record is linked.
 */
export class FileStatusItem implements Disposable {
  private readonly disposables = new Disposables();
  private readonly item: StatusBarItem;
  private isShown = false;
  private links: readonly Link[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly explained = this.disposables.add(new EventEmitter<void>());
  /** Fires when the tooltip is complete. */
  readonly onDidExplain = this.explained.event;

  constructor(
    private readonly services: FeatureServices,
    private readonly team: LazyFeature<TeamFeature>,
  ) {
    const { active } = services;
    this.item = this.disposables.add(
      window.createStatusBarItem('meridian.records', StatusBarAlignment.Right, priority),
    );
    this.item.name = l10n.t('Meridian: Records of the File');
    this.disposables.add(active.onDidChange(() => this.update()));
    this.disposables.add(onSettings(() => this.update()));
    this.update();
  }

  /** The item if it is shown; for in-editor tests. */
  get shown(): Pick<StatusBarItem, 'text' | 'command' | 'tooltip'> | undefined {
    return this.isShown ? this.item : undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  private update(): void {
    const file = isOn(settingKeys.statusItem) ? this.services.active.file : undefined;
    const links = file ? shownLinks(file.project.view.linksFor(file.path)) : [];
    const first = links.find(isDead) ?? links.find(({ record }) => isAboutCode(record.kind)) ?? links[0];
    this.isShown = first !== undefined;
    if (!file || !first) {
      this.links = [];
      clearTimeout(this.timer);
      this.item.hide();
      return;
    }
    const { record } = first;
    const name = withoutIcons(shortName(record));
    const more = links.length - 1;
    this.item.text = `$(${isDead(first) ? 'circle-slash' : 'law'}) ${name}${more > 0 ? ` +${more}` : ''}`;
    const others = more === 0 ? [] : [more === 1 ? l10n.t('and 1 more record') : l10n.t('and {0} more records', more)];
    this.item.accessibilityInformation = { label: spokenRecord(record, others) };
    this.item.command = isOn(settingKeys.panel) ? `${views.decisions}.focus` : commands.showRecordsForFile;
    this.item.show();
    const isSame = links.length === this.links.length && links.every((link, at) => link === this.links[at]);
    this.links = links;
    if (!isSame) this.explainSoon(file, links);
  }

  private explainSoon(file: PlacedFile, links: readonly Link[]): void {
    clearTimeout(this.timer);
    const { boundary } = this.services;
    void boundary.background('status bar', null, () => this.explain(file, links));
  }

  /**
   * The code for the tooltip is loaded for the first file with a record. Owners are added later, since git may have to
   * be asked.
   */
  private async explain(file: PlacedFile, links: readonly Link[]): Promise<void> {
    const [{ fileTooltip }, { fileOwners }] = await Promise.all([import('./fileTooltip'), import('./fileOwners')]);
    if (links !== this.links) return;
    this.item.tooltip = fileTooltip(links, []);
    const { lines, until } = await fileOwners(file, this.services, await this.team.load());
    if (links !== this.links || this.disposables.isDisposed) return;
    this.item.tooltip = fileTooltip(links, lines);
    this.explained.fire();
    if (until === null) return;
    const wait = Math.min(Math.max(until - this.services.now(), 0) + 1_000, longestWait);
    this.timer = setTimeout(() => this.explainSoon(file, links), wait);
  }
}

/** Whether a record is cited although it is no longer in force. */
function isDead({ record, detail }: Link): boolean {
  return detail.reason === 'reference' && detail.ambiguous === undefined && isRetired(record);
}
