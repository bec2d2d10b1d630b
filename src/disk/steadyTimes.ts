import { statfsSync } from 'node:fs';

/**
 * Linux file systems that update a directory's time whenever a name in it is added, removed or changed, as POSIX
 * requires. They are known by the numbers of `statfs(2)`: ext2 to ext4, XFS, Btrfs, F2FS, ZFS, tmpfs and overlayfs.
 * Network and user-space file systems may answer with an older, cached time.
 */
const steady: ReadonlySet<number> = new Set([
  0xef53, 0x58465342, 0x9123683e, 0xf2f52010, 0x2fc12fc1, 0x01021994, 0x794c7630,
]);

/** Whether unchanged times of a directory mean an unchanged list; looked up once for each device. */
export class SteadyTimes {
  private readonly devices = new Map<number, boolean>();

  /** @param path a directory that is there, on that device. @throws where it is gone meanwhile */
  tell(path: string, device: number): boolean {
    const known = this.devices.get(device);
    if (known !== undefined) return known;
    // On other platforms the numbers mean something else.
    const tells = process.platform === 'linux' && steady.has(statfsSync(path).type);
    this.devices.set(device, tells);
    return tells;
  }
}
