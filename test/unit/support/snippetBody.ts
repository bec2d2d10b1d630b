/**
 * The grammar of VS Code's snippets as far as ours use it, read strictly: what VS Code would silently insert as text
 * (a brace that is never closed, an unknown option) is an error here.
 */

interface Transform {
  readonly pattern: RegExp;
  readonly format: string;
}

export type SnippetNode =
  | { readonly kind: 'text'; readonly text: string }
  /** `$1`, `${1}`, `${1:prompt}`, `${1|a,b|}`; the choices are null but for the last form. */
  | {
      readonly kind: 'stop';
      readonly index: number;
      readonly content: readonly SnippetNode[];
      readonly choices: readonly string[] | null;
    }
  /** `$NAME`, `${NAME:default}`, `${NAME/pattern/format/options}`. */
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly fallback: readonly SnippetNode[];
      readonly transform: Transform | null;
    };

/** A tab stop's place in the text; mirrors of a stop are not listed. */
export interface ExpandedStop {
  readonly index: number;
  readonly offset: number;
  readonly text: string;
  readonly choices: readonly string[] | null;
}

export interface ExpandedSnippet {
  readonly text: string;
  /** In the order of the Tab key, the end (0) last. */
  readonly stops: readonly ExpandedStop[];
}

/** On 24 November 2026 at 09:05 in Paris, in a file of that name (without its extension), with nothing selected. */
export function sampleVariables(fileName: string): Readonly<Record<string, string>> {
  const [CURRENT_YEAR, CURRENT_MONTH, CURRENT_DATE] = ['2026', '11', '24'];
  const [CURRENT_HOUR, CURRENT_MINUTE, CURRENT_TIMEZONE_OFFSET] = ['09', '05', '+01:00'];
  const date = { CURRENT_YEAR, CURRENT_MONTH, CURRENT_DATE };
  return { TM_FILENAME_BASE: fileName, ...date, CURRENT_HOUR, CURRENT_MINUTE, CURRENT_TIMEZONE_OFFSET };
}

/** @throws Error with the place, where the body does not follow the grammar */
export function parseSnippet(body: string): readonly SnippetNode[] {
  return new SnippetParser(body).nodes(false);
}

/** Every node, those inside others too. */
export function allNodes(nodes: readonly SnippetNode[]): readonly SnippetNode[] {
  return nodes.flatMap((node) => [
    node,
    ...(node.kind === 'text' ? [] : allNodes(node.kind === 'stop' ? node.content : node.fallback)),
  ]);
}

/**
 * What the editor inserts.
 * @param variables by name; one that is missing or empty has its default
 * @param fill what a person types at a stop instead of its prompt or first choice
 */
export function expandSnippet(
  nodes: readonly SnippetNode[],
  variables: Readonly<Record<string, string>>,
  fill: Readonly<Record<number, string>> = {},
): ExpandedSnippet {
  const contents = new Map<number, string>();
  const stops = new Map<number, ExpandedStop>();
  const render = (part: readonly SnippetNode[], start: number): string => {
    let text = '';
    for (const node of part) text += renderNode(node, start + text.length);
    return text;
  };
  const renderNode = (node: SnippetNode, offset: number): string => {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'variable') return variableValue(node, variables) || render(node.fallback, offset);
    const text = fill[node.index] ?? contents.get(node.index) ?? node.choices?.[0] ?? render(node.content, offset);
    contents.set(node.index, text);
    const { index, choices } = node;
    if (!stops.has(index)) stops.set(index, { index, offset, text, choices });
    return text;
  };
  const text = render(nodes, 0);
  const position = (index: number): number => (index === 0 ? Number.POSITIVE_INFINITY : index);
  return { text, stops: [...stops.values()].sort((a, b) => position(a.index) - position(b.index)) };
}

function variableValue(
  { name, transform }: Extract<SnippetNode, { kind: 'variable' }>,
  variables: Readonly<Record<string, string>>,
): string {
  const value = variables[name] ?? '';
  if (transform === null) return value;
  return value.replace(transform.pattern, (...found: unknown[]) => {
    const end = found.findIndex((part) => typeof part === 'number');
    const groups = found.slice(0, end).map((part) => (typeof part === 'string' ? part : ''));
    return transform.format.replace(
      /\$\{(\d+)(?::(?:\/(upcase)|\+([^}]*)))?\}/g,
      (_, index: string, upper: string | undefined, then: string | undefined) => {
        const group = groups[Number(index)] ?? '';
        if (then !== undefined) return group === '' ? '' : then;
        return upper === undefined ? group : group.toUpperCase();
      },
    );
  });
}

class SnippetParser {
  private at = 0;

  constructor(private readonly body: string) {}

  /** Up to the end, or up to the brace that closes a placeholder. */
  nodes(inside: boolean): readonly SnippetNode[] {
    const nodes: SnippetNode[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') nodes.push({ kind: 'text', text });
      text = '';
    };
    while (this.at < this.body.length) {
      const escaped = this.take(/\\([$}\\])/y);
      if (escaped) text += escaped[1];
      else if (inside && this.take(/\}/y)) {
        flush();
        return nodes;
      } else if (this.body[this.at] === '$') {
        flush();
        nodes.push(this.node());
      } else text += this.body[this.at++];
    }
    if (inside) throw this.error('a placeholder is never closed');
    flush();
    return nodes;
  }

  private node(): SnippetNode {
    const plain = this.take(/\$(?:(\d+)|([A-Z_]+))/y);
    if (plain) return plain[1] === undefined ? variable(plain[2] ?? '') : stop(Number(plain[1]));
    const opened = this.take(/\$\{(?:(\d+)|([A-Z_]+))/y);
    if (!opened) throw this.error('a dollar sign that begins nothing');
    return opened[1] === undefined ? this.variable(opened[2] ?? '') : this.stop(Number(opened[1]));
  }

  private stop(index: number): SnippetNode {
    if (this.take(/\}/y)) return stop(index);
    if (this.take(/:/y)) return stop(index, this.nodes(true));
    const choices = this.take(/\|((?:\\[\\,|]|[^\\|}])+)\|\}/y)?.[1];
    if (choices === undefined) throw this.error('a placeholder that is neither a prompt nor choices');
    const words = choices.match(/(?:\\.|[^\\,])*/g)?.filter(Boolean) ?? [];
    if (words.length !== choices.replace(/\\./g, '').split(',').length) throw this.error('an empty choice');
    return stop(
      index,
      [],
      words.map((word) => word.replace(/\\(.)/g, '$1')),
    );
  }

  private variable(name: string): SnippetNode {
    if (this.take(/\}/y)) return variable(name);
    if (this.take(/:/y)) return variable(name, this.nodes(true));
    const [, pattern, format, options] =
      this.take(/\/((?:\\.|[^\\/])+)\/((?:\$\{\d+(?::\/upcase|:\+[^}]+)?\}|[^${}/])*)\/([gi]*)\}/y) ?? [];
    if (pattern === undefined || format === undefined) throw this.error('a variable with a transform that is none');
    return variable(name, [], { pattern: new RegExp(pattern, options), format });
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.body);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private error(what: string): Error {
    return new Error(`${what}, at ${JSON.stringify(this.body.slice(this.at, this.at + 40))}`);
  }
}

function stop(
  index: number,
  content: readonly SnippetNode[] = [],
  choices: readonly string[] | null = null,
): SnippetNode {
  return { kind: 'stop', index, content, choices };
}

function variable(
  name: string,
  fallback: readonly SnippetNode[] = [],
  transform: Transform | null = null,
): SnippetNode {
  return { kind: 'variable', name, fallback, transform };
}
