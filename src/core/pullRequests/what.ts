import type { FileStat } from '../activity/facts';
import { isUnread } from '../activity/fileKinds';
import { count, lineCounts, listed, listedUpTo, upTo } from '../drafts/words';
import { dirname } from '../files/paths';
import type { FilePath } from '../ports';
import { joinParts } from '../text/compareText';
import { codeText, inlineText } from '../text/escape';
import { withoutEnd } from '../text/withoutEnd';
import { type Area, areasOf } from './areas';
import { labelledBlocks } from './labelledParts';
import { messagesOf } from './messages';
import { isFixup, messageLine } from './messageText';
import type { PullRequestInput } from './pullRequestInput';
import { toldMessages, underSubject } from './toldMessages';

const mostAreas = 8;
const mostSubjects = 3;
const mostItems = 10;
/** Names in one row: files of the root folder, branches that it builds on, places of tools. */
const mostNamed = 3;
const mostParagraphs = 6;

/** What changed: what the commits say of it, then which places. */
export function whatFacts({ change }: PullRequestInput): string[] {
  const { files, limits, truncated, base, buildsOn, lasting } = change;
  const { commits } = lasting;
  if (files === null || files.length === 0) {
    const subjects = commits.slice(0, mostAreas).map(({ subject }) => `- ${messageLine(subject)}`);
    return files === null ? subjects : [...subjects, '', 'No file is changed.'];
  }
  const items = messagesOf(commits, files).flatMap(({ hasReason, blocks }) => (hasReason ? [] : blocks.flat()));
  const shownItems = upTo(
    mostItems,
    // An item that introduces code or another list says nothing without it.
    items.filter((line) => line.startsWith('- ') && !line.endsWith(':')),
    (more) => `- and ${more} more`,
  );
  const written = files.filter(({ path }) => !isUnread(path));
  // Where tools wrote all files, these are what the reviewer came for.
  const told = written.length > 0 ? written : files;
  const places = [
    ...upTo(mostAreas, areasOf(told, commits).map(placeRow), (more) => `- and ${more} more places`),
    ...unreadRows(files.filter((file) => !told.includes(file))),
  ];
  const doubts = [
    ...limits.map((limit) => limitWords[limit]),
    ...(truncated ? [`Only the newest ${change.commits.length} commits were read.`] : []),
    ...leftOut(change),
  ];
  const below = listedUpTo(mostNamed, buildsOn.map(codeText));
  const said = [...descriptions(change), ...shownItems];
  // Two lists one after the other would be one.
  const isList = said.findLast((line) => line !== '')?.startsWith('- ') === true;
  return [
    ...(below === '' ? [] : [`Builds on ${below}, which ${codeText(base.name)} does not have yet.`, '']),
    ...takenBack(change),
    ...said,
    ...(isList ? [...(said.at(-1) === '' ? [] : ['']), 'Where:', ''] : []),
    ...places,
    ...(doubts.length > 0 ? ['', doubts.join(' ')] : []),
  ];
}

/** ``Takes back `#95`, work of Bo Berg.`` The revert's own message names only a commit. */
function takenBack({ takesBack = [], lasting }: PullRequestInput['change']): string[] {
  const told = takesBack.filter(({ revert }) => lasting.commits.some(({ hash }) => hash === revert));
  const listOf = (names: readonly string[], shown: (name: string) => string) =>
    listedUpTo(mostNamed, [...new Set(names)].map(shown));
  const requests = listOf(
    told.flatMap(({ request }) => request ?? []),
    codeText,
  );
  const authors = listOf(
    told.flatMap((each) => each.authors),
    (name) => inlineText(name, 60),
  );
  return told.length === 0 ? [] : [`Takes back ${requests === '' ? '' : `${requests}, `}work of ${authors}.`, ''];
}

/** What no reviewer reads line by line, by what is known of it; the rest is a tool's. */
const unreadKinds: readonly (readonly [path: RegExp | null, one: string, many: string])[] = [
  [/\.svg$/i, 'picture', 'pictures'],
  [/(?:^|\/)(?:vendor|third_party)\//i, 'vendored file', 'vendored files'],
  [null, 'file written by tools', 'files written by tools'],
];

/** In a line for each kind, at the end: it is seldom what a reviewer came for. */
function unreadRows(files: readonly FileStat[]): string[] {
  const kindOf = (path: FilePath) => unreadKinds.find(([kind]) => kind === null || kind.test(path));
  return unreadKinds.flatMap((kind) => {
    const own = files.filter(({ path }) => kindOf(path) === kind);
    if (own.length === 0) return [];
    const [pattern, one, many] = kind;
    const isListed = pattern === null || own.length <= mostNamed;
    const placed = own.map(({ path }) => (isListed ? toolPlace(path) : dirname(path) || path));
    const places = [...new Set(placed)].map(codeText);
    return [`- ${count(own.length, one, many)} (${lineCounts(own) || 'changed'}): ${listedUpTo(mostNamed, places)}`];
  });
}

/** The tool's folder, which begins with a dot, or the file itself. */
function toolPlace(path: FilePath): string {
  return /^(?:.*?\/)?\.[^/]+(?=\/)/.exec(path)?.[0] ?? path;
}

function descriptions({ lasting: { commits }, files }: PullRequestInput['change']): string[] {
  const told = toldMessages(commits, files).what;
  const isOnly = commits.filter(({ subject }) => !isFixup(subject)).length === 1;
  const beside = told.flatMap(({ subject, blocks: own }) => (isOnly ? own : underSubject(subject, own)));
  const blocks = [...labelledBlocks('what', commits), ...beside];
  const shown = upTo<readonly string[]>(mostParagraphs, blocks, (more) => [
    `${count(more, 'more paragraph')} left out.`,
  ]);
  return shown.flatMap((block) => [...block, '']);
}

/** How many messages, commits and sentences the description leaves out, and why. */
function leftOut({ commits, lasting, files, base }: PullRequestInput['change']): string[] {
  const { left } = toldMessages(lasting.commits, files);
  const { traceless } = lasting;
  const undone = commits.length - lasting.commits.length - traceless;
  return [
    ...(left === 0 ? [] : [left === 1 ? 'One more commit says more.' : `${left} more commits say more.`]),
    ...(undone === 0 ? [] : [`Left out: ${count(undone, 'commit')} that others of this branch take back or replace.`]),
    ...(traceless === 0
      ? []
      : [`Left out: ${count(traceless, 'commit')} with nothing left to change in ${codeText(base.name)}.`]),
    ...(lasting.sentences === 0
      ? []
      : [`Left out: ${count(lasting.sentences, 'sentence')} that later commits of this branch overtook.`]),
  ];
}

function placeRow({ folder, files, subjects }: Area): string {
  const words = listedSubjects(subjects);
  return `- ${placeOf(folder, files)} (${size(files)})${words === '' ? '' : `: ${words}`}`;
}

function placeOf(folder: string, files: readonly FileStat[]): string {
  const isNamed = files.length === 1 || (folder === '' && files.length <= mostNamed);
  if (isNamed) return listed(files.map(({ path }) => codeText(path)));
  return folder === '' ? 'the root folder' : codeText(folder);
}

const limitWords: Readonly<Record<PullRequestInput['change']['limits'][number], string>> = {
  shallow: 'The clone is shallow, so commits or figures may be missing.',
  partial: 'The clone lacks contents, so lines may not be counted.',
};

function listedSubjects(subjects: readonly string[]): string {
  const shown = subjects.slice(0, mostSubjects).map((subject) => messageLine(withoutEnd(subject, '.;'), 120));
  return [...shown, ...(subjects.length > shown.length ? [`${subjects.length - shown.length} more`] : [])].join('; ');
}

function size(files: readonly FileStat[]): string {
  const [first] = files;
  const lines = lineCounts(files);
  const verbs = { added: 'new', deleted: 'deleted', renamed: 'moved', modified: '' };
  const isAlike = files.every(({ status }) => status === first?.status);
  if (first && files.length === 1) return joinParts([verbs[first.status], lines], ', ') || 'changed';
  // A reviewer would otherwise have to find out that all of them were only moved, or deleted.
  const isTold = isAlike && (first?.status === 'renamed' || first?.status === 'deleted');
  const what = `${count(files.length, 'file')}${isTold ? ` ${verbs[first.status]}` : ''}`;
  return joinParts([what, lines], ', ');
}
