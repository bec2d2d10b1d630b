import type { Ownership } from '../activity/codeowners';
import type { FileStat } from '../activity/facts';
import { memberNamed, partyOf } from '../drafts/addressee';
import type { Party } from '../drafts/handoffInput';
import type { Team } from '../team/team';
import { compareText } from '../text/compareText';
import { workFrom } from '../time/workingHours';
import { writePeriodInBothClocks } from '../time/writeClock';
import type { Instant, ZoneName } from '../time/zone';
import type { Reviewer } from './pullRequestInput';

const most = 4;

/**
 * The ownership of files for which it is known whether the author is an owner: a login is another person's only where
 * the author's login is known. The same holds for teams and addresses.
 */
export function comparableOwners({ ownersOf, own, ownTeams }: Ownership): Ownership {
  const hasLogin = own.some((name) => name.startsWith('@'));
  const hasAddress = own.some((name) => !name.startsWith('@'));
  const isComparable = (owner: string) => {
    if (!owner.startsWith('@')) return hasAddress;
    return owner.includes('/') ? ownTeams.size > 0 : hasLogin;
  };
  return { own, ownTeams, ownersOf: (path) => (ownersOf(path).every(isComparable) ? ownersOf(path) : []) };
}

/** Who could review by CODEOWNERS: the owners of most changed files, without the author. */
export function suggestReviewers(
  files: readonly FileStat[],
  { ownersOf, own }: Ownership,
  team: Team | null,
): readonly Reviewer[] {
  const author = new Set(own.map((name) => name.toLowerCase()));
  const counts = new Map<string, number>();
  for (const { path } of files) {
    for (const owner of ownersOf(path)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts]
    .filter(([owner]) => !author.has(owner.toLowerCase()))
    .sort(([a, some], [b, others]) => others - some || compareText(a, b))
    .slice(0, most)
    .map(([owner, count]) => {
      const member = memberNamed(owner.replace(/^@/, ''), team);
      return { owner, files: count, person: member && partyOf(member) };
    });
}

/** `next at work Mon 09:00–17:00 …`, by both clocks; `''` where the team file does not know the hours. */
export function hoursOf(person: Party | null, now: Instant, zone: ZoneName): string {
  const schedule = person?.schedule ?? null;
  if (schedule === null) return '';
  const period = workFrom(schedule, now);
  if (period === null) return '';
  const when = period.start <= now ? 'at work' : 'next at work';
  return `${when} ${writePeriodInBothClocks(period, zone, schedule.zone, now)}`;
}
