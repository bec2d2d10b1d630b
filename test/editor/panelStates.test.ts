import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import { Boundary } from '../../src/editor/host/boundary';
import type { FileInFront, FileState } from '../../src/editor/records/fileInFront';
import { DecisionPanel } from '../../src/editor/records/panel/decisionPanel';
import { PanelContentMaker } from '../../src/editor/records/panel/panelContent';
import { translatedWords } from '../../src/editor/records/panel/translatedWords';
import type { Projects, ProjectsState } from '../../src/editor/workspace/projects';
import { FakeMemento, FakeView } from './support/fakeView';
import { meridian, openSample, until } from './support/meridian';

interface Situation {
  readonly projects?: ProjectsState;
  readonly file?: FileState;
  readonly isEditable?: boolean;
  readonly progress?: Projects['progress'];
}

describe('Decisions, where there is no list', () => {
  let api: MeridianApi;
  before(async () => {
    api = await meridian();
    await openSample('ledger/balance.ts');
  });

  /** The page in a situation that the sample workspace is never in. */
  function contentIn({ projects = 'ready', file = 'unlinked', isEditable = true, progress = null }: Situation) {
    const { front } = api;
    const shown = file === 'none' ? undefined : front.file;
    const maker = new PanelContentMaker(
      { state: projects, progress, folders: api.projects.folders } as unknown as Projects,
      { file: shown, state: file, name: 'balance.ts', isEditable, groups: () => front.groups() } as FileInFront,
      translatedWords(),
      () => null,
    );
    return maker.list(new Map());
  }

  const states: readonly (readonly [what: string, where: Situation, says: RegExp, action: string | null])[] = [
    ['is switched off', { projects: 'off' }, /^Meridian is off\.$/, 'meridian.toggle'],
    ['reads the records', { projects: 'reading' }, /^Reading the records of this workspace…$/, 'meridian.stopReading'],
    [
      'has read a part of them',
      { projects: 'reading', progress: { done: 1200, total: 4000 } },
      /^Reading the records of this workspace… 1,200 of 4,000 files so far\.$/,
      'meridian.stopReading',
    ],
    ['finds no record', { projects: 'empty' }, /^No decisions, runbooks or other records/, 'meridian.newDecision'],
    ['has no file in front', { file: 'none' }, /^Open a file of this workspace/, 'meridian.goToRecord'],
    ['reads the file', { file: 'reading' }, /^Reading the files of this workspace…$/, 'meridian.stopReading'],
    [
      'was stopped early',
      { projects: 'stopped' },
      /^Reading was stopped before a record was found\.$/,
      'meridian.refresh',
    ],
    ['was stopped', { file: 'stopped' }, /^Reading was stopped: whether a decision/, 'meridian.refresh'],
    ['could not read the whole file', { file: 'partial' }, /^This file is too large/, null],
    ['has a new record in front', { file: 'unsaved' }, /^This is a new record that is not saved yet\./, null],
    [
      'regression: has the first record of a workspace in front',
      { projects: 'empty', file: 'unsaved' },
      /^This is a new record that is not saved yet\./,
      null,
    ],
    ['finds no link', {}, /^No decision or runbook is linked/, 'meridian.linkToDecision'],
    ['finds none in a picture', { isEditable: false }, /^No decision or runbook is linked/, 'meridian.goToRecord'],
  ];
  for (const [what, where, says, action] of states) {
    it(`says one sentence and offers at most one thing where it ${what}`, async () => {
      const { html, targets } = contentIn(where);
      const [sentence = '', link = '', ...more] = [...html.matchAll(/<p class="notice">([\s\S]*?)<\/p>/g)].map(
        ([, text = '']) => text,
      );
      match(sentence, says);
      equal(more.length, 0);
      equal(link === '', action === null, html);
      if (action === null) return;
      const target = targets.find(/data-id="([^"]+)"/.exec(link)?.[1] ?? '');
      ok(target?.kind === 'command');
      equal(target.command, action);
      ok((await vscode.commands.getCommands(true)).includes(action), action);
    });
  }

  it('says what failed and offers to try again, which shows the list', async () => {
    let isBroken = true;
    const front = Object.create(api.front, {
      groups: {
        value: () => {
          if (isBroken) throw new Error('the graph is gone');
          return api.front.groups();
        },
      },
    });
    const logged: string[] = [];
    const none = () => undefined;
    const log = { debug: none, info: none, warn: none, error: (text: string) => logged.push(text) };
    const panel = new DecisionPanel(
      { script: '', style: '' },
      api.projects as unknown as Projects,
      front,
      new FakeMemento(),
      new Boundary(log, none),
    );
    const fake = new FakeView();
    panel.resolveWebviewView(fake.view);
    fake.say({ type: 'ready' });
    await until(() => fake.sent.length > 0, fake.onDidPost);
    match(fake.html, /Not up to date: the graph is gone\.[\s\S]*>Try Again<\/a>/);
    equal(logged.length, 1);
    isBroken = false;
    fake.click(/Try Again/);
    await until(() => /ADR-0012<\/span>/.test(fake.html), fake.onDidPost);
    panel.dispose();
  });
});
