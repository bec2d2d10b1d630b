import { readText } from '../core/files/readText';
import type { FilePath, FileStore } from '../core/ports';
import type { Project } from '../core/project';

/** The most files that are read for their references. A day's work touches fewer. */
const maxRead = 500;

/** Takes the references in these files into the project, which has read only records so far. */
export async function readCited(project: Project, files: FileStore, paths: readonly FilePath[]): Promise<void> {
  const cited = [...new Set(paths)].filter((path) => !project.record(path));
  for (const path of cited.slice(0, maxRead)) {
    const read = await readText(files, path);
    if (read.ok) project.prefetch(path, () => read.text);
  }
}
