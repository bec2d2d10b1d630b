import { basename, dirname, join, stem } from '../../files/paths';
import { isProsePath } from '../../files/textPaths';
import type { FilePath } from '../../ports';
import { wordSet } from '../../text/wordList';
import { isNumbered } from './nameShape';

interface Files {
  readonly version: number;
  has(path: FilePath): boolean;
  filesUnder(directory: FilePath): readonly FilePath[];
  filesCalled(name: string): readonly FilePath[];
}

/** Names of folders for the output of generators; each may be the name of something else, too. */
const builtNames = wordSet('_site site public www html htdocs target build _build dist out output book generated');
/** The fewest names that tell a copy: two packages may have one name in common. */
const leastNames = 2;
/** What a tool calls the first record of every folder that it makes. */
const everyFirst = /^0*1-record-architecture-decisions$/i;

/**
 * Which folders of records are copies that a generator made: folders below one of `builtNames` whose numbered documents
 * are all in another folder, the path of which ends alike (`_site/adr` of `docs/adr`).
 */
export class BuiltCopies {
  private known: { readonly version: number; readonly folders: Map<FilePath, boolean> } | null = null;

  constructor(private readonly files: Files) {}

  has(path: FilePath): boolean {
    const folder = dirname(path);
    if (!isBuilt(folder)) return false;
    if (this.known?.version !== this.files.version) this.known = { version: this.files.version, folders: new Map() };
    const { folders } = this.known;
    const isCopy = folders.get(folder) ?? this.isCopy(folder);
    folders.set(folder, isCopy);
    return isCopy;
  }

  private isCopy(folder: FilePath): boolean {
    const tail = tailOf(folder);
    const names = this.files.filesUnder(folder).flatMap((path) => {
      const isRight = dirname(path) === folder && isProsePath(path) && isNumbered(stem(path));
      return isRight ? basename(path) : [];
    });
    const telling = names.find((name) => !everyFirst.test(stem(name)));
    if (tail === '' || telling === undefined || names.length < leastNames) return false;
    return this.files.filesCalled(stem(telling)).some((path) => {
      const other = dirname(path);
      const endsAlike = other === tail || other.endsWith(`/${tail}`);
      return endsAlike && !isBuilt(other) && names.every((name) => this.files.has(join(other, name)));
    });
  }
}

function isBuilt(folder: FilePath): boolean {
  return folder.split('/').some((part) => builtNames.has(part));
}

/** The path below the last folder of `builtNames`. */
function tailOf(folder: FilePath): string {
  const parts = folder.split('/');
  return parts.slice(parts.findLastIndex((part) => builtNames.has(part)) + 1).join('/');
}
