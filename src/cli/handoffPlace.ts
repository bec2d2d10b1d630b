import type { Person } from '../core/activity/facts';
import { readText } from '../core/files/readText';
import { type HandoffNote, newestHandoffs } from '../core/handoffs/note';
import { readHandoff } from '../core/handoffs/readHandoff';
import type { FileStore } from '../core/ports';
import type { Project } from '../core/project';
import { noSettings } from '../core/records/find/recordFinder';
import { parseTeam } from '../core/team/parseTeam';
import { type Team, teamAsOf, teamFilePath } from '../core/team/team';
import type { Instant } from '../core/time/zone';
import { DiskFiles } from '../disk/diskFiles';
import { authorName, authorsBut } from '../git/authors';
import { type GitIdentity, gitIdentity } from '../git/identity';
import { findRepository, type Repository, type RepositoryProblem } from '../git/repository';
import { GitRunner } from '../git/runner';
import { gitDeadlineMs, inOneLine } from './gitTrouble';
import { loadRecords, openProject } from './openProject';
import { realDirectory } from './place';
import { quiet } from './terminal';

/** A repository, and all that a handoff needs of it but its history. */
export interface HandoffPlace {
  readonly root: string;
  readonly repository: Repository;
  readonly files: FileStore;
  readonly project: Project;
  readonly runner: GitRunner;
  readonly team: Team | null;
  /** The newest first, at most 200. */
  readonly notes: readonly HandoffNote[];
  /** The person that git is configured for. @throws Error where git cannot say */
  identity(): Promise<GitIdentity>;
  /** The author's name in commits with this e-mail address; null for none. @throws Error where git cannot say */
  nameOf(address: string): Promise<string | null>;
  /** Who wrote commits; null where one of them is meant, or not all are known. @throws Error where git cannot say */
  authorsBut(isMeant: (person: Person) => boolean): Promise<readonly string[] | null>;
}

const problems: Readonly<Record<RepositoryProblem, string>> = {
  missing: 'is not there',
  none: 'is in no git repository',
  bare: 'is a bare repository; name a clone of it, or a worktree',
  elsewhere: 'has a .git file that leads to a repository which does not know it',
  broken: 'has a .git that is no repository',
};

/** @param directory any folder of the repository. @throws Error where it is in none */
export async function openHandoffPlace(directory: string, now: Instant): Promise<HandoffPlace> {
  const found = await findRepository(realDirectory(directory));
  if (!found.ok) throw new Error(`${directory} ${problems[found.reason]}`);
  const { repository } = found;
  const root = realDirectory(repository.root);
  const files = new DiskFiles(root, true);
  const project = openProject(root, { files, settings: noSettings });
  const runner = new GitRunner({
    isTrusted: () => true,
    workspaceFolders: () => [repository.root],
    suggestedBinary: () => undefined,
    environment: process.env,
    platform: process.platform,
    logger: quiet,
    mostMs: gitDeadlineMs,
  });
  const [team] = await Promise.all([readText(files, teamFilePath), loadRecords(project)]);
  return {
    root: repository.root,
    repository,
    files,
    project,
    runner,
    team: team.ok ? teamAsOf(parseTeam(team.text).team, now) : null,
    notes: await notesOf(project, files),
    identity: () => gitIdentity(runner, repository).catch(inOneLine),
    nameOf: (address) => authorName(runner, repository, address).catch(inOneLine),
    authorsBut: (isMeant) => authorsBut(runner, repository, isMeant).catch(inOneLine),
  };
}

async function notesOf(project: Project, files: FileStore): Promise<readonly HandoffNote[]> {
  const read = newestHandoffs(project.records()).map(async ({ path }) => {
    const text = await readText(files, path);
    return text.ok ? readHandoff(path, text.text) : null;
  });
  return (await Promise.all(read)).filter((note) => note !== null);
}
