import { strict as assert } from 'node:assert';
import { readCodeOwners } from '../../../src/core/activity/codeowners';
import type { CommitFact } from '../../../src/core/activity/facts';
import { resolvedConflicts } from '../../../src/core/activity/merges';
import { IgnoreRules } from '../../../src/core/files/ignoreRules';
import { walk } from '../../../src/core/files/walk';
import { neverCancelled } from '../../../src/core/ports';
import { noSettings, RecordFinder } from '../../../src/core/records/find/recordFinder';
import { readRecord } from '../../../src/core/records/read/readRecord';
import { withoutFrontMatter } from '../../../src/core/text/frontMatter';
import { fencedCode } from '../../../src/core/text/markdownText';
import { countFloors } from '../support/floors';
import { memoryFiles } from '../support/memoryFiles';

const length = 64_000;
const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length));

/** Repetitions that a careless pattern reads once for each of them: what ends no match stands last. */
const floods: readonly (readonly [string, string])[] = [
  ['comments that never end', `${fill('\t#')}\r\u2028x`],
  ['blanks', `${fill(' ')}x`],
  ['blank lines', `${fill('\n')}x`],
  ['dashes', fill('- ')],
  ['rows of HTML', fill('<tr><td>')],
  ['anchors', fill('<a href="')],
  ['tags', fill('<Foo')],
  ['pictures', fill('![a](')],
  ['merge markers', fill('<<<<<<< a\n')],
  ['fences', fill('---\n')],
  ['keys', `---\n${fill('a: b\n')}`],
  ['sections', fill('§1, ')],
  ['a list of records', `Superseded by ${fill('ADR-1, ')}`],
  ['brackets', `Superseded by ${fill('(')}`],
  ['subjects', `${fill('a was ')}superseded by ADR-1`],
  ['numbers', `Superseded by ${fill('1-')}`],
];

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  [
    'a record',
    (text) => readRecord({ path: 'docs/adr/0007-x.md', kind: 'decision' }, `# 7. A\n\n## Status\n\n${text}`),
  ],
  ['a record from its start', (text) => readRecord({ path: 'docs/adr/0007-x.md', kind: 'decision' }, text)],
  ['a page without front matter', withoutFrontMatter],
  ['CODEOWNERS', readCodeOwners],
  ['.gitignore', (text) => new IgnoreRules([]).add('', text)],
  ['a commit message', (text) => resolvedConflicts({ body: text } as CommitFact)],
  ['selected code', (text) => fencedCode(text, 'ts')],
];

/** Reading one of them takes less than thirty floors; a pattern that is not linear takes thousands. */
const most = 100;

describe('no text costs more than its length', () => {
  for (const [reader, read] of readers) {
    it(`to read as ${reader}`, () => {
      const floors = countFloors();
      for (const [flood, text] of floods) {
        const before = floors();
        read(text);
        const spent = floors() - before;
        assert.ok(spent < most, `${flood}: ${spent.toFixed(0)} floors`);
      }
    });
  }

  it('to read as the configuration of a tool', async () => {
    const floors = countFloors();
    for (const [flood, text] of floods) {
      const files = { '.log4brains.yml': `adrFolder: ${text}`, 'adrs.toml': `adr_dir =${text}`, '.adr-dir': text };
      const store = memoryFiles(files);
      const tree = await walk(store, {}, neverCancelled, { breathe: async () => {} });
      const before = floors();
      await RecordFinder.load(store, tree, noSettings, neverCancelled);
      const spent = floors() - before;
      assert.ok(spent < most, `${flood}: ${spent.toFixed(0)} floors`);
    }
  });
});
