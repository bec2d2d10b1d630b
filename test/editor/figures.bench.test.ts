import { ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import { DecisionPanel } from '../../src/editor/records/panel/decisionPanel';
import { readPageCode } from '../../src/editor/records/panel/panelFeature';
import type { EditorFigure } from '../bench/editorRows';
import { large } from '../bench/largeWorkspace';
import { median } from '../bench/measure';
import { FakeMemento } from './support/fakeView';
import { meridian, openSample, sampleUri, until } from './support/meridian';

const figures: EditorFigure[] = [];
const git = promisify(execFile);

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Milliseconds in which code of Meridian was on the stack of the extension host, which other extensions share. */
async function ownTime(work: () => Promise<unknown>): Promise<number> {
  const folder = `${vscode.extensions.getExtension('meridian-async.meridian')?.extensionUri.path}/dist/`;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const visit = (id: number, isOwn: boolean): void => {
    const node = byId.get(id);
    const isNow = isOwn || (node?.callFrame.url.includes(folder) ?? false);
    if (isNow) own.add(id);
    for (const child of node?.children ?? []) visit(child, isNow);
  };
  visit(profile.nodes[0]?.id ?? 0, false);
  const microseconds = (profile.samples ?? []).map((id, at) => (own.has(id) ? (profile.timeDeltas?.[at] ?? 0) : 0));
  return microseconds.reduce((sum, delta) => sum + delta, 0) / 1000;
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

describe('figures in a repository of 10,000 records', () => {
  let api: MeridianApi;
  let document: vscode.TextDocument;
  let constant: vscode.TextDocument;

  before(async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    api = await meridian();
    delay.disable();
    const ms = (nanoseconds: number) => nanoseconds / 1e6;
    figures.push(
      { name: 'longest block while indexing, p99', own: ms(delay.percentile(99)), floor: null, most: 16, unit: 'ms' },
      { name: 'longest block while indexing', own: ms(delay.max), floor: null, most: 30, unit: 'ms' },
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

  after(() => writeFileSync(join(process.env.MERIDIAN_LOGS ?? '.', 'figures.json'), JSON.stringify(figures, null, 2)));

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
      times.push(
        await ownTime(async () => {
          await source.save();
          await until(isRight, api.projects.onDidChange);
        }),
      );
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
    // Each goes before the other half of the time: the editor is still closing the one before.
    for (let time = 0; time < 10; time++) {
      const order = time % 2 === 0 ? (['own', 'empty'] as const) : (['empty', 'own'] as const);
      for (const which of order) times[which].push(await timed(which === 'own' ? own : empty));
    }
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
    await git('git', ['checkout', '--quiet', 'other'], { cwd: sampleUri('').fsPath });
    const ms = await timed(() =>
      until(() => view.records().every(({ title }) => title === 'Other'), api.projects.onDidChange),
    );
    listener.dispose();
    figures.push({
      name: `switch of branches, after git (${changes} changes)`,
      own: ms,
      floor: null,
      most: 3_000,
      unit: 'ms',
    });
  });

  it('heap', () => {
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    const { heapUsed } = process.memoryUsage();
    figures.push({ name: 'heap of the whole extension host', own: heapUsed / 1e6, floor: null, most: 40, unit: 'MB' });
  });
});
