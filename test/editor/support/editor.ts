import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

/** Which editor the suites run in, and the executable that takes `code`'s arguments. */
export interface Editor {
  readonly name: 'desktop' | 'stand-in';
  readonly executable: string;
  /** What to tell a person about the choice. */
  readonly why: string;
}

const standIn = join(__dirname, '../../../scripts/editor-host', process.platform === 'win32' ? 'code.cmd' : 'code.mjs');
const downloadLimit = 10_000;

/** Desktop VS Code needs a display; a Linux machine without one runs it under `xvfb-run`, which sets DISPLAY. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function desktop(why: string): Promise<Editor> {
  const version = process.env.MERIDIAN_EDITOR_VERSION;
  const executable = await downloadAndUnzipVSCode({ timeout: downloadLimit, ...(version && { version }) });
  return { name: 'desktop', executable, why };
}

/**
 * Desktop VS Code where it can be downloaded, else the stand-in. MERIDIAN_EDITOR (`desktop` or `stand-in`) decides
 * without trying; MERIDIAN_EDITOR_VERSION is the version of the desktop one, the newest otherwise.
 */
export async function chooseEditor(wish = process.env.MERIDIAN_EDITOR): Promise<Editor> {
  if (wish === 'desktop') return desktop('MERIDIAN_EDITOR asks for it');
  if (wish === 'stand-in') return { name: 'stand-in', executable: standIn, why: 'MERIDIAN_EDITOR asks for it' };
  if (!hasDisplay()) return { name: 'stand-in', executable: standIn, why: 'there is no display' };
  try {
    return await desktop('it could be downloaded');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name: 'stand-in', executable: standIn, why: `VS Code could not be downloaded: ${reason}` };
  }
}
