import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import * as vscode from 'vscode';
import { Reminder } from '../../src/editor/handoffs/drafting/reminder';
import { Boundary } from '../../src/editor/host/boundary';
import { views } from '../../src/editor/host/ids';
import { ViewMessage } from '../../src/editor/host/viewMessage';
import { gitReason, runningGit } from '../../src/editor/workspace/builtInGit';
import { errorsShown } from './support/errorMessages';
import { deleteSample, meridian, until, withSetting, writeSample } from './support/meridian';
import { accepting } from './support/quickInput';
import { withEditor } from './support/withEditor';

const settingsFile = '.vscode/settings.json';

/** The workspace's settings say that Meridian is on, in a file that nothing can be written into any more. */
async function breakSettings(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('meridian');
  await settings.update('enabled', true, vscode.ConfigurationTarget.Workspace);
  await writeSample(settingsFile, '{ "meridian.enabled": true, "broken" ');
}

async function mendSettings(): Promise<void> {
  await deleteSample(settingsFile);
  const isSet = () => vscode.workspace.getConfiguration('meridian').inspect('enabled')?.workspaceValue !== undefined;
  await until(() => !isSet(), vscode.workspace.onDidChangeConfiguration);
}

describe('a command that fails', () => {
  before(meridian);

  it('says what failed and why, each time, with the way to the log', async () => {
    await breakSettings();
    try {
      const shown = await errorsShown(null, async () => {
        await vscode.commands.executeCommand('meridian.toggle');
        await vscode.commands.executeCommand('meridian.toggle');
      });
      equal(shown.length, 2, shown.join('\n'));
      for (const message of shown) {
        match(message, /^Turn On or Off failed: .*settings.* Try again; the log says more\. \[Show Log\]$/);
      }
    } finally {
      await mendSettings();
    }
  });

  it('says to what it was done, and shows no words of a repository as a link', async () => {
    const api = await meridian();
    api.features.handoffs.dispose();
    const broken = () => {
      throw new Error('see [this](command:workbench.action.quit) and\u202E that.');
    };
    const shown = await errorsShown(null, () =>
      withEditor(vscode.window, { createTreeView: broken }, async () => {
        await vscode.commands.executeCommand('meridian.readBack', { folder: 'file:///w', path: 'docs/handoffs/a.md' });
      }),
    );
    deepEqual(shown, [
      'Read Back This Handoff failed for docs/handoffs/a.md: see [this] (command:workbench.action.quit) and\\u{202E} that. Try again; the log says more. [Show Log]',
    ]);
    await api.features.handoffs.load();
  });
});

describe('a feature that could not be loaded', () => {
  it('says so to who needs it and in its view, and is loaded at the next use', async () => {
    const { handoffs } = (await meridian()).features;
    handoffs.dispose();
    const { createTreeView } = vscode.window;
    const made: vscode.TreeView<unknown>[] = [];
    let isBroken = false;
    const create: typeof createTreeView = (id, options) => {
      if (!isBroken) {
        isBroken = true;
        throw new Error('the view is taken');
      }
      const view = createTreeView(id, options);
      made.push(view);
      return view;
    };
    await withEditor(vscode.window, { createTreeView: create }, async () => {
      const refresh = () =>
        errorsShown(null, async () => vscode.commands.executeCommand('meridian.handoffs.markAllRead'));
      const [message = '', ...others] = await refresh();
      match(message, /^Mark All Handoffs as Read failed: the view is taken\./);
      deepEqual(others, []);
      const [substitute] = made;
      equal(substitute?.message, 'This view could not be loaded: the view is taken.');
      deepEqual(await refresh(), []);
      ok(made.length > 1, 'no view was made at the second use');
    });
  });
});

describe('background work that fails', () => {
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

  it('is said once, in the view that it concerns, before what the view says itself', async () => {
    const boundary = new Boundary(log, () => undefined);
    const view: { message?: string } = {};
    const message = new ViewMessage(view, views.team, boundary);
    message.text = 'Say who you are.';
    const shown = await errorsShown(null, async () => {
      for (const time of [1, 2]) {
        await boundary.background('team file', views.team, () => Promise.reject(new Error(`time ${time}`)));
      }
    });
    equal(view.message, 'Not up to date: time 2. “Read Records Again” or the log may help. Say who you are.');
    deepEqual(shown, []);
    await boundary.background('team file', views.team, async () => undefined);
    equal(view.message, 'Say who you are.');
    message.dispose();
  });

  it('is logged with its place also where a timer or an event began it', async () => {
    const logged: string[] = [];
    const boundary = new Boundary({ ...log, error: (line) => logged.push(line) }, () => undefined);
    const changed = new vscode.EventEmitter<void>();
    let isBroken = false;
    const files = {
      onDidChange: changed.event,
      get teams(): never[] {
        if (isBroken) throw new Error('no team');
        return [];
      },
    };
    const team = { files, me: { onDidChange: changed.event } };
    await withSetting('handoff.reminder', true, async () => {
      const reminder = new Reminder(team as unknown as ConstructorParameters<typeof Reminder>[0], Date.now, boundary);
      isBroken = true;
      changed.fire();
      reminder.dispose();
    });
    match(logged[0] ?? '', /^reminder: Error: no team/);
  });
});

describe('the editor’s own git', () => {
  const running = (git: unknown) => withEditor(vscode.extensions, { getExtension: () => git }, runningGit);

  it('says why it refused in its own words, and only then which command that was', () => {
    const refused = { message: 'Failed to execute git', stderr: ' ! [rejected] main -> main (fetch first)\n' };
    equal(gitReason(refused), '! [rejected] main -> main (fetch first)');
    equal(gitReason(Object.assign(new Error('Failed to execute git'), { stderr: '' })), 'Failed to execute git');
    for (const nothing of [undefined, null, 'no', {}, { stderr: 1 }]) equal(gitReason(nothing), 'git gave no reason');
  });

  it('is asked for nothing while it is not running, or is switched off', async () => {
    const getAPI = () => {
      throw new Error('Git model not found');
    };
    const off = { enabled: false, getAPI };
    equal(await running({ isActive: true, exports: off }), undefined);
    equal(await running({ isActive: false, exports: undefined }), undefined);
    equal(await running(undefined), undefined);
    const api = { git: { path: '/usr/bin/git' } };
    equal(await running({ isActive: true, exports: { enabled: true, getAPI: () => api } }), api);
  });
});

describe('a command that asks and fails, in these tests', () => {
  it('ends the answering, and says why', async () => {
    const failing = vscode.commands.registerCommand('meridian.test.failing', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      throw new Error('it fails');
    });
    try {
      await rejects(accepting('meridian.test.failing'), /it fails/);
    } finally {
      failing.dispose();
    }
  });
});

function ignore(): void {}
