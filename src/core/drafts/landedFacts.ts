import { isReleaseLine } from '../activity/merges';
import type { WorkItem } from '../activity/toldWork';
import { isLoose } from '../activity/workItems';
import { codeText, inlineText } from '../text/escape';
import { listedUpTo } from './words';
import { isCoAuthored, isWork, type PlacedItem, placeOf, sizeOf } from './workItem';

const mostLines = 3;

/** `merged as #17, with Bo, 2 commits`: how it landed beside its ticket, and of what another wrote with whom. */
export function landedFacts(placed: PlacedItem): readonly string[] {
  const { item } = placed;
  const names = [...new Set(item.commits.flatMap((commit) => commit.with))].map((name) => inlineText(name, 60));
  const isTogether = isCoAuthored(placed) && names.length > 0;
  return [
    `${placeOf(item)}${item.request === null ? '' : ` as ${inlineText(item.request, 40)}`}`,
    ...begunWords(item),
    ...alsoInWords(item),
    ...revertedWords(item),
    ...takesBackWords(item),
    ...bringsBackWords(item),
    ...(isTogether ? [`with ${listedUpTo(2, names)}`] : []),
    ...(isLoose(item) && !item.commits.every(({ empty }) => empty)
      ? []
      : [sizeOf(item) + besideWords(item, isTogether ? names : [])]),
  ];
}

/** ` beside those of Bo Berg`: the request's title is that of all of them. Those who are named as its authors wrote these. */
function besideWords({ beside = [], commits }: WorkItem, authors: readonly string[]): string {
  const names = beside.map((name) => inlineText(name, 60)).filter((name) => !authors.includes(name));
  return names.length === 0 || !commits.some(isWork) ? '' : ` beside those of ${listedUpTo(2, names)}`;
}

/** `in `release/2.1` too`: the lines of releases that took all of it, and those that took more or fewer lines of it. */
function alsoInWords({ standing, into, commits }: WorkItem): readonly string[] {
  const work = commits.filter(isWork);
  const [first, ...others] = work.map(({ alsoOn }) => alsoOn);
  const lines = (first ?? []).filter(
    (name) => isReleaseLine(name) && name !== into && others.every((each) => each.includes(name)),
  );
  const isAltered = (name: string) => work.some(({ alteredOn }) => alteredOn?.includes(name));
  const words = (some: readonly string[], how: string) =>
    some.length === 0 ? [] : [`${how}in ${listedUpTo(mostLines, some.map(codeText))} too`];
  if (standing !== 'merged') return [];
  return [
    ...words(
      lines.filter((name) => !isAltered(name)),
      '',
    ),
    ...words(lines.filter(isAltered), 'with other lines '),
  ];
}

/** `reverted since by Bo Berg`; a part of what landed may still be there. */
function revertedWords({ commits }: WorkItem): readonly string[] {
  const work = commits.filter(isWork);
  const by = work.flatMap(({ revertedBy }) => revertedBy ?? []);
  if (by.length === 0) return [];
  const names = [...new Set(by.map(({ name }) => inlineText(name, 60)))];
  const isWhole = by.length === work.length && by.every(({ whole }) => whole);
  return [`${isWhole ? '' : 'partly '}reverted since by ${listedUpTo(2, names)}`];
}

/** `on a branch that began with commits of Bo Berg`. Who made the branch is not known: it may stand on another's. */
export function begunWords({ begunBy = [] }: WorkItem): readonly string[] {
  const names = begunBy.map((name) => inlineText(name, 60));
  return names.length === 0 ? [] : [`on a branch that began with commits of ${listedUpTo(2, names)}`];
}

/** `takes back work of Bo Berg`. */
export function takesBackWords({ commits }: WorkItem): readonly string[] {
  const names = [...new Set(commits.flatMap(({ takesBack = [] }) => takesBack))].map((name) => inlineText(name, 60));
  return names.length === 0 ? [] : [`takes back work of ${listedUpTo(2, names)}`];
}

/** `brings back #80`, `brings back part of #80`. */
export function bringsBackWords({ commits }: WorkItem): readonly string[] {
  const parts = new Map(commits.flatMap(({ bringsBack = [] }) => bringsBack).map(({ name, isPart }) => [name, isPart]));
  const names = [...parts].map(([name, isPart]) => `${isPart ? 'part of ' : ''}${inlineText(name, 80)}`);
  return names.length === 0 ? [] : [`brings back ${listedUpTo(2, names)}`];
}
