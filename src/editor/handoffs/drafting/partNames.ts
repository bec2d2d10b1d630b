import { l10n } from 'vscode';
import type { HandoffPart } from '../../../core/drafts/addPart';

interface PartName {
  /** The name in a list of parts. */
  readonly title: string;
  /** The name in a sentence. */
  readonly short: string;
  readonly what: string;
}

/** The names of a handoff's parts in the editor's language. Their headings belong to the document and are English. */
export function partNames(): Readonly<Record<HandoffPart, PartName>> {
  return {
    blocked: {
      title: l10n.t('Blocked or waiting'),
      short: l10n.t('blocked'),
      what: l10n.t('what, on whom, since when'),
    },
    'time-critical': {
      title: l10n.t('Time-critical'),
      short: l10n.t('time-critical'),
      what: l10n.t('what happens, and when'),
    },
    tried: {
      title: l10n.t('Tried and ruled out'),
      short: l10n.t('tried and ruled out'),
      what: l10n.t('what, and why it does not work; in the fold'),
    },
    checked: {
      title: l10n.t('How it was checked'),
      short: l10n.t('how it was checked'),
      what: l10n.t('what was run, and what was not; in the fold'),
    },
    questions: {
      title: l10n.t('Questions for you'),
      short: l10n.t('questions'),
      what: l10n.t('what the reader is asked'),
    },
  };
}
