import { append } from '../lists';
import type { FilePath } from '../ports';
import type { ProjectView } from '../projectView';
import { isAboutCode } from '../records/record';
import type { Link } from './link';
import { strengthOf } from './strength';

/** A commit that changed the file, with all that it changed; newest first. */
export interface SharedCommit {
  /** As git abbreviates it. */
  readonly hash: string;
  /** Paths as the project has them. */
  readonly files: readonly FilePath[];
}

/**
 * A commit of more files, or of more records, ties nothing: most of what it changed has nothing to do with the rest.
 * Of the links that are left, 37 to 42 % were right when measured.
 */
const mostFiles = 25;
const mostRecords = 3;
const mostLinks = 5;
const mostNamed = 5;

/**
 * Records that were changed in the same commits as a file, the one with most commits first. They are a guess that is
 * made only on request, and no part of the file's links. Records that are linked to the file otherwise are left out.
 */
export function historyLinks(
  view: Pick<ProjectView, 'record' | 'linksFor' | 'maybeFor'>,
  file: FilePath,
  commits: readonly SharedCommit[],
): readonly Link[] {
  const known = new Set([...view.linksFor(file), ...view.maybeFor(file)].map(({ record }) => record.path));
  const shared = new Map<FilePath, string[]>();
  for (const { hash, files } of commits) {
    const records = files.filter((path) => path !== file && isRecord(view, path));
    if (files.length > mostFiles || records.length > mostRecords) continue;
    for (const path of records) append(shared, path, hash);
  }
  const links = [...shared].flatMap(([path, hashes]): Link[] => {
    const record = view.record(path);
    if (!record || known.has(path)) return [];
    const detail = { reason: 'history', commits: hashes.length, newest: hashes.slice(0, mostNamed) } as const;
    return [{ record, reason: 'history', strength: strengthOf(detail, record), detail }];
  });
  return links.sort((a, b) => b.strength - a.strength).slice(0, mostLinks);
}

function isRecord(view: Pick<ProjectView, 'record'>, path: FilePath): boolean {
  const record = view.record(path);
  return record !== undefined && isAboutCode(record.kind);
}
