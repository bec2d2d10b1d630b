import { join, pathBelow } from '../../../core/files/paths';
import type { FilePath } from '../../../core/ports';
import type { ProjectView } from '../../../core/projectView';
import type { DocRecord } from '../../../core/records/record';

type Records = Pick<ProjectView, 'records' | 'record' | 'recordsIn' | 'linksFor'>;

/**
 * The records of a workspace folder, by their paths from the root of its repository: a pull request is about a
 * repository.
 * @param prefix the path of the folder below the root; `''` where it is the root
 */
export function rootedRecords(view: Records, prefix: FilePath): Records {
  if (prefix === '') return view;
  const rooted = (record: DocRecord): DocRecord => {
    const { path, part } = record;
    return { ...record, path: join(prefix, path), ...(part && { part: { ...part, file: join(prefix, part.file) } }) };
  };
  return {
    records: () => view.records().map(rooted),
    record: (path) => {
      const own = pathBelow(prefix, path);
      const record = own === null ? undefined : view.record(own);
      return record && rooted(record);
    },
    recordsIn: (file) => {
      const own = pathBelow(prefix, file);
      return own === null ? [] : view.recordsIn(own).map(rooted);
    },
    linksFor: (file) => {
      const own = pathBelow(prefix, file);
      const links = own === null ? [] : view.linksFor(own);
      return links.map((link) => ({ ...link, record: rooted(link.record) }));
    },
  };
}
