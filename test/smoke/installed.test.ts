import { match } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { installExtension } from '../../scripts/editor-host/server.mjs';
import { makeSampleWorkspace } from '../../scripts/sample-workspace.mjs';
import { vsix } from './vsix';

describe('the package', () => {
  it('installs into an editor and answers a hover over a reference', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'meridian-installed-'));
    const extensionsDir = join(folder, 'extensions');
    match(await installExtension(vsix, extensionsDir), /successfully installed/);
    const workspace = await makeSampleWorkspace(join(folder, 'ledger'));
    const editor = await openEditor({ folder: workspace, extension: null, extensionsDir, trusted: false });
    try {
      await editor.openFile('ledger/balance.ts');
      const hover = await editor.hoverText('ADR-0012', 'Use PostgreSQL');
      match(hover, /ADR-0012/);
      match(hover, /Accepted/);
    } finally {
      await editor.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
