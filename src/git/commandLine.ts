import { objectName, objectNamePattern } from '../core/names/objectName';
import type { LineSpan } from '../core/permalinks/codePermalink';
import type { Repository } from './repository';
import type { GitRefused } from './result';
import { type Verb, type VerbRule, verbRule } from './verbs';

/** One call of git. Text from outside may only be in `revisions`, `operands` and `paths`. */
export interface GitCall {
  readonly repository: Repository;
  readonly verb: Verb;
  /** Options from the verb's list in `verbs.ts`, each one word: `--max-count=20`. */
  readonly args?: readonly string[];
  /** A pattern for `config` and `for-each-ref`, a name for `remote`. */
  readonly operands?: readonly string[];
  /** Hashes, ranges of hashes, `hash:path`, `HEAD` or full references; for `rev-parse` anything. */
  readonly revisions?: readonly string[];
  /** Relative to the repository's root, taken literally and not as patterns. */
  readonly paths?: readonly string[];
  /** For `blame`. */
  readonly lines?: readonly LineSpan[];
}

const reference = 'refs/[^\\u0000-\\u0020~^:?*\\[\\\\\\u007f]+';
const tip = `(?:HEAD|${objectNamePattern}|${reference})`;
const commitRevision = new RegExp(`^(?:\\^?${tip}(?:\\^[0-9]*|\\^\\{(?:commit|tree)\\})?|${tip}\\.{2,3}${tip})$`);
const fileRevision = new RegExp(`^${objectNamePattern}:[^\\u0000]+$`);
const range = /\.{2,3}/;

/** Placeholders that make git verify a signature, which starts the repository's own `gpg.program`. */
const startsProgram = /%[-+ ]?G|%\(\*?signature/;
const longestOperand = 4096;

/** @returns the arguments after the hardened prefix, or why the call is not made (docs/security.md#r13, R15, R16). */
export function commandLine(call: GitCall): readonly string[] | GitRefused {
  const rule = verbRule(call.verb);
  if (rule === undefined) return refuse('verb', call.verb);
  const { args = [], operands = [], revisions = [], paths = [], lines = [] } = call;
  const problem =
    args.find((arg) => !isAllowedOption(rule, arg)) ??
    operands.find((word) => !rule.operands || !isPlainWord(word)) ??
    revisions.find((revision) => !isAllowedRevision(rule, revision)) ??
    paths.find((path) => !rule.paths || path === '' || path.includes('\0')) ??
    lines.map(lineRange).find((range) => !rule.lines || !/^-L[1-9]\d{0,8},[1-9]\d{0,8}$/.test(range)) ??
    missingCommits(rule, args, revisions) ??
    unverifiedName(rule, args, revisions);
  if (problem !== undefined) return refuse('argument', problem);
  return [
    ...rule.lead,
    ...args,
    ...lines.map(lineRange),
    ...operands,
    ...(revisions.length > 0 && rule.revisions !== 'hash' ? ['--end-of-options'] : []),
    ...revisions,
    ...(rule.paths ? ['--', ...paths] : []),
  ];
}

function isAllowedOption(rule: VerbRule, arg: string): boolean {
  const name = arg.split('=', 1)[0] ?? '';
  return rule.options.includes(name) && !arg.includes('\0') && !startsProgram.test(arg);
}

function isPlainWord(word: string): boolean {
  return word !== '' && !word.startsWith('-') && !word.includes('\0') && word.length <= longestOperand;
}

function isAllowedRevision(rule: VerbRule, revision: string): boolean {
  if (rule.revisions === 'none' || revision.length > longestOperand) return false;
  if (rule.revisions === 'hash') return objectName.test(revision);
  if (rule.revisions === 'name') return revision !== '' && !revision.includes('\0');
  return commitRevision.test(revision) || fileRevision.test(revision);
}

function lineRange({ first, last }: LineSpan): string {
  return `-L${first},${last}`;
}

function missingCommits(rule: VerbRule, args: readonly string[], revisions: readonly string[]): string | undefined {
  if (rule.revisions === 'hash' && revisions.length !== 1) return `${rule.lead[0]} without one commit`;
  if (rule.oneOf === undefined || rule.oneOf.some((option) => args.includes(option))) return undefined;
  const commits = revisions.reduce((sum, revision) => sum + (range.test(revision) ? 2 : 1), 0);
  return commits >= 2 ? undefined : `${rule.lead[0]} of the working tree`;
}

/** A name that `rev-parse` would echo if it does not know it, because `--verify` is missing. */
function unverifiedName(rule: VerbRule, args: readonly string[], revisions: readonly string[]): string | undefined {
  return rule.revisions === 'name' && !args.includes('--verify') ? revisions[0] : undefined;
}

function refuse(reason: GitRefused['reason'], detail: string): GitRefused {
  return { kind: 'refused', reason, detail: JSON.stringify(detail.slice(0, 200)) };
}
