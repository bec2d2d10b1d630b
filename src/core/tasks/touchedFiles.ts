import type { Activity } from '../activity/activity';
import { isTrunk } from '../activity/merges';
import type { TouchedFile } from '../drafts/touchedRecords';
import { isInside } from '../files/paths';
import type { FilePath } from '../ports';

/** A file as one commit touched it. */
export interface CommittedFile extends TouchedFile {
  /** Full hash of the commit. */
  readonly hash: string;
  /** Its path before the commit, equal where it was not moved; null where that lies outside of the folder. */
  readonly from: FilePath | null;
  /** The branch that the commit is on, where it is not merged. */
  readonly open?: string;
}

/**
 * The files of an activity that lie in a folder, relative to it. A folder can be a part of a repository, and a
 * repository (a submodule) a part of a folder.
 * @param folder absolute and canonical
 * @param roots repository id -> its root, absolute and canonical
 */
export function touchedFiles(
  folder: string,
  { repositories }: Activity,
  roots: ReadonlyMap<string, string>,
): readonly CommittedFile[] {
  const inside = `${slashed(folder)}/`;
  return repositories.flatMap(({ id, items, trunk }) => {
    const root = roots.get(id);
    if (root === undefined) return [];
    const within = (path: FilePath) => {
      const whole = `${slashed(root)}/${path}`;
      return whole.startsWith(inside) ? whole.slice(inside.length) : null;
    };
    const commits = items.flatMap((item) => item.commits.map((commit) => ({ commit, branch: item.branch })));
    return commits.flatMap(({ commit: { hash, files, standing }, branch }) =>
      files.flatMap(({ path: at, from, ...rest }) => {
        const path = within(at);
        // What is only not pushed is where it belongs.
        const isOpen = standing !== 'merged' && branch !== null && branch !== trunk && !isTrunk(branch);
        return path === null
          ? []
          : [{ ...rest, path, from: within(from ?? at), hash, ...(isOpen && { open: branch }) }];
      }),
    );
  });
}

/** The innermost repository that contains a folder or is it. @param folder as `touchedFiles` takes it */
export function repositoryAround(
  folder: string,
  roots: ReadonlyMap<string, string>,
): { readonly id: string; readonly root: string } | undefined {
  const around = [...roots].filter(([, root]) => isInside(slashed(folder), slashed(root)));
  const [innermost] = around.sort(([, a], [, b]) => b.length - a.length);
  return innermost && { id: innermost[0], root: innermost[1] };
}

/** Where a file of a folder lies in the repository around it. @param folder as `touchedFiles` takes it */
export function placeIn(
  folder: string,
  file: FilePath,
  roots: ReadonlyMap<string, string>,
): { readonly id: string; readonly path: FilePath } | undefined {
  const around = repositoryAround(folder, roots);
  const whole = `${slashed(folder)}/${file}`;
  return around && { id: around.id, path: whole.slice(slashed(around.root).length + 1) };
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/\/$/, '');
}
