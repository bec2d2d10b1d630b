import { doesNotMatch, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { citationOf } from '../../../src/core/names/series';
import { TestWorld } from '../links/world';
import { parsedRecord } from '../support/records';

describe('what cites a record', () => {
  const runbook = (path: string) => parsedRecord(path, { kind: 'runbook', id: null });
  const cases: readonly (readonly [path: string, citation: string])[] = [
    ['docs/runbooks/balance-drift.md', 'docs/runbooks/balance-drift.md'],
    ['docs/runbooks/Größe.md', 'docs/runbooks/Größe.md'],
    ['docs/runbooks/On call (nights).md', 'docs/runbooks/On%20call%20%28nights%29.md'],
    ['docs/runbooks/100%.md', 'docs/runbooks/100%25.md'],
  ];
  for (const [path, citation] of cases) {
    it(`is ${citation}, and leads back`, () => {
      const record = runbook(path);
      equal(citationOf(record), citation);
      const world = new TestWorld().write(path, '', record);
      equal(world.leads(`see ${citation}`)[0], path);
    });
  }

  it('is the label where there is one', () => {
    equal(citationOf(parsedRecord('docs/adr/0012-x.md', { id: '0012' })), 'ADR-0012');
  });

  // A folder may be called `*`, and a file `/` after it: the rest of the name would be code.
  it('ends no comment and no line, whatever the file is called', () => {
    const names = fc.string({
      unit: fc.constantFrom('a', '*', '/', '-', '>', '}', '\n', '\r', '\u2028', '\uD800', '#', '%'),
    });
    fc.assert(
      fc.property(names, (name) => {
        doesNotMatch(citationOf(runbook(`docs/${name}.md`)), /[\r\n\u2028\uD800]|\*\/|-->|\}\}/);
      }),
    );
  });
});
