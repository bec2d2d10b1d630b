import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import {
  deleteSample,
  hoverParts,
  listed,
  meridian,
  openSample,
  outline,
  placeOf,
  until,
  withSetting,
  writeSample,
} from './support/meridian';

const living = 'docs/adr/0012-use-postgresql-for-the-ledger.md';

describe('switches', () => {
  let api: MeridianApi;
  let document: vscode.TextDocument;

  before(async () => {
    api = await meridian();
  });

  beforeEach(async () => {
    document = await openSample('ledger/balance.ts');
    await until(() => api.status.shown !== undefined, api.front.onDidChange);
  });

  /** What each surface has to say of one file; the same questions whatever is on. */
  const surfaces = {
    hover: async () => (await hoverParts(document, 'ADR-0012')).length,
    documentLinks: async () => {
      // The editor requests links again that it requested while records changed.
      for (;;) {
        let isStale = false;
        const listener = api.projects.onDidChange(() => (isStale = true));
        // Not resolved: the editor answers "missing" where the index changed between a link and its target.
        const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
          'vscode.executeLinkProvider',
          document.uri,
        );
        listener.dispose();
        if (!isStale) return found.length;
      }
    },
    definition: async () => {
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf(document, 'ADR-0012'),
      );
      return found.length;
    },
    panel: async () => listed(api).length,
    statusItem: async () => (api.status.shown === undefined ? 0 : 1),
  } as const;
  type Surface = keyof typeof surfaces;

  async function silent(): Promise<readonly Surface[]> {
    const names = Object.keys(surfaces) as Surface[];
    const counts = await Promise.all(names.map((name) => surfaces[name]()));
    return names.filter((_, at) => counts[at] === 0);
  }

  it('are all on where nothing is set', async () => deepEqual(await silent(), []));

  for (const name of Object.keys(surfaces) as Surface[]) {
    it(`${name}.enabled turns off that surface and no other, and on again`, async () => {
      await withSetting(`${name}.enabled`, false, async () => deepEqual(await silent(), [name]));
      deepEqual(await silent(), []);
    });
  }

  it('panel.enabled takes the panel out of the hover', async () => {
    const links = async () => (await hoverParts(document, 'ADR-0012')).map(({ value }) => value).join('\n');
    match(await links(), /meridian\.showInPanel/);
    await withSetting('panel.enabled', false, async () => ok(!(await links()).includes('meridian.showInPanel')));
  });

  it('enabled turns off everything at once, and on again', async () => {
    await withSetting('enabled', false, async () => {
      await until(() => api.projects.state === 'off', api.projects.onDidChange);
      deepEqual(await silent(), Object.keys(surfaces));
      deepEqual(await outline(api.records), []);
      deepEqual(api.projects.folders, []);
    });
    await until(() => api.projects.state === 'ready', api.projects.onDidChange);
    await api.whenRead();
    deepEqual(await silent(), []);
  });
});

describe('the status bar', () => {
  let api: MeridianApi;
  before(async () => {
    api = await meridian();
  });

  const says = (text: RegExp) => until(() => text.test(api.status.shown?.text ?? ''), api.front.onDidChange);

  it('names the dead record that the file cites, tells all with their reasons, and leads to Decisions', async () => {
    await openSample('ledger/balance.ts');
    await says(/^\$\(circle-slash\) ADR-0007 \+\d+$/);
    equal(api.status.shown?.command, 'meridian.decisions.focus');
    while (!api.status.shown?.tooltip) await new Promise(setImmediate);
    const { tooltip } = api.status.shown ?? {};
    ok(tooltip instanceof vscode.MarkdownString && !tooltip.isTrusted);
    match(tooltip.value, /ADR-0012[\s\S]*Accepted · cited on line/);
  });

  it('tells who owns the file, and when they are at work on their clock and on mine', async () => {
    await writeSample('CODEOWNERS', 'ledger/ @acme/ledger @stranger\n');
    try {
      await openSample('package.json');
      await until(() => api.status.shown === undefined, api.front.onDidChange);
      await openSample('ledger/balance.ts');
      const owners = () => {
        const { tooltip } = api.status.shown ?? {};
        return tooltip instanceof vscode.MarkdownString ? tooltip.value.replace(/\\(.)/g, '$1') : '';
      };
      await until(() => owners().includes('@acme/ledger'), api.status.onDidExplain);
      const [ledger = '', stranger = ''] = owners().split('\n\n').slice(-2);
      match(ledger, /^\$\(person\) @acme\/ledger · .*\(you\)|and 1 more$/);
      // Who is at work now comes first, so that each hour has other names.
      match(ledger, /(?:Kenji Mori|Priya Raman|Ana Souza) (?:until|from .*) \d\d:\d\d, (?:\S+ )?\d\d:\d\d for you/);
      equal(stranger, '$(person) @stranger');
    } finally {
      await deleteSample('CODEOWNERS');
    }
  });

  it('names the record that concerns the file most', async () => {
    await openSample('ledger/migrations/0002_outbox.sql');
    await says(/^\$\(law\) ADR-0009(?: \+\d+)?$/);
  });

  it('says nothing where nothing is linked', async () => {
    await openSample('package.json');
    await until(() => api.status.shown === undefined, api.front.onDidChange);
  });
});

describe('panel.followCursor', () => {
  it('shows the record whose reference the cursor rests on, and only where it is on', async () => {
    const api = await meridian();
    const folder = api.projects.folders[0]?.folder.uri.toString() ?? '';
    const { panel } = await api.features.panel.load();
    const shows = (title: RegExp) => until(() => title.test(panel.html()), panel.onDidShow);
    await vscode.commands.executeCommand('meridian.showInPanel', { folder, path: 'docs/runbooks/balance-drift.md' });
    await shows(/Balance drift/);
    const document = await openSample('ledger/balance.ts');
    const [editor] = vscode.window.visibleTextEditors.filter((shown) => shown.document === document);
    ok(editor);
    await withSetting('panel.followCursor', true, async () => {
      const place = placeOf(document, 'ADR-0012');
      editor.selection = new vscode.Selection(place, place);
      await shows(/<h1 [^>]*>12\. Use PostgreSQL/);
    });
    ok(api.projects.find(folder, living));
  });
});
