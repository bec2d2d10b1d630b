import type { Section, SourceDocument } from '../../text/document';
import { type Field, zones } from './field';
import { type FieldName, fieldOfKey } from './fieldNames';
import { labelledFields } from './labelledFields';
import { sectionFields, titleFields } from './sectionFields';

/** Every field of a document, best place first. */
export function readFields(document: SourceDocument, title: Section | null): readonly Field[] {
  const fields = [
    ...frontMatterFields(document),
    ...labelledFields(document, title),
    ...sectionFields(document, title),
    ...titleFields(document, title),
  ];
  return fields.sort((a, b) => zones.indexOf(a.zone) - zones.indexOf(b.zone));
}

/** The fields of that name, best place first. */
export function fieldsNamed(fields: readonly Field[], ...names: readonly FieldName[]): readonly Field[] {
  return fields.filter(({ name }) => names.includes(name));
}

/** Front matter comes first: it is written for programs, and templates render it into the page. */
function frontMatterFields({ frontMatter }: SourceDocument): Field[] {
  return frontMatter.entries.flatMap(({ key, values }) => {
    const name = fieldOfKey(key);
    return name === null ? [] : [{ name, values, zone: 'front', format: 'front-matter', line: 0 } as const];
  });
}
