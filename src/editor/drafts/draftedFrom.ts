import type { Uri } from 'vscode';
import type { DraftedHandoff } from './handoffDrafting';
import type { BranchesAt } from './pushBranches';

/** A branch with commits that only this machine has, and the repository's absolute root. */
interface UnpushedAt {
  readonly branch: string;
  readonly commits: number;
  readonly root: string;
}

interface InvisibleHere {
  readonly unpushed: readonly UnpushedAt[];
  /** Files that are in no commit. */
  readonly uncommitted: number;
}

/** More branches above a note help nobody; the command in the palette has them all. */
const maxBranches = 3;

/** What the handoffs drafted in this window were drafted from: as true as the draft, until it is drafted again. */
export class DraftedFrom {
  private readonly byDocument = new Map<string, InvisibleHere>();

  remember({ document, activity, roots }: DraftedHandoff): void {
    const unpushed = activity.repositories.flatMap(({ id, invisible }) => {
      const root = roots.get(id);
      if (root === undefined || !invisible.hasRemote) return [];
      return invisible.unpushed.map(({ branch, commits }) => ({ branch, commits, root }));
    });
    const files = activity.repositories.flatMap(({ invisible }) => invisible.changes.flatMap((change) => change.files));
    const here = { unpushed: unpushed.slice(0, maxBranches), uncommitted: files.length };
    this.byDocument.set(document.uri.path, here);
  }

  /** Null for what was not drafted in this window. By path: saving gives a document that had none yet another URI. */
  invisibleIn(uri: Uri): InvisibleHere | null {
    return this.byDocument.get(uri.path) ?? null;
  }

  /** Takes the branches away that are at the remote now. */
  forget({ root, branches }: BranchesAt): void {
    for (const [path, { unpushed, uncommitted }] of this.byDocument) {
      const left = unpushed.filter((one) => one.root !== root || !branches.includes(one.branch));
      this.byDocument.set(path, { unpushed: left, uncommitted });
    }
  }
}
