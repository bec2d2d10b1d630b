import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import { commands } from '../../src/editor/host/ids';
import type { Projects } from '../../src/editor/workspace/projects';
import { meridian, openSample, sampleUri } from './support/meridian';
import { asPerson } from './support/person';
import { accepting, whatIsPicked } from './support/quickInput';
import { withEditor } from './support/withEditor';

describe('A command on records, while they are read for the first time', () => {
  let api: MeridianApi;
  before(async () => {
    api = await meridian();
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await api.whenRead();
  });

  function readAnew(): void {
    (api.projects as Projects).restart();
    equal(api.projects.state, 'reading');
  }

  /** As where a person leaves at once what is under way. */
  const leavingProgress = {
    withProgress: (_: vscode.ProgressOptions, run: (progress: unknown, token: vscode.CancellationToken) => unknown) => {
      const source = new vscode.CancellationTokenSource();
      source.cancel();
      return run({ report: () => undefined }, source.token);
    },
  };

  it('waits for them, and offers them all', async () => {
    await openSample('ledger/regions.ts');
    readAnew();
    const labels = await whatIsPicked(() => vscode.commands.executeCommand(commands.linkToDecision));
    ok(
      labels.some((label) => label.startsWith('ADR-0012')),
      labels.join(),
    );
    readAnew();
    await accepting(commands.goToRecord);
    match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\.md$/);
  });

  it('regression: of a file of the explorer waits for them, and then does what it says', async () => {
    await vscode.env.clipboard.writeText('');
    readAnew();
    await vscode.commands.executeCommand(
      commands.copyLink,
      sampleUri('docs/adr/0012-use-postgresql-for-the-ledger.md'),
    );
    match(await vscode.env.clipboard.readText(), /^\[ADR-0012: /);
  });

  it('regression: that says what became of one waits for them, and knows the row that it was called from', async () => {
    const path = 'docs/adr/0012-use-postgresql-for-the-ledger.md';
    const said: string[] = [];
    readAnew();
    await asPerson({ clicks: (sentence) => void said.push(sentence), token: '' }, async () =>
      vscode.commands.executeCommand(commands.acceptRecord, {
        folder: sampleUri('').toString().replace(/\/$/, ''),
        path,
      }),
    );
    equal(said.join(), 'ADR-0012 says so already.');
  });

  it('asks nothing of a person who leaves', async () => {
    await openSample('ledger/regions.ts');
    readAnew();
    let isAsked = false;
    const asking = async () => {
      isAsked = true;
    };
    await withEditor(vscode.window, { ...leavingProgress, showQuickPick: asking }, () =>
      vscode.commands.executeCommand(commands.linkToDecision),
    );
    equal(isAsked, false);
    await api.whenRead();
  });

  it('says that a check was stopped and has said nothing of the files, and checks again where a person wants that', async () => {
    const said: string[] = [];
    const telling = async (sentence: string, ...actions: readonly string[]) => {
      said.push(sentence, ...actions);
    };
    const stopped = () =>
      withEditor(vscode.window, { ...leavingProgress, showInformationMessage: telling }, () =>
        vscode.commands.executeCommand(commands.checkReferences),
      );
    await stopped();
    equal(said[0], 'The check was stopped before all files were looked at, so nothing is said of their references.');
    equal(said[1], 'Check References');
    await vscode.commands.executeCommand(commands.checkReferences);
    await stopped();
    match(said[2] ?? '', /: Findings shows what the one before it found\.$/);
    await vscode.commands.executeCommand(commands.closeFindings);
  });
});
