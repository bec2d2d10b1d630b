import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BranchFact } from '../../core/activity/facts';
import type { Repository } from '../repository';

/** More branches that were never pushed are made by a program. */
const mostBranches = 100;
const longestLog = 32 * 1024;
/** How git begins what it notes of a branch that was made or named, and of nothing that was done on it. */
const made = /^(?:branch: |Branch: (?:renamed|copied) )/;
/** A copy takes the log of its original along. */
const copied = /^Branch: copied /;

/**
 * The branches, with a mark at those that were only ever set to a commit: copies, and names for later. Their own logs,
 * which are plain files, say so; where there is none it is not known. Starts no process, never rejects.
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

/** Of a longer log the last lines are enough: the branch was worked on, or it is a copy made at its end. */
async function endOf(path: string): Promise<string> {
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
