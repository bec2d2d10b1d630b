import { l10n, type QuickPickItem, window } from 'vscode';
import type { PullRequestTemplate } from '../../core/pullRequests/templates';
import { usualTemplate } from '../../core/pullRequests/templates';
import { visibleText, withoutIcons } from '../words/visibleText';

/** What a description begins as. `own` has no template of the repository. */
export type Beginning =
  | { readonly kind: 'template'; readonly template: PullRequestTemplate }
  | { readonly kind: 'own' }
  | { readonly kind: 'blank' };

interface BeginningItem extends QuickPickItem {
  readonly beginning: Beginning;
}

/** The repository's template; asked for where it has several. @returns undefined where the person left */
export async function chooseBeginning(templates: readonly PullRequestTemplate[]): Promise<Beginning | undefined> {
  const usual = usualTemplate(templates);
  if (templates.length < 2) return usual ? { kind: 'template', template: usual } : { kind: 'own' };
  const items = templates.map(
    (template): BeginningItem => ({
      label: withoutIcons(visibleText(template.name, 80)),
      description: withoutIcons(visibleText(template.path, 120)),
      beginning: { kind: 'template', template },
    }),
  );
  const more: readonly BeginningItem[] = [
    {
      label: l10n.t('Meridian’s own'),
      description: l10n.t('why first, then what, risk and how to test'),
      beginning: { kind: 'own' },
    },
    { label: l10n.t('Blank'), description: l10n.t('nothing is filled in'), beginning: { kind: 'blank' } },
  ];
  const placeHolder = l10n.t('With which template?');
  const chosen = await window.showQuickPick([...items, ...more], {
    title: l10n.t('Draft PR Description'),
    placeHolder,
    matchOnDescription: true,
  });
  return chosen?.beginning;
}
