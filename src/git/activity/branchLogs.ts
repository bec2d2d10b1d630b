import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BranchFact } from '../../core/activity/facts';
import { isRegular } from '../regularFile';
import type { Repository } from '../repository';

/** A program makes more branches that were never pushed. */
const mostBranches = 100;
const longestLog = 32 * 1024;
/** The beginning of log entries for creating or renaming a branch, as opposed to work on it. */
const made = /^(?:branch: |Branch: (?:renamed|copied) )/;
/** A copied branch takes over the log of its original. */
const copied = /^Branch: copied /;

/**
 * The branches, with bookmarks marked: those that were only ever set to a commit. Their own logs, which are plain
 * files, tell; a branch without a log is not marked. Starts no process, never rejects.
 */
export async function withBookmarks(
  { commonDirectory }: Repository,
  branches: readonly BranchFact[],
): Promise<readonly BranchFact[]> {
  const local = new Set(branches.filter(({ upstream }) => upstream === null).slice(0, mostBranches));
  return Promise.all(
    branches.map(async (branch) => {
      const isMark =
        local.has(branch) && (await isOnlyMade(join(commonDirectory, 'logs', 'refs', 'heads', branch.name)));
      return isMark ? { ...branch, bookmark: true } : branch;
    }),
  );
}

/** The newest of what a reference was set to, a line each; `''` where it has no log. Starts no process, never rejects. */
export function referenceLog({ commonDirectory }: Repository, reference: string): Promise<string> {
  return endOf(join(commonDirectory, 'logs', reference)).catch(() => '');
}

async function isOnlyMade(log: string): Promise<boolean> {
  const text = await endOf(log).catch(() => '');
  const notes = text.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(line.indexOf('\t') + 1)]));
  const own = notes.slice(
    Math.max(
      0,
      notes.findLastIndex((note) => copied.test(note)),
    ),
  );
  return own.length > 0 && own.every((note) => made.test(note));
}

/** The end of a longer log is enough: it shows work on the branch, or a copy made at its end. */
async function endOf(path: string): Promise<string> {
  if (!(await isRegular(path))) return '';
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - longestLog);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestLog), 0, longestLog, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
