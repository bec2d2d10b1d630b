// The scenes of the README's and the walkthrough's pictures: how a person gets there in the sample workspace, and words
// that must be on the screen then. `scripts/screenshots.mjs` takes the pictures, `test/smoke/pictures.test.ts` repeats
// the scenes. They follow each other in one window, each beginning with the empty window that `leave` brings back.

/**
 * @typedef {Awaited<ReturnType<typeof import('../editor-host/open-editor.mjs').openEditor>>} Editor
 * @typedef {{x: number, y: number, width: number, height: number}} Part of a window of 1400×900
 * @typedef {object} Scene
 * @property {string} name
 * @property {(editor: Editor) => Promise<unknown>} show resolves when the last part of the scene is there
 * @property {readonly string[]} texts what a person reads there, as far as it is the same on every day
 * @property {string} [readme] the picture of the README, without theme and ending
 * @property {{step: string, part: Part, windowWidth?: number}} [walkthrough] the step that shows a part of it
 */

const code = (page, text) => page.locator('.editor-instance .view-line', { hasText: text }).first().waitFor();
const lens = (page, text) => page.locator('.codelens-decoration', { hasText: text }).first().waitFor();

/** Opens one view of the container, and closes the others. All four are there once the sample is read. */
async function openAlone({ page, openContainer }, name) {
  await openContainer('Meridian');
  for (const view of ['Decisions', 'Records', 'Handoffs', 'Team']) {
    // By the title alone: beside that of Decisions stands the name of the file in front, such as `team.json`.
    const title = page.locator('h3.title', { hasText: new RegExp(`^${view}$`) });
    const header = page.locator('.sidebar .pane-header', { has: title });
    await header.waitFor();
    const isOpen = view === name;
    if (((await header.getAttribute('aria-expanded')) === 'true') !== isOpen) await header.click();
    await page.locator(`.sidebar .pane-header[aria-expanded="${isOpen}"]`, { has: title }).waitFor();
  }
}

/**
 * The part with the text that is being written, in a window so narrow that its lines break inside the picture. It ends
 * between two lines.
 */
const written = { windowWidth: 1000, part: { x: 350, y: 66, width: 566, height: 322 } };

/** @type {readonly Scene[]} */
export const scenes = [
  {
    name: 'hover',
    readme: 'hover',
    walkthrough: { step: 'read', part: { x: 630, y: 222, width: 758, height: 282 } },
    show: async (editor) => {
      await editor.openFile('ledger/balance.ts', 30);
      const hover = editor.page.locator('.monaco-hover:not(.hidden)');
      // The editor closes a hover when something else changes what it shows for the line.
      do {
        await editor.hoverText('ADR-0007', 'Superseded by');
        // Wait until no other extension and no search for quick fixes adds to the hover. VS Code hides the elements of
        // these words, but their text stays in the hover.
        for (const text of ['Loading', 'Checking for quick fixes'])
          await hover.getByText(text).first().waitFor({ state: 'hidden' });
      } while (!(await hover.filter({ hasText: 'Superseded by' }).isVisible()));
    },
    texts: [
      'ADR-0007 · Superseded · ',
      'Superseded by ADR-0012 Use PostgreSQL for the ledger',
      'Open · To the side · Show in Decisions · Copy link',
    ],
  },
  {
    name: 'decisions',
    readme: 'decisions',
    show: async (editor) => {
      await editor.openFile('ledger/balance.ts');
      await editor.openContainer('Meridian');
      // The tooltip of the activity bar would cover the list.
      await editor.page.mouse.move(600, 893);
      await editor.page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
      await editor.webview('.row:nth-child(4)');
      await editor.row('Kenji Mori');
    },
    texts: [
      'ADR-0012 Use PostgreSQL for the ledger',
      'cited on line 4, 82',
      'ADR-0007 Use event sourcing → ✔ ADR-0012',
      'its scope: ledger/**',
      'Records',
    ],
  },
  {
    name: 'record',
    readme: 'record',
    show: async (editor) => {
      await editor.openFile('ledger/balance.ts');
      await editor.openContainer('Meridian');
      await (await editor.webview('.row a.open')).click();
      await editor.webview('.to-list');
      await editor.webview('article');
    },
    texts: [
      '← balance.ts',
      '12. Use PostgreSQL for the ledger',
      '✔ Accepted',
      'ADR-0003 ADR-0007 ADR-0012',
      'In the code: ',
      'Open · Copy link',
    ],
  },
  {
    name: 'link',
    walkthrough: { step: 'link', part: { x: 395, y: 0, width: 620, height: 330 } },
    show: async (editor) => {
      await editor.openFile('ledger/regions.ts', 1);
      await editor.runCommand('Meridian: Link to a Decision…');
      await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'ADR-0012' }).first().waitFor();
    },
    texts: ['ADR-0012 Use PostgreSQL for the ledger', 'ADR-0005 Money is an integer of minor units', 'Accepted'],
  },
  {
    name: 'handoff',
    readme: 'handoff',
    walkthrough: { step: 'handoff', ...written, part: { ...written.part, y: 212, height: 328 } },
    show: async (editor) => {
      await editor.runCommand('Meridian: Draft Handoff…');
      await editor.pick('Priya');
      await code(editor.page, 'Handoff to Priya');
      await lens(editor.page, 'Copy As');
    },
    texts: ['# Handoff to Priya', '## Next', '## Watch out', 'If ‹', 'Add: blocked, time-critical', 'Copy As…'],
  },
  {
    name: 'handoffs',
    readme: 'handoffs',
    show: async (editor) => {
      await editor.openContainer('Meridian');
      await (await editor.row('Kenji Mori')).click();
      await lens(editor.page, 'Read back');
    },
    texts: ['Handoffs', 'To me', 'From me', 'Read back', 'Start on this'],
  },
  {
    name: 'question',
    readme: 'question',
    walkthrough: { step: 'ask', ...written },
    show: async (editor) => {
      const { page } = editor;
      await editor.openFile('ledger/posting.ts', 21);
      for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
      await editor.runCommand('Meridian: Ask with Context…');
      await page.locator('.quick-input-widget', { hasText: 'Ask with Context' }).waitFor();
      await page.keyboard.type('Book two postings in one transaction');
      await page.keyboard.press('Enter');
      await editor.pick('Ask Anyway');
      await editor.pick('Whoever knows');
      await code(page, 'Book two postings');
      await lens(page, 'Copy As');
    },
    texts: ['Book two postings in one transaction', 'ledger/posting.ts:21-22', 'Copy As…', 'Save as File'],
  },
  {
    name: 'pull-request',
    readme: 'pull-request',
    walkthrough: { step: 'github', ...written },
    show: async (editor) => {
      await editor.runCommand('Meridian: Draft PR Description…');
      await code(editor.page, 'Pull request: LED-42');
      await lens(editor.page, 'Create Pull Request');
    },
    texts: [
      '# Pull request: LED-42 Split balances by region',
      '## Decisions and runbooks',
      'ADR-0012',
      'Create Pull Request…',
    ],
  },
  // The last two, because they leave the container with other views open.
  {
    name: 'records',
    readme: 'records',
    show: async (editor) => {
      await editor.openFile('ledger/balance.ts');
      await openAlone(editor, 'Records');
      await (await editor.row('docs/adr')).click();
      await editor.row('ADR-0012');
    },
    texts: ['Records', 'Waiting for decision', 'docs/adr', 'ADR-0012 Use PostgreSQL', 'Runbooks'],
  },
  {
    name: 'team',
    readme: 'team',
    show: async (editor) => {
      await editor.openFile('.meridian/team.json');
      await openAlone(editor, 'Team');
      await editor.row('Kenji Mori');
      await editor.row('Priya Raman');
    },
    texts: ['Team', 'Kenji Mori', 'Priya Raman', '"zone": "Asia/Tokyo"'],
  },
];

/** Back to an empty window, whatever was written in it. */
export async function leave({ page, runCommand }) {
  await page.keyboard.press('Escape');
  await page.mouse.move(700, 895);
  while ((await page.locator('.tabs-container .tab').count()) > 0) {
    const before = await page.locator('.tabs-container .tab').count();
    await runCommand('View: Revert and Close Editor');
    await page.waitForFunction((count) => document.querySelectorAll('.tabs-container .tab').length < count, before);
  }
}
