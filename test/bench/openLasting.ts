import { Project } from '../../src/core/project';
import { noSettings } from '../../src/core/records/find/recordFinder';
import { DiskFiles } from '../../src/disk/diskFiles';
import { NodePacer } from '../../src/disk/nodePacer';
import { gitReader } from '../../src/git/gitReader';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** The engine on a folder as a window has it, without an editor around it. */
export function openLasting(root: string): Project {
  return new Project({
    files: new DiskFiles(root),
    git: () => gitReader(root, { isTrusted: () => true, log: quiet }),
    log: quiet,
    pacer: new NodePacer(),
    settings: noSettings,
    isLasting: true,
  });
}
