import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { HandoffsFeature } from '../../src/editor/handoffs/handoffsFeature';
import { deleteSample, meridian, openSample, sampleUri, until, withSetting, writeSample } from './support/meridian';
import { accepting, leaving } from './support/quickInput';
import { sampleGit } from './support/sampleGit';

const sample = 'docs/handoffs/2026-11-20-kenji-mori-to-ann-lee.md';
const path = 'docs/handoffs/2026-01-01-ann-lee-to-kenji-mori.md';

function noteText(to: string, written: string, more = ''): string {
  return `---
handoff: ${written}
from: Ann Lee
to: ${to}
${more}---

# Handoff to ${to}

## Next

- [ ] Rerun the import of \`bank-7\`
- [x] Ask Priya
`;
}

async function theHandoffs(): Promise<HandoffsFeature> {
  const handoffs = await (await meridian()).features.handoffs.load();
  await handoffs.store.whenIdle();
  return handoffs;
}

/** The view's row of a note, once it is as wanted. */
async function rowWhen(handoffs: HandoffsFeature, wanted: (row: string) => boolean, file = path): Promise<string> {
  const current = (): string => {
    const node = handoffs.tree.rows.find(({ note }) => note.path === file);
    if (!node) return '';
    const item = handoffs.tree.getTreeItem(node);
    return `${node.group.key}: ${String(item.label)} · ${String(item.description)}`;
  };
  await until(() => wanted(current()), handoffs.tree.onDidChangeTreeData);
  return current();
}

async function lenses(document: vscode.TextDocument): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return found
    .map(({ command }) => command?.title ?? '')
    .filter((title) => !/Draft Again|Copy As|missing|ready/i.test(title));
}

const as = (name: string, run: () => Promise<void>): Promise<void> => withSetting('team.me', name, run);

describe('Handoffs', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('lists the notes to me and from me, with what was answered', async () => {
    const handoffs = await theHandoffs();
    match(await rowWhen(handoffs, (row) => row.includes('Kenji'), sample), /^to-me: Kenji Mori · /);
    const mine = 'docs/handoffs/2026-11-18-ann-lee-to-kenji-mori.md';
    match(
      await rowWhen(handoffs, (row) => row.includes('read back'), mine),
      /^from-me: → Kenji Mori · .*read back by Kenji Mori/,
    );
  });

  it('says in words what the icon says, and gives each row what can be done with it', async () => {
    const handoffs = await theHandoffs();
    for (const node of handoffs.tree.rows) {
      const item = handoffs.tree.getTreeItem(node);
      ok(item.iconPath instanceof vscode.ThemeIcon);
      equal(item.accessibilityInformation?.label?.includes('unread'), node.unread);
      equal(item.contextValue === 'handoffSent', node.direction === 'from-me');
      equal(typeof item.tooltip, 'string');
    }
  });

  it('shows below a note what is no longer as it says', async () => {
    const handoffs = await theHandoffs();
    const node = handoffs.tree.rows.find(({ note }) => note.path === sample);
    ok(node);
    const rows = (await handoffs.tree.getChildren(node)).map((child) => {
      const { label, description } = handoffs.tree.getTreeItem(child);
      return `${String(label)} · ${String(description)}`;
    });
    match(rows[0] ?? '', /^LED-57-outbox-batches · 1 commit since · Ana Souza · /);
    ok(
      rows.some((row) => /^Measure what the relay waits for.* · done$/.test(row)),
      rows.join('\n'),
    );
    ok(
      rows.some((row) => /^Outbox lag · changed · Ana Souza/.test(row)),
      rows.join('\n'),
    );
  });

  it('offers above a note to me what its reader can do, and nothing above my own', async () => {
    await theHandoffs();
    const theirs = await openSample(sample);
    const titles = await lenses(theirs);
    deepEqual(
      titles.map((title) => title.replace(/^\$\(\S+\) /, '')),
      ['Read back', 'Start on this', '1 branch moved since'],
    );
    deepEqual(await lenses(await openSample('docs/handoffs/2026-11-18-ann-lee-to-kenji-mori.md')), []);
    deepEqual(await lenses(await openSample('docs/runbooks/outbox-lag.md')), []);
  });

  it('goes with its switch', async () => {
    const handoffs = await theHandoffs();
    await withSetting('handoffs.enabled', false, async () => {
      await until(() => handoffs.tree.rows.length === 0, handoffs.tree.onDidChangeTreeData);
      deepEqual(await lenses(await openSample(sample)), []);
    });
    await until(() => handoffs.tree.rows.length > 0, handoffs.tree.onDidChangeTreeData);
  });
});

describe('a handoff that goes round', () => {
  let written: string;
  before(async () => {
    const tip = (await sampleGit('rev-parse', 'HEAD')).trim();
    written = new Date(Date.now() - 60_000).toISOString();
    await writeSample(path, noteText('Kenji Mori', written, `tips:\n  ledger:\n    main: ${tip}\n`));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteSample(path);
  });

  it('is from me for its writer, and nobody has answered', async () => {
    const handoffs = await theHandoffs();
    match(
      await rowWhen(handoffs, (row) => row !== ''),
      /^from-me: → Kenji Mori · not read back yet · \w+ .*Rerun the import/,
    );
  });

  it('is unread for its reader until it is opened', async () => {
    const handoffs = await theHandoffs();
    await as('Kenji Mori', async () => {
      match(await rowWhen(handoffs, (row) => row.startsWith('to-me')), /^to-me: Ann Lee · unread · /);
      await openSample(path);
      match(await rowWhen(handoffs, (row) => !row.includes('unread')), /^to-me: Ann Lee · \w+ \d\d:\d\d/);
    });
  });

  it('keeps what was typed when a box is left, and appends it to the note, unsaved', async () => {
    const handoffs = await theHandoffs();
    await as('Kenji Mori', async () => {
      await rowWhen(handoffs, (row) => row.startsWith('to-me'));
      const document = await openSample(path);
      const place = { folder: sampleUri('').toString().replace(/\/$/, ''), path };
      await leaving('meridian.readBack', { ...place, restated: 'I run bank-7 again.', question: 'Which *day*?' });
      equal(document.isDirty, false);
      await accepting('meridian.readBack');
      ok(document.isDirty);
      const text = document.getText();
      match(
        text,
        /## Read back by Kenji Mori, .* Asia\/Tokyo \(.*Europe\/London\)\n<!-- at: \S+ -->\n\n> I run bank-7 again\.\n\nAsks back:\n\n> Which \*day\*\?/,
      );
      ok(text.startsWith(noteText('Kenji Mori', written).slice(0, 20)));
      ok(await document.save());
    });
  });

  it('is unread for its writer again, who sees the answer', async () => {
    const handoffs = await theHandoffs();
    const row = await rowWhen(handoffs, (text) => text.startsWith('from-me') && text.includes('read back by'));
    match(row, /^from-me: → Kenji Mori · .*read back by Kenji Mori \w+ \d\d:\d\d/);
  });
});

describe('Catch Me Up', () => {
  const runbook = 'docs/runbooks/replica-behind.md';
  before(async () => {
    const document = await vscode.workspace.openTextDocument(sampleUri(runbook));
    await writeSample(runbook, `${document.getText()}\nWatch it for an hour.\n`);
    const author = '--author=Tom Becker <tom@ledger.example>';
    await sampleGit('commit', '--quiet', '-am', 'Watch the replica', author);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await sampleGit('reset', '--quiet', '--hard', 'HEAD~1');
  });

  it('opens a page on what happened since the last day, by others too', async () => {
    await theHandoffs();
    await vscode.commands.executeCommand('meridian.catchMeUp');
    const document = vscode.workspace.textDocuments.find(
      (one) => one.isUntitled && one.getText().startsWith('# Catch up'),
    );
    ok(document);
    const text = document.getText();
    match(text, /# Catch up · Ann Lee · /);
    match(text, /^Since .* runbooks?\.$/m);
    match(text, /\[Replica behind\]\(docs\/runbooks\/replica-behind\.md\): changed by Tom Becker/);
  });
});
