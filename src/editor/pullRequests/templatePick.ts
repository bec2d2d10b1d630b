import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { type PullRequestTemplate, usualTemplate } from '../../core/pullRequests/templates';
import { visibleText, withoutIcons } from '../host/visibleText';

/** What a description starts from. `own` is Meridian's form, without a template of the repository. */
export type Beginning =
  | { readonly kind: 'template'; readonly template: PullRequestTemplate }
  | { readonly kind: 'own' }
  | { readonly kind: 'blank' };

interface BeginningItem extends QuickPickItem {
  readonly beginning: Beginning;
}

/** The repository's template; where there are several, the person chooses. @returns undefined where the person left */
export async function chooseBeginning(templates: readonly PullRequestTemplate[]): Promise<Beginning | undefined> {
  if (templates.length > 1) return askBeginning(templates, null);
  const usual = usualTemplate(templates);
  return usual ? { kind: 'template', template: usual } : { kind: 'own' };
}

/** @param now what the description began as, or null. @returns undefined where the person left */
export async function askBeginning(
  templates: readonly PullRequestTemplate[],
  now: Beginning | null,
): Promise<Beginning | undefined> {
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
  const marked = [...items, ...more].map((item) => {
    return now === null ? item : { ...item, iconPath: new ThemeIcon(isSame(item.beginning, now) ? 'check' : 'blank') };
  });
  const chosen = await window.showQuickPick(marked, {
    title: l10n.t('Draft PR Description'),
    placeHolder,
    matchOnDescription: true,
  });
  return chosen?.beginning;
}

function isSame(one: Beginning, other: Beginning): boolean {
  const pathOf = (beginning: Beginning) => (beginning.kind === 'template' ? beginning.template.path : '');
  return one.kind === other.kind && pathOf(one) === pathOf(other);
}
