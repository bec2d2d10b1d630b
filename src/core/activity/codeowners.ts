import { compileGlob, type PathMatcher } from '../files/globs';
import { readText } from '../files/readText';
import { foldName } from '../names/people';
import type { FilePath, FileStore } from '../ports';
import type { Identity } from './activity';

/** `@login`, `@organisation/team` or an address, as written. Empty: the file has no owner, or none is given. */
export type OwnersOf = (path: FilePath) => readonly string[];

/** Who owns which file of a folder, and which owners mean the person. */
export interface Ownership {
  readonly ownersOf: OwnersOf;
  /** What CODEOWNERS may call the person: `@login`, the addresses. */
  readonly own: readonly string[];
  /**
   * The person's teams of the team file, as `foldName` writes them: `@organisation/ledger` is the one called Ledger.
   */
  readonly ownTeams: ReadonlySet<string>;
}

interface Rule {
  /** The top-level folder, as `src/`, outside of which the rule matches nothing; null where it may match anywhere. */
  readonly folder: string | null;
  readonly matches: PathMatcher;
  readonly owners: readonly string[];
}

const longestText = 512 * 1024;
const mostRules = 5_000;
/** A section of GitLab: `[Docs]`, `^[Docs][2] @writers`. Its owners hold for lines without any. Globs may begin so, too. */
const sectionHead = /^\^?\[[^[\]]{1,200}\](?:\[\d{1,3}\])?(?=\s|$)/;

/**
 * Who owns which file by a CODEOWNERS file of GitHub, GitLab or Bitbucket. The last line that matches wins, within each
 * section where there are sections, and the owners of all sections are joined. A line without owners leaves its files
 * without any. A line that cannot be parsed is skipped.
 */
export function readCodeOwners(text: string): OwnersOf {
  const sections: Rule[][] = [[]];
  let usual: readonly string[] = [];
  for (const line of text.slice(0, longestText).split('\n', mostRules)) {
    const comment = line.search(/(?:^|\s)#/);
    const written = (comment < 0 ? line : line.slice(0, comment)).trim();
    if (written === '') continue;
    const head = sectionHead.exec(written)?.[0];
    if (head !== undefined) {
      usual = ownersIn(written.slice(head.length));
      sections.push([]);
      continue;
    }
    const [pattern = '', rest = ''] = split(written);
    const matches = matcherOf(pattern);
    const owners = ownersIn(rest);
    if (matches)
      sections.at(-1)?.push({ folder: folderOf(pattern), matches, owners: owners.length > 0 ? owners : usual });
  }
  // Thousands of rules meet thousands of files, so a file is matched only against the rules of its top-level folder.
  const byFolder = new Map<string, readonly (readonly Rule[])[]>();
  const rulesFor = (name: string) => {
    const known =
      byFolder.get(name) ?? sections.map((rules) => rules.filter(({ folder }) => (folder ?? name) === name));
    byFolder.set(name, known);
    return known;
  };
  return (path) => {
    const rules = rulesFor(path.slice(0, path.indexOf('/') + 1));
    return [...new Set(rules.flatMap((own) => own.findLast(({ matches }) => matches(path))?.owners ?? []))];
  };
}

/** `src/` of `/src/ledger/*.ts`; a name alone may stand in any folder. */
function folderOf(pattern: string): string | null {
  const path = isTied(pattern) ? pattern.replace(/^(?:\.?\/)+/, '') : '';
  return /^[^/*?[\]{}]+\//.exec(path)?.[0] ?? null;
}

/** A slash before the end ties a pattern to the root. */
function isTied(pattern: string): boolean {
  return pattern.slice(0, -1).includes('/');
}

/** The pattern, in which `\ ` is a space, and what is after it. */
function split(line: string): readonly [pattern: string, rest: string] {
  const pattern = /^(?:\\.|[^\s\\])+/.exec(line)?.[0] ?? '';
  return [pattern.replace(/\\(.)/g, '$1'), line.slice(pattern.length)];
}

function ownersIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word.includes('@'));
}

/** As in .gitignore: `*` does not go over a slash. */
function matcherOf(pattern: string): PathMatcher | null {
  if (pattern.startsWith('!')) return null;
  const path = pattern.replace(/^\/+/, '');
  if (path === '' || path === '*' || path === '**') return () => true;
  const glob = isTied(pattern) || path.startsWith('**/') ? path : `**/${path}`;
  const exact = compileGlob(glob);
  // The name of a folder owns what is in it; `docs/*` owns no subfolders.
  const inside = glob.endsWith('/') || /\*$/.test(glob) ? null : compileGlob(`${glob}/**`);
  return exact && ((file) => exact(file) || inside?.(file) === true);
}

/** Where hosts look for CODEOWNERS, in GitHub's order. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/**
 * Who owns which file of a folder, and what of it is the person's, by the first CODEOWNERS; null where there is none.
 * @param teams names of the teams that the person is in
 */
export async function readOwnership(
  files: FileStore,
  who: Identity,
  teams: readonly string[] = [],
): Promise<Ownership | null> {
  const own = [...who.addresses, ...who.logins.map((login) => `@${login}`)];
  const ownTeams = new Set(teams.map(foldName));
  for (const place of places) {
    const read = await readText(files, place);
    if (read.ok) return { ownersOf: readCodeOwners(read.text), own, ownTeams };
  }
  return null;
}
