import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { isLocated } from '../../src/core/team/team';
import { reminderAt } from '../../src/editor/handoffs/drafting/model/reminderAt';
import { addresseeChoices } from '../../src/editor/team/model/addresseeChoices';
import { isPlainPath } from '../../src/editor/workspace/plainPath';
import { close, inFront, lensArguments, lensTitles, marks } from './support/documents';
import { deleteSample, meridian, openSample, sampleUri, until, withSetting, writeSample } from './support/meridian';
import { asPerson } from './support/person';
import { accepting, leaving, whatIsPicked } from './support/quickInput';
import { restoreSample, sampleGit } from './support/sampleGit';

const { onDidChangeDiagnostics } = vscode.languages;
const branch = 'led-42-split-the-ledger';
const foreign = 'docs/handoffs/2026-11-21-kenji-mori-to-ann-lee.md';

async function change(path: string, more: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(sampleUri(path));
  await writeSample(path, `${document.getText()}${more}`);
}

/** Writes what a person would at the prompt that stands first below a heading. */
async function typeBelow(document: vscode.TextDocument, heading: string, text: string): Promise<void> {
  const at = document.getText().indexOf('‹', document.getText().indexOf(heading));
  const end = document.getText().indexOf('›', at) + 1;
  ok(at > 0 && end > at, `there is no prompt below ${heading}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(end)), text);
  ok(await vscode.workspace.applyEdit(edit));
}

describe('Draft Handoff', () => {
  let document: vscode.TextDocument;
  let addressee: string;

  before(async () => {
    const api = await meridian();
    const team = await api.features.team.load();
    await team.files.whenIdle();
    await sampleGit('checkout', '--quiet', '-b', branch);
    await change('ledger/balance.ts', '\nexport const regions = 2;\n');
    await sampleGit('commit', '--quiet', '-am', 'LED-42 Split balances by region');
    await writeSample('ledger/half-done.ts', 'export {};\n');
    const [placed] = team.files.teams;
    ok(placed);
    const ann = placed.team.members.find(({ name }) => name === 'Ann Lee') ?? null;
    const [first] = addresseeChoices(placed.team, ann, Date.now());
    ok(first?.kind === 'person');
    addressee = first.row.member.name;
    await accepting('meridian.draftHandoff');
    document = inFront();
  });
  after(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await deleteSample('ledger/half-done.ts');
    await deleteSample(vscode.workspace.asRelativePath(document.uri));
    await restoreSample(branch);
  });

  it('opens a document that nobody saved, where it belongs, for whoever was chosen', async () => {
    equal(document.languageId, 'markdown');
    ok(document.isUntitled && document.isDirty);
    const slug = addressee.toLowerCase().replace(' ', '-');
    match(document.uri.path, new RegExp(`/docs/handoffs/\\d{4}-\\d\\d-\\d\\d-ann-lee-to-${slug}\\.md$`));
    match(document.getText(), new RegExp(`^---\\nhandoff: \\S+Z\\nfrom: Ann Lee\\nto: ${addressee}\\n`));
  });

  it('is a letter: what to go on with, what to watch out for, and the facts in a fold', () => {
    const text = document.getText();
    const [next, watch, fold] = ['## Next', '## Watch out', '<details>'].map((part) => text.indexOf(part));
    ok(next && watch && fold && 0 < next && next < watch && watch < fold, text);
    match(text.slice(next, watch), /LED-42: Split balances by region/);
    match(text.slice(watch, fold), new RegExp(`\`${branch}\``));
    ok(text.slice(0, fold).split('\n').length <= 41 && text.split('‹').length <= 6, text);
    ok(text.includes('ADR-0012'), text);
  });

  it('has the cursor in the first box', () => {
    const editor = vscode.window.activeTextEditor;
    ok(editor);
    match(document.getText(editor.selection), /^‹.*›$/);
  });

  it('lets the last Tab end behind the last box, and not below the comment that closes the note', async () => {
    const editor = vscode.window.activeTextEditor;
    ok(editor);
    const boxes = document.getText().split('‹').length - 1;
    for (let tab = 0; tab < boxes; tab++) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    ok(editor.selection.isEmpty);
    const before = document.getText(new vscode.Range(new vscode.Position(0, 0), editor.selection.active));
    match(before, /›$/);
    ok(before.split('‹').length - 1 <= boxes);
  });

  it('counts above it what is missing, and marks nothing before the person has begun or asks', async () => {
    match((await lensTitles(document)).join('\n'), /things are missing/);
    // A setting that changes publishes every mark at once.
    await withSetting('handoff.readiness.enabled', false, async () => undefined);
    equal(marks(document).length, 0);
    ok((await whatIsPicked(() => vscode.commands.executeCommand('meridian.checkHandoff'))).length > 1);
  });

  it('marks what is missing, says so above; without the check the actions stay', async () => {
    await until(() => marks(document).length > 0, onDidChangeDiagnostics);
    for (const { severity } of marks(document)) equal(severity, vscode.DiagnosticSeverity.Information);
    match((await lensTitles(document)).join('\n'), /things are missing[\s\S]*Draft Again[\s\S]*Copy As…/);
    await withSetting('handoff.readiness.enabled', false, async () => {
      await until(() => marks(document).length === 0, onDidChangeDiagnostics);
      const titles = (await lensTitles(document)).join('\n');
      ok(titles.includes('Draft Again') && !titles.includes('missing'), titles);
    });
  });

  it('keeps what was typed when it is drafted again, as one step that can be undone', async () => {
    await typeBelow(document, '## Next', 'Run the migration on staging');
    const before = document.getText();
    await change('ledger/balance.ts', '\nexport const shards = 4;\n');
    await sampleGit('commit', '--quiet', '-am', 'LED-42 Count the shards');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('meridian.draftHandoffAgain');
    equal(inFront().uri.toString(), document.uri.toString());
    ok(document.getText().includes('Run the migration on staging'));
    ok(document.getText().includes('Count the shards'));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before);
    await vscode.commands.executeCommand('redo');
  });

  it('gets a part that it left out by a lens, or by its command alone, with the cursor in it', async () => {
    const lens = (await lensTitles(document)).find((title) => title.includes('Add: '));
    match(lens ?? '', /Add: blocked, time-critical, tried and ruled out…$/);
    await vscode.window.showTextDocument(document);
    await accepting('meridian.addHandoffPart');
    const editor = vscode.window.activeTextEditor;
    ok(editor?.document === document);
    match(document.getText(editor.selection), /^‹what, on whom, since when›$/);
    await vscode.commands.executeCommand('type', { text: 'on Priya, since Tuesday' });
    match(document.getText(), /\n## Blocked or waiting\n\n- on Priya, since Tuesday\n\n## /);
    ok(!(await lensTitles(document)).some((title) => title.includes('Add: blocked')));
    await vscode.commands.executeCommand('meridian.draftHandoffAgain');
    match(document.getText(), /\n## Blocked or waiting\n\n- on Priya, since Tuesday\n\n## /);
  });

  it('is copied in the form that was asked for, without what only Meridian reads', async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('meridian.copyDraft', 'slack');
    const copied = await vscode.env.clipboard.readText();
    ok(copied.includes('Run the migration on staging'));
    ok(!/meridian drafted|<details>|^handoff:/m.test(copied), copied);
  });

  it('is saved where it said, and goes on from there', async () => {
    const { path } = document.uri;
    ok(await document.save());
    document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
    equal(document.isDirty, false);
    await sampleGit('commit', '--quiet', '--allow-empty', '-m', 'LED-42 Say that shards are counted');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('meridian.draftHandoffAgain');
    ok(document.isDirty);
    ok(document.getText().includes('Run the migration on staging'));
    ok(document.getText().includes('Count the shards'));
  });

  it('is not drafted again where it is another’s: nothing of it changes, and a new one is offered', async () => {
    const front = `---\nhandoff: ${new Date().toISOString()}\nfrom: Kenji Mori\nto: Ann Lee\n---\n\n`;
    const words = `${front}# Handoff\n\n## Next\n\n- [ ] Look at the relay\n`;
    await writeSample(foreign, words);
    const note = await openSample(foreign);
    ok(!(await lensTitles(note)).some((title) => title.includes('Draft Again')));
    const offered: string[] = [];
    const person = {
      clicks: (_sentence: string, buttons: readonly string[]) => {
        offered.push(...buttons);
        return undefined;
      },
      token: '',
    };
    await asPerson(person, async () => vscode.commands.executeCommand('meridian.draftHandoffAgain'));
    deepEqual(offered, ['Draft a New Handoff…']);
    equal(note.getText(), words);
    equal(note.isDirty, false);
    await close(note);
    await deleteSample(foreign);
  });

  it('offers to push what a note says that was drafted before the window was loaded', async () => {
    const unseen =
      '> **Not visible to you yet**\n>\n> - `led-42` was never pushed (1 commit)\n> - 1 file not committed: `a`';
    const front = '---\nhandoff: 2026-11-20T17:42:00Z\nfrom: Ann Lee\nto: Kenji Mori\n---\n\n# Handoff\n\n';
    const note = await vscode.workspace.openTextDocument({ language: 'markdown', content: front + unseen });
    match((await lensTitles(note)).join('\n'), /Push Branches…[\s\S]*Commit…/);
  });

  it('has lenses that a click finds while somebody types: VS Code forgets arguments with the lens', async () => {
    deepEqual(await lensArguments(document), []);
  });

  it('leaves other Markdown alone', async () => {
    const other = await openSample('docs/adr/0012-use-postgresql-for-the-ledger.md');
    const titles = await lensTitles(other);
    // What every record has above it.
    ok(
      titles.every((title) => title.startsWith('Cited in')),
      titles.join('\n'),
    );
    ok(!marks(other).some(({ code }) => marks(document).some((mark) => mark.code === code)));
  });
});

describe('Push Unpushed Branches', () => {
  let remote: string;
  const said: string[] = [];
  const push = () => {
    said.length = 0;
    const clicks = (sentence: string, buttons: readonly string[]) => {
      said.push(`${sentence} [${buttons.join(', ')}]`);
      return buttons.find((button) => button === 'Push');
    };
    return asPerson({ clicks, token: '' }, async () => vscode.commands.executeCommand('meridian.pushBranches'));
  };
  const atRemote = () => sampleGit('ls-remote', 'origin', `refs/heads/${branch}`);

  before(async () => {
    await meridian();
    const bare = await mkdtemp(join(tmpdir(), 'meridian-remote-'));
    remote = await sampleGit('remote', 'get-url', 'origin');
    await sampleGit('init', '--quiet', '--bare', bare);
    await sampleGit('remote', 'set-url', 'origin', bare);
    await sampleGit('checkout', '--quiet', '-b', branch);
    await sampleGit('commit', '--quiet', '--allow-empty', '-m', 'LED-42 Split balances');
    // The editor's git learns of the branch from its own reading of the repository.
    await vscode.commands.executeCommand('git.refresh');
  });
  after(async () => {
    const bare = await sampleGit('remote', 'get-url', 'origin');
    await sampleGit('remote', 'set-url', 'origin', remote);
    await restoreSample(branch);
    await sampleGit('update-ref', '-d', `refs/remotes/origin/${branch}`);
    await rm(bare, { recursive: true, force: true });
    await vscode.commands.executeCommand('git.refresh');
  });

  it('pushes what its remote lacks', async () => {
    await push();
    match(said[0] ?? '', /^Push to the remote\?/);
    equal((await atRemote()).slice(0, 40), await sampleGit('rev-parse', branch));
  });

  it('offers no push of what has diverged, which git would refuse', async () => {
    const before = await atRemote();
    await sampleGit('commit', '--quiet', '--amend', '--allow-empty', '-m', 'LED-42 Split all balances');
    await vscode.commands.executeCommand('git.refresh');
    await push();
    deepEqual(said, [
      `${branch} has diverged from origin/${branch} and is not pushed: 1 commit only here, 1 commit only there. Pull first, by merge or rebase, and push then. [Open Source Control]`,
    ]);
    equal(await atRemote(), before);
  });

  it('says the same where only the remote knows that it has diverged', async () => {
    await sampleGit('update-ref', `refs/remotes/origin/${branch}`, 'HEAD^');
    await push();
    match(said[0] ?? '', /^Push to the remote\?/);
    match(said[1] ?? '', /was not pushed: origin\/\S+ has commits that are not here yet\. Pull first/);
    match(said[1] ?? '', /\[Open Source Control\]$/);
  });
});

describe('Draft Standup and Draft Weekly Update', () => {
  before(async () => {
    await meridian();
    await sampleGit('checkout', '--quiet', '-b', branch);
    await change('ledger/balance.ts', '\nexport const regions = 2;\n');
    await sampleGit('commit', '--quiet', '-am', 'LED-42 Split balances by region');
  });
  after(() => restoreSample(branch));
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  for (const command of ['meridian.draftStandup', 'meridian.draftWeeklyUpdate']) {
    it(`${command} opens a text without a name, with the work of the time`, async () => {
      await vscode.commands.executeCommand(command);
      const document = inFront();
      ok(document.isUntitled && document.languageId === 'markdown');
      ok(/LED-42|Split balances by region/.test(document.getText()), document.getText());
      const titles = (await lensTitles(document)).join('\n');
      match(titles, /\d things? (?:is|are) missing\n\$\(copy\) Copy As…$/);
      equal(marks(document).length, 0);
      ok((await whatIsPicked(() => vscode.commands.executeCommand('meridian.checkSummary'))).length > 0);
      await until(() => marks(document).some(({ code }) => code === 'prompt-left'), onDidChangeDiagnostics);
    });
  }

  it('and of the whole team in one report', async () => {
    await vscode.commands.executeCommand('meridian.draftTeamStandup');
    const document = inFront();
    ok(document.isUntitled && /^# Team standup/.test(document.getText()), document.getText());
    ok(/LED-42|Split balances by region/.test(document.getText()), document.getText());
    deepEqual(await lensTitles(document), ['$(pass) Ready to post', '$(copy) Copy As…']);
  });
});

describe('the menu', () => {
  const isHandoff = ({ uri, isUntitled }: vscode.TextDocument) => isUntitled && uri.path.includes('/docs/handoffs/');
  before(meridian);
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('runs what is chosen in it', async () => {
    // The menu begins with what can be done with a text of ours that is in front.
    await openSample('README.md');
    await accepting('meridian.showMenu');
    ok(isHandoff(inFront()));
  });

  for (const command of ['meridian.showMenu', 'meridian.draftHandoff']) {
    it(`drafts nothing where ${command} is left`, async () => {
      await leaving(command);
      ok(!vscode.workspace.textDocuments.some(isHandoff));
    });
  }
});

describe('a place to write at', () => {
  const link = 'docs/linked';
  before(() => symlink(tmpdir(), sampleUri(link).fsPath, 'junction'));
  after(() => deleteSample(link));

  const cases: readonly (readonly [path: string, isPlain: boolean])[] = [
    ['docs/adr/0012-use-postgresql-for-the-ledger.md', true],
    ['docs/adr/9999-new.md', true],
    ['not/there/yet.md', true],
    ['docs/linked/note.md', false],
    ['docs/linked', false],
    ['README.md/note.md', false],
    ['docs', false],
  ];
  for (const [path, isPlain] of cases) {
    it(`${path} is ${isPlain ? 'one' : 'none'}`, async () => equal(await isPlainPath(sampleUri(''), path), isPlain));
  }
});

describe('who writes', () => {
  it('regression: is the person that git is set up for by now', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder);
    const { me } = await (await meridian()).features.team.load();
    const before = await me.whenKnown(folder.uri);
    await sampleGit('config', 'user.name', 'Ann of another team');
    try {
      equal((await me.now(folder.uri)).name, 'Ann of another team');
    } finally {
      await sampleGit('config', 'user.name', before.name ?? '');
    }
    deepEqual(await me.now(folder.uri), before);
  });
});

describe('the reminder', () => {
  it('is in the status bar only where it was asked for, in the last half hour of the team file’s hours', async () => {
    const { features } = await meridian();
    const [{ reminder }, team] = await Promise.all([features.drafts.load(), features.team.load()]);
    await team.files.whenIdle();
    const ann = team.files.teams[0]?.team.members.find(({ name }) => name === 'Ann Lee');
    ok(ann && isLocated(ann));
    equal(reminder.shown, undefined);
    await withSetting('handoff.reminder', true, async () => {
      const isTime = () => reminderAt(ann, Date.now()).ends !== null;
      const before = isTime();
      const isShown = reminder.shown !== undefined;
      // The half hour may begin or end between the two.
      if (before === isTime()) equal(isShown, before);
    });
    equal(reminder.shown, undefined);
  });
});
