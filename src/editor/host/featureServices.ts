import type { Memento } from 'vscode';
import type { Logger } from '../../core/ports';
import type { ActiveFile } from '../workspace/activeFile';
import type { LazyGit } from '../workspace/lazyGit';
import type { Projects } from '../workspace/projects';
import type { Boundary } from './boundary';
import type { Contexts } from './contexts';

/**
 * What every feature gets from the window. `workspace` is built on the kit, and these types are all that the kit has of
 * it.
 */
export interface FeatureServices {
  readonly projects: Projects;
  readonly git: LazyGit;
  readonly active: ActiveFile;
  readonly contexts: Contexts;
  readonly boundary: Boundary;
  readonly log: Logger;
  /** What is kept of this workspace on this machine. */
  readonly state: Memento;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
