import { deepEqual, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tokenizer } from 'acorn';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';

/**
 * Patterns for which the analysis finds a text that takes more than linear time, each by its beginning, with what bounds
 * the text. A new one is to be written another way (docs/security.md#r32); only what is bounded belongs here. The
 * analysis knows of loops that begin a pattern or follow each other. What follows a mark (`\s#.*$`) it does not see: that is
 * for the flood tests of each reader.
 */
const bounded: readonly (readonly [beginning: string, bound: string])[] = [
  ['[^*?[\\]\\\\]*$', 'a glob of at most 300 characters'],
  ['\\..*$', 'the name of a file'],
  ['(?::\\d{1,7}(?:[-:]\\d{1,7})?|#.*)$', 'a mention of at most 300 characters'],
  ['\\d.*[A-Za-z]', 'the last part of a path of a reference, at most 300 characters'],
  ['(?:^|\\/)(?:migrations|db\\/migrat', 'the path of a file'],
  ['^(?:make|just|task|mage|rake|', 'one command of a line'],
  ['^[ \\t]*title[ \\t:]+', 'at most 200 characters after the blanks'],
  ['\\.(?:svg|png)(?=$|[?#])|', 'the rest of the text matches wherever it begins'],
  ['^[\\w.-]*[A-Za-z][\\w-]*\\.', 'a code span of at most 300 characters'],
  ['^(?:[A-Z][a-z0-9]*(?:[A-Z]+[a-z0-9]*){1,12}', 'the name of a file or the first words of a title'],
  ['^(?:step )?\\d{1,2}\\s{0,2}', 'a heading, whose rest matches'],
  ['^:!?([\\w-]{1,60})!?:(?: +(.*))?$', 'a line, whose rest matches'],
  ['^(NOTE|TIP|IMPORTANT|WARNING|CAUTION): +', 'a line, whose rest matches'],
  ['^(\\S[^:]{0,200}):{2,4}(?: +(.*))?$', 'a line, whose rest matches'],
  ['^\\s*\\.\\. \\|([^|]{1,80})\\| (image|replace)', 'a line, whose rest matches'],
  ['^\\.\\. +([A-Za-z][\\w-]{0,40}):: *', 'a line, whose rest matches'],
  ['^\\.\\. (\\[#?[\\w-]{1,40}\\]) +', 'a line, whose rest matches'],
  ['(?<=[a-z]?[aeiouy][a-z]+)(?:ing|ed)$', 'a word of at most 60 characters'],
  ['[,;)}\\]]+$', 'a value of one line that may be a secret'],
  ['^:([A-Za-z0-9_][\\w-]{0,60}):(?:\\s+', 'a line, whose rest matches'],
  ['^([A-Za-z][^:]{0,40})::(?:\\s+', 'a line, whose rest matches'],
  ['^([A-Za-z][\\w .-]{0,60}?)\\s*[:=]', 'a line, whose rest matches'],
  ['(?:\\b(?:https?|ftp):\\/\\/', 'a line of a draft, cut at 4,000 characters'],
  ['(?<![A-Za-z0-9_])_+|', 'a line of a draft, cut at 4,000 characters'],
  ['(?<=\\\\_+)_', 'a line of a draft, cut at 4,000 characters'],
  ['[^\\s("\']*$', '20 characters'],
  ['(?:^|[^\\p{L}])(?:(?!need|want|', '120 characters before a time'],
  ['(?<!\\p{L})(?:is|are|be|being|gets?', '120 characters before a time'],
  ['[^\\n]*\\n|[^\\n]+$', 'the second half matches where the first fails'],
  ['^\\s*path\\s*=\\s*', 'a line, cut at 4,096 characters'],
  // markdown-it's own, for tags in a text.
  ['^(?:<[A-Za-z][A-Za-z0-9\\-]*(?:\\s+', 'not used: HTML is not let through'],
];

const root = fileURLToPath(new URL('../../../../', import.meta.url));

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly at: string;
}

/** Every regular expression that stands in the source. */
function* literals(): Generator<Pattern> {
  for (const name of readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const { code } = transformSync(readFileSync(`${root}src/${name}`, 'utf8'), { loader: 'ts', target: 'esnext' });
    for (const token of tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })) {
      const { value } = token as { readonly value?: Partial<Record<'pattern' | 'flags', string>> };
      if (value?.pattern !== undefined) yield { source: value.pattern, flags: value.flags ?? '', at: name };
    }
  }
}

/** Those that are put together when the code is loaded. */
function constructed(): readonly Pattern[] {
  const script = fileURLToPath(new URL('constructedPatterns.ts', import.meta.url));
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8', cwd: root });
  const made: readonly (readonly [string, string])[] = JSON.parse(printed);
  return made.map(([source, flags]) => ({ source, flags, at: 'new RegExp' }));
}

/** `\p{L}` is a class with the flag `u` alone; without it, or without its backslash, it is the letters `p{L}`. */
function isClassInVain({ source, flags }: Pattern): boolean {
  return /(?:^|[^\\])p\{[A-Z]/i.test(source) || (/\\p\{/i.test(source) && !/[uv]/.test(flags));
}

function isSlow({ source, flags }: Pattern): boolean {
  return analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } }).reports.length > 0;
}

describe('the regular expressions of the source', () => {
  let patterns: readonly Pattern[];
  before(() => {
    patterns = [...literals(), ...constructed()];
  });

  it('name classes of characters where those are read as such', () => {
    const inVain = patterns.filter(isClassInVain);
    deepEqual(
      inVain.map(({ source, at }) => `${at}: ${source}`),
      [],
    );
  });

  it('take linear time, or have a text with a bound', () => {
    ok(patterns.length > 1_500, String(patterns.length));
    const slow = patterns.filter(isSlow);
    const unknown = slow.filter(({ source }) => !bounded.some(([beginning]) => source.startsWith(beginning)));
    deepEqual(
      unknown.map(({ source, at }) => `${at}: ${source}`),
      [],
    );
    const unused = bounded.filter(([beginning]) => !slow.some(({ source }) => source.startsWith(beginning)));
    deepEqual(unused, []);
  });

  it('are told apart: those that went wrong before are slow', () => {
    for (const source of ['\\s+$', '^\\S+@\\S+$', '[\\w./-]*#\\d+']) ok(isSlow({ source, flags: '', at: '' }), source);
    ok(isSlow({ source: '^#?\\s*Conflicts:\\s*$', flags: 'm', at: '' }));
    for (const source of ['\\s{1,40}$', '^\\d+$', '^[^\\s@]+@\\S+$'])
      ok(!isSlow({ source, flags: '', at: '' }), source);
  });
});
