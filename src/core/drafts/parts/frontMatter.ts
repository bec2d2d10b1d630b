import type { RepositoryActivity } from '../../activity/activity';
import type { Instant } from '../../time/zone';
import { oneLine, yamlText } from '../escape';
import type { Addressee, HandoffInput } from '../handoffInput';

/** Branches of a repository; work that was told of goes first. */
const maxTips = 60;
const maxRepositories = 20;

/** What the next handoff begins with: when this one ended and which commits it told of (docs/adr/0009). */
export function handoffFrontMatter({ now, from, to, activity }: HandoffInput): string[] {
  const { interval, repositories } = activity;
  const tips = repositories.slice(0, maxRepositories).flatMap(tipLines);
  return [
    '---',
    `handoff: ${writeUtc(now)}`,
    `from: ${yamlText(from.name)}`,
    `to: ${toWhom(to)}`.trimEnd(),
    `covers: ${writeUtc(interval.start)} / ${writeUtc(interval.end)}`,
    ...(tips.length > 0 ? ['tips:', ...tips] : []),
    '---',
  ];
}

/** `2026-11-20T17:42:00Z`. Git knows no parts of seconds; one that is not over is the next handoff's. */
function writeUtc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function toWhom(to: Addressee): string {
  if (to.kind === 'anybody') return '';
  return yamlText(to.kind === 'team' ? to.name : to.person.name);
}

function tipLines({ name, items, tips }: RepositoryActivity): string[] {
  const worked = new Set(items.map(({ branch }) => branch));
  const branches = Object.entries(tips).sort(([a], [b]) => Number(worked.has(b)) - Number(worked.has(a)));
  const lines = branches.slice(0, maxTips).map(([branch, hash]) => `    ${branchKey(branch)}: ${oneLine(hash)}`);
  return lines.length > 0 ? [`  ${yamlText(name)}:`, ...lines] : [];
}

/** In full, whatever is in it: it is looked up again. */
function branchKey(branch: string): string {
  const name = yamlText(branch);
  return branch.length > 100 || name !== branch ? JSON.stringify(branch) : name;
}
