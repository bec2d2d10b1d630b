import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { inFront, lensTitles, marks } from './support/documents';
import { deleteSample, meridian, openSample, sampleUri, until, withSetting, writeSample } from './support/meridian';
import { accepting, whatIsPicked } from './support/quickInput';
import { restoreSample, sampleGit } from './support/sampleGit';

const { onDidChangeDiagnostics } = vscode.languages;
const branch = 'led-42-split-the-ledger';

async function commitChange(subject: string, more: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(sampleUri('ledger/balance.ts'));
  await writeSample('ledger/balance.ts', `${document.getText()}${more}`);
  await sampleGit('commit', '--quiet', '-am', subject);
}

/** A branch of one commit, checked out, and the draft of its description. */
async function draftOnBranch(): Promise<vscode.TextDocument> {
  await meridian();
  await sampleGit('checkout', '--quiet', '-b', branch);
  await commitChange('LED-42 Split balances by region', '\nexport const regions = 2;\n');
  await vscode.commands.executeCommand('meridian.draftPullRequest');
  return inFront();
}

/** Replaces a text of the document as a person would by typing. */
async function type(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const at = document.getText().indexOf(old);
  ok(at >= 0, `"${old}" is not in it: ${document.getText()}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + old.length)), text);
  ok(await vscode.workspace.applyEdit(edit));
}

/** Runs a command that ends with a sentence, and puts the sentence away. */
async function untilAnswered(command: string, ...args: readonly unknown[]): Promise<void> {
  let isDone = false;
  const done = vscode.commands.executeCommand(command, ...args).then(() => {
    isDone = true;
  });
  while (!isDone) await vscode.commands.executeCommand('notifications.clearAll');
  await done;
}

const untitled = () => vscode.workspace.textDocuments.filter(({ isUntitled, isClosed }) => isUntitled && !isClosed);

describe('Draft PR Description', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await draftOnBranch();
  });
  after(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await restoreSample(branch);
  });

  it('opens a document without a name with the work of the branch and the decisions it is about', () => {
    ok(document.isUntitled && document.languageId === 'markdown');
    match(
      document.getText(),
      /^# Pull request: LED-42 Split balances by region\n\n## Why\n[\s\S]*LED-42[\s\S]*Split balances by region[\s\S]*## Risk/,
    );
    match(document.getText(), /ADR-0012/);
  });

  it('has the cursor in the first place that only the author can fill', () => {
    const editor = vscode.window.activeTextEditor;
    ok(editor);
    match(document.getText(editor.selection), /^‹.*›$/);
  });

  it('marks what is missing once it is asked for, and says so above; without the check the actions stay', async () => {
    match((await lensTitles(document)).join('\n'), /things? (?:is|are) missing/);
    equal(marks(document).length, 0);
    ok((await whatIsPicked(() => vscode.commands.executeCommand('meridian.checkPullRequest'))).length > 0);
    await until(() => marks(document).length > 0, onDidChangeDiagnostics);
    for (const { severity } of marks(document)) equal(severity, vscode.DiagnosticSeverity.Information);
    match((await lensTitles(document)).join('\n'), /things? (?:is|are) missing[\s\S]*Draft Again[\s\S]*Copy As…/);
    await withSetting('pullRequests.check.enabled', false, async () => {
      await until(() => marks(document).length === 0, onDidChangeDiagnostics);
      const titles = (await lensTitles(document)).join('\n');
      ok(titles.includes('Draft Again') && !titles.includes('missing'), titles);
    });
  });

  it('keeps what was typed when it is drafted again, as one step that can be undone', async () => {
    const prompt = /‹[^›]+›/.exec(document.getText())?.[0] ?? '';
    await type(document, prompt, 'Balances of one region do not wait for another.');
    const before = document.getText();
    await commitChange('LED-42 Count the shards', '\nexport const shards = 4;\n');
    await vscode.commands.executeCommand('meridian.draftPullRequest', document.uri);
    equal(inFront(), document);
    ok(document.getText().includes('Balances of one region do not wait for another.'));
    ok(document.getText().includes('Count the shards'), document.getText());
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before);
    await vscode.commands.executeCommand('redo');
  });

  it('goes on in the same document from the palette, too', async () => {
    await openSample('README.md');
    const open = untitled().length;
    await vscode.commands.executeCommand('meridian.draftPullRequest');
    equal(inFront(), document);
    equal(untitled().length, open);
  });

  it('is not written over while another branch is checked out', async () => {
    const before = document.getText();
    await sampleGit('checkout', '--quiet', '-b', 'other');
    await sampleGit('commit', '--quiet', '--allow-empty', '-m', 'Something else');
    await untilAnswered('meridian.draftPullRequest', document.uri);
    equal(document.getText(), before);
    await sampleGit('checkout', '--quiet', branch);
    await sampleGit('branch', '--quiet', '-D', 'other');
  });

  it('says on the default branch that there is nothing to describe, and opens nothing', async () => {
    await openSample('README.md');
    await sampleGit('checkout', '--quiet', 'main');
    const open = untitled().length;
    await untilAnswered('meridian.draftPullRequest');
    equal(untitled().length, open);
    await sampleGit('checkout', '--quiet', branch);
  });

  it('leaves other Markdown alone', async () => {
    const other = await openSample('docs/adr/0012-use-postgresql-for-the-ledger.md');
    // What every record has above it.
    const titles = await lensTitles(other);
    ok(
      titles.every((title) => title.startsWith('Cited in ')),
      titles.join(),
    );
  });
});

describe('Draft PR Description with templates of the repository', () => {
  const folder = '.github/PULL_REQUEST_TEMPLATE';
  before(async () => {
    await meridian();
    await sampleGit('checkout', '--quiet', '-b', branch);
    await commitChange('LED-42 Split balances by region', '\nexport const regions = 2;\n');
    await writeSample(`${folder}/bug.md`, '## Bug\n\n## What was wrong\n');
    await writeSample(`${folder}/feature.md`, '## Feature\n\n## Why\n');
  });
  after(async () => {
    await deleteSample(folder);
    await restoreSample(branch);
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('offers them by name and begins with the one that is chosen', async () => {
    await accepting('meridian.draftPullRequest');
    match(inFront().getText(), /^# Pull request: LED-42 Split balances by region\n\n## Bug\n/);
  });
});

describe('another template for a description', () => {
  const path = '.github/pull_request_template.md';
  let document: vscode.TextDocument;

  before(async () => {
    document = await draftOnBranch();
    await writeSample(path, '## Tests\n\n## Summary\n');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await deleteSample(path);
    await restoreSample(branch);
  });

  it('is offered above it, and keeps what was typed, as one step that can be undone', async () => {
    match((await lensTitles(document)).join('\n'), /Template…/);
    await type(document, /‹[^›]+›/.exec(document.getText())?.[0] ?? '', 'Balances of one region do not wait.');
    const before = document.getText();
    await accepting('meridian.choosePullRequestTemplate');
    equal(inFront(), document);
    match(
      document.getText(),
      /^# Pull request: LED-42 Split balances by region\n\n## Tests\n[\s\S]*## Summary\n[\s\S]*Split balances by region/,
    );
    ok(document.getText().includes('Balances of one region do not wait.'));
    ok(!document.getText().includes('## What changed'), document.getText());
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before);
    await vscode.commands.executeCommand('redo');
  });

  it('can be compared with another base, which is asked for', async () => {
    match((await lensTitles(document)).join('\n'), /Into main…/);
    await accepting('meridian.choosePullRequestBase');
    equal(inFront(), document);
    match(document.getText(), /Split balances by region[\s\S]*Balances of one region do not wait\./);
  });

  it('stays the template when it is drafted again', async () => {
    await vscode.commands.executeCommand('meridian.draftPullRequest', document.uri);
    match(document.getText(), /^# Pull request: LED-42 Split balances by region\n\n## Tests\n/);
  });
});

describe('the text of a pull request that a tool at the command line opens', () => {
  const path = '.git/PULLREQ_EDITMSG';
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await deleteSample(path);
  });

  it('is checked down to the tool’s own words', async () => {
    await meridian();
    await writeSample(path, 'Split the ledger\n\nTODO\n# ------------------------ >8 ------------------------\nTODO\n');
    const document = await openSample(path);
    await until(() => marks(document).length > 0, onDidChangeDiagnostics);
    ok(marks(document).every(({ range }) => range.start.line < 3));
    match((await lensTitles(document)).join('\n'), /^\$\(checklist\) \d things are missing$/);
  });
});
