import type { Features } from './features';
import type { FileStatusItem } from './records/statusItem';
import type { RecordsTree } from './records/views/recordsTree';
import type { ThisFileTree } from './records/views/thisFileTree';
import type { Projects } from './workspace/projects';

/**
 * What `activate` returns: a way to read what Meridian shows, for the tests in the editor and for other extensions.
 * Not stable before version 1.
 */
export interface MeridianApi {
  /** Resolves when every folder has been read and no change is waiting. */
  whenRead(): Promise<void>;
  readonly projects: Pick<Projects, 'folders' | 'state' | 'locate' | 'find' | 'records' | 'onDidChange'>;
  readonly thisFile: Pick<ThisFileTree, 'getChildren' | 'getTreeItem' | 'resolveTreeItem' | 'onDidChangeTreeData'>;
  readonly records: Pick<
    RecordsTree,
    'getChildren' | 'getTreeItem' | 'resolveTreeItem' | 'onDidChangeTreeData' | 'filter'
  >;
  readonly status: Pick<FileStatusItem, 'shown'>;
  readonly features: Omit<Features, 'start' | 'dispose'>;
}
