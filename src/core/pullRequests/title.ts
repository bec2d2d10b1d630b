import { isTelling } from '../activity/telling';
import { wordsOfBranch } from '../activity/workItems';
import { capital } from '../drafts/words';
import { cut, oneLine } from '../text/escape';
import { isFixup } from './messageText';
import type { PullRequestInput } from './pullRequestInput';

/** Hosts cut off what is longer. */
const longest = 120;

/** One line of plain text: the subject of the only commit, else the ticket and the words of the branch. */
export function suggestTitle({ change, ticket }: Pick<PullRequestInput, 'change' | 'ticket'>): string {
  const own = change.lasting.commits.filter(({ subject }) => !isFixup(subject));
  const telling = own.filter(({ subject }) => isTelling(subject));
  const told = telling.length > 0 ? telling : own;
  const [only] = told;
  if (told.length === 1 && only !== undefined) return title(only.subject);
  const words = wordsOfBranch(change.branch ?? '', ticket);
  // Without words on the branch, what it began with says what it is about.
  const about = words === '' ? (told.at(-1)?.subject ?? change.branch ?? '') : capital(words);
  return title(ticket === null || about.includes(ticket) ? about : `${ticket}: ${about}`);
}

function title(text: string): string {
  return cut(oneLine(text), longest);
}
