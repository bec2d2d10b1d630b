import type { FilePath } from '../core/ports';
import { digestOfAll } from './digest';
import { type Listed, writtenLists } from './directoryLists';
import { allStamps } from './heldNotes';

/** What was asked of a disk, each with what tells its answer from every other. */
export class Notes {
  /** @param others by the question */
  constructor(
    private readonly stamps: ReadonlyMap<FilePath, string>,
    private readonly lists: ReadonlyMap<FilePath, Listed>,
    private readonly others: ReadonlyMap<string, string>,
  ) {}

  /** In lines, sorted: all stamps are one of them, and all lists. @param besides notes that are left out */
  written(besides?: Notes): string {
    const lines = [...this.others].flatMap(([question, answer]) =>
      besides?.others.get(question) === answer ? [] : [`${question}\t${answer}`],
    );
    const looked = ownOf(this.stamps, (path, stamp) => besides?.stamps.get(path) === stamp);
    if (looked.length > 0) {
      const paths = looked.map(([path]) => path);
      lines.push([allStamps, JSON.stringify(paths), digestOfAll(looked.map(([, stamp]) => stamp))].join('\t'));
    }
    const listed = ownOf(this.lists, (path, { names }) => besides?.lists.get(path)?.names === names);
    if (listed.length > 0) lines.push(writtenLists(listed));
    return lines.sort().join('\n');
  }

  /** Whether they say what is written, whenever the directories were changed last. */
  areThose(written: string): boolean {
    return withoutTimes(this.written()) === withoutTimes(written);
  }
}

/** Sorted by path. */
function ownOf<T>(
  answers: ReadonlyMap<FilePath, T>,
  isKnown: (path: FilePath, answer: T) => boolean,
): readonly (readonly [FilePath, T])[] {
  return [...answers].filter(([path, answer]) => !isKnown(path, answer)).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Of the note of all directories what it says of their names. */
function withoutTimes(notes: string): string {
  return notes.replace(/^(lists\t[^\t\n]*\t[^\t\n]*)\t.*$/m, '$1');
}
