import type { Uri } from 'vscode';
import type { GitReader, Logger } from '../../core/ports';
import type { Boundary } from '../host/boundary';

/** What every folder needs from the window. */
export interface FolderServices {
  readonly log: Logger;
  readonly boundary: Boundary;
  /** The git of a folder, or null where it must not or cannot be asked (docs/security.md#r11). */
  readonly git: (folder: Uri) => GitReader | null;
  /** The folder in which VS Code stores data of the open workspace; undefined where nothing is open. */
  readonly storage: Uri | undefined;
}
