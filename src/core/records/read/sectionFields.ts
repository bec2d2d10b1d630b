import type { Section, SourceDocument } from '../../text/document';
import { type Line, textOf } from '../../text/line';
import { type Field, formatOf, maxValues } from './field';
import { type FieldName, fieldOfSection } from './fieldNames';
import { readLabel } from './labels';
import { leadingStatus } from './statusWords';
import { statusInTitle } from './titleStatus';

/** `## Status` with what stands below it, and `## Status: Accepted`. */
export function sectionFields(document: SourceDocument, title: Section | null): Field[] {
  const format = formatOf(document, 'section');
  return document.sections.flatMap((section): Field[] => {
    if (section === title) return [];
    const line = section.heading.number;
    const inline = readLabel(section.heading.text);
    if (inline !== null && inline.value !== '') {
      return [{ name: inline.name, values: [inline.value], zone: 'section', format, line }];
    }
    const name = fieldOfSection(section.name);
    if (name === null) return [];
    return [{ name, values: sectionValues(document, section, name), zone: 'section', format, line }];
  });
}

/** `# Use X (superseded)`: what counts where no field states it. */
export function titleFields(document: SourceDocument, title: Section | null): Field[] {
  const status = title && statusInTitle(title.heading.text);
  if (!status) return [];
  const line = title.heading.number;
  return [{ name: 'status', values: [status], zone: 'title', format: formatOf(document, 'plain'), line }];
}

function sectionValues(document: SourceDocument, section: Section, name: FieldName): string[] {
  const values: string[] = [];
  let above: Line['kind'] = 'blank';
  for (const line of document.lines.slice(section.start, section.end)) {
    const text = line.kind === 'row' && line.header ? null : textOf(line);
    const label = text === null ? null : readLabel(text);
    if (text !== null && (label === null || label.name === name)) {
      const last = values.at(-1);
      const value = label?.value || text;
      // A wrapped sentence is one value; a list of words without bullets is several.
      if (above === 'text' && line.kind === 'text' && last !== undefined && goesOn(last, value)) {
        values[values.length - 1] = `${last} ${value}`;
      } else if (values.length < maxValues) values.push(value);
      else break;
    }
    above = line.kind;
  }
  return values;
}

/** Whether the next line of a paragraph is the rest of a sentence: `Superseded by` / `[ADR 12](…)`. */
function goesOn(text: string, next: string): boolean {
  const isOpen = /(?:\b(?:by|of|with|and|see)|[,([])$/i.test(text) || text.lastIndexOf('[') > text.lastIndexOf(']');
  return isOpen || (/^\p{Ll}/u.test(next) && leadingStatus(next) === null);
}
