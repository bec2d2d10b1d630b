import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Error codes for a place that exists and must not be written to. */
const refusals: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS']);

/**
 * The file, or else the nearest existing folder above it, where it must not be written to; null where it may be, or
 * where that is not known.
 */
export async function readOnlyAt(path: string, mayWrite = writable): Promise<string | null> {
  try {
    await mayWrite(path);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (refusals.has(code)) return path;
    const above = dirname(path);
    return code === 'ENOENT' && above !== path ? readOnlyAt(above, mayWrite) : null;
  }
}

function writable(path: string): Promise<void> {
  return access(path, constants.W_OK);
}
