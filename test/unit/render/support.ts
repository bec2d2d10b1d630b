import type { Reference } from '../../../src/core/links/link';
import type { RenderPorts } from '../../../src/core/render/linkRules';
import type { LinkTarget } from '../../../src/core/render/linkTarget';

/** Ports that remember the targets they gave ids to. `ADR-<n>` leads to `adr/<n>.md`. */
export function fakePorts(): RenderPorts & { readonly targets: LinkTarget[] } {
  const targets: LinkTarget[] = [];
  return {
    targets,
    idOf: (target) => `t${targets.push(target) - 1}`,
    imageUri: (path) => `webview:${path}`,
    head: null,
    remoteImage: (host, alt) => `Image from ${host}: ${alt}`,
    references: (text) => [...text.matchAll(/ADR-(\d{1,4})/g)].map((match) => reference(match[0], match.index)),
  };
}

export function reference(text: string, offset: number): Reference {
  const number = text.replace(/\D/g, '');
  return {
    offset,
    length: text.length,
    line: 1,
    column: offset + 1,
    text,
    form: 'id',
    prefix: 'ADR',
    number,
    name: null,
    beside: null,
    resolution: 'resolved',
    target: `adr/${number}.md`,
    candidates: [],
  };
}

const elements: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'data-id', 'title'],
  blockquote: [],
  br: [],
  code: [],
  details: [],
  div: ['class', 'tabindex'],
  em: [],
  h1: ['id'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  hr: [],
  img: ['src', 'alt', 'loading'],
  li: [],
  ol: ['start'],
  p: [],
  pre: ['tabindex', 'data-language'],
  s: [],
  span: ['class', 'id'],
  strong: [],
  summary: [],
  table: [],
  tbody: [],
  td: ['class'],
  th: ['class'],
  thead: [],
  tr: [],
  ul: [],
};
const values: Readonly<Record<string, RegExp>> = {
  href: /^#(?:s-.*)?$/s,
  'data-id': /^t\d+$/,
  src: /^webview:(?!\/)/,
  id: /^s-/,
  class: /^(?:scroll|remote-image|align-(?:left|center|right))$/,
  tabindex: /^0$/,
  loading: /^lazy$/,
  start: /^\d+$/,
};

/** Everything in the HTML that is not on the list, and every tag that does not balance: a tokenizer of its own. */
export function violations(html: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  const rest = html.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g,
    (whole, slash, name, attributes) => {
      const allowed = elements[name];
      if (!allowed) found.push(`element ${whole}`);
      for (const [attribute, key = '', value = ''] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
        if (!allowed?.includes(key) || values[key]?.test(value) === false)
          found.push(`attribute${attribute} of ${name}`);
      }
      if (slash && open.pop() !== name) found.push(`unbalanced ${whole}`);
      if (!slash && !['br', 'hr', 'img'].includes(name)) open.push(name);
      return '';
    },
  );
  if (/[<>]/.test(rest)) found.push(`stray bracket in ${JSON.stringify(rest.slice(0, 200))}`);
  return [...found, ...open.map((name) => `not closed ${name}`)];
}
