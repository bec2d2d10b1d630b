import { compileGlob } from '../files/globs';
import { extension } from '../files/paths';
import { isExclusion, isName, scopeFolder } from '../links/scopeIndex';
import type { FilePath } from '../ports';
import { type DocRecord, fileOf, isAboutCode } from '../records/record';
import { scopePlaces } from '../records/scopePlaces';
import { holdsToday } from '../records/succession';
import { type CheckedFile, spanAt } from './checkedFile';
import { isToHold } from './citing';
import type { Found, Span } from './finding';
import { theOnlyFolderLike, theOnlyNamed } from './onlyAlike';
import { rewriting } from './rewriting';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'empty-scope';

/**
 * A glob of a record in force that matches no file: the files were moved, or the glob is misspelt. A new glob is named
 * where git knows where the files went, or where only one path of the workspace folder has the same end.
 */
export const emptyScope: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    if (!isToHold(file)) return;
    for (const record of file.records) {
      // A record that is only proposed may name files that are still to be written.
      if (!isAboutCode(record.kind) || !holdsToday(record)) continue;
      const empty = record.scope.filter(
        (glob) => isEmpty(glob, known) && (!isName(glob) || wasThere(glob, record, known)),
      );
      const places = empty.length === 0 ? [] : scopePlaces(record, file.text);
      for (const glob of empty) {
        const placed = places.find((place) => place.glob === glob);
        const span = placed ? spanAt(placed.line, placed.start, glob.length) : null;
        const found = { span: span ?? file.titleSpan(record), about: glob };
        yield { ...found, ...meantBy(glob, record, known, span, file) };
      }
    }
  },
};

function isEmpty(glob: string, { files }: Known): boolean {
  const matches = compileGlob(glob);
  if (!matches || isExclusion(glob)) return false;
  const folder = scopeFolder(glob);
  // A glob without wildcards may name a file, which has nothing below it.
  const isFile = files.has(folder) && matches(folder);
  return !isFile && !files.filesUnder(folder).some(matches) && !files.isIgnored(folder);
}

/** Whether git knows a glob as a path that once was. Nothing else tells that a bare name was a folder. */
function wasThere(glob: string, record: DocRecord, { history }: Known): boolean {
  return history !== null && history.departure(fileOf(record), glob) !== null;
}

function meantBy(
  glob: string,
  record: DocRecord,
  known: Known,
  span: Span | null,
  file: CheckedFile,
): Pick<Found, 'sentence' | 'fix'> {
  const named = scopeFolder(glob);
  const to = (path: FilePath | null) => (path === null || named === '' ? null : glob.replace(named, () => path));
  const fix = (text: string): Pick<Found, 'fix'> => (span ? { fix: rewriting(code, file.path, span, text) } : {});
  const departure = named === '' ? null : (known.history?.departure(fileOf(record), named) ?? null);
  if (departure?.kind === 'moved') {
    const { commit } = departure;
    const moved = to(departure.to);
    const said = sentence(code, 'moved', glob, named, departure.to, commit.hash, commit.date);
    return { sentence: said, ...(moved !== null && !isEmpty(moved, known) ? fix(moved) : {}) };
  }
  const alike = to(pathLike(glob, named, known));
  if (alike === null || alike === glob || isEmpty(alike, known)) return { sentence: sentence(code, 'empty', glob) };
  return { sentence: sentence(code, 'alike', glob, alike), ...fix(alike) };
}

function pathLike(glob: string, named: FilePath, { files }: Known): FilePath | null {
  if (files.truncated || named === '') return null;
  const isFile = !/[*?[{]/.test(glob) && extension(named) !== '';
  return isFile ? theOnlyNamed(named, files) : theOnlyFolderLike(named, files);
}
