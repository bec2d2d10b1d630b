import { l10n } from 'vscode';
import { figureDays } from '../../core/forge/figures';
import type { ForgeProblem, Remedy } from '../../core/forge/forgeResult';
import { machineZone } from '../../disk/machineZone';
import { localTime } from '../host/clockWords';
import { viewSentence } from '../host/failureWords';
import { commands } from '../host/ids';
import { leadEndSentence } from './figureWords';
import { forgeSentence } from './forgeWords';
import { type FigureRow, figureRows } from './model/figureRows';
import type { ReadFigures } from './readFigures';
import type { NoForgeReason } from './session';

/** What the page Team Outcomes shows. */
export interface FiguresPicture {
  /** `acme/ledger`; empty where it is not known. */
  readonly repository: string;
  readonly sentences: readonly string[];
  /** The one thing that helps here, or null. */
  readonly action: FiguresAction | null;
  readonly rows: readonly FigureRow[];
}

export interface FiguresAction {
  readonly label: string;
  /** One of `figureCommands`, or a page of the forge, checked. */
  readonly href: string;
}

/** What a link of the page may run. */
export const figureCommands: readonly string[] = [
  commands.showFigures,
  commands.signInToGitHub,
  'workbench.trust.manage',
];

const readAgain = (): FiguresAction => ({ label: l10n.t('Read Again'), href: `command:${commands.showFigures}` });
const tryAgain = (): FiguresAction => ({ label: l10n.t('Try Again'), href: `command:${commands.showFigures}` });
const signIn = (label: string): FiguresAction => ({ label, href: `command:${commands.signInToGitHub}` });

export function readingPicture(): FiguresPicture {
  return { repository: '', sentences: [l10n.t('Reading pull requests on GitHub…')], action: null, rows: [] };
}

export function failedPicture(error: unknown): FiguresPicture {
  const action = tryAgain();
  return { repository: '', sentences: [viewSentence(error, action.label)], action, rows: [] };
}

export function figuresPicture(read: ReadFigures): FiguresPicture {
  switch (read.kind) {
    case 'none':
      return nothing(read);
    case 'problem':
      return {
        repository: read.name,
        sentences: [forgeSentence(read.problem)],
        action: actionOn(read.problem),
        rows: [],
      };
    case 'figures':
      return ready(read);
  }
}

/** What helps where there is no forge; nothing where a setting turned GitHub off. */
const waysOut: Readonly<Record<NoForgeReason, () => FiguresAction | null>> = {
  off: () => null,
  restricted: () => ({ label: l10n.t('Manage Workspace Trust'), href: 'command:workbench.trust.manage' }),
  'no-repository': tryAgain,
  'no-remote': tryAgain,
  'not-github': tryAgain,
  'git-failed': tryAgain,
  'signed-out': () => signIn(l10n.t('Sign In to GitHub…')),
};

/** Remedies after which the same request may succeed. With all others it would be refused again. */
const mayPass: ReadonlySet<Remedy> = new Set([
  'check-network',
  'check-name',
  'try-later',
  'ask-for-access',
  'ask-for-approval',
]);

function nothing({ why, sentence }: Extract<ReadFigures, { kind: 'none' }>): FiguresPicture {
  const sentences =
    why === 'signed-out'
      ? [
          l10n.t(
            'Lead time, time to the first review and changes that needed repair, of the last {0} days and of the whole team; no figure is of one person.',
            figureDays,
          ),
          l10n.t('They are read from GitHub, with the session of this editor.'),
        ]
      : [sentence];
  return { repository: '', sentences, action: waysOut[why](), rows: [] };
}

function actionOn({ page, remedy }: ForgeProblem): FiguresAction | null {
  if (page !== null) return { label: l10n.t('Sign On at GitHub…'), href: page };
  if (remedy === 'sign-in') return signIn(l10n.t('Sign In Again…'));
  return mayPass.has(remedy) ? tryAgain() : null;
}

function ready({ name, figures, asOf, stale, isCut }: Extract<ReadFigures, { kind: 'figures' }>): FiguresPicture {
  const time = localTime(asOf, machineZone());
  const sentences = [
    figures.merged === 0
      ? l10n.t('Nothing was merged in the last {0} days, as of {1}.', figureDays, time)
      : l10n.t('The last {0} days, as of {1}: {2} pull requests were merged.', figureDays, time, figures.merged),
    leadEndSentence(figures),
    stale ? forgeSentence(stale) : '',
    isCut ? l10n.t('Only the latest 1,000 pull requests were looked at.') : '',
  ];
  return {
    repository: name,
    sentences: sentences.filter((sentence) => sentence !== ''),
    action: stale ? actionOn(stale) : readAgain(),
    rows: figures.merged === 0 ? [] : figureRows(figures),
  };
}
