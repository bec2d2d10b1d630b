import { relativeHref } from '../files/relativeHref';
import type { FilePath } from '../ports';
import type { ProjectView } from '../projectView';
import { fileOf } from './record';

/**
 * As `relativeHref`; the anchor of a record that is a part of its file stays one.
 * @param place of the record's folder
 */
export function recordHref(
  folder: FilePath,
  path: FilePath,
  { of, place }: { readonly of: Pick<ProjectView, 'record'>; readonly place: FilePath },
): string {
  const record = of.record(path);
  const file = record ? fileOf(record) : path;
  return relativeHref(folder, `${place}/${file}`) + path.slice(file.length);
}
