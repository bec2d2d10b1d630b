import { join, pathBelow } from '../../../core/files/paths';
import type { FilePath } from '../../../core/ports';
import type { ProjectView } from '../../../core/projectView';

type Records = Pick<ProjectView, 'record' | 'linksFor'>;

/**
 * The records of a workspace folder by their paths from the root of its repository, which a pull request is about.
 * @param prefix the folder below the root, `''` where it is the root
 */
export function rootedRecords(view: Records, prefix: FilePath): Records {
  if (prefix === '') return view;
  const place = (path: FilePath): FilePath => join(prefix, path);
  return {
    record: (path) => {
      const own = pathBelow(prefix, path);
      const record = own === null ? undefined : view.record(own);
      return record && { ...record, path: place(record.path) };
    },
    linksFor: (file) => {
      const own = pathBelow(prefix, file);
      const links = own === null ? [] : view.linksFor(own);
      return links.map((link) => ({ ...link, record: { ...link.record, path: place(link.record.path) } }));
    },
  };
}
