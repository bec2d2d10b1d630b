import type { Identity } from '../../core/activity/activity';
import { isOneOf } from '../../core/activity/identity';
import { isMachine } from '../../core/activity/machines';
import { join, pathBelow } from '../../core/files/paths';
import type { BranchMove } from '../../core/handoffs/changesSince';
import type { FilePath } from '../../core/ports';
import type { ElsewhereSince, FileSince, FolderHistory, OwnCommits } from '../../core/tasks/workplace';
import type { Instant } from '../../core/time/zone';
import { logFormat } from '../format';
import { textInCommit } from '../permalink/fileInCommit';
import type { Repository } from '../repository';
import { answered } from '../result';
import { resolveCommit } from '../revision';
import type { GitOptions, GitRunner } from '../runner';
import { branchMoves } from './branchMoves';
import { changedElsewhere } from './changedElsewhere';
import { changedSince } from './changedSince';
import { divergedMoves } from './divergedMoves';
import { mergedBranches } from './mergedBranches';
import { changedFiles, type RecentChange, type RecentCommit, recentCommits } from './recentChanges';
import { readReferences } from './references';

const parents = logFormat({ hash: '%H', all: '%P' });

/** The newest of a person's commits are enough to tell what they work on. */
const mostCommits = 300;
const mostFiles = 300;

/** What git knows of a folder that is a repository or a part of one. All methods throw `GitUnanswered`. */
export class GitFolderHistory implements FolderHistory {
  private head: Promise<string | null> | undefined;

  /** @param prefix the folder relative to the repository's root, `/`-separated; `''` for the root itself */
  constructor(
    private readonly runner: GitRunner,
    private readonly repository: Repository,
    private readonly prefix: FilePath,
    private readonly options: GitOptions,
  ) {}

  async ownWork(who: Identity, since: Instant): Promise<OwnCommits> {
    const { runner, repository, prefix, options } = this;
    const commits = await recentCommits(runner, repository, since, { ...options, branches: true });
    const own = commits.filter((commit) => isBy(who, commit));
    const hashes = own.slice(0, mostCommits).map(({ hash }) => hash);
    const changes = await changedFiles(runner, repository, hashes, null, options);
    const latest = [...changes]
      .sort((a, b) => b.committed - a.committed)
      .flatMap(({ path }) => pathBelow(prefix, path) ?? []);
    // A commit that a colleague rebases or merges later has that commit date, on which this person may not have worked.
    const committed = own.flatMap(({ committer, committed: merged, authored }) => {
      if (isOneOf(who, committer)) return [merged];
      // A commit that a host squashes has the date at which anybody merged it.
      return isMachine(committer.name, committer.address) && merged === authored ? [] : [authored];
    });
    return { committed: committed.sort((a, b) => b - a), files: [...new Set(latest)].slice(0, mostFiles) };
  }

  async changedSince(
    files: readonly FilePath[],
    since: Instant,
    reader: Identity | null,
    isWanted: (path: FilePath) => boolean,
  ): Promise<readonly FileSince[] | null> {
    const { runner, repository, prefix, options } = this;
    const head = await this.headOnce();
    const asked = { head, files: files.map((path) => join(prefix, path)), isWanted: this.wantedHere(isWanted), since };
    const found = await changedSince(runner, repository, asked, ownBy(reader), options);
    return (
      found?.flatMap((file) => {
        const path = pathBelow(prefix, file.path);
        const from = file.before && pathBelow(prefix, file.before.path);
        // A file that was moved here from outside the folder is new in it.
        const before = file.before && from !== null ? { ...file.before, path: from } : null;
        return path === null ? [] : [{ ...file, path, before }];
      }) ?? null
    );
  }

  async changedElsewhere(
    since: Instant,
    reader: Identity | null,
    isWanted: (path: FilePath) => boolean,
  ): Promise<ElsewhereSince | null> {
    const { runner, repository, prefix, options } = this;
    const head = await this.headOnce();
    const asked = { head, since, isWanted: this.wantedHere(isWanted), isOwn: ownBy(reader) };
    const found = await changedElsewhere(runner, repository, asked, options);
    return found && { ...found, files: found.files.flatMap((path) => pathBelow(prefix, path) ?? []) };
  }

  /** HEAD may move meanwhile; all that one reader is told is of the same commit. */
  private headOnce(): Promise<string | null> {
    this.head ??= resolveCommit(this.runner, this.repository, 'HEAD', this.options);
    return this.head;
  }

  private wantedHere(isWanted: (path: FilePath) => boolean): (path: FilePath) => boolean {
    return (path) => {
      const here = pathBelow(this.prefix, path);
      return here !== null && isWanted(here);
    };
  }

  committed(commit: string, path: FilePath): Promise<string | null> {
    const { runner, repository, prefix, options } = this;
    return textInCommit(runner, repository, commit, join(prefix, path), options);
  }

  async parentsOf(commits: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    if (commits.length === 0) return new Map();
    const { runner, repository, options } = this;
    const args = ['-z', '--no-walk', '--no-patch', parents.argument];
    const result = await runner.run({ repository, verb: 'log', args, revisions: commits }, options);
    return new Map(parents.parse(answered(result).stdout).map(({ hash, all }) => [hash, all.split(' ')[0] || null]));
  }

  /** Commits of HEAD after an instant, exclusive, that changed one of these files of the folder. */
  async changesTo(files: readonly FilePath[], since: Instant): Promise<readonly RecentChange[]> {
    if (files.length === 0) return [];
    const { runner, repository, prefix, options } = this;
    const commits = await recentCommits(runner, repository, since + 1, options);
    const hashes = commits.map(({ hash }) => hash);
    const paths = files.map((path) => join(prefix, path));
    const changes = await changedFiles(runner, repository, hashes, paths, options);
    return changes.flatMap((change) => {
      const path = pathBelow(prefix, change.path);
      return path === null ? [] : [{ ...change, path }];
    });
  }

  async branchesMovedByOthers(since: Instant): Promise<readonly BranchMove[]> {
    const { runner, repository, options } = this;
    const references = await readReferences(runner, repository, null, options);
    const merged = await mergedBranches(runner, repository, references, since, options);
    const behind = references.branches.filter(({ tip, upstreamTip }) => upstreamTip !== null && upstreamTip !== tip);
    const tips = Object.fromEntries(behind.map(({ name, tip }) => [name, tip]));
    const moves = await branchMoves(runner, repository, { note: null, tips }, options);
    const isToldMerged = ({ branch }: BranchMove) => merged.some((move) => move.branch === branch);
    const open = moves.filter((move) => move.state === 'moved' && !isToldMerged(move));
    return [...merged, ...(await divergedMoves(runner, repository, { moves: open, branches: behind }, options))];
  }
}

function ownBy(reader: Identity | null): (commit: RecentCommit) => boolean {
  return (commit) => reader !== null && isBy(reader, commit);
}

/** Whether the author is the person: by the mapped name and address, or by the address as written. */
function isBy(who: Identity, { author, writtenAddress }: RecentCommit): boolean {
  return isOneOf(who, author) || isOneOf(who, { name: '', address: writtenAddress });
}
