import { strict as assert } from 'node:assert';
import type { DocRecord } from '../../../../src/core/records/record';
import { citingStyleOf } from '../../../../src/core/records/write/citation';
import { wordingFor } from '../../../../src/core/records/write/statusWording';
import { leavesNothing, writeSuperseded, writeSuperseding } from '../../../../src/core/records/write/supersede';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { docRecord, relation } from '../../support/records';
import { readSample } from '../read/readSample';

const newer = docRecord('docs/adr/0012-use-bar.md', { title: 'Use bar' });
const body = '\n## Context\n\nWe need foo.\n';

function recordOf(text: string, path: string): DocRecord {
  const parsed = readSample(text, path);
  const by = parsed.supersededBy.map(({ text: named, partial }) => relation(null, { text: named, partial }));
  return docRecord(path, { ...parsed, supersedes: [], supersededBy: by });
}

interface Options {
  readonly path?: string;
  readonly others?: readonly DocRecord[];
  readonly partial?: boolean;
  readonly house?: readonly DocRecord[];
}

function both(
  text: string,
  { path = 'docs/adr/0007-use-foo.md', others = [newer], partial = false, house = [] }: Options = {},
) {
  const record = recordOf(text, path);
  const supersession = { others, partial, style: citingStyleOf(house), wording: wordingFor(record, house) };
  const [old, young] = [writeSuperseded(record, text, supersession), writeSuperseding(record, text, supersession)];
  return {
    older: old.ok ? applyEdits(text, old.edits) : old.why,
    newer: young.ok ? applyEdits(text, young.edits) : young.why,
  };
}

describe('superseding a record', () => {
  it('writes both sides into sections', () => {
    const text = `# 7. Use foo\n\n## Status\n\nAccepted\n${body}`;
    assert.deepEqual(both(text), {
      older: text.replace('Accepted', 'Superseded by [ADR-0012](0012-use-bar.md)'),
      newer: text.replace('Accepted', 'Accepted\n\nSupersedes [ADR-0012](0012-use-bar.md)'),
    });
  });

  it('names the other one as records here do', () => {
    const house = [
      docRecord('docs/adr/0002-a.md', { title: 'A', supersedes: [relation('docs/adr/0001-b.md', { text: '1. B' })] }),
    ];
    const text = `# 7. Use foo\n\n## Status\n\nAccepted\n${body}`;
    assert.match(both(text, { house }).older, /\n\nSuperseded by \[12\. Use bar\]\(0012-use-bar\.md\)\n/);
  });

  it('writes both sides into front matter, where MADR has no links', () => {
    const text = `---\nstatus: "accepted"\ndate: 2024-01-02\n---\n# Use foo\n`;
    assert.deepEqual(both(text), {
      older: text.replace('accepted', 'superseded by ADR-0012'),
      newer: text.replace('"accepted"', '"accepted"\nsupersedes: ADR-0012'),
    });
  });

  it('regression: leaves no section that goes on to say what the front matter said', () => {
    const text = `---\nstatus: accepted\nsuperseded-by:\n---\n# Use foo\n\n## Status\n\nAccepted\n${body}`;
    assert.equal(
      both(text).older,
      text
        .replace('accepted', 'superseded')
        .replace('superseded-by:', 'superseded-by: ADR-0012')
        .replace('Accepted', 'Superseded'),
    );
  });

  it('fills the keys that there are', () => {
    const text = `---\nstatus: accepted\nsuperseded-by:\nsupersedes: []\n---\n# Use foo\n`;
    assert.deepEqual(both(text), {
      older: text.replace('accepted', 'superseded').replace('superseded-by:', 'superseded-by: ADR-0012'),
      newer: text.replace('[]', 'ADR-0012'),
    });
    const listed = `---\nstatus: accepted\nsupersedes:\n  - ADR-0003\n---\n# Use foo\n`;
    assert.equal(both(listed).newer, listed.replace('ADR-0003', 'ADR-0003\n  - ADR-0012'));
  });

  it('writes a bullet below a bullet and a row below a row', () => {
    const bullets = `# Use foo\n\n- **Status**: Accepted\n- **Date**: 2024-01-02\n${body}`;
    assert.equal(
      both(bullets).newer,
      bullets.replace('Accepted', 'Accepted\n- **Supersedes**: [ADR-0012](0012-use-bar.md)'),
    );
    const table = `# Use foo\n\n|Metadata|Value|\n|--|--|\n|Status|Approved|\n| Superseded by: | N/A |\n${body}`;
    assert.deepEqual(both(table), {
      older: table.replace('Approved', 'Superseded').replace('N/A', '[ADR-0012](0012-use-bar.md)'),
      newer: table.replace('|Approved|', '|Approved|\n| Supersedes | [ADR-0012](0012-use-bar.md) |'),
    });
  });

  it('writes the links of the other two languages', () => {
    const rst = 'Use foo\n=======\n\nStatus\n******\n\n**Accepted**\n\nContext\n*******\n\nWe need foo.\n';
    const bar = docRecord('docs/decisions/0012-use-bar.rst');
    assert.match(
      both(rst, { path: 'docs/decisions/0007-use-foo.rst', others: [bar] }).older,
      /\n\nSuperseded by `ADR-0012 <0012-use-bar\.rst>`_\n/,
    );
    const adoc = '= Use foo\n:status: accepted\n\n* Status: {status}\n\n== Context\n\nWe need foo.\n';
    assert.match(
      both(adoc, { path: 'adr/ADR007-foo.adoc', others: [docRecord('adr/ADR012-bar.adoc')] }).older,
      /\n:status: superseded by xref:ADR012-bar\.adoc\[ADR-012\]\n/,
    );
  });

  it('names several successors, and one more later', () => {
    const second = docRecord('docs/adr/0013-use-baz.md');
    const text = `# Use foo\n\n## Status\n\nAccepted\n${body}`;
    const written = both(text, { others: [newer, second] }).older;
    assert.match(written, /Superseded by \[ADR-0012\]\(0012-use-bar\.md\), \[ADR-0013\]\(0013-use-baz\.md\)\n/);
    const more = both(written, { others: [docRecord('docs/adr/0014-x.md')] }).older;
    assert.match(more, /\[ADR-0013\]\(0013-use-baz\.md\), \[ADR-0014\]\(0014-x\.md\)\n/);
  });

  it('regression: leaves nothing in force where all that takes its place is only proposed', () => {
    const old = docRecord('adr/1.md');
    const [next, draft, held] = (['proposed', 'draft', 'accepted'] as const).map((status, at) =>
      docRecord(`adr/${at + 2}.md`, { status }),
    );
    assert.ok(next && draft && held);
    assert.equal(leavesNothing(old, [next, draft], false), true);
    assert.equal(leavesNothing(old, [next, held], false), false);
    assert.equal(leavesNothing(old, [next], true), false);
    const replaced = docRecord('adr/1.md', { status: 'superseded', supersededBy: [relation(held.path)] });
    assert.equal(leavesNothing(replaced, [next], false), false);
  });

  it('leaves in force what is superseded in part', () => {
    const text = `# Use foo\n\n* Status: accepted\n* Date: 2024-01-02\n${body}`;
    const { older } = both(text, { partial: true });
    assert.match(older, /\* Status: accepted, partially superseded by \[ADR-0012\]\(0012-use-bar\.md\)\n/);
    const { status, supersededBy } = readSample(older);
    assert.deepEqual([status, supersededBy[0]?.partial], ['accepted', true]);
  });

  it('is refused for what is no decision yet, and where it is stated already', () => {
    const text = `# Use foo\n\n## Status\n\nProposed\n${body}`;
    assert.equal(both(text).older, 'otherwise');
    const record = docRecord('docs/adr/0007-use-foo.md', { supersededBy: [relation(newer.path)] });
    const supersession = { others: [newer], partial: false, style: 'label', wording: wordingFor(record, []) } as const;
    assert.deepEqual(writeSuperseded(record, text, supersession), { ok: false, why: 'already' });
  });

  it('is refused where what is written would not be read as it is meant', () => {
    // A name that a template leaves to be filled in is read as no status.
    const draft = docRecord('docs/adr/adrx-storage.md', { id: null, title: 'ADRX storage' });
    assert.equal(both(`# Use foo\n\n* Status: accepted\n${body}`, { others: [draft] }).older, 'not-read-back');
  });

  it('writes the side that only the other record states', () => {
    const text = `# Use foo\n\n## Status\n\nAccepted\n${body}`;
    const record = docRecord('docs/adr/0007-use-foo.md', {
      supersededBy: [relation(newer.path, { mirrored: true })],
    });
    const supersession = { others: [newer], partial: false, style: 'label', wording: wordingFor(record, []) } as const;
    assert.ok(writeSuperseded(record, text, supersession).ok);
  });
});
