// Writes src/core/secrets/gitleaksRules.json from the rules of gitleaks (MIT), whose patterns are Go's:
//   node scripts/secret-rules.mjs gitleaks.toml && npx biome check --write src/core/secrets
// The file is config/gitleaks.toml of github.com/gitleaks/gitleaks. What is left out, and why, is in `leftOut`.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { calledWith, refuse } from './options.mjs';

const target = 'src/core/secrets/gitleaksRules.json';

/** Meridian's own rules for these are in src/core/secrets/ownRules.ts and namedSecrets.ts: linear in JavaScript. */
const leftOut = new Set(['private-key', 'curl-auth-header', 'curl-auth-user', 'generic-api-key']);

/** What gitleaks writes around name and secret of `NAME = "SECRET"`. `before` finds nothing by itself and is dropped. */
const before = '[\\w.-]{0,50}?';
const between = `)(?:[ \\t\\w.-]{0,20})[\\s'"]{0,3}(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)[\\x60'"\\s=]{0,5}(`;
/** What follows a secret in gitleaks (`theirEnd`), and here, where code may follow it as well (`end`). */
const theirEnd = `(?:[\\x60'"\\s;]|\\\\[nr]|$)`;
const end = `(?=[\\x60'"\\s;,)&<>|\\]}]|\\\\[nr]|$)`;
const after = `)${end}`;
/** Stands for the end while flags are translated; no pattern has this character. */
const endMark = '\uE000';

const [source] = calledWith({ most: 1 }).positionals;
if (source === undefined || !existsSync(source)) refuse(source ? `${source} is not there` : 'which gitleaks.toml?');
const rules = readRules(await readFile(source, 'utf8')).map(ruleOf);
await writeFile(target, `${JSON.stringify(rules, null, 2)}\n`);
process.stdout.write(`${rules.length} rules in ${target}\n`);

/** Parses the few forms of TOML that the file uses. Rules for certain paths or file names are left out. */
function readRules(toml) {
  return toml
    .split(/^\[\[rules\]\]$/m)
    .slice(1)
    .map((text) => {
      const rule = text.split(/^\[/m, 1)[0];
      return {
        id: /^id = "(.+)"$/m.exec(rule)?.[1],
        regex: /^regex = '''([\s\S]+?)'''$/m.exec(rule)?.[1],
        entropy: Number(/^entropy = ([\d.]+)$/m.exec(rule)?.[1] ?? 0),
        keywords: [...(/^keywords = \[([\s\S]*?)\]/m.exec(rule)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(
          ([, word]) => word,
        ),
        group: Number(/^secretGroup = (\d+)$/m.exec(rule)?.[1] ?? 0),
        path: /^path = /m.test(rule),
      };
    })
    .filter(({ id, regex, path }) => regex !== undefined && !path && !leftOut.has(id));
}

function ruleOf({ id, regex, entropy, keywords, group }) {
  const { pattern, anyCase } = toJavaScript(
    firstGroup(regex, group).replaceAll(before, '').replaceAll(theirEnd, endMark),
  );
  new RegExp(pattern);
  const limits = { keywords, ...(entropy > 0 && { entropy }) };
  const [start, secret] = pattern.endsWith(after) ? pattern.slice(0, -after.length).split(between) : [];
  if (anyCase && secret !== undefined && start.startsWith('(?:')) {
    return { id, name: start.slice('(?:'.length), secret, ...limits };
  }
  return { id, pattern, ...(anyCase && { anyCase }), ...limits };
}

/** Makes the secret's group the first one: groups before it no longer capture. */
function firstGroup(regex, group) {
  let before = group - 1;
  return regex.replace(/(?<!\\)\((?!\?)/g, (opening) => (before-- > 0 ? '(?:' : opening));
}

/** Translates flags within a pattern to letters of both cases; `(?i)` for the whole pattern becomes `anyCase`. */
function toJavaScript(regex) {
  const rest = regex.startsWith('(?i)') ? regex.slice('(?i)'.length) : null;
  if (rest !== null && !/\(\?-?[is]/.test(rest)) return { pattern: plain(rest), anyCase: true };
  let pattern = '';
  let inClass = false;
  const groups = [{ i: false, s: false }];
  for (let at = 0; at < regex.length; ) {
    const flags = groups.at(-1);
    const [token] =
      /^(?:\\x[0-9a-f]{2}|\\.|\(\?(?:P<\w+>|[is-]+[:)]|[:=!])|\[:\w+:\]|[A-Za-z]-[A-Za-z](?=[^\]]*\])|[\s\S])/.exec(
        regex.slice(at),
      );
    at += token.length;
    const set = /^\(\?([is-]+)([:)])$/.exec(token);
    if (!inClass && set) {
      const [off, on] = [set[1].split('-')[1] ?? '', set[1].split('-')[0]];
      const changed = { i: on.includes('i') || (flags.i && !off.includes('i')), s: on.includes('s') || flags.s };
      if (set[2] === ')') Object.assign(flags, changed);
      else {
        groups.push(changed);
        pattern += '(?:';
      }
    } else if (!inClass && token.startsWith('(')) {
      groups.push({ ...flags });
      pattern += token.replace(/P<\w+>/, ':');
    } else if (!inClass && token === ')') {
      groups.pop();
      pattern += token;
    } else if (!inClass && token === '.' && flags.s) {
      pattern += '[\\s\\S]';
    } else {
      if (token === '[' && !inClass) inClass = true;
      else if (token === ']' && inClass) inClass = false;
      pattern += flags.i ? bothCases(token, inClass) : token;
    }
  }
  return { pattern: plain(pattern), anyCase: false };
}

function bothCases(token, inClass) {
  const [lower, upper] = [token.toLowerCase(), token.toUpperCase()];
  if (!/^[A-Za-z](?:-[A-Za-z])?$/.test(token) || lower === upper) return token;
  if (token.length === 3 && !inClass) return [...token].map((letter) => bothCases(letter, false)).join('');
  return inClass ? lower + upper : `[${lower}${upper}]`;
}

function plain(pattern) {
  return pattern.replaceAll('[:alnum:]', 'A-Za-z0-9').replaceAll('\\z', '$').replaceAll(endMark, end);
}
