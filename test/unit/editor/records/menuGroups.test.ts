import { deepEqual, ok } from 'node:assert/strict';
import { commands, contextKeys, handoffItems } from '../../../../src/editor/host/ids';
import { menuGroups } from '../../../../src/editor/records/menuGroups';
import { manifest } from '../../manifest/manifest';
import { holds } from '../../manifest/whenClause';

type Values = Readonly<Record<string, string | boolean>>;

const groupsWith = (values: Values) => menuGroups((key) => values[key]);
const listed = (values: Values) => groupsWith(values).flatMap((group) => group.commands);

const everything: readonly Values[] = [
  { [contextKeys.state]: 'ready', [contextKeys.recordsFiltered]: true, [contextKeys.handoffs]: 'ready' },
  {
    [contextKeys.handoffInFront]: 'open',
    [contextKeys.noteInFront]: handoffItems.startable,
  },
  { [contextKeys.questionInFront]: 'written' },
  { [contextKeys.pullRequestInFront]: 'read' },
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

  it('begins with what is in front, where that is a text of ours, and has each command once', () => {
    deepEqual(groupsWith({ [contextKeys.questionInFront]: 'written' })[0], {
      heading: 'front',
      commands: [commands.checkQuestion, commands.copyDraft, commands.openIssue, commands.showMasked],
    });
    deepEqual(groupsWith({})[0]?.heading, 'drafts');
    for (const values of everything) deepEqual(listed(values), [...new Set(listed(values))]);
  });
});
