import { l10n } from 'vscode';
import type { ForgeResult } from '../../core/forge/forgeResult';
import { answer } from '../host/answer';
import { forgeSentence } from './forgeWords';
import type { ForgeHere } from './session';

/**
 * Sends a request to a forge. Where it does not take the session, the person can sign in again, and it is sent once
 * more: what was refused has not been done.
 * @param detail why, for the editor's question
 * @returns null where it was refused and a message has said so
 */
export async function withSignIn<T>(
  { signInAgain }: ForgeHere,
  detail: string,
  ask: () => PromiseLike<ForgeResult<T>>,
): Promise<ForgeResult<T> | null> {
  const result = await ask();
  if (result.ok || result.problem.kind !== 'signed-out') return result;
  const again = l10n.t('Sign In Again');
  if ((await answer(forgeSentence(result.problem), again)) !== again) return null;
  return (await signInAgain(detail)) ? ask() : null;
}
