import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { startSmallGitHub } from '../../scripts/editor-host/small-github.mjs';
import { leave, scenes } from '../../scripts/pictures/scenes.mjs';
import { makeSampleWorkspace } from '../../scripts/sample-workspace.mjs';
import { SmallGitHub } from '../editor/support/smallGitHub';
import { ScriptedServer } from '../unit/github/scriptedServer';

/** `test/unit/manifest/pictures.test.ts` holds these words against those that the pictures were taken with. */
describe('what the pictures of README and walkthrough show', () => {
  let folder: string;
  let gitHub: Awaited<ReturnType<typeof startSmallGitHub>>;
  let editor: Awaited<ReturnType<typeof openEditor>>;
  before(async () => {
    folder = await makeSampleWorkspace();
    gitHub = await startSmallGitHub(folder, { SmallGitHub, ScriptedServer });
    editor = await openEditor({ folder, theme: 'dark', settings: gitHub.settings });
  });
  after(async () => {
    await editor.close();
    await gitHub.stop();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  for (const { name, show, texts } of scenes) {
    it(`is still there: ${name}`, async () => {
      await show(editor);
      await editor.sees(texts);
      await leave(editor);
    });
  }

  describe('the walkthrough', () => {
    const step = (name: string) =>
      editor.page.locator(`.getting-started-step[data-step-id="meridian-async.meridian#start#${name}"]`);
    const isDone = (name: string) =>
      step(name).locator('.getting-started-step-checked, .codicon-getting-started-step-checked').first().waitFor();
    before(async () => {
      await editor.runCommand('Welcome: Open Walkthrough...');
      await editor.pick('Get Started with Meridian');
      await step('read').waitFor();
    });

    it('has done every step of which the command was run', async () => {
      for (const name of ['read', 'link', 'handoff', 'ask']) await isDone(name);
    });

    it('shows the picture of a step in the theme of the window', async () => {
      await step('ask').click();
      await editor.page.locator('.getting-started-media img[src*="ask-dark.png"]').first().waitFor();
    });
  });
});
