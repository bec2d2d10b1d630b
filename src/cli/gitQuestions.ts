import type { FileSearch, SearchedFiles } from '../core/ports';
import type { OtherQuestions } from '../disk/heldNotes';
import type { NotedFiles } from '../disk/notedFiles';
import { type ChangeSince, changesSince } from '../git/check/baseFiles';
import type { CheckedPlace } from '../git/check/checkedPlace';
import { GitFileSearch } from '../git/check/fileSearch';
import { mergeBase } from '../git/check/mergeBase';
import { uncommitted } from '../git/check/pathHistory';
import { historyOf } from '../git/historyStamp';
import { gitPlace } from './gitPlace';

const repository = 'repository';
const names = 'names';
const changes = 'changes';
const history = 'history';
const since = 'since';

/** The change from the merge base to the files as they are now. */
export interface Compared {
  /** Full hashes. */
  readonly base: string;
  readonly head: string;
  readonly change: ChangeSince;
}

/** What one answer asks git about a directory, and whether git would answer the same now (docs/adr/0035). */
export class GitQuestions {
  private found: Promise<CheckedPlace | null> | null = null;
  private listed: Promise<SearchedFiles | null> | null = null;
  private compared: Promise<Compared> | null = null;

  /** @param base the branch, tag or commit that a change is counted from, where one is asked for */
  constructor(
    private readonly root: string,
    private readonly base?: string,
  ) {}

  /** Null where the directory is in no repository. */
  place(): Promise<CheckedPlace | null> {
    this.found ??= gitPlace(this.root);
    return this.found;
  }

  /** Finds files through git and notes what git listed. Git may have read any listed file, so each needs a stamp. */
  async search(noted: NotedFiles | null): Promise<FileSearch | null> {
    noted?.noteOther(repository, await this.repository());
    const place = await this.place();
    if (place === null) return null;
    const search = new GitFileSearch(place);
    return {
      list: async () => {
        const listed = await this.list();
        noted?.noteOther(names, namesOf(listed));
        return listed;
      },
      matching: async (pattern, signal) => {
        const found = await search.matching(pattern, signal);
        if (found === null) noted?.noteOther('search', null);
        return found;
      },
    };
  }

  /** Files that are changed and not committed. @throws GitUnanswered */
  async uncommitted(place: CheckedPlace, noted: NotedFiles | null): Promise<ReadonlySet<string>> {
    const open = await uncommitted(place);
    noted?.noteOther(changes, changesOf(open));
    return open;
  }

  /**
   * What changed since the base. A commit never changes, so its hash stands for all that is read of it.
   * @throws as `mergeBase`
   */
  async since(place: CheckedPlace, name: string, noted: NotedFiles | null): Promise<Compared> {
    this.compared ??= comparedWith(place, name);
    const compared = await this.compared;
    noted?.noteOther(since, writtenChange(compared));
    return compared;
  }

  /** To be called before git is asked for its history and again after it: a commit may have come in the meantime. */
  async noteHistory(noted: NotedFiles | null): Promise<void> {
    noted?.noteOther(history, await historyOf(this.root));
  }

  questions(): OtherQuestions {
    return {
      [repository]: () => this.repository(),
      [names]: async () => namesOf(await this.list()),
      [history]: () => historyOf(this.root),
      [changes]: async () => {
        const place = await this.place();
        return place && uncommitted(place).then(changesOf, () => null);
      },
      [since]: async () => {
        const place = await this.place();
        if (place === null || this.base === undefined) return null;
        // Where the kept answer does not hold, the new one is made from the same change.
        this.compared ??= comparedWith(place, this.base);
        return this.compared.then(writtenChange, () => null);
      },
    };
  }

  private async repository(): Promise<string> {
    const place = await this.place();
    return place === null ? '' : JSON.stringify([place.repository.gitDirectory, place.prefix]);
  }

  /** Git is asked once: where a kept answer does not hold, the new one is made from the same list. */
  private list(): Promise<SearchedFiles | null> {
    this.listed ??= this.place().then((place) => place && new GitFileSearch(place).list(place.signal));
    return this.listed;
  }
}

function namesOf(listed: SearchedFiles | null): string | null {
  return listed && [listed.files, listed.uncertain, listed.folders].map((paths) => paths.join('\0')).join('\0\0');
}

async function comparedWith(place: CheckedPlace, name: string): Promise<Compared> {
  const { base, head } = await mergeBase(place.runner, place.repository, name);
  return { base, head, change: await changesSince(place, base, head) };
}

function writtenChange({ base, head, change }: Compared): string {
  return JSON.stringify([base, head, change.changes, [...change.before], [...change.renamed]]);
}

function changesOf(open: ReadonlySet<string>): string {
  return [...open].sort().join('\0');
}
