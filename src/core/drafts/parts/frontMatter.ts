import type { RepositoryActivity } from '../../activity/activity';
import { nextReader } from '../../handoffs/parties';
import { oneLine, yamlText } from '../../text/escape';
import type { Instant } from '../../time/zone';
import type { Addressee, HandoffInput } from '../handoffInput';

/** Branches of a repository; work that was told of goes first. */
const maxTips = 60;
const maxRepositories = 20;
/** UTF-16 units of all of them together: readers take 64 KB of front matter, and people less. */
const maxLength = 32 * 1024;

/** What the next handoff begins with: when this one ended and which commits it told of (docs/adr/0009). */
export function handoffFrontMatter({ now, from, to, activity }: HandoffInput): string[] {
  const { interval, repositories } = activity;
  const told = repositories.slice(0, maxRepositories);
  const tips = told.flatMap((repository) => tipLines(repository, Math.floor(maxLength / told.length)));
  return [
    '---',
    `handoff: ${writeUtc(now)}`,
    `from: ${yamlText(from.name)}`,
    `to: ${toWhom(to)}`,
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
  if (to.kind === 'anybody') return nextReader;
  return yamlText(to.kind === 'team' ? to.name : to.person.name);
}

/** @param room UTF-16 units that the lines may have */
function tipLines({ name, items, tips }: RepositoryActivity, room: number): string[] {
  const worked = new Set(items.map(({ branch }) => branch));
  const branches = Object.entries(tips).sort(([a], [b]) => Number(worked.has(b)) - Number(worked.has(a)));
  const lines = branches.slice(0, maxTips).map(([branch, hash]) => `    ${key(branch)}: ${oneLine(hash)}`);
  const all = [`  ${key(name)}:`, ...lines];
  const shown: string[] = [];
  let left = room;
  for (const line of all) {
    left -= line.length + 1;
    if (left < 0) break;
    shown.push(line);
  }
  return shown.length > 1 ? shown : [];
}

/** In full, whatever is in it: it is looked up again. */
function key(name: string): string {
  const plain = yamlText(name);
  return name.length > 100 || plain !== name ? quoted(name) : plain;
}

/**
 * Brackets are written by their codes: readers count them, because values that nest without end cost without end. So is
 * what shows nothing or turns text around.
 */
function quoted(name: string): string {
  const byCode = /[{}[\]\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
  return JSON.stringify(name).replace(byCode, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
