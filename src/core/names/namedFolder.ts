import { codeFolders, documentFolders, folderRule } from '../records/find/folderNames';
import type { ParsedRecord } from '../records/record';

/** `api ADR`, `the SDK's ADR`. */
const wordBefore = /(?:^|[\s(`"'*])([A-Za-z][\w-]{1,30})(?:['\u2019]s)?[`"'*]?[ \t]{1,2}[[`*_]{0,3}$/;
/** `ADR-n of the SDK`, `ADR-n (api)`. */
const wordAfter = /^[\]`*_]{0,3}[ \t](?:(?:of|in|from)[ \t](?:the[ \t])?|\()[`"'*]?([A-Za-z][\w-]{1,30})(?![\w/])/;
/** Names of folders that are as often verbs. */
const verbs = /^(?:build|test|deploy|release|check|use|run|update|design|plan|review)s?$/;

/** The word beside a number in its line that may be the name of a folder, in lower case; null where there is none. */
export function folderBeside(line: string, written: string): string | null {
  const at = line.indexOf(written);
  if (at < 0 || line.includes(written, at + 1)) return null;
  const after = wordAfter.exec(line.slice(at + written.length, at + written.length + 60));
  const word = (after ?? wordBefore.exec(line.slice(Math.max(0, at - 60), at)))?.[1]?.toLowerCase();
  return word === undefined || verbs.test(word) || isGeneral(word) ? null : word;
}

/** The records below a folder of that name. */
export function insideNamed(records: readonly ParsedRecord[], folder: string): readonly ParsedRecord[] {
  return records.filter(({ path }) => path.toLowerCase().split('/').slice(0, -1).includes(folder));
}

function isGeneral(folder: string): boolean {
  return codeFolders.has(folder) || documentFolders.has(folder) || folderRule(folder) !== undefined;
}
