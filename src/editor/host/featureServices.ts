import type { Memento } from 'vscode';
import type { Logger } from '../../core/ports';
import type { ActiveFile } from '../workspace/activeFile';
import type { LazyGit } from '../workspace/lazyGit';
import type { Projects } from '../workspace/projects';
import type { Boundary } from './boundary';
import type { Contexts } from './contexts';

/**
 * What every feature gets from the window. The code in `workspace` is built on `host`; `host` knows no more of
 * `workspace` than these types.
 */
export interface FeatureServices {
  readonly projects: Projects;
  readonly git: LazyGit;
  readonly active: ActiveFile;
  readonly contexts: Contexts;
  readonly boundary: Boundary;
  readonly log: Logger;
  /** The state that VS Code stores for this workspace on this machine. */
  readonly state: Memento;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
