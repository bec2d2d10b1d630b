import { isMachine } from '../../core/activity/machines';
import { objectNamePattern } from '../../core/names/objectName';
import type { LineSpan, SelectedCode } from '../../core/permalinks/codePermalink';
import { mapLines } from '../../core/permalinks/lineMapping';
import type { FilePath } from '../../core/ports';
import type { LastTouch } from '../../core/questions/questionInput';
import type { Repository } from '../repository';
import { answered } from '../result';
import { resolveCommit } from '../revision';
import type { GitOptions, GitRunner } from '../runner';
import { earlierName, textInCommit } from './fileInCommit';

/** Who last changed some lines. */
export interface LastTouches {
  /** Authors of the committed lines, the latest first. */
  readonly people: readonly LastTouch[];
  /** Lines that differ from HEAD, by their numbers in the given text. */
  readonly uncommitted: readonly number[];
}

/** Empty for a file that HEAD does not have. Throws `GitUnanswered`. */
export async function readLastTouches(
  runner: GitRunner,
  repository: Repository,
  { path, text, lines }: SelectedCode,
  options: GitOptions = {},
): Promise<LastTouches> {
  const commit = await resolveCommit(runner, repository, 'HEAD', options);
  const committed = commit === null ? null : await committedText(runner, repository, commit, path, options);
  if (commit === null || committed === null) return { people: [], uncommitted: [] };
  const { lines: mapped, missing: uncommitted } = mapLines(text, committed.text, lines);
  if (mapped === null) return { people: [], uncommitted };
  const people = await lastTouches(runner, repository, { commit, path: committed.path, lines: mapped }, options);
  return { people, uncommitted };
}

interface CommittedText {
  readonly path: FilePath;
  readonly text: string;
}

/** The file in the commit, under its present name, or under its earlier one where the index renames it. */
async function committedText(
  runner: GitRunner,
  repository: Repository,
  commit: string,
  path: FilePath,
  options: GitOptions,
): Promise<CommittedText | null> {
  const text = await textInCommit(runner, repository, commit, path, options);
  if (text !== null) return { path, text };
  const old = await earlierName(runner, repository, commit, path, options);
  const before = old === null ? null : await textInCommit(runner, repository, commit, old, options);
  return old === null || before === null ? null : { path: old, text: before };
}

/** Lines of a file in one commit. */
interface BlamedLines {
  /** A whole hash. */
  readonly commit: string;
  /** Relative to the repository's root. */
  readonly path: FilePath;
  readonly lines: LineSpan;
}

/** More lines than a question shows. */
const mostLines = 1_000;
/** The beginning of the first line of each entry. */
const blamedCommit = new RegExp(`^(${objectNamePattern}) `);

/**
 * The last authors of these lines as the mailmap maps them, the latest first; each person once, and no bots or agents.
 * One who only moved a line from another file counts, too. Commits in `blame.ignoreRevsFile` are skipped; where that
 * file is missing, git fails. Throws `GitUnanswered`.
 */
async function lastTouches(
  runner: GitRunner,
  repository: Repository,
  { commit, path, lines: { first, last } }: BlamedLines,
  options: GitOptions = {},
): Promise<readonly LastTouch[]> {
  const lines = [{ first, last: Math.min(last, first + mostLines - 1) }];
  const result = await runner.run({ repository, verb: 'blame', revisions: [commit], paths: [path], lines }, options);
  return touchesIn(new TextDecoder().decode(answered(result).stdout));
}

/** The headers of a commit, which git prints once, before the first of its lines. */
interface Commit {
  readonly headers: Map<string, string>;
  lines: number;
}

/** Parses `blame --porcelain`: a line that begins with a tab is the file's own, and is never taken for a header. */
function touchesIn(porcelain: string): readonly LastTouch[] {
  const commits = new Map<string, Commit>();
  let current: Commit = { headers: new Map(), lines: 0 };
  let isHead = true;
  for (const line of porcelain.split('\n')) {
    if (isHead) {
      const hash = blamedCommit.exec(line)?.[1];
      if (hash === undefined) continue;
      current = commits.get(hash) ?? { headers: new Map(), lines: 0 };
      commits.set(hash, current);
      isHead = false;
    } else if (line.startsWith('\t')) {
      current.lines += 1;
      isHead = true;
    } else {
      const end = line.indexOf(' ');
      if (end > 0) current.headers.set(line.slice(0, end), line.slice(end + 1));
    }
  }
  return byPerson([...commits].map(([hash, commit]) => touchOf(hash, commit)));
}

function touchOf(hash: string, { headers, lines }: Commit): LastTouch {
  return {
    name: headers.get('author') ?? '',
    address: (headers.get('author-mail') ?? '').replace(/^<|>$/g, ''),
    commit: hash,
    subject: headers.get('summary') ?? '',
    instant: Number(headers.get('author-time') ?? 0) * 1000,
    lines,
  };
}

function byPerson(touches: readonly LastTouch[]): readonly LastTouch[] {
  const people = new Map<string, LastTouch>();
  for (const touch of [...touches].sort((a, b) => b.instant - a.instant)) {
    if (isMachine(touch.name, touch.address)) continue;
    const key = touch.address.toLowerCase() || touch.name;
    const latest = people.get(key);
    people.set(key, latest ? { ...latest, lines: latest.lines + touch.lines } : touch);
  }
  return [...people.values()];
}
