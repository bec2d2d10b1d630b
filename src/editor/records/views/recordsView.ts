import { type Disposable, type TreeView, window, workspace } from 'vscode';
import type { Boundary } from '../../host/boundary';
import type { Contexts } from '../../host/contexts';
import { Disposables } from '../../host/disposables';
import { contextKeys, views } from '../../host/ids';
import { ViewMessage } from '../../host/viewMessage';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { Projects } from '../../workspace/projects';
import { isFiltering, noFilter } from './model/recordsFilter';
import type { RecordsNode } from './model/recordsModel';
import type { ShownRecords } from './recordsMessage';
import type { RecordsTree } from './recordsTree';

/** The Records view around its tree: the line that says what is filtered and what is missing in Restricted Mode. */
export class RecordsView implements Disposable {
  private readonly disposables = new Disposables();
  private readonly view: TreeView<RecordsNode>;
  private readonly message: ViewMessage;
  /** Whether a reading took so long that its progress is shown. */
  private isSlow = false;
  private told: Omit<ShownRecords, 'matching'> | undefined;

  constructor(
    private readonly tree: RecordsTree,
    private readonly projects: Projects,
    private readonly contexts: Contexts,
    private readonly boundary: Boundary,
  ) {
    const options = { treeDataProvider: tree, showCollapseAll: true };
    this.view = this.disposables.add(window.createTreeView<RecordsNode>(views.records, options));
    this.message = this.disposables.add(new ViewMessage(this.view, views.records, boundary));
    this.disposables.add(
      projects.onDidChange(() => {
        // Changed rows fire their own event, which calls `describe`. Without it, the state may still have changed.
        if (!tree.refresh()) this.describe();
      }),
    );
    this.disposables.add(
      projects.onDidProgress(() => {
        this.isSlow = true;
        this.describe();
      }),
    );
    this.disposables.add(tree.onDidChangeTreeData(() => this.describe()));
    this.disposables.add(workspace.onDidGrantWorkspaceTrust(() => this.describe()));
    this.describe();
  }

  /**
   * Selects a record's row and scrolls to it. A filter that hides the row is cleared. False for a record that is gone.
   */
  async reveal(record: PlacedRecord): Promise<boolean> {
    if (!(await this.tree.locate(record))) this.tree.setFilter(noFilter);
    const node = await this.tree.locate(record);
    if (node) await this.view.reveal(node, { select: true, focus: true, expand: true });
    return node !== undefined;
  }

  get onDidChangeSelection(): TreeView<RecordsNode>['onDidChangeSelection'] {
    return this.view.onDidChangeSelection;
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private describe(): void {
    const { filter } = this.tree;
    const records = this.projects.records();
    const partial = this.projects.folders
      .filter(({ view }) => view.truncated && view.stoppedAt === null)
      .map(({ folder }) => folder.name);
    this.contexts.set(contextKeys.state, this.projects.state);
    this.contexts.set(contextKeys.recordsFiltered, isFiltering(filter));
    this.contexts.set(contextKeys.reading, this.projects.isReading);
    const isUndated = !workspace.isTrusted && records.some(({ record }) => record.date === null);
    const { stoppedAt } = this.projects;
    const progress = this.isSlow && this.projects.isReading ? this.projects.progress : null;
    const told = { filter, total: records.length, partial, isUndated, stoppedAt, progress };
    this.told = told;
    if (isFiltering(filter) || partial.length > 0 || isUndated || stoppedAt || progress) void this.tell(told);
    else this.message.text = '';
  }

  /** The code for the line is loaded when there is something to say. */
  private tell(told: Omit<ShownRecords, 'matching'>): Promise<void> {
    return this.boundary.background('line of Records', null, async () => {
      const { recordsMessage } = await import('./recordsMessage');
      // Without a filter no rows are made for the count.
      const matching = isFiltering(told.filter) ? await this.tree.matching() : told.total;
      if (told === this.told) this.message.text = recordsMessage({ ...told, matching });
    });
  }
}
