import { compileGlob } from '../files/globs';
import { scopeFolder } from '../links/scopeIndex';
import { isAboutCode } from '../records/record';
import { isRetired } from '../records/succession';
import { isToHold } from './citing';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'empty-scope';

/** A glob of a record in force that matches no file: what it was written for was moved, or it is misspelt. */
export const emptyScope: Rule = {
  code,
  severity: 'warning',
  *find(file, { files }) {
    const { record } = file;
    if (!record || !isAboutCode(record.kind) || !isToHold(file)) return;
    // What is only proposed may speak of what is still to come.
    if (isRetired(record) || record.status === 'proposed' || record.status === 'draft') return;
    for (const glob of record.scope) {
      const matches = compileGlob(glob);
      if (!matches || glob.startsWith('!')) continue;
      const folder = scopeFolder(glob);
      const below = files.filesUnder(folder);
      if (matches(folder) || below.some(matches) || files.isIgnored(folder)) continue;
      const span = file.spanOf(glob, 1, file.document.frontMatter.lines) ?? file.titleSpan(record);
      yield { span, sentence: sentence(code, 'empty', glob), about: glob };
    }
  },
};
