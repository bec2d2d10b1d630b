import { equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vsix } from '../../scripts/artefacts.mjs';
import { openEditor } from '../../scripts/editor-host/open-editor.mjs';
import { installExtension } from '../../scripts/editor-host/server.mjs';
import { makeSampleWorkspace } from '../../scripts/sample/workspace.mjs';

/** The numbered steps of the README, one line each. */
function steps(): string[] {
  const chapter = readFileSync('README.md', 'utf8').split('## The first five minutes\n')[1]?.split('\n## ')[0] ?? '';
  return chapter
    .split(/^\d\. /m)
    .slice(1)
    .map((step) => step.replace(/\s+/g, ' ').trim());
}

describe('the first five minutes of the README, by hand, with the installed package', () => {
  let folder: string;
  let editor: Awaited<ReturnType<typeof openEditor>>;
  const [hover, decisions, note, draft, question] = steps();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meridian-first-minutes-'));
    const extensionsDir = join(folder, 'extensions');
    await installExtension(vsix, extensionsDir);
    const workspace = await makeSampleWorkspace(join(folder, 'ledger'));
    editor = await openEditor({ folder: workspace, extension: null, extensionsDir });
  });
  after(async () => {
    await editor.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The document in the editor in front, as far as it is drawn. */
  const shows = (text: string | RegExp) =>
    editor.page.locator('.editor-instance .view-line', { hasText: text }).first().waitFor();

  it('1: points at a superseded decision', async () => {
    const [, file = '', name = '', line] = /Open `(.+?)` and point at `(.+?)` in line (\d+)/.exec(hover ?? '') ?? [];
    await editor.openFile(file, Number(line));
    match(await editor.hoverText(name, 'Superseded by'), /Superseded by[\s\S]*ADR-0012/);
  });

  it('2: goes from the list to a record', async () => {
    match(decisions ?? '', /^Click Meridian in the activity bar\. \*Decisions\* .*click a title/);
    await editor.openContainer('Meridian');
    const row = await editor.webview('.row a.open');
    ok((await (await editor.webview('.reason')).textContent())?.includes('cited on line'));
    await row.click();
    await editor.webview('h1:has-text("12. Use PostgreSQL")');
    await (await editor.webview('main')).getByText('In the code').first().waitFor();
  });

  it('3: opens Kenji’s note', async () => {
    match(note ?? '', /^Under \*Handoffs\*, open Kenji’s note|^Under \*Handoffs\*, open Kenji's note/);
    await (await editor.row('Kenji Mori')).click();
    for (const lens of ['Read back', 'Start on this']) {
      await editor.page.locator('.codelens-decoration a', { hasText: lens }).first().waitFor();
    }
  });

  it('4: drafts a handoff, and goes from place to place', async () => {
    const [, command = '', name = ''] = /Run \*(.+?)…?\* .* choose (\w+):/.exec(draft ?? '') ?? [];
    const { page } = editor;
    await editor.runCommand(command);
    await editor.pick(name);
    await page.locator('.tab.active', { hasText: 'priya' }).waitFor();
    await shows('LED-62');
    const place = page.locator('.statusbar-item', { hasText: /\d+ selected/ });
    const first = (await place.first().textContent()) ?? '';
    await page.keyboard.press('Tab');
    await place.filter({ hasNotText: first }).first().waitFor();
  });

  it('5: asks about lines', async () => {
    match(question ?? '', /^Select some lines, and run \*Meridian: Ask with Context…\*/);
    const { page } = editor;
    await editor.openFile('ledger/posting.ts', 21);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await editor.runCommand('Meridian: Ask with Context');
    const input = page.locator('.quick-input-widget input.input');
    await page.locator('.quick-input-widget', { hasText: 'What are you trying to achieve?' }).waitFor();
    await input.fill('Post a refund in two regions');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Ask Anyway' }).first().click();
    await editor.pick('Whoever knows');
    await shows('Post a refund in two regions');
    await shows(/ledger\/posting\.ts/);
  });

  it('has five steps', () => {
    equal(steps().length, 5);
  });
});
