import { stem } from '../files/paths';
import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { ProjectView } from '../projectView';
import { isQuestionPath } from '../questions/questionPlaces';
import type { RecordKind } from '../records/record';
import { isRetired } from '../records/succession';

/** A searchable document, with what is known of it without its text. */
export interface SearchSource {
  readonly path: FilePath;
  readonly kind: RecordKind | 'question';
  readonly title: string;
  /** `ADR-0012`, `0012`, or null. */
  readonly id: string | null;
  readonly decision: string | null;
  /** Superseded, deprecated or rejected. */
  readonly retired: boolean;
}

/**
 * The records of a folder, handoffs among them, and the questions that were saved there.
 * @param paths files of the folder, among which the questions are
 */
export function searchSources(view: Pick<ProjectView, 'records'>, paths: readonly FilePath[]): readonly SearchSource[] {
  // A collection is found as a whole.
  const whole = view.records().filter(({ part }) => part === undefined);
  const records = whole.map((record): SearchSource => {
    const { path, kind, title, decision } = record;
    return { path, kind, title, id: recordLabel(record), decision, retired: isRetired(record) };
  });
  const known = new Set(records.map(({ path }) => path));
  const questions = paths.filter((path) => isQuestionPath(path) && !known.has(path));
  return [...records, ...questions.map(question)];
}

/** A question's title comes from its file's name; its heading is indexed with the text. */
function question(path: FilePath): SearchSource {
  const title = stem(path)
    .replace(/^\d{4}-\d{2}-\d{2}[-_ ]?/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return { path, kind: 'question', title, id: null, decision: null, retired: false };
}
