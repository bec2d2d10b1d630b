import { isCode } from '../../activity/fileKinds';
import { basename, dirname, segments } from '../../files/paths';
import type { FilePath } from '../../ports';
import { searchWords } from '../../search/words';
import { declaredNames, isOwnCode } from '../declaredNames';
import { isGeneralWord } from './generalWords';

/** The words of a file of code, each with its weight. */
export interface FileWords {
  /** The words of its path: weight 1 for its own name, less for a folder the farther up it is. */
  readonly path: ReadonlyMap<string, number>;
  /** The words of its first comments and of what it declares. */
  readonly about: ReadonlyMap<string, number>;
}

/** Lines, and UTF-16 units of comments, in which a file says what it is for. */
const headLines = 80;
const headLength = 1_500;
const longestLine = 300;
const comment = /^\s{0,40}(?:\/\/[/!]?|\/\*{1,2}|\*|#(?!!|include|define|if|end|pragma|\[)|--|;;|%)\s?(.{0,300})/;
const quotes = /^\s{0,40}[rRuU]?("""|''')/;
/** What stands at the head of every file of a repository says nothing about one. */
const licence = /copyright|licen[cs]e|spdx|all rights reserved|eslint|prettier|@ts-|noinspection|coding[:=]/i;
/** Files that re-export others, or that share their name with many: their names and comments say nothing. */
const gathering = /^(?:index|mod|lib|__init__|package-info|main)\./i;
const leastTimes = 1;
const mostTimes = 3;

/** Null for files that no record is looked up for: tests, generated and foreign code. */
export function fileWords(path: FilePath, text: string): FileWords | null {
  if (!isCode(path) || !isOwnCode(path)) return null;
  const isGathering = gathering.test(basename(path));
  const about = new Map<string, number>();
  const said = isGathering ? [] : searchWords(`${headComments(text)} ${declaredNames(path, text).join(' ')}`);
  for (const word of said) {
    if (!isGeneralWord(word)) about.set(word, Math.min(mostTimes, (about.get(word) ?? 0) + leastTimes));
  }
  return { path: pathWords(path, isGathering), about };
}

function pathWords(path: FilePath, isGathering: boolean): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    for (const word of searchWords(name)) {
      if (!isGeneralWord(word)) words.set(word, Math.max(weight, words.get(word) ?? 0));
    }
  };
  if (!isGathering) add(basename(path).replace(/\..*$/, ''), 1);
  const folders = segments(dirname(path));
  for (const [at, folder] of folders.entries()) add(folder, 0.4 + (0.6 * (at + 1)) / (folders.length + 1));
  return words;
}

/** The comments among the first lines, without those on licences and tools. */
function headComments(text: string): string {
  let head = '';
  let quote: string | null = null;
  for (const line of text.slice(0, headLines * longestLine).split('\n', headLines)) {
    const opened: string | undefined = quotes.exec(line)?.[1];
    const said: string | undefined =
      quote !== null || opened !== undefined ? line.slice(0, longestLine) : comment.exec(line)?.[1];
    if (quote !== null) quote = line.includes(quote) ? null : quote;
    else if (opened !== undefined && line.split(opened).length === 2) quote = opened;
    if (said !== undefined && !licence.test(said)) head += `${said}\n`;
    if (head.length > headLength) break;
  }
  return head;
}
