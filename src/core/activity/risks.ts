import type { Risk } from '../drafts/handoffInput';
import { foldName } from '../names/people';
import type { FilePath } from '../ports';
import { compareText } from '../text/compareText';
import type { Ownership } from './codeowners';
import type { FileStat } from './facts';
import { isCode, isTest, isUnread } from './fileKinds';
import { hasRisk, pathRisks } from './riskTable';

const mostFiles = 5;
const mostOwners = 5;
const longestPath = 1_000;
/** Lines beyond which reviewers miss more, and beyond which they give up (docs/adr/0019). */
const largeSizes = [1_000, 500, 200] as const;

/** One file over all commits. */
interface Touched {
  readonly path: FilePath;
  readonly lines: number;
  /** Whether lines were added to it, or git did not count them. */
  readonly hasGained: boolean;
  readonly deleted: boolean;
  /** Whether it was not there before. */
  readonly isNew: boolean;
  /** Whether it only got another path. */
  readonly isMoved: boolean;
}

/**
 * What to look at twice in a change, by the names and sizes of its files alone: signs, never findings.
 * @param files of all commits, the newest first; one path may be there more than once
 * @param ownership null where there is no CODEOWNERS
 * @param ownable the files that lie in the repository of CODEOWNERS
 * @param restored paths whose content is as it was before
 */
export function risksOf(
  files: readonly FileStat[],
  ownership: Ownership | null = null,
  ownable: readonly FileStat[] = files,
  restored: ReadonlySet<FilePath> = new Set(),
): readonly Risk[] {
  const all = touchedOnce(files);
  const touched = all.filter(({ path }) => !restored.has(path));
  const present = touched.filter(({ deleted }) => !deleted);
  const byPath = pathRisks.map((risk) => {
    // A secret that was taken out again is still in these commits.
    const among = (risk.code === 'secret' ? all : touched).filter((file) => !file.deleted || isTold(risk.code, file));
    return riskOf(
      risk.code,
      among.filter(({ path }) => hasRisk(risk, path)),
    );
  });
  const deletions = riskOf(
    'deletion',
    // Nobody misses a file that was added and deleted in the same work.
    touched.filter(({ deleted, isNew, path }) => deleted && !isNew && !isUnread(path)),
  );
  return [
    ...byPath,
    deletions,
    large(touched),
    untested(present),
    othersOwn(
      touchedOnce(ownable).filter(({ path }) => !restored.has(path)),
      ownership,
    ),
  ].filter((risk) => risk !== null);
}

/** Whether a deleted file is a risk; a secret that came and went is, an older one is no news. */
function isTold(code: Risk['code'], { isNew }: Touched): boolean {
  return code === 'migration' || (code === 'secret' && isNew);
}

function riskOf(code: Risk['code'], files: readonly Touched[], detail = ''): Risk | null {
  if (files.length === 0) return null;
  return { code, files: files.slice(0, mostFiles).map(({ path }) => path), count: files.length, detail };
}

function large(touched: readonly Touched[]): Risk | null {
  const written = touched.filter(({ path, lines }) => lines > 0 && !isUnread(path) && !isLockFile(path));
  const lines = written.reduce((sum, file) => sum + file.lines, 0);
  const size = largeSizes.find((limit) => lines > limit);
  const largest = written.toSorted((a, b) => b.lines - a.lines || compareText(a.path, b.path));
  return size === undefined ? null : riskOf('large', largest, `${lines} lines, more than ${size}`);
}

function untested(present: readonly Touched[]): Risk | null {
  return present.some(({ path }) => isTest(path))
    ? null
    : riskOf(
        'no-tests',
        // A file that only lost lines has nothing that a new test would exercise.
        present.filter(({ path, isMoved, hasGained }) => isCode(path) && !isMoved && hasGained),
      );
}

function othersOwn(touched: readonly Touched[], ownership: Ownership | null): Risk | null {
  if (ownership === null) return null;
  const own = new Set(ownership.own.map((name) => name.toLowerCase()));
  const isOwn = (owner: string) => own.has(owner.toLowerCase()) || ownership.ownTeams.has(foldName(teamIn(owner)));
  const owned = touched.flatMap((file) => {
    const owners = ownership.ownersOf(file.path);
    return owners.length === 0 || owners.some(isOwn) ? [] : [{ file, owners }];
  });
  const owners = [...new Set(owned.flatMap((entry) => entry.owners))];
  return riskOf(
    'other-owners',
    owned.map(({ file }) => file),
    owners.length > mostOwners ? `${owners.slice(0, mostOwners).join(', ')}, …` : owners.join(', '),
  );
}

/** `ledger` of `@organisation/ledger`, and of GitLab's `@group/part/ledger`; `''` for a person. */
function teamIn(owner: string): string {
  return owner.startsWith('@') && owner.includes('/') ? owner.slice(owner.lastIndexOf('/') + 1) : '';
}

function isLockFile(path: FilePath): boolean {
  return pathRisks.some((risk) => risk.code === 'lock-file' && hasRisk(risk, path));
}

/** Each file once, by path. Whether it is deleted is decided by the newest commit that touched it. */
function touchedOnce(files: readonly FileStat[]): readonly Touched[] {
  const byPath = new Map<FilePath, Touched>();
  for (const { path, added, removed, status } of files) {
    const moved = status === 'renamed' && added === 0 && removed === 0;
    if (path.length > longestPath) continue;
    const first = { path, lines: 0, hasGained: false, deleted: status === 'deleted', isNew: false, isMoved: true };
    const known = byPath.get(path) ?? first;
    const lines = known.lines + (added ?? 0) + (removed ?? 0);
    byPath.set(path, {
      ...known,
      lines,
      hasGained: known.hasGained || added !== 0,
      isNew: known.isNew || status === 'added',
      isMoved: known.isMoved && moved,
    });
  }
  return [...byPath.values()].sort((a, b) => compareText(a.path, b.path));
}
