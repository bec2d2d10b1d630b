import { stem } from '../files/paths';
import type { Reference } from '../links/link';
import type { FilePath } from '../ports';
import { type DocRecord, isDecided } from '../records/record';
import { type CheckedFile, spanOfReference } from './checkedFile';
import { heldReferences, isOfItsDay, nameOfReference } from './citing';
import { respell } from './respell';
import type { Known, Rule } from './rule';
import { sentence } from './sentences';

const code = 'stale-slug';

/** A reference that finds its record although the path or slug in it is an earlier one. */
export const staleSlug: Rule = {
  code,
  severity: 'warning',
  *find(file, known) {
    for (const reference of heldReferences(file)) {
      const { stale, target, text, form } = reference;
      const record = target === null ? undefined : known.record(target);
      if (!stale || !record || form === 'wiki' || !isNumbered(record)) continue;
      // The words of a handoff or decision are of their day, but a link that leads nowhere is of no day.
      // An address at a tag or commit is right for ever, and never stale.
      if (form !== 'path' && form !== 'url' && isOfItsDay(file)) continue;
      if (target !== null && isAlias(reference, target, file, known)) continue;
      if (isKnown(reference, record, file)) continue;
      const fix = respell(code, reference, record, file, known);
      const found = {
        span: spanOfReference(reference),
        sentence: sentence(code, 'moved', nameOfReference(reference), record.path),
        about: text,
      };
      yield fix ? { ...found, fix } : found;
    }
  },
};

/** Words right before a path by which a line shows that it speaks of where a record was. */
const formerly =
  /\b(?:old|older|former|formerly|previous|previously|earlier|legacy|original|originally|pre-(?:move|rename|migration)|(?:moved|renamed|migrated|relocated|split) (?:out )?(?:here )?from)\b[^.;]{0,30}$/i;

/** Whether the line names where the record is now as well, or says that this is where it was. */
function isKnown({ line, column }: Reference, { path }: DocRecord, file: CheckedFile): boolean {
  const hasBoth = file.references.some(
    (other) => other.line === line && other.form === 'path' && other.target === path && !other.stale,
  );
  return hasBoth || formerly.test(file.line(line).slice(0, column - 1));
}

/**
 * Whether the page lists that name in `:page-aliases:`, from which Antora redirects. Also true where the page was not
 * read, so that nothing is reported.
 */
function isAlias({ form, name }: Reference, target: FilePath, file: CheckedFile, known: Known): boolean {
  if (form !== 'path' || !isAntora(file.path) || !isAntora(target)) return false;
  const page = known.anchorsOf(target);
  return page === null || page.aliases.has(stem(name ?? ''));
}

/** The pages whose aliases this rule has to know. */
export function aliasedPages(file: CheckedFile): readonly FilePath[] {
  if (!isAntora(file.path)) return [];
  return file.references.flatMap(({ stale, target }) => (stale && target !== null && isAntora(target) ? target : []));
}

function isAntora(path: FilePath): boolean {
  return /\.(?:adoc|asciidoc)$/i.test(path);
}

/** Whether a record is known by its number, or is a runbook. The number of a guide only orders its folder. */
function isNumbered({ kind, id }: DocRecord): boolean {
  return (isDecided(kind) && id !== null) || kind === 'runbook';
}
