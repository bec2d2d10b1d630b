import { basename } from '../files/paths';
import { numberOfName } from '../names/spelling';
import { withoutEnd } from '../text/withoutEnd';
import type { Finding } from './sourceLine';

/** Records called by a name that is neither a number nor a path. Every pattern is linear: one bounded run each. */

const wiki = /\[\[([^[\]|#\r\n]{1,200})(?:#[^[\]|\r\n]{0,200})?(?:\|[^[\]\r\n]{0,200})?\]\]/g;
/** OpenFastTrace: `[impl->adr~hardcode-fieldnames~1]`. */
const trace = /(?<![A-Za-z0-9])adr~([A-Za-z0-9][\w.-]{0,120})~\d+/gi;
/** A name, with or without its folder, after `@adr`, `# ADR:` or `@see ADR:`; a reason may follow ` - `. */
const annotation =
  /(?<![A-Za-z0-9])(@adr[ \t:(]{1,4}|ADRs?:[ \t]{1,20})["'`]?([\p{L}\p{N}][\p{L}\p{N}_.]{0,80}(?:[-/][\p{L}\p{N}_.]{1,80}){1,20})/giu;
/** Found by `findIds`: a label before `ADR-001-slug` or `AD-0102`. */
const plainId = /^(?:(?:adr|rfc)[-_]?\d|[A-Z]{2,12}-\d{1,8}$)/i;
/** `runbook: balance-drift`, `runbook_url: https://…/BalanceDrift`, `"runbook" = "x"`. */
const runbook =
  /(?<![A-Za-z0-9])(runbook(?:[-_ ]?(?:url|link|name))?|playbook|alert(?:name)?)["'`]?[ \t]{0,20}[:=][ \t]{0,20}["'`]?([\p{L}\p{N}][^"'`,;|<>(){}[\]\r\n]{1,200})/giu;
/** `alert:` is a field of these only; in code it is any variable. */
const configuration = /\.(?:ya?ml|json|jsonnet|libsonnet|toml|tf|hcl|tpl|md)$/i;

function* findWiki(line: string): Generator<Finding> {
  for (const match of line.matchAll(wiki)) {
    // In a table the bar before the shown text is escaped.
    const name = (match[1] ?? '').replace(/\\$/, '').trim();
    // `[[ -f x ]]` is a shell test and `[[a::b]]` a C++ attribute.
    if (name === '' || /^\s/.test(match[1] ?? '') || name.includes('::')) continue;
    yield { at: match.index, end: match.index + match[0].length, form: 'wiki', name, ...numberOfName(name) };
  }
}

function* findAnnotations(line: string): Generator<Finding> {
  for (const match of line.matchAll(trace)) {
    const name = match[1] ?? '';
    yield { at: match.index, end: match.index + match[0].length, form: 'annotation', prefix: 'ADR', name };
  }
  for (const match of line.matchAll(annotation)) {
    const name = withoutEnd(match[2] ?? '', '._');
    const at = match.index + match[0].length - (match[2] ?? '').length;
    // An annotation, which must lead somewhere, has its `@` in the range; a label before prose has not.
    const start = match[1]?.startsWith('@') ? match.index : at;
    if (!/\p{L}/u.test(name) || plainId.test(name)) continue;
    yield { at: start, end: at + name.length, form: 'annotation', ...numberOfName(basename(name)), name };
  }
}

function alertName(value: string): string {
  const [path = ''] = value.split(/[?#]/, 1);
  const last = withoutEnd(path, '/').split('/').at(-1) ?? '';
  return value.includes('://') ? last.replace(/\.(?:html?|mdx?|adoc|rst)$/i, '') : value;
}

function* findAlerts(line: string, path: string): Generator<Finding> {
  for (const match of line.matchAll(runbook)) {
    const key = (match[1] ?? '').toLowerCase();
    if (key.startsWith('alert') && !configuration.test(path)) continue;
    const at = match.index + match[0].length - (match[2] ?? '').length;
    const value = (match[2] ?? '').replace(/(?:\s#|\s--|\s\*\/).*$/, '').trimEnd();
    const name = alertName(value);
    if (name !== '') yield { at, end: at + value.length, form: 'alert', name };
  }
}

/** Wiki links, annotations with a slug, runbooks and alerts by name. `path` is the file that the line is of. */
export function* findNames(line: string, path: string): Generator<Finding> {
  if (line.includes('[[')) yield* findWiki(line);
  if (/adr/i.test(line)) yield* findAnnotations(line);
  if (/runbook|playbook|alert/i.test(line)) yield* findAlerts(line, path);
}
