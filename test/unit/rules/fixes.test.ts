import { equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readRecord } from '../../../src/core/records/read/readRecord';
import type { DocRecord, ParsedRecord } from '../../../src/core/records/record';
import { applied, writeSuperseded } from '../../../src/core/rules/writeSuperseded';
import { docRecord } from '../support/records';
import { findingsIn } from './support';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Every document among the fixtures and this repository's own records. */
function* documents(): Generator<readonly [path: string, text: string]> {
  for (const root of [fixtures, fileURLToPath(new URL('../../../docs/', import.meta.url))]) {
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (/\.(?:md|rst|adoc)$/.test(name))
        yield [`docs/adr/${name.split(/[\\/]/).at(-1)}`, readFileSync(root + name, 'utf8')];
    }
  }
}

function asDoc(record: ParsedRecord): DocRecord {
  return { ...record, dateSource: record.date === null ? null : 'record', supersedes: [], supersededBy: [] };
}

const newer = docRecord('docs/adr/0099-newer.md', { title: 'Newer' });

describe('the fix that writes the other side of a supersession', () => {
  it('changes one span of one line, whatever the line ends and what stands around', () => {
    const accepted = [...documents()].flatMap(([path, text]) => {
      const outcome = readRecord({ path, kind: 'decision' }, text);
      return 'record' in outcome && outcome.record.status === 'accepted' ? [{ path, text }] : [];
    });
    ok(accepted.length > 30, String(accepted.length));
    let written = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...accepted),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\n', '  \n\n', '\t'),
        fc.constantFrom('', '\ufeff'),
        ({ path, text }, end, tail, mark) => {
          const before = mark + (text.replace(/\r\n/g, '\n') + tail).replace(/\n/g, end);
          const outcome = readRecord({ path, kind: 'decision' }, before);
          if (!('record' in outcome)) return;
          const edit = writeSuperseded(asDoc(outcome.record), before, newer);
          if (edit === null) return;
          written++;
          const after = applied(before, edit);
          const at = [...before].findIndex((char, index) => char !== [...after][index]);
          const kept = before.length - (edit.endColumn - edit.startColumn) - at;
          equal(edit.startLine, edit.endLine);
          equal(after.slice(0, at), before.slice(0, at));
          equal(after.slice(after.length - Math.max(0, kept)), before.slice(before.length - Math.max(0, kept)));
          equal(after.split(end).length, before.split(end).length);
          const again = readRecord({ path, kind: 'decision' }, after);
          ok('record' in again && again.record.status === 'superseded', path);
        },
      ),
      { numRuns: 100 },
    );
    ok(written > 30, String(written));
  });
});

describe('every fix', () => {
  it('leaves nothing to be found where it was made', async () => {
    const files = {
      'docs/adr/0001-a.md': '# 1. A\n\n* Status: accepted\n\nSome. [x](../b/flow.md)\n',
      'docs/adr/0002-b.md': '# 2. B\n\n* Status: accepted\n* Supersedes: ADR-0001\n\nSome.\n',
      'docs/adr/0003-c.md': '# 3. C\n\n* Status: superseded by ADR-0002\n\nSome.\n',
      'docs/c/flow.md': '# Flow\n',
      'src/a.ts': '// of ADR-0003\n',
      'src/b.ts': '// of docs/adr/0002-earlier-b.md\n',
    };
    const found = await findingsIn(files);
    const mended: Record<string, string> = { ...files };
    for (const [path, text] of Object.entries(files)) {
      mended[path] = applied(
        text,
        ...found.flatMap(({ fix }) => (fix?.edits ?? []).filter(({ file }) => file === path)),
      );
    }
    ok(found.length >= 4 && found.every(({ fix }) => fix), JSON.stringify(found));
    const left = await findingsIn(mended);
    equal(left.length, 0, JSON.stringify(left));
  });
});
