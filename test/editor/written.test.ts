import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, type Gap, gapsAt } from '../../src/core/drafts/gap';
import { Boundary } from '../../src/editor/host/boundary';
import { Contexts } from '../../src/editor/host/contexts';
import { commands, contextKeys, settingKeys } from '../../src/editor/host/ids';
import { showGaps } from '../../src/editor/written/showGaps';
import { ShownText } from '../../src/editor/written/shownText';
import type { WrittenState, WrittenText } from '../../src/editor/written/writtenText';
import { close, lensTitles, marks } from './support/documents';
import { meridian, openSample, until, withSetting } from './support/meridian';
import { whatIsPicked } from './support/quickInput';

const { onDidChangeDiagnostics } = vscode.languages;
const silent = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };

/** A kind of text that Meridian does not have: all that it needs is this one descriptor. */
function memo(
  changed: vscode.EventEmitter<void>,
): WrittenText<'no-subject' | 'unclear'> & { state: WrittenState; isFresh: boolean } {
  return {
    state: 'written',
    isFresh: false,
    name: 'memo',
    selector: { language: 'markdown' },
    setting: settingKeys.readiness,
    inFront: contextKeys.questionInFront,
    check: commands.checkHandoff,
    ready: 'Ready to post',
    list: { title: 'Missing in this memo', none: 'Nothing.', elsewhere: 'Open a memo.' },
    sentences: { 'no-subject': () => 'There is no subject', unclear: (words) => `When is ${words}?` },
    unclearTime: 'unclear',
    changes: [changed.event],
    is: (document) => document.getText().startsWith('Memo'),
    stateOf() {
      return this.state;
    },
    isAsDrafted() {
      return this.isFresh;
    },
    gapsIn(document): readonly Gap<'no-subject' | 'unclear'>[] {
      const text = document.getText();
      return gapsAt(text, [
        ...(text.includes('Subject:') ? [] : [finding('no-subject' as const, 1, '')]),
        ...(text.includes('by EOD') ? [finding('unclear' as const, 2, 'EOD')] : []),
      ]);
    },
    actionsFor: () => [{ title: 'Post', command: commands.copyDraft, line: 1 }],
  };
}

describe('a written text', () => {
  const changed = new vscode.EventEmitter<void>();
  const kind = memo(changed);
  const boundary = new Boundary(silent, () => undefined);
  const contexts = new Contexts(boundary);
  let registered: vscode.Disposable;
  let document: vscode.TextDocument;
  before(async () => {
    await meridian();
    registered = new ShownText(kind, { boundary, contexts });
    document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'Memo\nSend it by EOD Friday\n',
    });
    await vscode.window.showTextDocument(document);
  });
  after(async () => {
    await close(document);
    registered.dispose();
    changed.dispose();
  });

  it('of a further kind is shown by its descriptor alone', async () => {
    deepEqual(await lensTitles(document), ['$(checklist) 2 things are missing', 'Post']);
    await until(() => marks(document).some(({ code }) => code === 'no-subject'), onDidChangeDiagnostics);
  });

  it('has no marks, only its count, while it is as it was drafted', async () => {
    kind.isFresh = true;
    changed.fire();
    await until(() => marks(document).every(({ code }) => code !== 'no-subject'), onDidChangeDiagnostics);
    deepEqual(await lensTitles(document), ['$(checklist) 2 things are missing', 'Post']);
    kind.isFresh = false;
    changed.fire();
    await until(() => marks(document).some(({ code }) => code === 'no-subject'), onDidChangeDiagnostics);
  });

  it('is known to the menus while it is in front, and no other text is', async () => {
    const inFront = () => contexts.get(contextKeys.questionInFront);
    equal(inFront(), 'written');
    kind.state = 'read';
    changed.fire();
    equal(inFront(), 'read');
    kind.state = 'open';
    changed.fire();
    equal(inFront(), 'open');
    kind.state = 'written';
    changed.fire();
    await openSample('README.md');
    await until(() => inFront() === false, vscode.window.onDidChangeActiveTextEditor);
    await vscode.window.showTextDocument(document);
    await until(() => inFront() === 'written', vscode.window.onDidChangeActiveTextEditor);
  });

  it('marks an unclear time once: with quick fixes, where deadlines are marked', async () => {
    ok(!marks(document).some(({ code }) => code === 'unclear'));
    await withSetting('deadlines.enabled', false, () =>
      until(() => marks(document).some(({ code }) => code === 'unclear'), onDidChangeDiagnostics),
    );
  });

  it('lists every gap, also while its check is switched off', async () => {
    await withSetting('handoff.readiness.enabled', false, async () => {
      deepEqual(await lensTitles(document), ['Post']);
      await until(() => !marks(document).some(({ code }) => code === 'no-subject'), onDidChangeDiagnostics);
      deepEqual(await whatIsPicked(() => showGaps(kind)), ['There is no subject', 'When is EOD?']);
    });
  });

  it('says that it is ready where nothing is missing', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 2, 0), 'Memo\nSubject: regions\n');
    ok(await vscode.workspace.applyEdit(edit));
    match((await lensTitles(document)).join('\n'), /^\$\(pass\) Ready to post\nPost$/);
    await until(() => marks(document).length === 0, onDidChangeDiagnostics);
  });

  it('has nothing above it once it is not being written any more', async () => {
    kind.state = 'read';
    changed.fire();
    equal((await lensTitles(document)).length, 0);
  });

  it('has nothing above it where everything is switched off', async () => {
    kind.state = 'written';
    changed.fire();
    await withSetting('enabled', false, async () => equal((await lensTitles(document)).length, 0));
    equal((await lensTitles(document)).length, 2);
  });
});
