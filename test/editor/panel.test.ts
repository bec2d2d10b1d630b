import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import { Boundary } from '../../src/editor/host/boundary';
import { Disposables } from '../../src/editor/host/disposables';
import type { FileInFront } from '../../src/editor/records/fileInFront';
import type { DecisionPanel } from '../../src/editor/records/panel/decisionPanel';
import { PanelFeature } from '../../src/editor/records/panel/panelFeature';
import { FakeMemento, FakeView } from './support/fakeView';
import { meridian, openSample, sampleUri, until } from './support/meridian';

const superseded = 'docs/adr/0007-use-event-sourcing.md';
const living = 'docs/adr/0012-use-postgresql-for-the-ledger.md';

describe('Decisions, a record', () => {
  let api: MeridianApi;
  let panel: DecisionPanel;
  let folder: vscode.Uri;

  before(async () => {
    api = await meridian();
    ({ panel } = await api.features.panel.load());
    folder = sampleUri('');
  });

  /** The page's content as soon as it passes. */
  async function shown(expected: RegExp): Promise<string> {
    await until(() => expected.test(panel.html()), panel.onDidShow);
    return panel.html();
  }

  async function show(path: string): Promise<void> {
    await vscode.commands.executeCommand('meridian.showInPanel', { folder: folder.toString(), path });
  }

  it('shows a record with its status, what replaced it, its text and who cites it', async () => {
    await show(superseded);
    const html = await shown(/<h1 [^>]*>7\. Use event sourcing/);
    match(html, /<span class="status superseded">[^<]*<span[^>]*>⊘<\/span> Superseded<\/span>/);
    match(html, /<p class="successor">Superseded by <a href="#" data-id="[^"]+">✔ ADR-0012/);
    match(
      html,
      /<nav class="chain"[\s\S]*ADR-0003[\s\S]*<strong aria-current="true">ADR-0007<\/strong>[\s\S]*ADR-0012/,
    );
    match(html, /<h2 id="in-the-code">[\s\S]*<h3>ledger<\/h3>[\s\S]*>balance\.ts:30<\/a> <code>[^<]*ADR-0007/);
  });

  it('follows the text of an unsaved document', async () => {
    await show(living);
    await shown(/<h1 [^>]*>12\. /);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, living));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\n## Written just now <b>\n');
    ok(await vscode.workspace.applyEdit(edit));
    await shown(/<h2 id="s-written-just-now-b">Written just now &lt;b&gt;<\/h2>/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const html = await shown(/^(?![\s\S]*Written just now)[\s\S]*<h1 [^>]*>12\. /);
    equal(html.includes('Written just now'), false);
  });

  it('says that a record is gone', async () => {
    const uri = vscode.Uri.joinPath(folder, 'docs/adr/0099-short-lived.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('# 99. Short-lived\n\n## Status\n\nAccepted\n'));
    await until(
      () => api.projects.find(folder.toString(), 'docs/adr/0099-short-lived.md') !== undefined,
      api.projects.onDidChange,
    );
    await show('docs/adr/0099-short-lived.md');
    await shown(/Short-lived/);
    await vscode.workspace.fs.delete(uri);
    await shown(/<p class="notice">docs\/adr\/0099-short-lived\.md is no longer/);
  });
});

describe('Decisions, loaded anew', () => {
  let api: MeridianApi;
  let memory: FakeMemento;
  const windows: Disposables[] = [];
  before(async () => {
    api = await meridian();
  });
  beforeEach(() => {
    memory = new FakeMemento();
  });
  afterEach(async () => {
    for (const one of windows.splice(0)) one.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** The view as a window makes it that has just been loaded, with its page ready. */
  function load(front = api.front): FakeView {
    for (const one of windows.splice(0)) one.dispose();
    const parts = new Disposables();
    windows.push(parts);
    const log = { debug: ignore, info: ignore, warn: ignore, error: (text: string) => ok(false, text) };
    const none = () => new vscode.Disposable(ignore);
    const services = {
      ...(api as unknown as ConstructorParameters<typeof PanelFeature>[1]),
      front: front as FileInFront,
      boundary: new Boundary(log, ignore),
      state: memory,
      handles: { find: () => undefined } as unknown as ConstructorParameters<typeof PanelFeature>[1]['handles'],
      rows: { onDidChangeSelection: none },
    };
    const feature = new PanelFeature(parts, services, { script: '', style: '' });
    const fake = new FakeView();
    feature.panel.resolveWebviewView(fake.view);
    fake.say({ type: 'ready' });
    return fake;
  }
  const shows = async (fake: FakeView, expected: RegExp) => {
    await until(() => expected.test(fake.html), fake.onDidPost);
    return fake.html;
  };

  it('has its first content after one page and one message, and a record of it after one more', async () => {
    await openSample('ledger/balance.ts');
    const view = load();
    await shows(view, /ADR-0012<\/span>/);
    deepEqual([view.loads, view.sent.length], [1, 1]);
    view.click(/ADR-0012/);
    await shows(view, /<h1 [^>]*>12\. /);
    deepEqual([view.loads, view.sent.length], [1, 2]);
  });

  it('shows the record that was open, at once after it was chosen', async () => {
    await openSample('ledger/balance.ts');
    const first = load();
    await shows(first, /ADR-0012<\/span>/);
    first.click(/ADR-0012/);
    const second = load();
    await shows(second, /<h1 [^>]*>12\. Use PostgreSQL/);
  });

  it('shows it also where a link in it led to another file since', async () => {
    await openSample('ledger/balance.ts');
    const first = load();
    await shows(first, /ADR-0012<\/span>/);
    first.click(/ADR-0012/);
    await shows(first, /<h1 [^>]*>12\. /);
    first.click(/^posting\.ts:\d+$/);
    await until(() => api.front.file?.path === 'ledger/posting.ts', api.front.onDidChange);
    match(first.html, /<h1 [^>]*>12\. /);
    const second = load();
    await shows(second, /<h1 [^>]*>12\. Use PostgreSQL/);
  });

  it('shows another record than the one in front, where that was chosen', async () => {
    await openSample(superseded);
    const first = load();
    await shows(first, /<h1 [^>]*>7\. /);
    first.click(/ADR-0012/);
    await shows(first, /<h1 [^>]*>12\. /);
    // As it is while the folder is read: the file in front is not known to be a record.
    let isRead = false;
    const found = new vscode.EventEmitter<void>();
    const unknown = { record: () => undefined };
    const file = () => {
      const { file: known } = api.front;
      const view = known && Object.setPrototypeOf({ ...unknown }, known.project.view);
      return isRead || !known ? known : { ...known, project: Object.create(known.project, { view: { value: view } }) };
    };
    const front = Object.create(api.front, { file: { get: file }, onDidChange: { value: found.event } });
    const second = load(front);
    await shows(second, /<h1 [^>]*>12\. /);
    isRead = true;
    found.fire();
    second.say({ type: 'ready' });
    const { length } = second.sent;
    await until(() => second.sent.length > length, second.onDidPost);
    match(second.html, /<h1 [^>]*>12\. /);
  });

  it('shows the list again after the way back, and for another file', async () => {
    await openSample('ledger/balance.ts');
    const first = load();
    await shows(first, /ADR-0012<\/span>/);
    first.click(/ADR-0012/);
    await shows(first, /<h1 [^>]*>12\. /);
    first.click(/balance\.ts/);
    await shows(first, /class="row /);
    const second = load();
    await shows(second, /class="row /);
    second.click(/ADR-0012/);
    await shows(second, /<h1 [^>]*>12\. /);
    await openSample('ledger/migrations/0002_outbox.sql');
    const third = load();
    await shows(third, /class="row [\s\S]*ADR-0009/);
  });
});

function ignore(): void {}
