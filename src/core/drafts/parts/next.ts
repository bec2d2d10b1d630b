import { carriedOrigin, namesAny } from '../../handoffs/nextItems';
import { codeText, inlineText } from '../../text/escape';
import { plainText } from '../../text/plainText';
import { writeDay } from '../../time/writeClock';
import type { DraftLine } from '../draft';
import { isRequestOf, ownRequests, type RequestNow, requestWords } from '../forgeWork';
import type { HandoffInput } from '../handoffInput';
import { begunWords, bringsBackWords, takesBackWords } from '../landedFacts';
import { ask } from '../prompts';
import { type Reader, whenOf } from '../reader';
import { count } from '../words';
import {
  isChange,
  itemsOf,
  type PlacedItem,
  repositoryPrefix,
  shortItemName,
  sizeOf,
  standingOf,
  unfinished,
} from '../workItem';
import { changesRow, stashRows } from './notCommitted';

/** Work items that stand before what the last note left open. */
const mostFirst = 3;
const mostNamed = 3;

/** Something that the reader may go on with. */
export interface Proposal {
  /** Markdown, without the mark of a list. */
  readonly about: string;
  /** What the last note said to do, in its writer's words; `''` for nothing. */
  readonly step: string;
  /** What is known of it, Markdown. */
  readonly facts: readonly string[];
  /** Whether the writer may be asked what comes next. */
  readonly asks: boolean;
}

/**
 * What the reader may go on with: own work that is not merged, what the last note left open, what is in no commit,
 * requests that wait for the writer, and older branches. The likeliest first.
 */
export function proposals(input: HandoffInput): readonly Proposal[] {
  const left = input.carried?.next ?? [];
  const taken = new Set<string>();
  const { own, requests } = workOf(input);
  const items = own.map((placed): Proposal => {
    const request = requests.find((one) => isOfItem(one, placed));
    const about = shortItemName(placed, input.activity) || 'work without a title';
    const names = [placed.item.ticket, placed.item.branch].filter((name) => name !== null);
    return { ...carriedTo(about, names), facts: factsOf(placed, about, request, input), asks: true };
  });
  const waiting = requests
    .filter((one) => one.isWaiting && !own.some((item) => isOfItem(one, item)))
    .map((request): Proposal => {
      const facts = requestWords(request, input.now);
      return { ...carriedTo(request.link, [`#${request.number}`]), facts, asks: true };
    });
  const carried = left
    .filter((text) => !taken.has(text))
    .map((text): Proposal => ({ about: '', step: fromLastNote(text, input), facts: [], asks: false }));
  return [
    ...items.slice(0, mostFirst),
    ...carried,
    ...notCommitted(input).map((about): Proposal => ({ about, step: '', facts: [], asks: false })),
    ...waiting,
    ...items.slice(mostFirst),
    ...olderBranches(input),
  ];

  function carriedTo(about: string, names: readonly string[]): Pick<Proposal, 'about' | 'step'> {
    const title = plainText(about);
    const text = left.find((one) => !taken.has(one) && speaksOf(one, title, names));
    if (text === undefined) return { about, step: '' };
    taken.add(text);
    const words = text.startsWith(`${title}: `) ? text.slice(title.length + 2) : text;
    return { about, step: fromLastNote(words, input) };
  }
}

/** URLs of the requests among the proposals, so that the facts do not list them again. */
export function proposedRequests(input: HandoffInput): ReadonlySet<string> {
  const { own, requests } = workOf(input);
  const isProposed = (one: RequestNow) => one.isWaiting || own.some((item) => isOfItem(one, item));
  return new Set(requests.filter(isProposed).map(({ url }) => url));
}

/** The writer's own work that is not merged, and their requests. */
function workOf({ activity, forge = [] }: HandoffInput) {
  return { own: unfinished(itemsOf(activity)), requests: ownRequests(forge) };
}

/**
 * A line for each proposal, as a list of tasks. The first one without a step asks for the next step, and the first one
 * that was left open asks whether it still is. More questions would make a form of it.
 */
export function proposalLines(all: readonly Proposal[], input: HandoffInput, reader: Reader): DraftLine[] {
  const when = whenOf(input, reader);
  const asked = all.findIndex(({ asks, step }) => asks && step === '');
  const left = all.findIndex(({ step }) => step !== '');
  const isNamed = all.some(({ asks, step }) => asks || step !== '');
  const lines = all.map((proposal, at): DraftLine => {
    const { about, step, facts, asks } = proposal;
    const name = asks ? `**${about}**` : about;
    const words = step === '' ? [] : at === left ? [`${step} `, ask('still open?')] : [step];
    const next = at === asked ? [ask(`next step, who, due ${when}`)] : words;
    const known = facts.length > 0 ? [` · ${facts.join(', ')}`] : [];
    return [`- [ ] ${name}${name !== '' && next.length > 0 ? ': ' : ''}`, ...next, ...known];
  });
  return isNamed ? lines : [['- [ ] ', ask(`what, who, due ${when}`)], ...lines];
}

/** The same without asking, for the fold. */
export function proposalRow({ about, step, facts, asks }: Proposal): string {
  const name = asks ? `**${about}**` : about;
  const words = name !== '' && step !== '' ? `${name}: ${step}` : name + step;
  return `- ${words}${facts.length > 0 ? ` · ${facts.join(', ')}` : ''}`;
}

/** Whether a text that was left open is about the same work, by its title, or by a ticket or branch that it names. */
function speaksOf(text: string, title: string, names: readonly string[]): boolean {
  return text === title || text.startsWith(`${title}: `) || namesAny(text, names);
}

/** Adds which note a text is from. A text that was carried over before keeps the note that it was in first. */
export function fromLastNote(text: string, { previous, zone, now }: HandoffInput): string {
  const words = inlineText(text, 200);
  if (carriedOrigin.test(text)) return words;
  return `${words} (from the ${previous === null ? 'last note' : `note of ${writeDay(previous.instant, zone, now)}`})`;
}

function factsOf(
  placed: PlacedItem,
  about: string,
  request: RequestNow | undefined,
  { now }: HandoffInput,
): readonly string[] {
  const { branch, commits, standing, before } = placed.item;
  const name = branch === null ? '' : codeText(branch);
  // Commits that only the remote has stand under "Watch out"; they count here only where there are no others.
  const here = commits.filter(({ elsewhere }) => !elsewhere);
  const own = { commits: here.length > 0 ? here : commits };
  const news = own.commits.filter(isChange).length;
  const added = news > 0 ? `${news} new` : `nothing new but ${sizeOf(own)}`;
  return [
    ...(name === '' || about.includes(name) ? [] : [name]),
    ...(before > 0 ? [count(before + news, 'commit'), added] : [sizeOf(own)]),
    // What is not pushed is told under "Watch out".
    ...(standing === 'local' ? [] : [standingOf(placed.item)]),
    ...begunWords(placed.item),
    ...takesBackWords(placed.item),
    ...bringsBackWords(placed.item),
    ...(request ? [`${request.shortLink}: ${requestWords(request, now).join(', ')}`] : []),
  ];
}

function isOfItem(request: RequestNow, { item, repository }: PlacedItem): boolean {
  return isRequestOf(request, item.branch, repository.name);
}

function notCommitted(input: HandoffInput): string[] {
  return input.activity.repositories.flatMap(({ name, invisible }) => {
    const changes = invisible.changes.filter(({ files }) => files.length > 0);
    const rows = [...changes.map((each) => changesRow(each)), ...stashRows(invisible.stashes, input, mostNamed)];
    return rows.map((row) => repositoryPrefix(name, input.activity) + row);
  });
}

/** Own branches that were not touched and are not merged. */
function olderBranches({ activity, zone, now }: HandoffInput): Proposal[] {
  return activity.repositories.flatMap((repository) =>
    (repository.older ?? []).map(({ branch, title, commits, latest, pushed }): Proposal => {
      const words = inlineText(title, 80);
      const about = repositoryPrefix(repository.name, activity) + (words || codeText(branch));
      const facts = [
        ...(words === '' ? [] : [codeText(branch)]),
        count(commits, 'commit'),
        pushed ? 'pushed, not merged' : 'on this machine only',
        `untouched since ${writeDay(latest, zone, now)}`,
      ];
      return { about, step: '', facts, asks: true };
    }),
  );
}
