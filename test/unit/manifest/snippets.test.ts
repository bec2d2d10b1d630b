import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { findDeadlines } from '../../../src/core/time/deadlines';
import { allNodes, expandSnippet, parseSnippet, sampleVariables } from '../support/snippetBody';
import { usual } from '../time/support';
import { manifest } from './manifest';
import { allSnippets } from './snippetFiles';

/** What VS Code 1.90 knows, so that no name is left in a text. `UUID` and `RANDOM` would say nothing to a reader. */
const knownVariables = new Set(
  `TM_SELECTED_TEXT TM_FILENAME TM_FILENAME_BASE TM_DIRECTORY RELATIVE_FILEPATH WORKSPACE_NAME CURRENT_YEAR
   CURRENT_MONTH CURRENT_DATE CURRENT_HOUR CURRENT_MINUTE CURRENT_TIMEZONE_OFFSET`.split(/\s+/),
);
const snippets = allSnippets();
/** Where a snippet has no other default, the text before anything is typed: `‹what, who, due›`, or that there is nothing. */
const askedFor = /^(?:‹[^‹›]{2,160}›|none|nothing|none known)$/;
const deadlineContext = { now: Date.parse('2026-11-24T10:00Z'), author: usual('Europe/London'), reader: null };

describe('the snippets', () => {
  it('are all declared, for languages that take them', () => {
    const declared = manifest.contributes.snippets.map(({ path }) => path.replace('./', ''));
    deepEqual(
      [...new Set(declared)].sort(),
      readdirSync('snippets')
        .map((file) => `snippets/${file}`)
        .sort(),
    );
    deepEqual(
      declared.filter((path) => !existsSync(path)),
      [],
    );
    const pairs = manifest.contributes.snippets.map(({ language, path }) => `${language} ${path}`);
    equal(new Set(pairs).size, pairs.length);
  });

  it('have names and prefixes of one family, each once', () => {
    for (const { name, prefix } of snippets) {
      match(name, /^Meridian: \S/);
      match(prefix, /^mer-[a-z]+(?:-[a-z]+)*$/);
    }
    equal(new Set(snippets.map(({ name }) => name)).size, snippets.length);
    equal(new Set(snippets.map(({ prefix }) => prefix)).size, snippets.length);
  });

  it('go into the package', () => {
    ok(readFileSync('.vscodeignore', 'utf8').split('\n').includes('!snippets/**'));
  });

  for (const { prefix, description, body, languages } of snippets) {
    describe(prefix, () => {
      const nodes = parseSnippet(body);
      const all = allNodes(nodes);
      const stops = all.flatMap((node) => (node.kind === 'stop' ? [node] : []));

      it('says what it is for', () => match(description, /^[A-Z][^!]{20,160}$/));

      it('has tab stops without holes, the last one once and at the end', () => {
        const numbers = [...new Set(stops.map(({ index }) => index))].sort((a, b) => a - b);
        deepEqual(
          numbers,
          numbers.map((_, at) => at),
        );
        ok(numbers.length > 3);
        const last = nodes.at(-1);
        ok(last?.kind === 'stop' && last.index === 0);
        equal(stops.filter(({ index }) => index === 0).length, 1);
      });

      it('asks once at each stop, so that what was left out can be seen', () => {
        const { stops: asked } = expandSnippet(nodes, { TM_FILENAME_BASE: 'Untitled-1' });
        for (const { index, text, choices } of asked.filter(({ index }) => index > 0)) {
          if (choices === null) match(text, askedFor);
          else ok(choices.length >= 2 && new Set(choices).size === choices.length, choices.join());
          equal(stops.filter((stop) => stop.index === index && (stop.choices ?? stop.content).length > 0).length, 1);
        }
      });

      it('uses only what every editor from 1.90 on knows', () => {
        const names = all.flatMap((node) => (node.kind === 'variable' ? [node.name] : []));
        deepEqual(
          names.filter((name) => !knownVariables.has(name)),
          [],
        );
      });

      it('is useful as it stands: no deadline that readers elsewhere cannot tell, nothing unresolved', () => {
        const { text } = expandSnippet(nodes, sampleVariables('0012-use-postgresql'));
        ok(!/[$\\]|undefined/.test(text), text);
        deepEqual(findDeadlines(text, deadlineContext), []);
        deepEqual(
          text.split('\n').filter((line) => /\t|\s$/.test(line)),
          [],
        );
      });

      it('survives git, where it is for commit messages', () => {
        if (languages.includes('markdown')) return;
        const lines = expandSnippet(nodes, sampleVariables('0012-use-postgresql')).text.split('\n');
        deepEqual(
          lines.filter((line) => line.startsWith('#')),
          [],
        );
        equal(lines[1], '');
      });
    });
  }
});
