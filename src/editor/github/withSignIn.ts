import { l10n } from 'vscode';
import type { ForgeResult } from '../../core/forge/forgeResult';
import { answer } from '../host/answer';
import { forgeSentence } from './forgeWords';
import type { ForgeHere } from './session';

/**
 * Sends a request to a forge. Where it does not take the session, the person can sign in again, and it is sent once
 * more: what was refused has not been done.
 * @param detail why, for the editor's question
 * @param otherwise what else the person can choose then
 * @returns null where it was refused and a message has said so; the answer of `otherwise` where that was chosen
 */
export async function withSignIn<T, Other = never>(
  { signInAgain }: ForgeHere,
  detail: string,
  ask: () => PromiseLike<ForgeResult<T>>,
  otherwise?: { readonly label: string; readonly answer: Other },
): Promise<ForgeResult<T> | Other | null> {
  const result = await ask();
  if (result.ok || result.problem.kind !== 'signed-out') return result;
  const again = l10n.t('Sign In Again');
  const chosen = await answer(forgeSentence(result.problem), again, ...(otherwise ? [otherwise.label] : []));
  if (otherwise && chosen === otherwise.label) return otherwise.answer;
  if (chosen !== again) return null;
  return (await signInAgain(detail)) ? ask() : null;
}
