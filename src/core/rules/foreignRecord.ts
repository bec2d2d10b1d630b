import { nearLines } from '../links/resolveNumber';
import { spanOfReference } from './checkedFile';
import { heldReferences, nameOfReference } from './citing';
import { isLinkedElsewhere } from './linkedElsewhere';
import type { Rule } from './rule';
import { sentence } from './sentences';

const code = 'foreign-record';

/** A number that means a record of another repository, where no address near it says where to find that record. */
export const foreignRecord: Rule = {
  code,
  severity: 'info',
  *find(file, known) {
    const told = new Set<string>();
    for (const reference of heldReferences(file)) {
      const { resolution, form, beside, text, line } = reference;
      if (resolution !== 'foreign' || form !== 'id') continue;
      if (beside?.href || beside?.place || beside?.owner || isLinkedElsewhere(reference, file, known)) continue;
      const around = file.lines.slice(Math.max(0, line - 1 - nearLines), line + nearLines);
      if (around.some((one) => one.includes('://'))) continue;
      // Each name is reported once a file, because the link has to be added once.
      const name = nameOfReference(reference);
      if (told.has(name)) continue;
      told.add(name);
      yield {
        span: spanOfReference(reference),
        sentence: sentence(code, 'foreign', name),
        about: text,
      };
    }
  },
};
