import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pins } from '../../../scripts/fetched/pins.mjs';
import { commands, contextKeys, views } from '../../../src/editor/host/ids';
import { manifest } from './manifest';
import { applies } from './whenContext';

type Platform = 'linux' | 'mac' | 'win';
type Defaults = Readonly<Record<Platform, readonly string[]>> & { readonly editor: string };

/** The desktop's own, which the workbench of the tests does not have. */
const ofDesktop: Readonly<Record<Platform, readonly string[]>> = {
  linux: ['ctrl+k r', 'ctrl+k f', 'ctrl+k o', 'ctrl+k p', 'ctrl+k ctrl+o', 'ctrl+shift+n', 'ctrl+q'],
  mac: ['cmd+k r', 'cmd+k f', 'cmd+k o', 'cmd+k p', 'cmd+k cmd+o', 'shift+cmd+n', 'cmd+q'],
  win: ['ctrl+k r', 'ctrl+k f', 'ctrl+k o', 'ctrl+k p', 'ctrl+k ctrl+o', 'ctrl+shift+n', 'alt+f4'],
};

const defaults: Defaults = JSON.parse(readFileSync('test/fixtures/keybindings/default.json', 'utf8'));
const { keybindings } = manifest.contributes;
const reference = readFileSync('docs/reference.md', 'utf8');

describe('a key of Meridian’s', () => {
  it('is compared with the keys of the editor that the tests run in', () => {
    equal(defaults.editor, pins.editor.version, 'run node scripts/default-keys.mjs');
  });

  for (const platform of ['linux', 'mac', 'win'] as const) {
    it(`is none of VS Code’s own on ${platform}, no beginning of one, and goes on from none`, () => {
      const taken = [...defaults[platform], ...ofDesktop[platform]];
      ok(taken.length > 400);
      for (const { key, mac } of keybindings) {
        const own = platform === 'mac' ? mac : key;
        const [first = '', ...others] = own.split(' ');
        deepEqual(
          taken.filter((other) => other === own || other.startsWith(`${own} `)),
          [],
        );
        // Two strokes, of which the first waits for a second one in VS Code too.
        equal(others.length, 1);
        ok(taken.filter((other) => other.startsWith(`${first} `)).length > 10, own);
      }
    });
  }

  it('is for a command or a view of Meridian’s, and one of its own', () => {
    const known = new Set<string>([...Object.values(commands), ...Object.values(views).map((view) => `${view}.focus`)]);
    for (const { command } of keybindings) ok(known.has(command), command);
    for (const platform of ['key', 'mac'] as const) {
      equal(new Set(keybindings.map((binding) => binding[platform])).size, keybindings.length);
    }
  });

  it('does nothing where Meridian is off, and leaves Cmd+K to the terminal, which it clears there', () => {
    const state = { [contextKeys.state]: 'ready', workspaceFolderCount: 1 };
    const on = { 'config.meridian.enabled': true, 'config.meridian.panel.enabled': true, ...state };
    const inEditor = { ...on, editorTextFocus: true };
    const inTerminal = { ...on, terminalFocus: true };
    for (const { when, command } of keybindings) {
      ok(applies(when, inEditor), command);
      ok(!applies(when, inTerminal), command);
      ok(!applies(when, { ...inEditor, 'config.meridian.enabled': false }), command);
    }
  });

  it('is told in the reference', () => {
    const toldKeys = [...reference.matchAll(/<kbd>Ctrl\+K<\/kbd>\s<kbd>(\w)<\/kbd>/g)].map(([, second]) => second);
    for (const { key } of keybindings) {
      const [, second = ''] = key.split(' ');
      ok(toldKeys.includes(second.toUpperCase()), key);
    }
    equal(toldKeys.length, keybindings.length);
  });
});
