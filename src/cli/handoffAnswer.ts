import { isOneOf } from '../core/activity/identity';
import { ticketsOf } from '../core/activity/ticketRules';
import { addresseeNamed } from '../core/drafts/addressee';
import type { Draft } from '../core/drafts/draft';
import { draftHandoff } from '../core/drafts/handoff';
import type { HandoffInput } from '../core/drafts/handoffInput';
import { draftStandup } from '../core/drafts/standup';
import { draftTeamStandup, draftTeamWeekly } from '../core/drafts/teamSummary';
import { draftWeekly } from '../core/drafts/weekly';
import { listedUpTo } from '../core/drafts/words';
import { handoffFolder } from '../core/handoffs/handoffPath';
import type { FilePath } from '../core/ports';
import { gatherHandoff } from '../core/tasks/gatherHandoff';
import { gatherTeam, type TeamRequest } from '../core/tasks/gatherTeam';
import { type DraftFormat, planDraft } from '../core/tasks/handoffPlan';
import type { Workplace } from '../core/tasks/workplace';
import { bareAddress, inZone, type Writer, writerNamed, writerOf } from '../core/tasks/writer';
import { teamFilePath } from '../core/team/team';
import type { Instant, ZoneName } from '../core/time/zone';
import { parseWords, UsageError } from './arguments';
import { gitTrouble } from './gitTrouble';
import { factsAnswer } from './handoffFacts';
import { type HandoffPlace, openHandoffPlace } from './handoffPlace';
import { checkedKeys, checkedZone, timeArgument } from './timeArguments';
import { commandLineWorkplace, type MachineClock } from './workplace';

const drafts: Readonly<Record<DraftFormat, (input: HandoffInput) => Draft>> = {
  handoff: draftHandoff,
  standup: draftStandup,
  weekly: draftWeekly,
};

/**
 * The draft as Markdown, or its facts as JSON. An interval that has ended is described as of its end.
 * @throws UsageError for wrong arguments, Error where there is no repository or git cannot answer
 */
export async function answerHandoff(argv: readonly string[], clock: MachineClock): Promise<string> {
  const args = handoffArguments(argv);
  const place = await openHandoffPlace(args.directory, clock.now);
  const { workplace, folder } = commandLineWorkplace(place, clock);
  const tickets = ticketsOf(args.tickets ?? place.team?.ticketKeys ?? [], place.project.records());
  const path = draftPath(args.format, place);
  if (args.team) return answerTeam({ ...args, format: args.team }, place, { workplace, folder, path, tickets });
  const writer = await writerFor(args, place, clock.zone);
  const to = addresseeNamed(args.to, place.team);
  const { notes } = place;
  const plan = planDraft({ ...args, ...periodOf(args, writer.zone, clock.now), writer, to, notes, again: null });
  const gathered = await gatherHandoff(workplace, { ...plan, writer, to, folder, path, tickets });
  if (!gathered) throw new Error('stopped');
  const { input } = gathered;
  const [missing] = input.activity.missing;
  if (missing && input.activity.repositories.length === 0) throw gitTrouble(missing.detail);
  if (args.authors.length > 0 && input.activity.repositories.every(({ items }) => items.length === 0)) {
    await expectAuthor(args.authors, writer, place);
  }
  return args.json ? `${JSON.stringify(factsAnswer(input), null, 2)}\n` : drafts[args.format](input).text;
}

/** One report of everybody in the team file. @throws UsageError, Error */
async function answerTeam(
  args: HandoffArguments & Pick<TeamRequest, 'format'>,
  { team }: HandoffPlace,
  { workplace, ...rest }: Pick<TeamRequest, 'folder' | 'path' | 'tickets'> & { readonly workplace: Workplace },
): Promise<string> {
  if (!team || team.members.length === 0) throw new Error(`${teamFilePath} has no members; --team is of those`);
  const zone = args.zone ?? workplace.zone;
  const period = periodOf(args, zone, workplace.now);
  const members = await gatherTeam(workplace, { ...rest, ...period, format: args.format, team, zone });
  if (!members) throw new Error('stopped');
  const [missing] = members.flatMap(({ activity }) => (activity.repositories.length === 0 ? activity.missing : []));
  if (missing) throw gitTrouble(missing.detail);
  if (args.json) return `${JSON.stringify(members.map(factsAnswer), null, 2)}\n`;
  return (args.format === 'standup' ? draftTeamStandup : draftTeamWeekly)({ now: period.until, zone, members }).text;
}

/** The authors that are named, else the person that git is configured for. @throws Error where git has no user.name */
async function writerFor({ authors, zone }: HandoffArguments, place: HandoffPlace, machine: ZoneName): Promise<Writer> {
  const [first, ...others] = authors;
  const address = first === undefined ? null : bareAddress(first);
  const writer =
    first === undefined
      ? writerOf([{ chosen: null, ...(await place.identity()) }], place.team, machine)
      : writerNamed([first, ...others], place.team, machine, address && (await place.nameOf(address)));
  if (!writer) throw new Error('git does not say who you are; set user.name and user.email, or give --author NAME');
  return zone === null ? writer : inZone(writer, zone);
}

const mostNamed = 8;

/**
 * A person without any commit is likelier mistyped than new, but not the one that git is configured for.
 * @throws Error where history has no author of that name
 */
async function expectAuthor(
  authors: readonly string[],
  { member, identity }: Writer,
  place: HandoffPlace,
): Promise<void> {
  if (member) return;
  const { name, address } = await place.identity();
  if (isOneOf(identity, { name: name ?? '', address: address ?? '' })) return;
  const others = await place.authorsBut((person) => isOneOf(identity, person));
  if (others === null) return;
  const names = listedUpTo(mostNamed, others);
  const known = others.length > 0 ? `; these did: ${names}` : '';
  throw new Error(`nobody called ${authors.join(' or ')} wrote a commit here${known}`);
}

/** The interval asked for; it never ends later than now. @throws UsageError */
function periodOf(args: HandoffArguments, zone: ZoneName, now: Instant) {
  const until = args.until === null ? now : Math.min(timeArgument('until', args.until, zone), now);
  const since = args.since === null ? null : timeArgument('since', args.since, zone);
  if (since !== null && since >= until) throw new UsageError('the interval ends before it begins');
  return { since, until };
}

/** A handoff on standard output is meant for the folder of handoffs, so its links are relative to there. */
function draftPath(format: DraftFormat, { project }: HandoffPlace): FilePath {
  const folder = handoffFolder(project.records().filter(({ kind }) => kind === 'handoff'));
  return format === 'handoff' && folder !== '' ? `${folder}/handoff.md` : 'handoff.md';
}

const formats: readonly DraftFormat[] = ['handoff', 'standup', 'weekly'];

interface HandoffArguments {
  readonly directory: string;
  /** As typed: a date needs a zone, which may come from the team file. */
  readonly since: string | null;
  readonly until: string | null;
  readonly authors: readonly string[];
  readonly to: string | null;
  readonly zone: ZoneName | null;
  readonly tickets: readonly string[] | null;
  readonly format: DraftFormat;
  /** The format of one report of the whole team; null for one person's draft. */
  readonly team: TeamRequest['format'] | null;
  readonly json: boolean;
}

/** @throws UsageError */
function handoffArguments(argv: readonly string[]): HandoffArguments {
  const known = {
    since: { type: 'string' },
    until: { type: 'string' },
    author: { type: 'string', multiple: true },
    to: { type: 'string' },
    zone: { type: 'string' },
    tickets: { type: 'string' },
    format: { type: 'string', default: 'handoff' },
    team: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseWords(argv, known, 1);
  const format = formats.find((one) => one === values.format);
  if (!format) throw new UsageError(`"${values.format}" is not a format; there are ${formats.join(', ')}`);
  if (values.team && format === 'handoff') throw new UsageError('--team is for --format standup or weekly');
  if (values.team && (values.author || values.to)) throw new UsageError('--team is of everybody in the team file');
  return {
    directory: positionals[0] ?? '.',
    since: values.since ?? null,
    until: values.until ?? null,
    authors: (values.author ?? []).map((author) => named('--author', author)),
    to: values.to === undefined ? null : named('--to', values.to),
    zone: values.zone === undefined ? null : checkedZone(values.zone),
    tickets: values.tickets === undefined ? null : checkedKeys(values.tickets),
    format,
    team: values.team && format !== 'handoff' ? format : null,
    json: values.json,
  };
}

function named(option: string, text: string): string {
  const name = text.replace(/\s+/gu, ' ').trim();
  if (name === '') throw new UsageError(`${option} needs a name`);
  return name;
}
