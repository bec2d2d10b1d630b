import type { Draft } from '../draft';
import type { DraftKind } from '../sections';
import { mergeFrontMatter } from './mergeFrontMatter';
import { type HeadingMeaning, pairSections } from './pairSections';
import { readDrafts } from './readDrafts';
import { weaveSections } from './weaveSections';
import { withoutDeleted } from './withoutDeleted';
import { writeDraft } from './writeDraft';

/**
 * Redrafts a document in which a person typed (docs/adr/0010). Facts are replaced by those of the fresh draft. Typed
 * text stays word for word and in its place. Lines end with line feeds afterwards. Never throws; linear in the length
 * of both texts.
 * @param current the document with its comment of fingerprints. Without the comment, lines that the fresh draft has too
 * count as drafted, and all others as typed
 * @param meaningOf what a heading asks for, so that a translated heading is recognised; null where that is not known
 * @returns the document, and as stops the prompts that are still in it
 */
export function mergeDraft(
  current: string,
  fresh: Draft,
  kind: DraftKind = 'note',
  meaningOf: HeadingMeaning = () => null,
): Draft {
  const { was, now, draft, tips, origin } = readDrafts(current, fresh, kind);
  const front = mergeFrontMatter(was.front, now.front, origin);
  const { sections, deleted } =
    kind === 'form' ? withoutDeleted(now.sections, was.sections, origin) : { sections: now.sections, deleted: [] };
  const pairs = pairSections(was.sections, sections, origin, meaningOf);
  const body = weaveSections(pairs, origin, draft);
  return writeDraft({ front, body, deleted }, draft, tips);
}
