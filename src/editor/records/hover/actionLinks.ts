import { l10n, MarkdownString } from 'vscode';
import { type CommandId, commands } from '../../host/ids';

const actions = [commands.openRecord, commands.openRecordToSide, commands.showInPanel, commands.copyLink] as const;

/**
 * `Open · To the side · Show in Decisions · Copy link`. The only trusted text of a hover: it may run these four commands
 * and holds a number, never a word of the repository (docs/security.md#r1) (docs/adr/0006).
 */
export function actionLinks(handle: number, hasPanel: boolean): MarkdownString {
  return trusted([
    link(l10n.t('Open'), commands.openRecord, handle),
    link(l10n.t('To the side'), commands.openRecordToSide, handle),
    ...(hasPanel ? [link(l10n.t('Show in Decisions'), commands.showInPanel, handle)] : []),
    link(l10n.t('Copy link'), commands.copyLink, handle),
  ]);
}

/** `Open 1 · Open 2`: one link for each candidate of a numbered list. */
export function candidateLinks(handles: readonly number[]): MarkdownString {
  return trusted(handles.map((handle, index) => link(l10n.t('Open {0}', index + 1), commands.openRecord, handle)));
}

function trusted(links: readonly string[]): MarkdownString {
  const markdown = new MarkdownString(links.join(' · '));
  markdown.isTrusted = { enabledCommands: actions };
  return markdown;
}

function link(label: string, command: CommandId, handle: number): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([handle]))})`;
}
