import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import {
  commands,
  contextKeys,
  findingItems,
  handoffItems,
  recordItems,
  settingKeys,
  views,
} from '../../../src/editor/host/ids';
import { editorSources, manifest, manifestText, texts } from './manifest';

const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);
const menuItems = Object.entries(contributes.menus).flatMap(([menu, items]) =>
  items.map((item) => ({ menu, ...item })),
);
const viewList = Object.values(contributes.views).flat();
const settings = Object.entries(contributes.configuration.properties);

function sorted(items: Iterable<string>): readonly string[] {
  return [...items].sort();
}

function isInline({ group = '' }: { readonly group?: string }): boolean {
  return group.startsWith('inline');
}

describe('the manifest', () => {
  it('declares the commands that are registered, and no others', () => {
    deepEqual(sorted(declared), sorted(Object.values(commands)));
  });

  it('registers each command by its name in ids.ts', () => {
    const source = [...editorSources().values()].join('\n');
    const registered = [...source.matchAll(/\[commands\.(\w+)\]: (?:async )?\(/g)].map(([, name]) => name ?? '');
    deepEqual(sorted(registered), sorted(Object.keys(commands)));
  });

  it('puts every command under Meridian, with a translated title', () => {
    for (const { title, category } of contributes.commands) {
      match(title, /^%command\..+%$/);
      equal(category, 'Meridian');
    }
  });

  it('names only its own commands in menus', () => {
    for (const { menu, command } of menuItems) ok(declared.includes(command), `${menu}: ${command}`);
  });

  it('hides from the palette what needs a row or a link', () => {
    const hidden = menuItems.filter(({ menu, when }) => menu === 'commandPalette' && when === 'false');
    deepEqual(
      sorted(hidden.map(({ command }) => command)),
      [
        commands.openRecord,
        commands.openRecordToSide,
        commands.showMoreRecords,
        commands.showHandoffChanges,
        commands.mendFinding,
      ].sort(),
    );
  });

  it('gives rows a context value that the code sets', () => {
    const known: readonly string[] = [recordItems, handoffItems, findingItems].flatMap((items) => Object.values(items));
    for (const { when = '', command } of menuItems.filter(({ menu }) => menu === 'view/item/context')) {
      const [, value, pattern] = /viewItem (?:== (\w+)|=~ \/(.+?)\/)/.exec(when) ?? [];
      ok(
        known.some((item) => item === value || (pattern !== undefined && new RegExp(pattern).test(item))),
        command,
      );
    }
  });

  it('has what a row offers beside its text in the menu too, for those who use no mouse', () => {
    const ofRows = menuItems.filter(({ menu }) => menu === 'view/item/context');
    const [inline, listed] = [ofRows.filter(isInline), ofRows.filter((item) => !isInline(item))];
    deepEqual(
      inline.filter((item) => !listed.some((other) => other.command === item.command)).map(({ command }) => command),
      [],
    );
  });

  it('declares the views that are there, and no others', () => {
    deepEqual(sorted(viewList.map(({ id }) => id)), sorted(Object.values(views)));
    for (const { id } of contributes.viewsContainers.activitybar) ok(contributes.views[id], id);
    for (const { view } of contributes.viewsWelcome)
      ok(
        viewList.some(({ id }) => id === view),
        view,
      );
  });

  it('links only to real commands in welcome texts and in the walkthrough', () => {
    const known = new Set([
      ...declared,
      ...viewList.map(({ id }) => `${id}.focus`),
      'vscode.openFolder',
      'workbench.action.openSettings',
      'workbench.action.openWalkthrough',
      'workbench.trust.manage',
      'workbench.view.scm',
    ]);
    for (const [key, text] of Object.entries(texts)) {
      for (const [, command = ''] of text.matchAll(/\(command:([\w.]+)/g)) ok(known.has(command), `${key}: ${command}`);
    }
  });

  it('declares the settings that are read, and no others', () => {
    deepEqual(sorted(settings.map(([key]) => key)), sorted(Object.values(settingKeys).map((key) => `meridian.${key}`)));
  });

  it('reads every setting somewhere', () => {
    const text = [...editorSources().values()].join('\n');
    const inManifest = new Set([...manifestText.matchAll(/config\.(meridian\.[\w.]+)/g)].map(([, key]) => key));
    for (const [name, key] of Object.entries(settingKeys)) {
      ok(text.includes(`settingKeys.${name}`) || inManifest.has(`meridian.${key}`), key);
    }
  });

  it('gives every setting scope, order, default and a description in Markdown', () => {
    const orders = settings.map(([key, { scope, order, default: value, markdownDescription }]) => {
      ok(scope === 'window' || scope === 'resource' || scope === 'machine', key);
      ok(value !== undefined, key);
      equal(markdownDescription, `%setting.${key.replace(/^meridian\./, '')}%`);
      return order;
    });
    equal(new Set(orders).size, settings.length);
  });

  it('takes in Restricted Mode no words of a repository for what leads out of it (R34)', () => {
    // A name that drafts show, globs that are weighed before they are matched, and what a mark weighs.
    const harmless = new Set([
      ...['meridian.team.me', 'meridian.records.include', 'meridian.records.exclude', 'meridian.check.rules'],
    ]);
    const worded = settings.filter(([key, { type }]) => type !== 'boolean' && !harmless.has(key));
    deepEqual(
      worded.map(([key]) => key),
      manifest.capabilities.untrustedWorkspaces.restrictedConfigurations,
    );
  });

  it('uses in `when` only context keys that the code sets', () => {
    const known = new Set<string>(Object.values(contextKeys));
    const conditions = [...manifestText.matchAll(/"(?:when|enablement)": "([^"]*)"/g)].map(([, when = '']) => when);
    for (const when of conditions) {
      for (const [key] of when
        .replace(/config\.[\w.]+|(?:view|webviewId) (?:==|=~) \S+/g, '')
        .matchAll(/meridian\.[\w.]+/g)) {
        ok(known.has(key), `${key} in "${when}"`);
      }
    }
  });

  it('has a use for every context key that the code sets, and sets every one', () => {
    const sources = [...editorSources()].filter(([path]) => path !== 'src/editor/host/ids.ts');
    const text = sources.map(([, source]) => source).join('\n');
    const inClauses = (key: string) => new RegExp(`"(?:when|enablement)": "[^"]*\\b${key}\\b`).test(manifestText);
    for (const [name, key] of Object.entries(contextKeys)) {
      match(text, new RegExp(`(?:set|setPaths)\\(contextKeys\\.${name}\\b|inFront = contextKeys\\.${name}\\b`), key);
      ok(inClauses(key) || text.includes(`get(contextKeys.${name})`), key);
    }
  });

  it('reads for its menu every key that the palette’s clauses use', () => {
    const statusMenu = editorSources().get('src/editor/records/statusMenu.ts') ?? '';
    const clauses = [
      ...(contributes.menus.commandPalette ?? []).map(({ when = '' }) => when),
      ...contributes.commands.map(({ enablement = '' }) => enablement),
    ];
    const keys = clauses.flatMap((clause) => clause.split(/ ?(?:&&|\|\|) ?/).map((term) => /[\w.]+/.exec(term)?.[0]));
    const own = new Set<string | undefined>([...Object.values(contextKeys), 'true', 'false']);
    for (const key of new Set(keys)) {
      if (key && !own.has(key) && !key.startsWith('config.meridian.')) ok(statusMenu.includes(`  ${key}: `), key);
    }
  });

  it('has every text that it names, and names every text that it has', () => {
    const named = [...manifestText.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key);
    deepEqual(sorted(new Set(named)), sorted(Object.keys(texts)));
  });

  it('works in Restricted Mode and in virtual workspaces, and is never activated by everything', () => {
    equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    equal(manifest.capabilities.virtualWorkspaces.supported, 'limited');
    deepEqual(manifest.activationEvents, ['onStartupFinished']);
  });

  it('names pictures that are there', () => {
    for (const [, path = ''] of manifestText.matchAll(/"icon": "([^"$]+)"/g)) ok(existsSync(path), path);
  });
});

describe('the editor code', () => {
  it('translates from whole sentences', () => {
    for (const [path, source] of editorSources()) {
      // A sentence of a rule is a template of the core, which scripts/l10n.mjs reads.
      for (const [, argument = ''] of source.matchAll(/l10n\.t\((?!sentence\.template)\s*([^\s])/g))
        equal(argument, "'", path);
    }
  });

  it('trusts no Markdown, and makes a trusted text only of its own links (R1, R2)', () => {
    for (const [path, source] of editorSources()) {
      ok(!/isTrusted\s*[:=]\s*true|supportHtml\s*=\s*true/.test(source), path);
      const mayTrust = path === 'src/editor/records/hover/actionLinks.ts';
      ok(mayTrust || !/\.isTrusted\s*=[^=]/.test(source), path);
      const mayAppend = path === 'src/editor/records/hover/hoverText.ts';
      ok(mayAppend || !/appendMarkdown\(|new MarkdownString\([^)'`]/.test(source) || mayTrust, path);
    }
  });

  it('shows no message but the answer to a command or a click, in which nothing is a link (R1)', () => {
    const answers = ['answer', 'answerFailures', 'confirm'].map((name) => `src/editor/host/${name}.ts`);
    for (const [path, source] of editorSources()) {
      if (!answers.includes(path)) ok(!/show(?:Information|Warning|Error)Message/.test(source), path);
    }
  });
});
