import { readText } from '../core/files/readText';
import type { FilePath, FileStore } from '../core/ports';
import type { Project } from '../core/project';

/** Each file that cites something is read; more than that is not a day's work. */
const maxRead = 500;

/** Takes what the files cite into the project, whose records alone have been read. */
export async function readCited(project: Project, files: FileStore, paths: readonly FilePath[]): Promise<void> {
  const cited = [...new Set(paths)].filter((path) => !project.record(path));
  for (const path of cited.slice(0, maxRead)) {
    const read = await readText(files, path);
    if (read.ok) project.prefetch(path, () => read.text);
  }
}
