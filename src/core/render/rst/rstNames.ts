import { key, type RstNames, substitution } from './rstInline';

const target = /^\s*\.\. _(?:`([^`]{1,200})`|([^:`]{1,200})): +(\S+)\s*$/;
const substituted = /^\s*\.\. \|([^|]{1,80})\| (image|replace):: +(.+)$/;

/** Reads the names that the inline markup of the document refers to. */
export function collectNames(lines: readonly string[]): RstNames {
  const targets = new Map<string, string>();
  const substitutions = new Map<string, string>();
  for (const line of lines) {
    const [, quoted, bare, url] = target.exec(line) ?? [];
    if (url !== undefined) targets.set(key(quoted ?? bare ?? ''), url);
    const [, name, directive, value] = substituted.exec(line) ?? [];
    if (name !== undefined && directive && value) substitutions.set(key(name), substitution(directive, value.trim()));
  }
  return { targets, substitutions };
}
