import { deepEqual, match } from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/editor/host/ids';
import { meridian, openSample, until, writeSample } from './support/meridian';
import { asPerson } from './support/person';
import { restoreSample, sampleGit } from './support/sampleGit';
import { withEditor } from './support/withEditor';

/** What the list of the command offers; it is left without a choice. */
async function offered(): Promise<{ readonly placeholder: string; readonly rows: readonly string[] }> {
  const seen = { placeholder: '', rows: [] as string[] };
  const create = <T extends vscode.QuickPickItem>() => {
    const pick = createQuickPick<T>();
    pick.show = () => {
      seen.placeholder = pick.placeholder ?? '';
      seen.rows = pick.items.map(({ label, description }) => `${label} · ${description}`);
      pick.hide();
    };
    const hidden: (() => void)[] = [];
    pick.hide = () => {
      for (const tell of hidden) tell();
    };
    Object.defineProperty(pick, 'onDidHide', { value: (tell: () => void) => hidden.push(tell) });
    return pick;
  };
  const { createQuickPick } = vscode.window;
  await withEditor(vscode.window, { createQuickPick: create }, () =>
    vscode.commands.executeCommand(commands.askHistory),
  );
  return seen;
}

describe('Ask Git for Guesses', () => {
  const file = 'src/only-in-history.ts';
  const record = 'docs/adr/0012-use-postgresql-for-the-ledger.md';

  it('offers a record that changed in the same commit, says that it is a guess, and is in no list unasked', async () => {
    const api = await meridian();
    const before = (await openSample(record)).getText();
    await sampleGit('checkout', '--quiet', '-b', 'guess');
    await writeSample(file, 'export const alone = 1;\n');
    await writeSample(record, `${before}\n`);
    await sampleGit('add', '--all');
    await sampleGit('commit', '--quiet', '-m', 'Both');
    const hash = (await sampleGit('rev-parse', 'HEAD')).slice(0, 7);
    try {
      await openSample(file);
      await until(() => api.front.state === 'unlinked', api.front.onDidChange);
      const { placeholder, rows } = await offered();
      match(placeholder, /^Guesses for only-in-history\.ts, fewer than half of which are right/);
      deepEqual(
        rows.map((row) => row.replace(/ · (?:Accepted|accepted).*$/, '')),
        [`ADR-0012 Use PostgreSQL for the ledger · only a guess: changed in the same commit (${hash})`],
      );
      deepEqual(api.front.state, 'unlinked');
    } finally {
      await restoreSample('guess');
    }
  });

  it('says so where there is none', async () => {
    await meridian();
    await writeSample(file, 'export const alone = 1;\n');
    const said: string[] = [];
    try {
      await openSample(file);
      const clicks = (sentence: string): undefined => void said.push(sentence);
      await asPerson({ clicks, token: '' }, async () => vscode.commands.executeCommand(commands.askHistory));
    } finally {
      await vscode.workspace.fs.delete(vscode.window.activeTextEditor?.document.uri as vscode.Uri);
    }
    match(said[0] ?? '', /^No small commit changed only-in-history\.ts together with a record/);
  });

  it('regression: says that it is for a file where none is in front', async () => {
    await meridian();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const said: (readonly string[])[] = [];
    const clicks = (sentence: string, buttons: readonly string[]): undefined => void said.push([sentence, ...buttons]);
    await asPerson({ clicks, token: '' }, async () => vscode.commands.executeCommand(commands.askHistory));
    deepEqual(said, [
      ['Guesses are for the file in front. Open one of this workspace, and ask again.', 'Open a File…'],
    ]);
  });
});
