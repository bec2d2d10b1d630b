import { deepEqual, equal } from 'node:assert/strict';
import { contextKeys, views } from '../../../src/editor/host/ids';
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
    ['without a team file', { [contextKeys.team]: 'none' }],
    ['without a team file and without git', { [contextKeys.team]: 'none', gitOpenRepositoryCount: '0' }],
    [
      'without a team file, where the git extension is not there',
      { [contextKeys.team]: 'none', 'git.state': undefined },
    ],
    ['signed out of GitHub', { [contextKeys.figures]: 'signed-out' }],
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
    const without = { gitOpenRepositoryCount: '0', [contextKeys.handoffs]: 'none', [contextKeys.team]: 'none' };
    for (const view of [views.handoffs, views.team]) {
      deepEqual(welcomes(view, without).flatMap(buttonsIn), ['workbench.view.scm']);
    }
    const withGit = { ...without, gitOpenRepositoryCount: '1' };
    deepEqual(welcomes(views.handoffs, withGit).flatMap(buttonsIn), ['meridian.draftHandoff']);
    deepEqual(welcomes(views.team, withGit).flatMap(buttonsIn), ['meridian.createTeamFile']);
  });
});
