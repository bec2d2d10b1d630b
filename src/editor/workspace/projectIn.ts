import type { Uri } from 'vscode';
import { basename } from '../../core/files/paths';
import type { FileStore } from '../../core/ports';
import { Project } from '../../core/project';
import { NodePacer } from '../../disk/nodePacer';
import { recordGlobs } from '../host/settings';
import type { FolderServices } from './folderServices';
import { storageShelf } from './storageShelf';

/** The project of a folder; nothing of it is read yet. */
export function projectIn(folder: Uri, files: FileStore, { git, log, storage }: FolderServices): Project {
  const shelf = storageShelf(storage, folder.toString());
  return new Project({
    files,
    git: () => git(folder),
    log,
    pacer: new NodePacer(),
    isLasting: true,
    ...(shelf && { shelf }),
    settings: { ...recordGlobs(folder), folderName: basename(folder.path) },
  });
}
