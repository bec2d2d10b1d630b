import type { FiguresPanel } from './github/figuresPanel';
import type { GitHubPresence } from './github/gitHubPresence';
import type { GitHubSessions } from './github/session';
import type { DraftsFeature } from './handoffs/drafting/draftsFeature';
import type { HandoffsFeature } from './handoffs/handoffsFeature';
import type { LazyFeature } from './host/lazyFeature';
import type { PullRequestsFeature } from './pullRequests/pullRequestsFeature';
import type { QuestionsFeature } from './questions/questionsFeature';
import type { CheckFeature } from './records/checks/checkFeature';
import type { FileInFront } from './records/fileInFront';
import type { extendPreview } from './records/following/preview';
import type { PanelFeature } from './records/panel/panelFeature';
import type { FileStatusItem } from './records/statusItem';
import type { StatusMenu } from './records/statusMenu';
import type { RecordsTree } from './records/views/recordsTree';
import type { TeamFeature } from './team/teamFeature';
import type { Projects } from './workspace/projects';

/**
 * What `activate` returns: a way to read what Meridian shows, for the tests in the editor and for other extensions.
 * Not stable before version 1.
 */
export interface MeridianApi {
  /** Resolves when every folder has been read and no change is waiting. */
  whenRead(): Promise<void>;
  readonly projects: Pick<Projects, 'folders' | 'state' | 'locate' | 'find' | 'records' | 'onDidChange'>;
  readonly front: Pick<FileInFront, 'file' | 'state' | 'groups' | 'onDidChange'>;
  readonly records: Pick<
    RecordsTree,
    'getChildren' | 'getTreeItem' | 'resolveTreeItem' | 'onDidChangeTreeData' | 'filter'
  >;
  readonly status: Pick<FileStatusItem, 'shown' | 'onDidExplain'>;
  /** Called by the editor with the engine of its Markdown preview. */
  readonly extendMarkdownIt: ReturnType<typeof extendPreview>;
  /** What is loaded after the activation. */
  readonly features: {
    readonly panel: LazyFeature<PanelFeature>;
    readonly menu: LazyFeature<StatusMenu>;
    readonly following: LazyFeature<unknown>;
    readonly checks: LazyFeature<CheckFeature>;
    readonly team: LazyFeature<TeamFeature>;
    readonly github: LazyFeature<GitHubSessions>;
    readonly figures: LazyFeature<FiguresPanel>;
    readonly presence: LazyFeature<GitHubPresence>;
    readonly drafts: LazyFeature<DraftsFeature>;
    readonly handoffs: LazyFeature<HandoffsFeature>;
    readonly pullRequests: LazyFeature<PullRequestsFeature>;
    readonly questions: LazyFeature<QuestionsFeature>;
  };
}
