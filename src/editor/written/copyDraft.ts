import { env, l10n, type QuickPickItem, window } from 'vscode';
import { asMarkdown, asPlain, asSlack } from '../../core/drafts/formats';
import { splitTitleLine } from '../../core/pullRequests/titleLine';
import { withoutAskersPart } from '../../core/questions/sentQuestion';
import { answer } from '../host/answer';
import type { LazyGit } from '../workspace/lazyGit';
import { readableAnywhere } from './readableAnywhere';

interface FormatItem extends QuickPickItem {
  /** The name of the form in a key binding. */
  readonly id: 'markdown' | 'slack' | 'plain';
  readonly write: (markdown: string) => string;
}

/**
 * Copies the draft in front to the clipboard, in the form that the place it goes to understands.
 * @param wanted the form, from a key binding; else the person is asked
 */
export async function copyDraft(wanted: unknown, git: LazyGit): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') {
    await answer(l10n.t('Open the draft first: what is copied is the Markdown document in front.'));
    return;
  }
  const formats: readonly FormatItem[] = [
    {
      id: 'markdown',
      label: l10n.t('Markdown'),
      description: l10n.t('GitHub, GitLab, Teams, a wiki'),
      write: asMarkdown,
    },
    {
      id: 'slack',
      label: l10n.t('Slack'),
      description: l10n.t('its own marks for bold, lists and links'),
      write: asSlack,
    },
    {
      id: 'plain',
      label: l10n.t('Plain Text'),
      description: l10n.t('mail, a chat without formatting'),
      write: asPlain,
    },
  ];
  const placeHolder = l10n.t('Copy in which form?');
  const given = formats.find(({ id }) => id === wanted);
  const chosen = given ?? (await window.showQuickPick(formats, { title: l10n.t('Copy Draft As'), placeHolder }));
  if (!chosen) return;
  const sent = splitTitleLine(withoutAskersPart(document.getText())).text;
  const text = await readableAnywhere(document, sent, git);
  await env.clipboard.writeText(chosen.write(text));
  window.setStatusBarMessage(l10n.t('Copied as {0}', chosen.label), 3_000);
}
