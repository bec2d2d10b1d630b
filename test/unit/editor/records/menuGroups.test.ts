import { deepEqual, ok } from 'node:assert/strict';
import { declaredCommand } from '../../../../src/editor/host/declaredCommands';
import { type CommandId, commands, contextKeys, settingKeys } from '../../../../src/editor/host/ids';
import { menuGroups } from '../../../../src/editor/records/menuGroups';
import { manifest } from '../../manifest/manifest';
import { applies, type WhenContext } from '../../manifest/whenContext';

const on = Object.fromEntries(Object.values(settingKeys).map((key) => [`config.meridian.${key}`, true]));
const usual = { ...on, workspaceFolderCount: 1, editorIsOpen: true, [contextKeys.state]: 'ready' };
const clausesOf = (command: CommandId) => declaredCommand({ packageJSON: manifest }, command).clauses;
const groupsWith = (values: WhenContext) =>
  menuGroups(
    (command) => clausesOf(command).every((clause) => applies(clause, values)),
    values[contextKeys.recordInFront] === true,
  );
const listed = (values: WhenContext) => groupsWith(values).flatMap((group) => group.commands);

describe('the menu', () => {
  it('has every command that the palette may list, but itself, and each once', () => {
    const { commandPalette = [] } = manifest.contributes.menus;
    const hidden = new Set(commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
    for (const isRecordInFront of [true, false]) {
      const offered: readonly string[] = menuGroups(() => true, isRecordInFront).flatMap((group) => group.commands);
      deepEqual(offered, [...new Set(offered)]);
      const missing = manifest.contributes.commands
        .map(({ command }) => command)
        .filter((command) => !hidden.has(command) && !offered.includes(command));
      deepEqual(missing, [commands.showMenu]);
    }
  });

  it('leaves out what is switched off, and a heading that has nothing else', () => {
    const without = (key: string) => groupsWith({ ...usual, [`config.meridian.${key}`]: false });
    const { gitHub, team, panel } = settingKeys;
    const hasTeam = (groups: ReturnType<typeof groupsWith>) => groups.some(({ heading }) => heading === 'team');
    ok(hasTeam(without(gitHub)) && hasTeam(without(team)));
    ok(!hasTeam(groupsWith({ ...usual, [`config.meridian.${gitHub}`]: false, [`config.meridian.${team}`]: false })));
    ok(!without(panel).some((group) => group.commands.includes(commands.showInPanel)));
    deepEqual(listed({ ...usual, 'config.meridian.enabled': false }), [
      commands.toggle,
      commands.showDiagnostics,
      commands.showLog,
    ]);
  });

  it('begins with what is in front, where that is a text of ours or a record', () => {
    deepEqual(groupsWith({ ...usual, [contextKeys.questionInFront]: 'written' })[0], {
      heading: 'front',
      commands: [commands.checkQuestion, commands.copyDraft, commands.openIssue, commands.showMasked],
    });
    deepEqual(groupsWith({ ...usual, [contextKeys.recordInFront]: true })[0], {
      heading: 'front',
      commands: [commands.showInPanel, commands.showCitations, commands.copyLink, commands.revealInRecords],
    });
    deepEqual(groupsWith(usual)[0]?.heading, 'drafts');
  });

  it('offers no draft where no folder is open', () => {
    const without = listed({ ...usual, workspaceFolderCount: 0, editorIsOpen: false, [contextKeys.state]: 'empty' });
    ok(without.includes(commands.askWithContext));
    ok(!without.includes(commands.draftHandoff) && !without.includes(commands.linkToDecision));
  });
});
