import { stemOf } from '../../names/spelling';
import { withLineFeeds } from '../../text/lineEnds';
import { shorten } from '../../text/plainText';
import { emptyRecord, type ParsedRecord } from '../record';
import { recordLimits } from '../recordLimits';
import { namedRecord, slugInWords } from './fileName';

/** Where text formats say the title: PlantUML and Mermaid, Structurizr, draw.io's first page, a D2 or Mermaid front matter. */
const titles: readonly RegExp[] = [
  /^[ \t]*title[ \t:]+"?([^"\n]{1,200})"?[ \t]*$/im,
  /^[ \t]*workspace[ \t]+"([^"\n]{1,200})"/im,
  /<diagram\b[^<>]{0,500}?\bname="([^"<>]{1,200})"/i,
];
/** The first of two extensions: a drawing that can be edited inside an image (`flow.excalidraw.svg`). */
const editable = /\.(?:drawio|excalidraw)$/i;
/** Titles stand at the beginning; the rest of a diagram is geometry. */
const searched = 20_000;

/** The name without the number or date that it begins with: `2026-04-order-flow`; words before a number are its own. */
function titleName(stem: string): string {
  return /^\d/.test(stem) ? namedRecord(stem).slug : stem;
}

export function readDiagram(path: string, text: string): ParsedRecord {
  const head = withLineFeeds(text.slice(0, searched));
  const written = titles
    .flatMap((pattern) => pattern.exec(head)?.[1]?.trim() ?? [])
    .find((title) => !/^page-?\s?\d*$/i.test(title));
  const title = written ?? slugInWords(titleName(stemOf(path).replace(editable, '')));
  return { ...emptyRecord(path, 'diagram', shorten(title, recordLimits.titleLength)), format: 'diagram' };
}
