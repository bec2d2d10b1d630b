import { l10n } from 'vscode';
import { promptsIn } from '../../core/drafts/prompts';
import { type MaskedSecret, SecretMask } from '../../core/secrets/maskSecrets';
import { answer } from '../host/answer';
import { choose } from '../host/confirm';

/** UTF-16 units. GitHub refuses a longer body, of whatever kind. */
const longestBody = 65_536;
/** The most places of secrets that the question lists. */
const mostPlaces = 5;

/**
 * A text as a person wants it sent: as it is, or with what looks like a secret masked. The person is asked only where
 * something looks like one.
 * @returns null where the person cancelled
 */
export async function withoutSecrets(text: string): Promise<string | null> {
  const { text: safe, masked } = new SecretMask().mask(text);
  if (masked.length === 0) return text;
  const [mask, keep] = [l10n.t('Mask It'), l10n.t('Send It as It Is')];
  const listed = masked.slice(0, mostPlaces).map(placeOf);
  const rest = masked.length - listed.length;
  const detail = [
    ...listed,
    ...(rest > 0 ? [l10n.t('and {0} more', rest)] : []),
    '',
    l10n.t('Masked, its letters become x and its digits 0. What was once on GitHub, others may have.'),
  ].join('\n');
  const chosen = await choose(l10n.t('This looks like a secret. Send it to GitHub?'), detail, mask, keep);
  if (chosen === undefined) return null;
  return chosen === mask ? safe : text;
}

/** Whether GitHub takes a body of this length; where it does not, a message says so. */
export async function fits(body: string): Promise<boolean> {
  if (body.length <= longestBody) return true;
  await answer(l10n.t('GitHub takes at most {0} characters, and this text has {1}.', longestBody, body.length));
  return false;
}

/** How many places of a text are not filled in, as a sentence; `''` for none. */
export function gapsSentence(text: string): string {
  const gaps = text.split('\n').flatMap((line) => promptsIn(line)).length;
  if (gaps === 0) return '';
  return gaps === 1 ? l10n.t('One place is not filled in yet.') : l10n.t('{0} places are not filled in yet.', gaps);
}

/** For a question that shows the text behind it. @param place `acme/ledger`, `acme/ledger#12` */
export function seenSentence(place: string): string {
  return l10n.t('Everybody who can see {0} will see it, just as it is shown behind this question.', place);
}

function placeOf({ rule, line }: MaskedSecret): string {
  return l10n.t('Line {0}: {1}', line, rule);
}
