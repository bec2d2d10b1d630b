import { type Command, l10n } from 'vscode';
import type { CommandId } from '../host/ids';

/**
 * What stands above a text that is being written.
 * @param ready to say where nothing is missing
 * @param check lists what is
 */
export function readinessLens(missing: number, ready: string, check: CommandId): Command {
  if (missing === 0) return { title: `$(pass) ${ready}`, command: '' };
  return { title: `$(checklist) ${missingText(missing)}`, command: check };
}

/** @param missing at least one */
export function missingText(missing: number): string {
  return missing === 1 ? l10n.t('1 thing is missing') : l10n.t('{0} things are missing', missing);
}
