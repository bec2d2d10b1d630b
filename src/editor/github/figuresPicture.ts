import { l10n } from 'vscode';
import { figureDays } from '../../core/forge/figures';
import type { ForgeProblem, Remedy } from '../../core/forge/forgeResult';
import { joinParts } from '../../core/text/compareText';
import { machineZone } from '../../disk/machineZone';
import { localTime } from '../host/clockWords';
import type { FigureNode } from './figuresTree';
import { leadEndSentence } from './figureWords';
import { forgeSentence } from './forgeWords';
import { figureRows } from './model/figureRows';
import type { ReadFigures } from './readFigures';

/** What the view shows: its title, the sentence on top and the rows. */
export interface FiguresPicture {
  /** Of `contextKeys.figures`. */
  readonly state: 'signed-out' | 'none' | 'failed' | 'ready';
  readonly description: string;
  readonly message: string;
  readonly rows: readonly FigureNode[];
}

/** A view with a sentence shows no welcome text, so what a person can do about it is a row. */
const actions: Partial<Record<Remedy, () => FigureNode>> = {
  'sign-in': () => ({ type: 'sign-in', label: l10n.t('Sign In Again…') }),
  'check-network': () => tryAgain,
  'check-name': () => tryAgain,
  'try-later': () => tryAgain,
  'ask-for-access': () => tryAgain,
  'ask-for-approval': () => tryAgain,
  'sign-on': () => tryAgain,
};
const tryAgain: FigureNode = { type: 'try-again', label: l10n.t('Try Again') };

export function figuresPicture(read: ReadFigures): FiguresPicture {
  switch (read.kind) {
    case 'none':
      return read.isSignedOut
        ? { state: 'signed-out', description: '', message: '', rows: [] }
        : { state: 'none', description: '', message: read.sentence, rows: [] };
    case 'problem':
      return {
        state: 'failed',
        description: read.name,
        message: forgeSentence(read.problem),
        rows: rowsOf(read.problem),
      };
    case 'figures':
      return ready(read);
  }
}

function rowsOf({ page, remedy }: ForgeProblem): readonly FigureNode[] {
  if (page !== null) return [{ type: 'page', label: l10n.t('Sign On at GitHub…'), page }];
  const action = actions[remedy];
  return action ? [action()] : [];
}

function ready({ name, figures, asOf, stale, isCut }: Extract<ReadFigures, { kind: 'figures' }>): FiguresPicture {
  const zone = machineZone();
  const lines = [
    figures.merged === 0
      ? l10n.t('Nothing was merged in the last {0} days, as of {1}.', figureDays, localTime(asOf, zone))
      : l10n.t('The last {0} days, as of {1}.', figureDays, localTime(asOf, zone)),
    leadEndSentence(figures),
    stale ? forgeSentence(stale) : '',
    isCut ? l10n.t('Only the latest 1,000 pull requests were looked at.') : '',
  ];
  return {
    state: 'ready',
    description: name,
    message: joinParts(lines, ' '),
    rows: figures.merged === 0 ? [] : figureRows(figures).map((row) => ({ type: 'figure', ...row })),
  };
}
