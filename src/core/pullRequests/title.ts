import { wordsOfBranch } from '../activity/itemTitle';
import { isTelling } from '../activity/telling';
import { anyTickets } from '../activity/ticketRules';
import { ticketsNamed } from '../activity/tickets';
import { capital } from '../drafts/words';
import { cut, oneLine } from '../text/escape';
import { ownCommits } from './branchFacts';
import { isSide } from './messages';
import { isFixup } from './messageText';
import type { PullRequestInput } from './pullRequestInput';

/** Hosts cut off longer titles. */
const longest = 120;

/** Words of a branch say what is done where they begin with a verb: `remove-old-totals`, and not `totals-new`. */
const saysWhat =
  /^(?:add|allow|avoid|bump|call|change|check|clean|clear|convert|create|delete|disable|document|drop|enable|ensure|expose|extract|fix|handle|hide|implement|improve|introduce|keep|let|limit|load|log|make|mark|merge|migrate|move|port|prevent|read|reduce|refactor|relax|remove|rename|replace|restore|return|revert|rewrite|send|set|show|simplify|skip|speed|split|stop|store|support|switch|test|turn|unify|update|upgrade|use|validate|write) \p{L}{2}/iu;

/** One line of plain text: the subject of the only commit, else what the branch's name says or the branch began with. */
export function suggestTitle({ change, ticket }: Pick<PullRequestInput, 'change' | 'ticket'>): string {
  const own = ownCommits(change, change.lasting.commits).filter(({ subject }) => !isFixup(subject));
  const telling = own.filter(({ subject }) => isTelling(subject));
  const told = telling.length > 0 ? telling : own;
  const [only] = told;
  const words = wordsOfBranch(change.branch ?? '', ticket);
  // `:bug: #12` on `totals-off-by-one`: the branch alone says what it is about.
  const isMute = telling.length === 0 && isTelling(words);
  if (told.length === 1 && only !== undefined && !isMute) return title(only.subject);
  // What the branch was gone on with from another ticket's is not what it is for.
  const isOfOther = (subject: string) =>
    ticket !== null && !subject.includes(ticket) && ticketsNamed({ subject, body: '' }, anyTickets).length > 0;
  const mine = told.filter(({ subject }) => !isOfOther(subject));
  const from = mine.length > 0 ? mine : told;
  const begun = from.findLast((commit) => commit.files.length > 0 && !isSide(commit)) ?? from.at(-1);
  const about =
    isMute || saysWhat.test(words) ? capital(words) : (begun?.subject ?? (capital(words) || (change.branch ?? '')));
  if (ticket === null || about.includes(ticket) || isOfOther(about)) return title(about);
  return conventional.test(about) ? title(about, ` (${ticket})`) : title(`${ticket}: ${about}`);
}

/** `feat(api)!: ` stays in front: checks of titles, and what writes change logs of them, read it there. */
const conventional = /^(?:feat|fix|docs|style|refactor|perf|tests?|build|ci|chore|revert)(?:\([^()]{1,60}\))?!?: \S/;

/** Tells a host to run no checks. Of a title it would do so where a squash makes the title the subject of its commit. */
const noChecks = /\s?(?:\[(?:skip[ -](?:ci|actions?|build)|(?:ci|actions?)[ -]skip|no[ -]ci)\]|\*\*\*NO_CI\*\*\*)/gi;

function title(text: string, end = ''): string {
  const line = oneLine(text);
  return `${cut(line.replace(noChecks, '').trim() || line, longest - end.length)}${end}`;
}
