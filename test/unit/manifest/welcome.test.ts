import { deepEqual, equal } from 'node:assert/strict';
import { commands, contextKeys, views } from '../../../src/editor/host/ids';
import { manifest, texts } from './manifest';
import { applies, type WhenContext } from './whenContext';

const on: WhenContext = {
  'config.meridian.enabled': true,
  isWorkspaceTrusted: true,
  workspaceFolderCount: 1,
  'git.state': 'initialized',
  gitOpenRepositoryCount: '1',
};

/** What an empty view says. */
function welcomes(view: string, context: WhenContext): readonly string[] {
  return manifest.contributes.viewsWelcome
    .filter((item) => item.view === view && applies(item.when ?? 'true', { ...on, ...context }))
    .map(({ contents }) => texts[contents.replaceAll('%', '')] ?? contents);
}

/** A link on a line of its own is a button. */
const buttonsIn = (text: string) => [...text.matchAll(/^\[[^\]]+\]\(command:([\w.]+)/gm)].map(([, command]) => command);

describe('an empty view', () => {
  const states: readonly (readonly [what: string, context: WhenContext])[] = [
    ['without a folder', { workspaceFolderCount: 0, [contextKeys.state]: 'empty' }],
    ['switched off', { 'config.meridian.enabled': false, [contextKeys.state]: 'off' }],
    ['while records are read', { [contextKeys.state]: 'reading' }],
    ['without a record', { [contextKeys.state]: 'empty' }],
    ['without a handoff', { [contextKeys.handoffs]: 'none' }],
    ['without a handoff and without git', { [contextKeys.handoffs]: 'none', gitOpenRepositoryCount: '0' }],
    ['without a handoff, in Restricted Mode', { [contextKeys.handoffs]: 'none', isWorkspaceTrusted: false }],
    ['of a team without members', { [contextKeys.team]: 'empty' }],
  ];
  for (const [what, context] of states) {
    it(`says one thing, with at most one button, ${what}`, () => {
      for (const view of Object.values(views)) {
        const said = welcomes(view, context);
        equal(said.length <= 1, true, `${view}: ${said.join('\n')}`);
        equal(said.flatMap(buttonsIn).length <= 1, true, said.join('\n'));
      }
    });
  }

  it('leads to no refusal where there is no git repository', () => {
    const without = { gitOpenRepositoryCount: '0', [contextKeys.handoffs]: 'none' };
    deepEqual(welcomes(views.handoffs, without).flatMap(buttonsIn), ['workbench.view.scm']);
    const withGit = { ...without, gitOpenRepositoryCount: '1' };
    deepEqual(welcomes(views.handoffs, withGit).flatMap(buttonsIn), ['meridian.draftHandoff']);
  });
});

describe('a view', () => {
  const container = Object.values(manifest.contributes.views).flat();
  const open = { ...on, 'config.meridian.handoffs.enabled': true, 'config.meridian.team.enabled': true };
  const shown = (context: WhenContext): readonly string[] =>
    container.filter(({ when }) => applies(when, { ...open, ...context })).map(({ id }) => id);
  const conditional = (context: WhenContext) =>
    shown(context).filter((id) => id === views.handoffs || id === views.team);
  const { handoffs, team } = contextKeys;

  it('of handoffs or of the team is there only where it has something', () => {
    deepEqual(conditional({}), []);
    deepEqual(conditional({ [handoffs]: 'reading', [team]: 'none' }), []);
    deepEqual(conditional({ [handoffs]: 'none', [team]: 'none' }), []);
    deepEqual(conditional({ [handoffs]: 'ready', [team]: 'none' }), [views.handoffs]);
    deepEqual(conditional({ [handoffs]: 'none', [team]: 'ready' }), [views.handoffs, views.team]);
    deepEqual(conditional({ [handoffs]: 'reading', [team]: 'empty' }), [views.handoffs, views.team]);
  });

  it('whose code or notes could not be read is there to say so', () => {
    deepEqual(conditional({ [handoffs]: 'failed', [team]: 'none' }), [views.handoffs]);
    deepEqual(conditional({ [handoffs]: 'none', [team]: 'failed' }), [views.team]);
  });

  it('is not there where its feature, or everything, is switched off', () => {
    const all = { [handoffs]: 'ready', [team]: 'ready' };
    deepEqual(conditional({ ...all, 'config.meridian.handoffs.enabled': false }), [views.team]);
    deepEqual(conditional({ ...all, 'config.meridian.team.enabled': false }), [views.handoffs]);
    deepEqual(conditional({ ...all, 'config.meridian.enabled': false }), []);
    deepEqual(conditional({ ...all, workspaceFolderCount: 0 }), []);
  });

  it('that is not there has its first command in the menu of Decisions', () => {
    const offered = (context: WhenContext) =>
      (manifest.contributes.menus['view/title'] ?? [])
        .filter(({ when }) => applies(when, { ...open, view: views.decisions, ...context }))
        .map(({ command }) => command);
    const nothing = offered({ [handoffs]: 'none', [team]: 'none' });
    for (const command of [commands.draftHandoff, commands.createTeamFile, commands.showMenu])
      equal(nothing.includes(command), true, command);
    equal(offered({ [handoffs]: 'none', [team]: 'ready' }).includes(commands.createTeamFile), false);
    for (const without of [{ gitOpenRepositoryCount: '0' }, { isWorkspaceTrusted: false }]) {
      const left = offered({ [handoffs]: 'none', [team]: 'none', ...without });
      equal(left.includes(commands.draftHandoff) || left.includes(commands.createTeamFile), false);
    }
  });
});
