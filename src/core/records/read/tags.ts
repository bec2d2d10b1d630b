import type { Definitions } from '../../text/inlineLinks';
import { limits } from '../../text/limits';
import { plainText } from '../../text/plainText';
import { isNothing, isUnfilled } from '../../text/unfilled';
import type { Field } from './field';

/** Tags in order, each once, without `#`. */
export function tagsIn(fields: readonly Field[], definitions: Definitions): readonly string[] {
  // `Tags:` in the middle of a text is an example or a table of something else.
  const values = fields.filter(({ zone }) => zone !== 'body').flatMap((field) => field.values);
  const tags = values.flatMap((value) =>
    plainText(value, definitions)
      .replace(/^\[|\]$/g, '')
      .split(/[,;]|\s(?=#)/)
      .map((part) => part.trim().replace(/^#/, '')),
  );
  const kept = tags.filter((tag) => tag.length <= limits.nameLength && !isNothing(tag) && !isUnfilled(tag));
  return [...new Set(kept)].slice(0, limits.tags);
}
