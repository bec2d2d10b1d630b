import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { startSmallGitHub } from '../../scripts/editor-host/small-github.mjs';
import { leave, scenes } from '../../scripts/pictures/scenes.mjs';
import { makeSampleWorkspace } from '../../scripts/sample/workspace.mjs';
import { SmallGitHub } from '../editor/support/smallGitHub';
import { ScriptedServer } from '../unit/github/scriptedServer';

/** `test/unit/manifest/pictures.test.ts` holds these words against those that the pictures were taken with. */
describe('what the pictures of README and walkthrough show', () => {
  let folder: string;
  let gitHub: Awaited<ReturnType<typeof startSmallGitHub>>;
  let editor: Awaited<ReturnType<typeof openEditor>>;
  const openWalkthrough = async () => {
    await editor.runCommand('Welcome: Open Walkthrough...');
    await editor.pick('Get Started with Meridian');
    await editor.page.locator('.getting-started-step').first().waitFor();
  };
  before(async () => {
    folder = await makeSampleWorkspace();
    gitHub = await startSmallGitHub(folder, { SmallGitHub, ScriptedServer });
    editor = await openEditor({ folder, theme: 'dark', settings: gitHub.settings });
    // VS Code notes no step as done before the walkthrough was shown once.
    await openWalkthrough();
    await leave(editor);
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

  it('completes the steps of the walkthrough whose commands were run, once it was open', async () => {
    await openWalkthrough();
    for (const name of ['read', 'link', 'handoff', 'ask']) {
      const step = editor.page.locator(`.getting-started-step[data-step-id="meridian-async.meridian#start#${name}"]`);
      await step.locator('.codicon-getting-started-step-checked').waitFor();
    }
  });
});
