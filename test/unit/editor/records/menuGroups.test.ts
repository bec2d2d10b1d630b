import { deepEqual, ok } from 'node:assert/strict';
import { declaredCommand } from '../../../../src/editor/host/declaredCommands';
import {
  type CommandId,
  commands,
  contextKeys,
  handoffItems,
  type SettingKey,
  settingKeys,
} from '../../../../src/editor/host/ids';
import { menuGroups } from '../../../../src/editor/records/menuGroups';
import { manifest } from '../../manifest/manifest';
import { holds } from '../../manifest/whenClause';

type Values = Readonly<Record<string, string | boolean>>;

const switchesOf = (command: CommandId) => declaredCommand({ packageJSON: manifest }, command).switches;
const groupsWith = (values: Values, off: readonly SettingKey[] = []) =>
  menuGroups(
    (key) => values[key],
    (command) => !switchesOf(command).some((key) => off.includes(key)),
  );
const listed = (values: Values) => groupsWith(values).flatMap((group) => group.commands);

const everything: readonly Values[] = [
  { [contextKeys.state]: 'ready', [contextKeys.recordsFiltered]: true, [contextKeys.handoffs]: 'ready' },
  { [contextKeys.file]: 'linked', [contextKeys.pinned]: true },
  {
    [contextKeys.handoffInFront]: 'open',
    [contextKeys.noteInFront]: handoffItems.startable,
  },
  { [contextKeys.team]: 'ready' },
  { [contextKeys.questionInFront]: 'written' },
  { [contextKeys.pullRequestInFront]: 'open' },
  { [contextKeys.pullRequestInFront]: 'written' },
];

describe('the menu', () => {
  it('has every command that the palette may list, but itself', () => {
    const { commandPalette = [] } = manifest.contributes.menus;
    const hidden = new Set(commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
    const offered = new Set<string>(everything.flatMap(listed));
    const missing = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((command) => !hidden.has(command) && !offered.has(command));
    deepEqual(missing, [commands.showMenu]);
  });

  it('offers nothing that the palette would not list there', () => {
    const clauses = new Map(manifest.contributes.menus.commandPalette?.map(({ command, when }) => [command, when]));
    const elsewhere = { editorIsOpen: true, 'config.meridian.github.enabled': true };
    for (const values of everything) {
      for (const command of listed(values))
        ok(holds(clauses.get(command) ?? 'true', { ...values, ...elsewhere }), command);
    }
  });

  it('leaves out what is switched off, and a heading that has nothing else', () => {
    const { gitHub, team, panel, handoffs } = settingKeys;
    const headings = (off: readonly SettingKey[]) => groupsWith({}, off).map(({ heading }) => heading);
    deepEqual(headings([gitHub, team]), ['drafts', 'pickingUp', 'records', 'meridian']);
    deepEqual(headings([gitHub]), ['drafts', 'pickingUp', 'records', 'team', 'meridian']);
    const gone = [gitHub, team, panel, handoffs].map((key) => {
      const without = everything.flatMap((values) => groupsWith(values, [key]).flatMap((group) => group.commands));
      return [...new Set(everything.flatMap(listed))].filter((command) => !without.includes(command)).sort();
    });
    const { commentHandoff, createPullRequest, openIssue, refreshFigures, signInToGitHub } = commands;
    deepEqual(gone, [
      [commentHandoff, createPullRequest, openIssue, refreshFigures, signInToGitHub].sort(),
      [commands.createTeamFile, commands.draftTeamStandup, commands.draftTeamUpdate],
      [commands.showInPanel],
      [commentHandoff, commands.markHandoffsRead, commands.readBack, commands.startOnHandoff].sort(),
    ]);
  });

  it('begins with what is in front, where that is a text of ours, and has each command once', () => {
    deepEqual(groupsWith({ [contextKeys.questionInFront]: 'written' })[0], {
      heading: 'front',
      commands: [commands.checkQuestion, commands.copyDraft, commands.openIssue, commands.showMasked],
    });
    deepEqual(groupsWith({})[0]?.heading, 'drafts');
    for (const values of everything) deepEqual(listed(values), [...new Set(listed(values))]);
  });
});
