import { type Disposable, EventEmitter, type Uri } from 'vscode';
import { isDetachedName } from '../../../core/activity/heads';
import type { BranchAt } from '../../workspace/pushBranches';
import type { DraftedHandoff } from './handoffDrafting';

/** A branch with commits that only this machine has. */
interface UnpushedAt extends BranchAt {
  readonly commits: number;
}

export interface InvisibleHere {
  readonly unpushed: readonly UnpushedAt[];
  /** Names of branches whose upstream has other commits: a push would be refused. */
  readonly diverged: readonly string[];
  /** Files with changes that are in no commit. */
  readonly uncommitted: number;
}

/** What the handoffs of this window were drafted from. It is as current as the draft, until that is drafted again. */
export class DraftedFrom implements Disposable {
  private readonly byDocument = new Map<string, InvisibleHere>();
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  remember({ document, activity, roots }: DraftedHandoff): void {
    const found = activity.repositories.flatMap(({ id, invisible }) => {
      const root = roots.get(id);
      if (root === undefined || !invisible.hasRemote) return [];
      // An upstream that is gone was deleted at the remote: a push would create it again.
      const branches = invisible.unpushed.filter(({ branch, gone }) => !isDetachedName(branch) && !gone);
      return branches.map(({ branch, commits, behind }) => ({ branch, commits, root, isDiverged: behind !== 0 }));
    });
    const unpushed = found.filter(({ isDiverged }) => !isDiverged);
    const diverged = found.filter(({ isDiverged }) => isDiverged).map(({ branch }) => branch);
    const files = activity.repositories.flatMap(({ invisible }) => invisible.changes.flatMap((change) => change.files));
    const here = { unpushed, diverged, uncommitted: files.length };
    this.byDocument.set(document.uri.path, here);
    this.changed.fire();
  }

  /** Null for what was not drafted in this window. Keyed by path: saving an untitled document gives it another URI. */
  invisibleIn(uri: Uri): InvisibleHere | null {
    return this.byDocument.get(uri.path) ?? null;
  }

  /** Removes the branches that have been pushed since. */
  forget(pushed: readonly BranchAt[]): void {
    const isPushed = (one: BranchAt) => pushed.some(({ root, branch }) => one.root === root && one.branch === branch);
    for (const [path, here] of this.byDocument) {
      this.byDocument.set(path, { ...here, unpushed: here.unpushed.filter((one) => !isPushed(one)) });
    }
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
