import { ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import type { FileInFront } from '../../src/editor/records/fileInFront';
import { citationLenses } from '../../src/editor/records/following/citations';
import { RecordSymbols } from '../../src/editor/records/following/recordSymbols';
import { DecisionPanel } from '../../src/editor/records/panel/decisionPanel';
import { listPage } from '../../src/editor/records/panel/listHtml';
import { listModel } from '../../src/editor/records/panel/listModel';
import { readPageCode } from '../../src/editor/records/panel/panelFeature';
import type { RecordsTree } from '../../src/editor/records/views/recordsTree';
import type { Projects } from '../../src/editor/workspace/projects';
import type { EditorFigure } from '../bench/editorRows';
import { hostCost, processorTime } from '../bench/hostCost';
import { emptyExtension, large } from '../bench/largeWorkspace';
import { median } from '../bench/measure';
import { FakeMemento } from './support/fakeView';
import { meridian, openSample, sampleUri, until } from './support/meridian';

const figures: EditorFigure[] = [];
const git = promisify(execFile);
const logs = process.env.MERIDIAN_LOGS ?? '.';

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** What work costs the extension host, its profile kept beside the editor's logs. */
function costOf(name: string, work: () => Promise<unknown>) {
  const folder = `${vscode.extensions.getExtension('meridian-async.meridian')?.extensionUri.path}/dist/`;
  return hostCost(folder, work, join(logs, `${name}.cpuprofile`));
}

/** Of the page itself: `filled` is said once the first record stands in it. */
const tellFilled = `const api = acquireVsCodeApi();
window.acquireVsCodeApi = () => api;
new MutationObserver((_, watch) => {
  if (!document.querySelector('main .row')) return;
  watch.disconnect();
  api.postMessage({ type: 'filled' });
}).observe(document, { childList: true, subtree: true });`;

function tellingWhenFilled(webview: vscode.Webview): vscode.Webview {
  return new Proxy(webview, {
    get(target, key) {
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set(target, key, value) {
      if (key !== 'html') return Reflect.set(target, key, value);
      const page = String(value);
      const script = `<script nonce="${/nonce="(.*?)"/.exec(page)?.[1]}">${tellFilled}</script>`;
      target.html = page.replace('<body>', `<body>${script}`);
      return true;
    },
  });
}

/**
 * By the editor's own notes of when it began to load and to activate an extension and when it had: the file that is opened
 * may have activated Meridian before this begins. Beside an extension that does nothing and is activated by the same event,
 * in the same crowd: nearly all of the time from one note to the next is that of others.
 */
async function measureActivation(): Promise<void> {
  const own = 'meridian-async.meridian';
  for (const id of [own, emptyExtension]) await vscode.extensions.getExtension(id)?.activate();
  for (const [name, what] of [
    ['entry loaded', 'LoadExtensionCode'],
    ['activated', 'ActivateExtension'],
  ] as const) {
    const floor = between(`${what}/${emptyExtension}`);
    figures.push({ name, own: between(`${what}/${own}`), floor, most: floor + 15, unit: 'ms' });
  }
}

interface EditorMarks {
  readonly MonacoPerformanceMarks?: { getMarks(): readonly { readonly name: string; readonly startTime: number }[] };
}

/** Milliseconds between two notes of the editor's; not a number where this editor has none. */
function between(what: string): number {
  const marks = (globalThis as EditorMarks).MonacoPerformanceMarks?.getMarks() ?? [];
  const at = (name: string) => marks.find((mark) => mark.name === name)?.startTime ?? Number.NaN;
  return at(`code/extHost/did${what}`) - at(`code/extHost/will${what}`);
}

/** Megabytes in use once all garbage is collected. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1e6;
}

/** What the editor asks of the view once the records are others: its groups, and a page of rows. */
async function rowsOf(tree: RecordsTree, at: number): Promise<readonly vscode.TreeItem[]> {
  tree.setOrder(at % 2 === 0 ? 'title' : 'id');
  const [group, ...others] = await tree.getChildren();
  const [inner] = await tree.getChildren(group);
  const nodes = [group, ...others, ...(await tree.getChildren(inner))];
  return Promise.all(nodes.flatMap((node) => (node ? [tree.getTreeItem(node)] : [])));
}

/** What Decisions lists for the file in front, with each successor and excerpt. */
function listOf({ front }: MeridianApi): unknown {
  const { file } = front;
  ok(file);
  return listModel(file.project.view, front.groups(), () => listPage);
}

describe('figures in a repository of 10,000 records', () => {
  let api: MeridianApi;
  let document: vscode.TextDocument;
  let constant: vscode.TextDocument;

  before(async () => {
    const before = heap();
    await measureActivation();
    const { blocks } = await costOf('indexing', async () => {
      api = await meridian();
    });
    const busy = blocks.filter((ms) => ms > 0);
    // What follows a change in a turn of its own lets go of what was before it.
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    figures.push({ name: 'heap, with all read', own: heap() - before, floor: null, most: 40, unit: 'MB' });
    figures.push(
      { name: 'longest block while indexing, p99', own: percentile(busy, 0.99), floor: null, most: 16, unit: 'ms' },
      { name: 'longest block while indexing', own: busy.at(-1) ?? 0, floor: null, most: 30, unit: 'ms' },
    );
    const scheme = 'constant';
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => 'value\n'.repeat(large.lines),
    });
    const range = new vscode.Range(0, 0, 0, 5);
    vscode.languages.registerHoverProvider({ scheme }, { provideHover: () => new vscode.Hover('constant', range) });
    vscode.languages.registerDocumentLinkProvider(
      { scheme },
      { provideDocumentLinks: () => [new vscode.DocumentLink(range, sampleUri(large.path))] },
    );
    vscode.languages.registerCompletionItemProvider(
      { scheme },
      { provideCompletionItems: () => [new vscode.CompletionItem('constant')] },
    );
    document = await openSample(large.path);
    constant = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:value.ts`));
  });

  after(() => writeFileSync(join(logs, 'figures.json'), JSON.stringify(figures, null, 2)));

  const providers = [
    ['hover', 'vscode.executeHoverProvider', (at: number) => [new vscode.Position(at, 10)]],
    ['link', 'vscode.executeLinkProvider', () => []],
    ['completion', 'vscode.executeCompletionItemProvider', (at: number) => [new vscode.Position(at, 11)]],
  ] as const;

  for (const [name, command, operands] of providers) {
    it(`${name}, beside a provider that answers with a constant`, async () => {
      const rows: (readonly [number, number])[] = [];
      for (let at = 0; at < 100; at++) {
        const line = at * (large.lines / large.references);
        const ask = (uri: vscode.Uri) => vscode.commands.executeCommand<unknown[]>(command, uri, ...operands(line));
        rows.push([await timed(() => ask(document.uri)), await timed(() => ask(constant.uri))]);
      }
      const of = (at: 0 | 1) =>
        percentile(
          rows.slice(5).map((row) => row[at]),
          0.95,
        );
      figures.push({ name: `${name}, p95`, own: of(0), floor: of(1), most: 10, unit: 'ms' });
    });
  }

  const symbols = new RecordSymbols();
  const lists: readonly (readonly [string, (at: number) => unknown])[] = [
    ['workspace symbols', () => symbols.find(api.projects.records(), 'settle')],
    ['rows of Records after a change', (at) => rowsOf(api.records as RecordsTree, at)],
    ['list of Decisions', () => listOf(api)],
    ['citation lenses', () => citationLenses(api.projects as Projects, document)],
  ];

  for (const [name, ask] of lists) {
    it(`${name}, beside nothing`, async () => {
      const rows: number[] = [];
      for (let at = 0; at < 40; at++) {
        const before = processorTime();
        await ask(at);
        rows.push(processorTime() - before);
        await new Promise(setImmediate);
      }
      figures.push({ name: `${name}, p95`, own: percentile(rows.slice(5), 0.95), floor: 0, most: 10, unit: 'ms' });
    });
  }

  it('save, and links are right again', async () => {
    const view = api.projects.folders[0]?.view;
    ok(view);
    const path = 'packages/money/src/part3.ts';
    const source = await openSample(path);
    const times: number[] = [];
    for (let time = 0; time < 6; time++) {
      const wanted = `ADR-${String(100 + time).padStart(5, '0')}`;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(source.uri, new vscode.Position(0, 0), `// ${wanted}\n`);
      ok(await vscode.workspace.applyEdit(edit));
      const isRight = () => view.linksFor(path).some(({ record }) => record.id === wanted.slice(4));
      const { own } = await costOf('save', async () => {
        await source.save();
        await until(isRight, api.projects.onDidChange);
      });
      times.push(own);
    }
    figures.push({
      name: 'save to right links, time of Meridian in the host',
      own: median(times),
      floor: null,
      most: 50,
      unit: 'ms',
    });
  });

  it('first content of Decisions, beside an empty webview', async () => {
    const extension = vscode.extensions.getExtension('meridian-async.meridian');
    ok(extension);
    const code = await readPageCode(extension.extensionUri);
    const { projects, front } = api;
    const boundary = {
      event: (_: string, work: unknown) => work,
      background: (_: string, __: null, work: () => unknown) => work(),
    };
    const empty = async (): Promise<void> => {
      const panel = vscode.window.createWebviewPanel('bench', 'Empty', vscode.ViewColumn.One, { enableScripts: true });
      const ready = new Promise((resolve) => panel.webview.onDidReceiveMessage(resolve));
      panel.webview.html = '<!DOCTYPE html><script>acquireVsCodeApi().postMessage("ready")</script>';
      await ready;
      panel.dispose();
    };
    const own = async (): Promise<void> => {
      const decisions = new DecisionPanel(
        ...([code, projects, front, new FakeMemento(), boundary] as unknown as ConstructorParameters<
          typeof DecisionPanel
        >),
      );
      const panel = vscode.window.createWebviewPanel('bench', 'Own', vscode.ViewColumn.One, { enableScripts: true });
      const shown = new Promise<void>((resolve) => {
        panel.webview.onDidReceiveMessage(({ type }) => type === 'filled' && resolve());
      });
      const view = {
        webview: tellingWhenFilled(panel.webview),
        onDidDispose: panel.onDidDispose,
        visible: true,
        onDidChangeVisibility: new vscode.EventEmitter<void>().event,
      };
      decisions.resolveWebviewView(view as unknown as vscode.WebviewView);
      await shown;
      panel.dispose();
      decisions.dispose();
    };
    const times: Record<'own' | 'empty', number[]> = { own: [], empty: [] };
    // Else a panel that comes to the front before the content is made leaves nothing to list.
    (front as FileInFront).pin();
    // Each goes before the other half of the time: the editor is still closing the one before.
    for (let time = 0; time < 10; time++) {
      const order = time % 2 === 0 ? (['own', 'empty'] as const) : (['empty', 'own'] as const);
      for (const which of order) times[which].push(await timed(which === 'own' ? own : empty));
    }
    (front as FileInFront).unpin();
    const floor = median(times.empty);
    figures.push({ name: 'first content of Decisions', own: median(times.own), floor, most: floor + 100, unit: 'ms' });
  });

  it('a switch of branches that touches every record', async () => {
    const view = api.projects.folders[0]?.view;
    ok(view);
    let changes = 0;
    const listener = api.projects.onDidChange(() => {
      changes++;
    });
    const { idle } = await import('./support/ownWork');
    const before = idle.processes;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.md');
    let lastEvent = 0;
    watcher.onDidChange(() => {
      lastEvent = performance.now();
    });
    await git('git', ['checkout', '--quiet', 'other'], { cwd: sampleUri('').fsPath });
    let ms = 0;
    let right = 0;
    const isRight = () => view.records().every(({ title }) => title === 'Other');
    const { own, blocks } = await costOf('switch', async () => {
      ms = await timed(() => until(isRight, api.projects.onDidChange));
      right = performance.now();
      await api.whenRead();
    });
    listener.dispose();
    watcher.dispose();
    const rest = right - lastEvent;
    figures.push(
      { name: 'switch of branches, after the last event', own: rest, floor: null, most: 3_000, unit: 'ms' },
      { name: `switch of branches, after git (${changes} changes)`, own: ms, floor: null, most: 10_000, unit: 'ms' },
      { name: 'switch of branches, time of Meridian in the host', own, floor: null, most: 3_000, unit: 'ms' },
      { name: 'switch of branches, longest block', own: blocks.at(-1) ?? 0, floor: null, most: 30, unit: 'ms' },
      { name: 'switch of branches, processes of git', own: idle.processes - before, floor: null, most: 2, unit: '' },
    );
  });
});
