import type { FilePath } from '../../ports';
import { frontScope, isScopeField } from '../read/scope';
import type { DocRecord } from '../record';
import { frontMatterListEdit } from './frontMatterList';
import { openRecordText, type RecordText, readBack, refused, statedAt, type Writing } from './recordText';
import { newRelationEdit, writtenFieldEdit } from './relationEdit';
import { yamlScalar } from './statusEdit';

/**
 * Whether a record has a place to say what it governs: front matter, which is never created for this; a line of its head
 * that says so already; or, for a part, a head in a form that takes another line.
 */
export function canHaveScope(record: DocRecord, text: string): boolean {
  // Tried with any path: whether it can be written does not depend on the path.
  return hasFrontMatter(text) || addToScope(record, text, 'a/b.c').ok;
}

function hasFrontMatter(text: string): boolean {
  return /^\ufeff?---[ \t]*\r?\n/.test(text);
}

/** The edits by which a record says that it governs a path too. */
export function addToScope(record: DocRecord, text: string, path: FilePath): Writing {
  const opened = openRecordText(record, text);
  if (typeof opened === 'string') return refused(opened);
  const { document, lines, findings } = opened;
  if (record.scope.includes(path)) return refused('already');
  const front = frontScope(document);
  // Where the head states globs of the scope, the path is added there.
  if (record.part !== undefined || record.scope.length > front.length) return addToHead(opened, path);
  if (!hasFrontMatter(text) || document.frontMatter.lines < 2 || !document.frontMatter.valid)
    return refused('not-found');
  const end = lines.startOf(document.frontMatter.lines);
  const added = frontMatterListEdit(opened, ['scope', 'paths', 'appliesTo'], [path]);
  if (added === undefined) return refused('not-found');
  const edit = added ?? { start: end, end, text: `scope:${lines.lineEnd}  - ${yamlScalar(path)}${lines.lineEnd}` };
  return readBack(opened, [edit], { status: findings.stated.status, scope: [...front, path] });
}

/** Adds the path to the line with the scope, else in a new line below the status. */
function addToHead(opened: RecordText, path: FilePath): Writing {
  const { record, findings } = opened;
  const written = [`\`${path}\``];
  const own = findings.fields.find(({ name, zone }) => isScopeField(name) && zone === 'head');
  const stated = own ? null : statedAt(opened);
  const edit = own
    ? writtenFieldEdit(opened, own, written)
    : stated && newRelationEdit(opened, stated, 'scope', written);
  if (!edit) return refused('not-found');
  return readBack(opened, [edit], { status: findings.stated.status, scope: [...record.scope, path] });
}
