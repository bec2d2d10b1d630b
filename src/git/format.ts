import { NulTokens, nulTokens } from './nulTokens';

/** What a format yields for each record: the definition's own keys, as text. */
export type Row<Definition> = { readonly [Key in keyof Definition]: string };

/** A format and its parser. They cannot disagree, because both come from one definition. */
export interface Format<Definition> {
  /** `--format=…`. */
  readonly argument: string;
  /** All records of an output, in its order. A record that is cut off at the end is left out. */
  parse(stdout: Uint8Array): readonly Row<Definition>[];
}

export interface LogFormat<Definition> extends Format<Definition> {
  /**
   * A parser that takes the output in chunks, so that none of it is held and no pause is long (docs/security.md#r49).
   */
  reader(onRow: (row: Row<Definition>) => void): (chunk: Uint8Array) => void;
}

type Definition = Readonly<Record<string, string>>;

/**
 * A format for `log` and `show`, to be used with `-z`: `logFormat({ hash: '%H', date: '%aI' })`.
 * Git prints no NUL inside a placeholder, so even a hostile text cannot shift the parts.
 */
export function logFormat<const D extends Definition>(definition: D): LogFormat<D> {
  const width = Object.keys(definition).length;
  return {
    argument: `--format=${Object.values(definition).join('%x00')}`,
    parse: (stdout) => rows(definition, nulTokens(stdout)),
    reader(onRow) {
      const tokens = new NulTokens();
      let parts: string[] = [];
      return (chunk) => {
        for (const token of tokens.push(chunk)) {
          parts.push(token);
          if (parts.length < width) continue;
          onRow(row(definition, parts));
          parts = [];
        }
      };
    },
  };
}

/** A format for `for-each-ref`, which ends each record with a line feed: `refFormat({ name: '%(refname)' })`. */
export function refFormat<const D extends Definition>(definition: D): Format<D> {
  const width = Object.keys(definition).length;
  return {
    argument: `--format=${Object.values(definition)
      .map((placeholder) => `${placeholder}%00`)
      .join('')}`,
    parse: (stdout) =>
      rows(
        definition,
        nulTokens(stdout).map((token, index) => (index > 0 && index % width === 0 ? token.replace(/^\n/, '') : token)),
      ),
  };
}

/** One record out of as many parts as the definition has keys. */
export function row<const D extends Definition>(definition: D, parts: readonly string[]): Row<D> {
  const entries = Object.keys(definition).map((key, index) => [key, parts[index] ?? ''] as const);
  return Object.fromEntries(entries) as Row<D>;
}

function rows<const D extends Definition>(definition: D, tokens: readonly string[]): readonly Row<D>[] {
  const width = Object.keys(definition).length;
  const complete = Math.floor(tokens.length / width);
  return Array.from({ length: complete }, (_, index) =>
    row(definition, tokens.slice(index * width, (index + 1) * width)),
  );
}

/** For `log`: the values of a commit's `Co-authored-by` trailers, each on one line. */
export const coAuthorsPlaceholder = '%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x0A)';

/** A message with more co-authors was made to slow its reader down. */
const mostCoAuthors = 50;

/**
 * Parses what the placeholder printed, as written, since git maps authors and no trailers. Lines without an address are
 * skipped.
 */
export function parseCoAuthors(text: string): readonly { readonly name: string; readonly address: string }[] {
  return text.split('\n', mostCoAuthors).flatMap((line) => {
    const match = /^([^<>]{1,200})<([^<>\s]{1,200})>\s*$/.exec(line.slice(0, 500));
    return match ? [{ name: (match[1] ?? '').trim(), address: match[2] ?? '' }] : [];
  });
}
