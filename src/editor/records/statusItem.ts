import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { Link } from '../../core/links/link';
import { isAboutCode } from '../../core/records/record';
import { isRetired } from '../../core/records/succession';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import { commands, settingKeys, views } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
import { withoutIcons } from '../host/visibleText';
import type { ActiveFile } from '../workspace/activeFile';
import { shownLinks } from './fileGroups';
import { shortName, spokenRecord } from './words/recordWords';

/** Left of the editor's own items on the right: line and column, language. */
const priority = 200;

/**
 * The file's answer in the status bar: the record that concerns it most and how many more there are, or the dead one that
 * it cites. Nothing where nothing is linked.
 */
export class FileStatusItem implements Disposable {
  private readonly disposables = new Disposables();
  private readonly item: StatusBarItem;
  private isShown = false;
  private links: readonly Link[] = [];

  constructor(
    private readonly active: ActiveFile,
    private readonly boundary: Boundary,
  ) {
    this.item = this.disposables.add(
      window.createStatusBarItem('meridian.records', StatusBarAlignment.Right, priority),
    );
    this.item.name = l10n.t('Meridian: Records of the File');
    this.disposables.add(active.onDidChange(() => this.update()));
    this.disposables.add(onSettings(() => this.update()));
    this.update();
  }

  /** What the status bar says now; for in-editor tests. */
  get shown(): Pick<StatusBarItem, 'text' | 'command' | 'tooltip'> | undefined {
    return this.isShown ? this.item : undefined;
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private update(): void {
    const file = isOn(settingKeys.statusItem) ? this.active.file : undefined;
    const links = file ? shownLinks(file.project.view.linksFor(file.path)) : [];
    const first = links.find(isDead) ?? links.find(({ record }) => isAboutCode(record.kind)) ?? links[0];
    this.isShown = first !== undefined;
    if (!first) {
      this.links = [];
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
    if (!isSame) void this.boundary.background('status bar', null, () => this.explain(links));
  }

  /** Its code is loaded with the first file that has something to say. */
  private async explain(links: readonly Link[]): Promise<void> {
    const { fileTooltip } = await import('./fileTooltip');
    if (links === this.links) this.item.tooltip = fileTooltip(links);
  }
}

/** Cited although it is no longer in force. */
function isDead({ record, detail }: Link): boolean {
  return detail.reason === 'reference' && detail.ambiguous === undefined && isRetired(record);
}
