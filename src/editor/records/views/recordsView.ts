import { type Disposable, l10n, type TreeView, window, workspace } from 'vscode';
import { joinParts } from '../../../core/text/compareText';
import type { Boundary } from '../../host/boundary';
import type { Contexts } from '../../host/contexts';
import { Disposables } from '../../host/disposables';
import { contextKeys, views } from '../../host/ids';
import { ViewMessage } from '../../host/viewMessage';
import { visibleText } from '../../host/visibleText';
import type { PlacedRecord, Projects } from '../../workspace/projects';
import { statusName } from '../words/statusWords';
import { isFiltering, noFilter, type RecordsFilter } from './model/recordsFilter';
import type { RecordsNode } from './model/recordsModel';
import type { RecordsTree } from './recordsTree';

/** The Records view around its tree: the line that says what is filtered and what Restricted Mode leaves out. */
export class RecordsView implements Disposable {
  private readonly disposables = new Disposables();
  private readonly view: TreeView<RecordsNode>;
  private readonly message: ViewMessage;

  constructor(
    private readonly tree: RecordsTree,
    private readonly projects: Projects,
    private readonly contexts: Contexts,
    boundary: Boundary,
  ) {
    const options = { treeDataProvider: tree, showCollapseAll: true };
    this.view = this.disposables.add(window.createTreeView<RecordsNode>(views.records, options));
    this.message = this.disposables.add(new ViewMessage(this.view, views.records, boundary));
    this.disposables.add(
      projects.onDidChange(() => {
        // Other rows are described with their own event; without any, the state may be another.
        if (!tree.refresh()) this.describe();
      }),
    );
    this.disposables.add(tree.onDidChangeTreeData(() => this.describe()));
    this.disposables.add(workspace.onDidGrantWorkspaceTrust(() => this.describe()));
    this.describe();
  }

  /** Selects a record's row and brings it into sight; a filter that hides it is cleared. False for a record that is gone. */
  async reveal(record: PlacedRecord): Promise<boolean> {
    if (!this.tree.locate(record)) this.tree.setFilter(noFilter);
    const node = this.tree.locate(record);
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
    const { filter, model } = this.tree;
    const records = this.projects.records();
    const partial = this.projects.folders.filter(({ view }) => view.truncated).map(({ folder }) => folder.name);
    this.contexts.set(contextKeys.state, this.projects.state);
    this.contexts.set(contextKeys.recordsFiltered, isFiltering(filter));
    const isUndated = !workspace.isTrusted && records.some(({ record }) => record.date === null);
    this.message.text = recordsMessage({ filter, matching: model.matching, total: records.length, partial, isUndated });
  }
}

interface ShownRecords {
  readonly filter: RecordsFilter;
  /** How many records pass the filter. */
  readonly matching: number;
  readonly total: number;
  /** Names of the folders that have too many files to look at all. */
  readonly partial: readonly string[];
  /** Whether dates are missing because git is not read. */
  readonly isUndated: boolean;
}

/**
 * The line above the records: what is filtered, and what Restricted Mode leaves out. Empty where no record is shown:
 * the editor has a view's welcome text, and with it the way out, only where there is no message.
 */
export function recordsMessage({ filter, matching, total, partial, isUndated }: ShownRecords): string {
  if (matching === 0) return '';
  const lines = [
    isFiltering(filter) ? l10n.t('{0} of {1} records: {2}', matching, total, filterText(filter)) : '',
    partial.length > 0
      ? l10n.t('Too many files in {0} to look at all: what cites a record is not complete.', joinParts(partial, ', '))
      : '',
    isUndated ? l10n.t('Restricted Mode: git is not read, so some dates are missing.') : '',
  ];
  return joinParts(lines, ' ');
}

function filterText({ statuses, tags, text }: RecordsFilter): string {
  const parts = [...[...statuses].map(statusName), ...[...tags].map((tag) => `#${visibleText(tag, 40)}`)];
  return joinParts([parts.join(', '), text === '' ? '' : `"${visibleText(text, 60)}"`], ', ');
}
