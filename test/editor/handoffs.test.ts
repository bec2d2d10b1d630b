import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { CatchUpPage } from '../../src/editor/handoffs/catchUpPage';
import type { HandoffsFeature } from '../../src/editor/handoffs/handoffsFeature';
import { addresseeChoices } from '../../src/editor/team/model/addresseeChoices';
import { caughtUp } from './support/catchUpText';
import { lensArguments, revert } from './support/documents';
import {
  deleteSample,
  meridian,
  openSample,
  readSample,
  sampleUri,
  until,
  withSetting,
  writeSample,
} from './support/meridian';
import { accepting, leaving } from './support/quickInput';
import { restoreSample, sampleGit } from './support/sampleGit';
import { noteToAnn, noteToKenji } from './support/sampleNotes';

async function theHandoffs(): Promise<HandoffsFeature> {
  const handoffs = await (await meridian()).features.handoffs.load();
  await handoffs.store.whenIdle();
  return handoffs;
}

/** The view's row of a note, once it is as wanted. */
async function rowWhen(handoffs: HandoffsFeature, wanted: (row: string) => boolean, file: string): Promise<string> {
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
    match(await rowWhen(handoffs, (row) => row.includes('Kenji'), noteToAnn()), /^to-me: Kenji Mori · /);
    const mine = noteToKenji();
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
      const spoken = item.accessibilityInformation?.label ?? '';
      equal(/unread|new answer/.test(spoken), node.unread);
      match(spoken, /^[^→]+ to [^→]+,/);
      equal(item.contextValue === 'handoffSent', node.direction === 'from-me');
      equal(typeof item.tooltip, 'string');
    }
  });

  it('shows below a note what is no longer as it says', async () => {
    const handoffs = await theHandoffs();
    const node = handoffs.tree.rows.find(({ note }) => note.path === noteToAnn());
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
    const theirs = await openSample(noteToAnn());
    const titles = await lenses(theirs);
    deepEqual(
      titles.map((title) => title.replace(/^\$\(\S+\) /, '')),
      ['Read back', 'Start on this', '1 branch moved since'],
    );
    deepEqual(await lensArguments(theirs), []);
    deepEqual(await lenses(await openSample(noteToKenji())), []);
    const ofRunbook = await lenses(await openSample('docs/runbooks/outbox-lag.md'));
    ok(
      ofRunbook.every((title) => title.startsWith('Cited in ')),
      ofRunbook.join(),
    );
  });

  it('is not shown anew for a change of which no note says anything', async () => {
    const { projects } = await meridian();
    const handoffs = await theHandoffs();
    const document = await openSample('ledger/outbox.ts');
    const { rows } = handoffs.tree;
    let times = 0;
    const listener = handoffs.tree.onDidChangeTreeData(() => {
      times++;
    });
    const changed = new Promise<void>((resolve) => {
      const once = projects.onDidChange(() => {
        once.dispose();
        resolve();
      });
    });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '// ADR-0003\n');
    ok(await vscode.workspace.applyEdit(edit));
    await changed;
    await handoffs.store.whenIdle();
    listener.dispose();
    await revert(document);
    equal(times, 0);
    equal(handoffs.tree.rows, rows, 'the rows were put together again');
  });

  it('goes with its switch', async () => {
    const handoffs = await theHandoffs();
    await withSetting('handoffs.enabled', false, async () => {
      await until(() => handoffs.tree.rows.length === 0, handoffs.tree.onDidChangeTreeData);
      deepEqual(await lenses(await openSample(noteToAnn())), []);
    });
    await until(() => handoffs.tree.rows.length > 0, handoffs.tree.onDidChangeTreeData);
  });
});

describe('a handoff that goes round', () => {
  const branch = 'led-44-import-again';
  let reader: string;
  let path: string;

  /** The note's row as a member of the team sees it. */
  const row = (handoffs: HandoffsFeature, wanted: (row: string) => boolean) => rowWhen(handoffs, wanted, path);

  before(async () => {
    const { teams } = (await (await meridian()).features.team.load()).files;
    const ann = teams[0]?.team.members.find(({ name }) => name === 'Ann Lee') ?? null;
    const [first] = addresseeChoices(teams[0]?.team ?? null, ann, Date.now());
    ok(first?.kind === 'person');
    reader = first.row.member.name;
    await sampleGit('checkout', '--quiet', '-b', branch);
    await sampleGit('commit', '--quiet', '--allow-empty', '-m', 'LED-44 Import bank-7 again');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteSample(path);
    await restoreSample(branch);
  });

  it('is drafted by its writer, who fills the first box and saves it', async () => {
    await accepting('meridian.draftHandoff');
    const editor = vscode.window.activeTextEditor;
    ok(editor?.document.isUntitled);
    path = vscode.workspace.asRelativePath(vscode.Uri.file(editor.document.uri.path), false);
    ok(editor.document.getText().includes('Import bank-7 again'));
    // The draft is a snippet: what is typed goes where the cursor is.
    await vscode.commands.executeCommand('type', { text: 'Rerun the import of `bank-7`' });
    ok(await editor.document.save());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    equal((await sampleGit('status', '--porcelain', '--', path)).startsWith('??'), true);
  });

  it('is from me for its writer, and nobody has answered', async () => {
    const handoffs = await theHandoffs();
    const text = await row(handoffs, (found) => found !== '');
    match(text, /^from-me: → .* · not read back yet · \w+ \d\d:\d\d · LED-44: Import bank-7 again: Rerun/);
    match(await readSample(path), /\*\*LED-44: Import bank-7 again\*\*: Rerun the import of `bank-7` · `led-44/);
    ok(text.includes(reader), text);
  });

  it('is unread for its reader until it is opened, and says what can be done', async () => {
    const handoffs = await theHandoffs();
    await as(reader, async () => {
      match(await row(handoffs, (found) => found.startsWith('to-me')), /^to-me: Ann Lee · unread · /);
      const document = await openSample(path);
      match(await row(handoffs, (found) => !found.includes('unread')), /^to-me: Ann Lee · \w+ \d\d:\d\d/);
      deepEqual(
        (await lenses(document)).map((title) => title.replace(/^\$\(\S+\) /, '')),
        // Writer and reader share a clone here: what was not pushed has come. Ana has pushed to a branch of Ann's.
        ['Read back', 'Start on this', '1 branch moved since', 'The commits are here now'],
      );
    });
  });

  it('keeps what was typed when a box is left, and appends it to the note, unsaved', async () => {
    const handoffs = await theHandoffs();
    await as(reader, async () => {
      await row(handoffs, (found) => found.startsWith('to-me'));
      const document = await openSample(path);
      const before = document.getText();
      const place = { folder: sampleUri('').toString().replace(/\/$/, ''), path };
      await leaving('meridian.readBack', { ...place, restated: 'I run bank-7 again.', question: 'Which *day*?' });
      equal(document.isDirty, false);
      await accepting('meridian.readBack');
      ok(document.isDirty);
      const text = document.getText();
      match(
        text,
        /## Read back by .*, .* \S+\/\S+ \(.*Europe\/London\)\n<!-- at: \S+ -->\n\n> I run bank-7 again\.\n\nAsks back:\n\n> Which \*day\*\?/,
      );
      ok(text.startsWith(before.slice(0, before.indexOf('</details>'))));
      ok(await document.save());
    });
  });

  it('is answered for its writer', async () => {
    const handoffs = await theHandoffs();
    const text = await row(handoffs, (found) => found.startsWith('from-me') && found.includes('read back by'));
    ok(text.includes(`read back by ${reader}`), text);
  });
});

describe('The question that a handoff is read back with', () => {
  const path = 'docs/handoffs/2026-11-19-mallory-to-ann-lee.md';
  const { createInputBox } = vscode.window;
  afterEach(async () => {
    Object.assign(vscode.window, { createInputBox });
    await deleteSample(path);
  });

  /** What is asked of a note from Mallory with this first step. */
  async function promptFor(step: string): Promise<readonly string[]> {
    const handoffs = await theHandoffs();
    const front = '---\nhandoff: 2026-11-19T17:00:00Z\nfrom: Mallory\nto: Ann Lee\n---\n';
    await writeSample(path, `${front}# Handoff\n\n## Next\n\n- [ ] ${step}\n`);
    await rowWhen(handoffs, (row) => row.includes('Mallory') && row.includes(step.split(' ', 1)[0] ?? ''), path);
    const prompts: string[] = [];
    const recording = () => {
      const box = createInputBox();
      const show = box.show.bind(box);
      box.show = () => {
        prompts.push(box.prompt ?? '');
        show();
      };
      return box;
    };
    Object.assign(vscode.window, { createInputBox: recording });
    await leaving('meridian.readBack', { folder: sampleUri('').toString().replace(/\/$/, ''), path });
    return prompts;
  }

  it('has no link in it, whatever the note says (R1)', async () => {
    deepEqual(await promptFor('Read `[this](command:workbench.action.quit)` first'), [
      'Next: Read [this] (command:workbench.action.quit) first',
    ]);
  });

  it('has all of a long step: nobody can say again what was cut off', async () => {
    const step = `Run the migration on staging, ${'count the shards of every region, '.repeat(9)}and tell Priya`;
    deepEqual(await promptFor(step), [`Next: ${step}`]);
  });
});

describe('Catch Me Up', () => {
  const runbook = 'docs/runbooks/replica-behind.md';
  const mine = 'docs/runbooks/balance-drift.md';
  before(async () => {
    await writeSample(runbook, `${await readSample(runbook)}\nWatch it for an hour.\n`);
    const author = '--author=Tom Becker <tom@ledger.example>';
    await sampleGit('commit', '--quiet', '-am', 'Watch the replica', author);
    await writeSample(mine, `${await readSample(mine)}\nAsk the owner.\n`);
    await sampleGit('commit', '--quiet', '-am', 'Say whom to ask');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await sampleGit('reset', '--quiet', '--hard', 'HEAD~2');
  });

  const tabs = () =>
    vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ label }) => /Catch Up/.test(label));
  it('opens one page on what happened since the last day, by others and not by me', async () => {
    await theHandoffs();
    const text = await caughtUp(/^# Catch up · /);
    match(
      text,
      /^# Catch up · Ann Lee · .*\n\n(\*\*Waits for you: .*\.\*\*\n\n)?Since .* runbooks?\. As of now: .*1 branch with older commits\.( .*)?$/m,
    );
    match(text, /\[Replica behind\]\(\/docs\/runbooks\/replica-behind\.md\): changed by Tom Becker/);
    ok(!text.includes('Balance drift'), text);
  });

  it('leaves no untitled or dirty document behind, and refreshes in place', async () => {
    await writeSample(runbook, `${await readSample(runbook)}\nThen ask #ledger.\n`);
    await sampleGit('commit', '--quiet', '-am', 'Ask', '--author=Priya Raman <priya@ledger.example>');
    try {
      await openSample('README.md');
      await caughtUp(/Priya/);
      equal(tabs().length, 1);
      ok(tabs()[0]?.isActive);
      ok(!vscode.workspace.textDocuments.some(({ isUntitled, isDirty }) => isUntitled || isDirty));
    } finally {
      await sampleGit('reset', '--quiet', '--hard', 'HEAD~1');
    }
  });

  it('regression: comes to the front at once, and takes no focus when all is read', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await openSample('README.md');
    const running = vscode.commands.executeCommand('meridian.catchMeUp');
    await until(() => tabs()[0]?.isActive === true, vscode.window.tabGroups.onDidChangeTabs);
    await openSample('docs/runbooks/balance-drift.md');
    await running;
    ok(!tabs()[0]?.isActive);
  });

  it('stays what it is while another file is in front', async () => {
    await openSample('docs/runbooks/balance-drift.md');
    equal(tabs().length, 1);
    ok(!tabs()[0]?.isActive);
  });

  it('has links that lead to the files of the folder', async () => {
    // The editor lets a document go that only the preview shows.
    const page = await vscode.workspace.openTextDocument(CatchUpPage.uri);
    // On a busy machine it still has the text from while everything was being read.
    await until(() => page.getText().includes('](/'), vscode.workspace.onDidChangeTextDocument);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      CatchUpPage.uri,
      100,
    );
    ok(
      links.some(({ target }) => target?.path === sampleUri(runbook).path),
      JSON.stringify(links),
    );
  });
});
