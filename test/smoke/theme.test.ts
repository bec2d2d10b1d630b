import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { makeSampleWorkspace } from '../../scripts/sample-workspace.mjs';

describe('the stand-in', () => {
  it('shows the theme that a person chose, although it is kept inside the extension under development', async () => {
    const folder = await makeSampleWorkspace();
    try {
      // Resolves when the workbench shows that theme, and none of the others that the stand-in brings.
      const editor = await openEditor({ folder, theme: 'hc-light' });
      await editor.close();
    } finally {
      await rm(dirname(folder), { recursive: true, force: true });
    }
  });
});
