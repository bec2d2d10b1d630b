import { deepEqual, ok } from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { axeFindings, openFolds, sideways } from '../../scripts/editor-host/page-audit.mjs';
import { giveToken, startSmallGitHub } from '../../scripts/editor-host/small-github.mjs';
import { makeSampleWorkspace } from '../../scripts/sample/workspace.mjs';
import { SmallGitHub } from '../editor/support/smallGitHub';
import { ScriptedServer } from '../unit/github/scriptedServer';

type Theme = Parameters<typeof axeFindings>[1];

describe('the pages, for those who see, hear or point in another way', () => {
  let folder: string;
  let gitHub: Awaited<ReturnType<typeof startSmallGitHub>>;
  let editor: Awaited<ReturnType<typeof openEditor>>;
  let theme: Theme = 'dark';
  before(async () => {
    folder = await makeSampleWorkspace();
    gitHub = await startSmallGitHub(folder, { SmallGitHub, ScriptedServer });
    editor = await openEditor({ folder, theme, settings: gitHub.settings });
  });
  after(async () => {
    await editor.close();
    await gitHub.stop();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  async function audit(selector: string, behind: 'sideBar' | 'editor'): Promise<void> {
    deepEqual(await findings(selector, behind), [], `${selector}, ${theme}`);
  }

  /** The editor puts a new frame in the place of the old one when a page is drawn again: then that one is looked at. */
  async function findings(selector: string, behind: 'sideBar' | 'editor'): ReturnType<typeof axeFindings> {
    const place = await editor.webview(selector);
    return axeFindings(place, theme, behind).catch((error: unknown) => {
      if (!String(error).includes('Frame was detached')) throw error;
      return findings(selector, behind);
    });
  }

  async function auditDecisions(): Promise<void> {
    await editor.openFile('ledger/regions.ts');
    await openFolds(await editor.webview('details.weak'));
    await audit('details.weak .row', 'sideBar');
    await editor.openFile('ledger/balance.ts');
    await audit('.row.retired', 'sideBar');
    await (await editor.webview('.row a.open')).click();
    await audit('article', 'sideBar');
    await editor.openFile('CODEOWNERS');
    await audit('.notice', 'sideBar');
  }

  it('gives axe nothing to find in Decisions: the list with its folds open, a record and a notice, in four themes', async () => {
    await editor.openFile('ledger/regions.ts');
    await editor.openContainer('Meridian');
    // The container takes the focus once it is filled, and a pick would close.
    await editor.webview('.row');
    await auditDecisions();
    for (theme of ['light', 'hc-black', 'hc-light'] as const) {
      await editor.changeTheme(theme);
      await auditDecisions();
    }
  });

  it('gives axe nothing to find in Team Outcomes, in four themes', async () => {
    await editor.runCommand('Meridian: Sign In to GitHub');
    await giveToken(editor.page);
    await editor.runCommand('Meridian: Show Team Outcomes');
    await audit('figure', 'editor');
    for (theme of ['dark', 'light', 'hc-black'] as const) {
      await editor.changeTheme(theme);
      await audit('figure', 'editor');
    }
    ok((await sideways(await editor.webview('figure'), 350, 2)) <= 0, 'Team Outcomes at 350 px and 200 %');
    await editor.runCommand('View: Close All Editors');
  });

  it('needs no more than 250 pixels, and no more than half of them at 200 %', async () => {
    await editor.openFile('ledger/balance.ts');
    for (const selector of ['.row.retired', 'article']) {
      const place = await editor.webview(selector);
      ok((await sideways(place, 250, 1)) <= 0, `${selector} at 250 px`);
      ok((await sideways(place, 295, 2)) <= 0, `${selector} at 295 px and 200 %`);
      if (selector === '.row.retired') await (await editor.webview('.row a.open')).click();
    }
  });
});
