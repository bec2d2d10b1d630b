import type { FilePath } from '../../../core/ports';
import type { ProjectView } from '../../../core/projectView';
import type { DocRecord } from '../../../core/records/record';
import { isRetired, livingSuccessors } from '../../../core/records/succession';
import { type Chain, chainOf } from './chain';
import { type Citations, citationsByFolder } from './citations';

/** What the panel shows around the record's own text. */
export interface PanelModel {
  readonly record: DocRecord;
  /** Where to go instead, if the record is retired and something replaces it. */
  readonly successors: readonly DocRecord[];
  readonly chain: Chain;
  /** Files that cite it and are no records themselves. */
  readonly code: Citations;
  /** Other records that cite it. */
  readonly records: Citations;
  /** False while files that may cite it are still being read. */
  readonly complete: boolean;
}

/** Null where the project does not know the record: it was deleted, renamed, or taken out by a setting. */
export function panelModel(view: ProjectView, path: FilePath): PanelModel | null {
  const record = view.record(path);
  if (!record) return null;
  const find = (other: FilePath): DocRecord | undefined => view.record(other);
  const backlinks = view.backlinks(path);
  return {
    record,
    successors: isRetired(record) ? livingSuccessors(record, find).slice(0, 3) : [],
    chain: chainOf(record, find),
    code: citationsByFolder(backlinks.filter(({ file }) => !find(file))),
    records: citationsByFolder(backlinks.filter(({ file }) => find(file))),
    complete: view.complete,
  };
}
