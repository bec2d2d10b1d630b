import type { FilePath } from '../core/ports';
import { digestOfAll } from './digest';
import { type Listed, writtenLists } from './directoryLists';
import { allStamps } from './heldNotes';

/** Questions to a disk, each with a text that identifies its answer. */
export class Notes {
  /** @param others by the question */
  constructor(
    private readonly stamps: ReadonlyMap<FilePath, string>,
    private readonly lists: ReadonlyMap<FilePath, Listed>,
    private readonly others: ReadonlyMap<string, string>,
  ) {}

  /** One note a line, sorted; all stamps are one note, and so are all lists. @param besides notes that are left out */
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

  /** Whether they are equal to the written notes, apart from the times of directories. */
  areThose(written: string): boolean {
    return withoutTimes(this.written()) === withoutTimes(written);
  }
}

/** The answers that are not known, sorted by path. */
function ownOf<T>(
  answers: ReadonlyMap<FilePath, T>,
  isKnown: (path: FilePath, answer: T) => boolean,
): readonly (readonly [FilePath, T])[] {
  return [...answers].filter(([path, answer]) => !isKnown(path, answer)).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The notes with that of all directories reduced to names. */
function withoutTimes(notes: string): string {
  return notes.replace(/^(lists\t[^\t\n]*\t[^\t\n]*)\t.*$/m, '$1');
}
