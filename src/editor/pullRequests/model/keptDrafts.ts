import { fingerprintOf, isComment } from '../../../core/drafts/fingerprints';
import type { Risk } from '../../../core/drafts/handoffInput';
import { splitLines } from '../../../core/text/lineEnds';
import type { Beginning } from '../templatePick';

/** What is stored about a description. */
export interface KeptDraft {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** Absolute root of the repository. */
  readonly root: string;
  /** Null on a detached HEAD. */
  readonly branch: string | null;
  /** Name of the base, without its remote. */
  readonly base: string;
  /** The base that the person named; null where Meridian found it. */
  readonly given: string | null;
  readonly beginning: Beginning;
  readonly title: string;
  readonly risks: readonly Risk[];
  /** The pull request's text as it was last sent or merged with, or null. */
  readonly sent: string | null;
}

/** The part of VS Code's `Memento` that is used here. */
interface State {
  get<T>(key: string, otherwise: T): T;
  update(key: string, value: unknown): PromiseLike<void>;
}

type Kept = Readonly<Record<string, KeptDraft>>;

const key = 'meridian.pullRequests.drafts';
const mostDrafts = 10;
const longestDraft = 100_000;

/**
 * What the newest descriptions of this workspace were drafted from. It is stored for the window after a reload, and for
 * a draft that was saved. Its key is made from the closing comment of the draft, which differs for each draft.
 */
export class KeptDrafts {
  constructor(private readonly state: State) {}

  /** @param text the document as it was just drafted */
  async keep(text: string, draft: KeptDraft): Promise<void> {
    const mark = markOf(text);
    if (mark === null || JSON.stringify(draft).length > longestDraft) return;
    const others = Object.entries(this.kept()).filter(([known]) => known !== mark);
    await this.state.update(key, Object.fromEntries([...others, [mark, draft]].slice(-mostDrafts)));
  }

  find(text: string): KeptDraft | undefined {
    const [mark, kept] = [markOf(text), this.kept()];
    return mark !== null && Object.hasOwn(kept, mark) ? kept[mark] : undefined;
  }

  private kept(): Kept {
    return this.state.get<Kept>(key, {});
  }
}

/**
 * The key begins with a letter, so that the object keeps its entries in the order of insertion. Null where there is no
 * comment.
 */
function markOf(text: string): string | null {
  const comment = splitLines(text).find(isComment);
  return comment === undefined ? null : `d${fingerprintOf('', comment)}`;
}
