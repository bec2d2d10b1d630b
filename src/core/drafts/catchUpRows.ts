import { asksBack } from '../handoffs/reply';
import { codeText, fileLink, inlineText } from '../text/escape';
import { writeInBothClocks } from '../time/writeClock';
import type { AnswerToMe, CatchUpInput, ChangedRecord, DeadlineAhead, HandoffToMe, MovedBranch } from './catchUpInput';
import { changeWords, moveWords } from './changeWords';
import { recordTitle, statusWords } from './recordWords';
import { listed, listedUpTo, upTo } from './words';

/** Names in a row; the rest is counted. */
export const mostFiles = 3;
const mostChanges = 3;

/** The time is written on the reader's clock, and in brackets on the writer's where that is known. */
export function handoffRow(handoff: HandoffToMe, { zone, now }: CatchUpInput): string {
  const { from, written, first, unread, changes } = handoff;
  const facts = [
    from === null ? '' : `from ${inlineText(from, 60)}`,
    written === null ? '' : writeInBothClocks(written, zone, handoff.zone, now),
    unread ? 'unread' : '',
  ].filter(Boolean);
  const next = first === null ? '' : ` First: **${inlineText(first, 120)}**.`;
  const words = upTo<string>(mostChanges, changes.map(changeWords), (more) => `${more} more`);
  const since = words.length > 0 ? ` Since then: ${words.join('; ')}.` : '';
  return `${fileLink(handoff.title, handoff.href)}${facts.map((fact) => `, ${fact}`).join('')}.${next}${since}`;
}

export function answerRow(
  { href, title, by, at, zone: theirs, text }: AnswerToMe,
  { zone, now }: CatchUpInput,
): string {
  const when = at === null ? '' : `, ${writeInBothClocks(at, zone, theirs, now)}`;
  return `${inlineText(by, 60)} on ${fileLink(title, href)}${when}: ${answerText(text) || 'read'}`;
}

/** Answer and questions back are shortened apart, so that a long answer does not cut the questions off. */
function answerText(text: string): string {
  const [said = '', ...asked] = text.split(`${asksBack}\n`);
  const [first = '', second = ''] = [said, asked.join(' ')].map((part) =>
    inlineText(part.trim().replace(/\n\s*\n/g, ' · '), 160),
  );
  const end = first === '' || /[.!?…]$/.test(first) ? '' : '.';
  return second === '' ? first : `${first}${end} ${asksBack} ${second}`.trimStart();
}

export function deadlineRow(
  { instant, text, certain, href, title, zone: other }: DeadlineAhead,
  { zone, now }: CatchUpInput,
): string {
  const when = writeInBothClocks(instant, zone, other, now);
  return `${certain ? '' : 'probably '}**${when}**: ${inlineText(text)} (${fileLink(title, href)})`;
}

export function recordRow(record: ChangedRecord): string {
  const { href, decision, files, fileCount } = record;
  const title = recordTitle(record);
  const name = href === null ? inlineText(title, 120) : fileLink(title, href);
  const mine = files.slice(0, mostFiles).map(codeText);
  const sentence = decision === null ? '' : ` ${inlineText(decision, 200).replace(/(?<![.…!?])$/, '.')}`;
  const use = fileCount > 0 ? ` For you: ${listedUpTo(mostFiles, mine, fileCount)}.` : '';
  return `${name}: ${whatOf(record)}.${sentence}${use}`;
}

function whatOf(record: ChangedRecord): string {
  const { how, kind, supersededBy, people, was } = record;
  const state = record.status === 'none' ? '' : statusWords(record);
  const names = people.slice(0, 2).map((name) => inlineText(name, 60));
  const by = names.length > 0 ? ` by ${listedUpTo(2, names, people.length)}` : '';
  const successors = supersededBy.slice(0, 2).map((name) => inlineText(name, 80));
  const what = {
    added: `added${by}`,
    changed: `changed${by}`,
    moved: `moved${by}`,
    removed: `removed${by}`,
    superseded: successors.length > 0 ? `superseded by ${listed(successors)}` : 'superseded',
  }[how];
  if (how === 'superseded' || state === '' || kind === 'runbook') return what;
  if (how === 'removed') return `${what}, was ${state}`;
  return `${what}, ${was === null ? '' : `${statusWords({ kind, ...was })} → `}${state}`;
}

export function branchRow({ repository, move }: MovedBranch): string {
  const place = repository === null ? '' : `${codeText(repository)}: `;
  return `${place}${moveWords(move)}`;
}
