import { equal, match, ok } from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { makeSampleWorkspace } from '../../scripts/sample/workspace.mjs';

/** In a page: resolves once it has the focus. As text it is an expression; a function in it would not be called. */
const focusOfPage = `new Promise((resume) => {
  const look = () => (document.hasFocus() ? resume() : requestAnimationFrame(look));
  look();
})`;

describe('the stand-in, as a person has it', () => {
  let folder: string;
  let editor: Awaited<ReturnType<typeof openEditor>>;
  before(async () => {
    folder = await makeSampleWorkspace();
    // Resolves when the workbench shows that theme, and none of the others that the stand-in brings.
    editor = await openEditor({ folder, theme: 'hc-light' });
  });
  after(async () => {
    await editor.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  it('shows what Meridian answers', async () => {
    await editor.runCommand('Meridian: Push Unpushed Branches');
    const toast = editor.page.locator('.notifications-toasts .notification-list-item-message').first();
    await toast.waitFor();
    ok((await toast.textContent()) !== '');
  });

  it('goes through Decisions by keyboard and by its links', async () => {
    const { page } = editor;
    const view = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const shows = (selector: string, hasText: string | RegExp) => view.locator(selector, { hasText }).first().waitFor();
    const focused = async (text: RegExp) => {
      await view.locator(':focus').waitFor();
      match((await view.locator(':focus').textContent()) ?? '', text);
    };
    await editor.openFile('ledger/balance.ts');
    await editor.openContainer('Meridian');
    await shows('.row', 'ADR-0012');
    await editor.runCommand('Meridian: Focus on Decisions View');
    await view.locator('body').evaluate(focusOfPage);
    await page.keyboard.press('ArrowDown');
    await focused(/^ADR-0012/);
    await page.keyboard.press('ArrowDown');
    await focused(/^ADR-0005/);
    await page.keyboard.press('Enter');
    await shows('h1', /^5\. Money is an integer/);
    await focused(/^5\. /);
    await page.keyboard.press('Escape');
    await shows('.row', 'ADR-0012');
    await focused(/^ADR-0005/);
    await view.locator('.reason a', { hasText: /^82$/ }).first().click();
    await page.locator('.line-numbers.active-line-number', { hasText: /^82$/ }).waitFor();
    await view.locator('.row a.open').first().click();
    await shows('h1', /^12\. /);
    equal(await view.locator('.to-list').textContent(), '← balance.ts');
    await view.locator('.to-list').click();
    await shows('.row', 'ADR-0012');
    await view.locator('.row a.open').first().focus();
    await page.keyboard.press('Control+Enter');
    await page.locator('.tab.active', { hasText: '0012' }).waitFor();
  });
});
