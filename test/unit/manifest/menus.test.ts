import { deepEqual, ok } from 'node:assert/strict';
import { commands, contextKeys } from '../../../src/editor/host/ids';
import { manifest } from './manifest';
import { applies, type WhenContext } from './whenContext';

const { copyLink, goToRecord, revealInRecords, showCitations, showInPanel } = commands;
const record = '/w/ledger/docs/adr/0012-use-postgresql.md';
const folder = '/w/ledger/docs/adr';
const on: WhenContext = {
  'config.meridian.enabled': true,
  'config.meridian.panel.enabled': true,
  [contextKeys.recordPaths]: { [record]: true },
  [contextKeys.recordFolders]: { [folder]: true },
};

/** What a menu of the editor's has of Meridian, with this resource. */
function offered(menu: string, context: WhenContext): readonly string[] {
  const items = manifest.contributes.menus[menu] ?? [];
  return items
    .filter(({ when }) => applies(when, { ...on, ...context }))
    .map(({ command }) => command)
    .sort();
}

describe('the menu of a file', () => {
  const ofRecord = [copyLink, revealInRecords, showCitations, showInPanel].sort();
  const menus: readonly (readonly [menu: string, ofRecord: readonly string[]])[] = [
    ['explorer/context', ofRecord],
    ['editor/title', ofRecord],
    ['editor/title/context', ofRecord.filter((command) => command !== showInPanel)],
  ];
  for (const [menu, expected] of menus) {
    it(`has what can be done with a record in ${menu}, and nothing for another file`, () => {
      deepEqual(offered(menu, { resourcePath: record }), expected);
      deepEqual(offered(menu, { resourcePath: '/w/ledger/docs/adr/README.md' }), []);
      deepEqual(offered(menu, { resourcePath: '/w/ledger/ledger/balance.ts' }), []);
      deepEqual(offered(menu, { resourcePath: record, [contextKeys.recordPaths]: undefined }), []);
      deepEqual(offered(menu, { resourcePath: record, 'config.meridian.enabled': false }), []);
    });
  }

  it('has no way to a view that is switched off', () => {
    for (const [menu] of menus) {
      ok(!offered(menu, { resourcePath: record, 'config.meridian.panel.enabled': false }).includes(showInPanel), menu);
    }
  });

  it('leads from a folder of records to its records, and from no other folder', () => {
    const ofFolder = (path: string) =>
      offered('explorer/context', { explorerResourceIsFolder: true, resourcePath: path });
    deepEqual(ofFolder(folder), [goToRecord]);
    deepEqual(ofFolder('/w/ledger/docs'), []);
    deepEqual(offered('editor/title', { resourcePath: folder }), []);
  });
});

describe('the title of a view', () => {
  const views = manifest.contributes.views.meridian?.map(({ id }) => id) ?? [];
  const ready: WhenContext = {
    'config.meridian.github.enabled': true,
    [contextKeys.state]: 'ready',
    [contextKeys.handoffs]: 'ready',
    [contextKeys.findingsGrouping]: 'rule',
    isWorkspaceTrusted: true,
  };

  // At 200 % a sidebar of 350 pixels has 175, and the editor adds "collapse all" and "…" to what is beside a title.
  it('regression: is readable in a narrow sidebar: two actions beside it, and a third to clear a filter', () => {
    const beside = (view: string, context: WhenContext) =>
      (manifest.contributes.menus['view/title'] ?? [])
        .filter(
          ({ when, group }) => group?.startsWith('navigation') && applies(when, { ...on, ...ready, view, ...context }),
        )
        .map(({ command }) => command);
    const filtered = { [contextKeys.recordsFiltered]: true, [contextKeys.findingsFiltered]: true };
    ok(views.length >= 4, views.join());
    for (const view of views) {
      ok(beside(view, {}).length <= 2, beside(view, {}).join());
      ok(beside(view, filtered).length <= 3, beside(view, filtered).join());
    }
  });
});
