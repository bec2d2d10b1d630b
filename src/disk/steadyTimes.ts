import { statfsSync } from 'node:fs';

/**
 * File systems of Linux that change a directory's time whenever a name in it comes, goes or changes, as POSIX asks for.
 * They are known by the numbers of `statfs(2)`: ext2 to ext4, XFS, Btrfs, F2FS, ZFS, tmpfs and overlayfs. File systems
 * on a network or in user space may answer with an older time that they kept.
 */
const steady: ReadonlySet<number> = new Set([
  0xef53, 0x58465342, 0x9123683e, 0xf2f52010, 0x2fc12fc1, 0x01021994, 0x794c7630,
]);

/** Whether the times of directories tell that what they list is the same; asked once for each device. */
export class SteadyTimes {
  private readonly devices = new Map<number, boolean>();

  /** @param path a directory that is there, on that device. @throws where it is gone meanwhile */
  tell(path: string, device: number): boolean {
    const known = this.devices.get(device);
    if (known !== undefined) return known;
    // Elsewhere the numbers mean something else.
    const tells = process.platform === 'linux' && steady.has(statfsSync(path).type);
    this.devices.set(device, tells);
    return tells;
  }
}
