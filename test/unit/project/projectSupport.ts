import type { FileStore, Logger, Pacer } from '../../../src/core/ports';
import { Project } from '../../../src/core/project';
import type { ProjectServices } from '../../../src/core/projectReading';

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };
const unhurried: Pacer = { breathe: () => Promise.resolve() };

export function projectOf(files: FileStore, services: Partial<ProjectServices> = {}): Project {
  return new Project({
    files,
    git: () => null,
    log: silent,
    pacer: unhurried,
    settings: { include: [], exclude: [] },
    ...services,
  });
}

/** Everything that surfaces can ask, as data: two projects with the same answers are the same to a person. */
export function answersOf(project: Project, paths: readonly string[]) {
  return {
    records: project.records(),
    references: project.allReferences(),
    links: paths.map((path) => project.linksFor(path)),
    backlinks: project.records().map(({ path }) => project.backlinks(path)),
  };
}
