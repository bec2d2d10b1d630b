import { ok } from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { makeSampleWorkspace } from '../../scripts/sample-workspace.mjs';

describe('the stand-in, as a person has it', () => {
  it('shows the theme that was chosen, and what Meridian answers', async () => {
    const folder = await makeSampleWorkspace();
    // Resolves when the workbench shows that theme, and none of the others that the stand-in brings.
    const editor = await openEditor({ folder, theme: 'hc-light' });
    try {
      await editor.runCommand('Meridian: Push Unpushed Branches');
      const toast = editor.page.locator('.notifications-toasts .notification-list-item-message').first();
      await toast.waitFor();
      ok((await toast.textContent()) !== '');
    } finally {
      await editor.close();
      await rm(dirname(folder), { recursive: true, force: true });
    }
  });
});
