import { basename } from 'node:path';
import { maxReferences } from '../core/links/scan';
import type { FilePath, FileSearch, FileStore, GitReader } from '../core/ports';
import { Project } from '../core/project';
import type { FileProblem } from '../core/projectView';
import { NodePacer } from '../disk/nodePacer';
import type { NotedFiles } from '../disk/notedFiles';
import type { CommonArguments } from './arguments';
import { shelfFor } from './place';
import { Telling } from './telling';
import { quiet } from './terminal';

interface OpenOptions extends Pick<CommonArguments, 'settings'> {
  readonly files: FileStore;
  readonly cache?: boolean;
  readonly isForRecordsOnly?: boolean;
  /** As of `ProjectServices`. */
  readonly onlyFor?: FilePath;
  /** Called when git is needed; returns null where git must not be asked. */
  readonly git?: () => GitReader | null;
  /** As of `ProjectServices`. */
  readonly search?: FileSearch | null;
  readonly telling?: Telling;
}

/** A project of a directory whose path has no symbolic links. Nothing is read yet. */
export function openProject(root: string, options: OpenOptions): Project {
  const { files, settings, telling = new Telling(), git = () => null, isForRecordsOnly = false } = options;
  const { onlyFor, search } = options;
  const shelf = options.cache ? shelfFor(root) : null;
  return new Project({
    files,
    git,
    isForRecordsOnly,
    ...(onlyFor !== undefined && { onlyFor }),
    // Warnings say why a part of the answer is missing.
    log: { ...quiet, warn: (message) => telling.tellOfTrouble(message.slice(0, 400)) },
    pacer: new NodePacer(),
    settings: { ...settings, folderName: basename(root) },
    ...(shelf && { shelf }),
    ...(search && { search }),
  });
}

/**
 * Dates from git. The runner's hardening holds although the directory was named by hand (docs/adr/0005).
 * @param noted takes what the dates rest on; null where the answer is not kept
 */
export function gitDates(root: string, cache: boolean, noted: NotedFiles | null): GitReader {
  return {
    async addedDates(files, signal) {
      const [{ gitReader }, { historyOf }, { gitDeadlineMs }] = await Promise.all([
        import('../git/gitReader'),
        import('../git/historyStamp'),
        import('./gitTrouble'),
      ]);
      const shelf = cache ? shelfFor(root, 'dates', 0) : null;
      const reader = gitReader(root, { isTrusted: () => true, log: quiet, mostMs: gitDeadlineMs, shelf });
      noted?.noteOther('history', await historyOf(root));
      const dates = await reader.addedDates(files, signal);
      // In the meantime a commit may have come, or git may have found that objects are missing.
      noted?.noteOther('history', reader.isWhole ? await historyOf(root) : null);
      return dates;
    },
  };
}

/**
 * Reads the records, and says where a limit kept a part of the directory out (docs/security.md#r54).
 */
export async function loadRecords(project: Project, telling = new Telling()): Promise<void> {
  await project.loadRecords();
  if (!project.truncated) return;
  telling.tell(
    'the directory is too large to look at all of it, so what some files cite is missing; name a directory inside it',
  );
}

const problemWords: Readonly<Record<FileProblem, string>> = {
  'too-large': 'too large to be looked through for citations',
  'too-many': `too large: only its first ${maxReferences} citations were read`,
  unreadable: 'not readable',
};
const mostReported = 10;

/** Says which files were not read whole: the answer is then partial (docs/adr/0014). */
export function reportUnread(
  files: readonly { readonly file: FilePath; readonly problem: FileProblem | null }[],
  telling = new Telling(),
): void {
  const unread = files.flatMap(({ file, problem }) => (problem ? [`${file} is ${problemWords[problem]}`] : []));
  for (const words of unread.slice(0, mostReported)) telling.tell(words);
  if (unread.length > mostReported) telling.tell(`and ${unread.length - mostReported} more files`);
}
