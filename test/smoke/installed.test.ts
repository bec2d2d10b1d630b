import { match } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vsix } from '../../scripts/artefacts.mjs';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { installExtension } from '../../scripts/editor-host/server.mjs';
import { makeSampleWorkspace } from '../../scripts/sample/workspace.mjs';

describe('the package, installed into an editor', () => {
  let folder: string;
  let options: Parameters<typeof openEditor>[0];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meridian-installed-'));
    const extensionsDir = join(folder, 'extensions');
    match(await installExtension(vsix, extensionsDir), /successfully installed/);
    const workspace = await makeSampleWorkspace(join(folder, 'ledger'));
    options = { folder: workspace, extension: null, extensionsDir, trusted: false };
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('answers a hover over a reference', async () => {
    const editor = await openEditor(options);
    try {
      await editor.openFile('ledger/balance.ts');
      const hover = await editor.hoverText('ADR-0012', 'Use PostgreSQL');
      match(hover, /ADR-0012/);
      match(hover, /Accepted/);
    } finally {
      await editor.close();
    }
  });

  it('speaks German in an editor that does', async () => {
    const editor = await openEditor({ ...options, language: 'de' });
    try {
      await editor.openFile('ledger/balance.ts');
      match(await editor.hoverText('ADR-0012', 'Use PostgreSQL'), /Angenommen · 3\. März 2025/);
      await editor.openContainer('Meridian');
      await editor.page.locator('.pane-header', { hasText: 'Entscheidungen' }).waitFor();
      await (await editor.webview('.reason')).getByText('zitiert in Zeile').waitFor();
      await editor.runCommand('Meridian: Zu Eintrag wechseln');
      await editor.page.locator('input[placeholder^="Zu einem Eintrag nach Nummer"]').waitFor();
      await editor.page.keyboard.press('Escape');
      await editor.runCommand('Meridian: Auf den neuesten Stand bringen');
      await editor.page.locator('.tabs-container .tab', { hasText: 'Auf dem neuesten Stand.md' }).waitFor();
    } finally {
      await editor.close();
    }
  });
});
