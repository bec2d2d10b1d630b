import type { FilePath } from '../../ports';
import type { DocRecord } from '../record';
import { frontMatterListEdit } from './frontMatterList';
import { openRecordText, readBack, refused, type Writing } from './recordText';
import { yamlScalar } from './statusEdit';

/** Whether a record has front matter to say in what it governs; to one without it none is added. */
export function canHaveScope({ part }: Pick<DocRecord, 'part'>, text: string): boolean {
  return part === undefined && /^\ufeff?---[ \t]*\r?\n/.test(text);
}

/** The edits by which a record says that it governs a path too. */
export function addToScope(record: DocRecord, text: string, path: FilePath): Writing {
  const opened = openRecordText(record, text);
  if (typeof opened === 'string') return refused(opened);
  const { document, lines, findings } = opened;
  if (record.scope.includes(path)) return refused('already');
  if (!canHaveScope(record, text) || document.frontMatter.lines < 2 || !document.frontMatter.valid)
    return refused('not-found');
  const end = lines.startOf(document.frontMatter.lines);
  const added = frontMatterListEdit(opened, ['scope', 'paths'], [path]);
  if (added === undefined) return refused('not-found');
  const edit = added ?? { start: end, end, text: `scope:${lines.lineEnd}  - ${yamlScalar(path)}${lines.lineEnd}` };
  return readBack(opened, [edit], { status: findings.stated.status, scope: [...record.scope, path] });
}
