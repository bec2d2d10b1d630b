import { strict as assert } from 'node:assert';
import { readRecord } from '../../../../src/core/records/read/readRecord';
import { readSample } from './readSample';

describe('reStructuredText', () => {
  const text = [
    '.. _ADR-12:',
    '',
    '############################',
    '12. Send events from one box',
    '############################',
    '',
    ':Date: 2024-02-03',
    ':Authors: Ann Lee, Bo',
    '',
    '.. status: rejected, said a comment',
    '   Status: rejected',
    '',
    'Status',
    '******',
    '',
    '**Accepted**',
    '',
    'Decision',
    '********',
    '',
    'We send events through one outbox, e.g. the billing',
    'table. More text.',
    '',
    '.. code-block:: text',
    '',
    '   Status: deprecated',
  ].join('\n');

  it('reads sections, field lists and no comments', () => {
    const record = readSample(text, 'docs/decisions/0012-events.rst');
    assert.equal(record.title, 'Send events from one box');
    assert.deepEqual([record.status, record.date, record.format], ['accepted', '2024-02-03', 'rst']);
    assert.deepEqual(record.people, ['Ann Lee', 'Bo']);
    assert.equal(record.decision, 'We send events through one outbox, e.g. the billing table.');
  });

  it('reads a list-table and a superseding role', () => {
    const table =
      'Pick a queue\n============\n\n.. list-table::\n\n   * - Status\n     - Superseded by :doc:`0020-other`\n   * - Date\n     - 3 May 2024\n';
    const record = readSample(table, 'docs/decisions/0013-queue.rst');
    assert.deepEqual([record.status, record.date], ['superseded', '2024-05-03']);
    assert.deepEqual(record.supersededBy, [{ text: '0020-other', href: '0020-other', partial: false }]);
  });

  it('reads a need, with or without a title above it', () => {
    const need =
      '.. dec_rec:: Use Bazel\n   :id: dec_rec__infra__bazel\n   :status: accepted\n   :decision: Builds run in Bazel.\n\n   Words.\n';
    const facts = (text: string) => {
      const { title, status, date, decision } = readSample(text, 'docs/decisions/DR-001-infra.rst');
      return [title, status, date, decision];
    };
    assert.deepEqual(facts(need), ['Use Bazel', 'accepted', null, 'Builds run in Bazel.']);
    assert.deepEqual(facts(`DR-001-Infra: Use it\n====================\n\n- **Date:** 2026-04-23\n\n${need}`), [
      ...['Use it', 'accepted', '2026-04-23', 'Builds run in Bazel.'],
    ]);
  });

  it('skips a literal block', () => {
    const record = readSample(
      'Pick a queue\n============\n\nWrite this::\n\n    Status: accepted\n',
      'docs/decisions/0013-queue.rst',
    );
    assert.equal(record.status, 'none');
  });
});

describe('AsciiDoc', () => {
  const head =
    '= ADR003: Choose a broker\nAnn Lee <ann@example.org>\nv0.1, 01.02.2020\n:status: draft\n:when: 7.1.2021\n\n';

  it('puts attributes in, and prefers what a reader sees', () => {
    const seen = readSample(
      `${head}* Status: approved\n* Deciders:\n** Ann Lee\n** Bo Li\n* Date: {when}\n`,
      'adr/ADR003-broker.adoc',
    );
    assert.deepEqual([seen.status, seen.date, seen.id, seen.idPrefix], ['accepted', '2021-01-07', '003', 'ADR']);
    assert.deepEqual(seen.people, ['Ann Lee', 'Bo Li']);
    assert.equal(readSample(`${head}* Status: {status}\n`, 'adr/ADR003-broker.adoc').status, 'draft');
    assert.equal(readSample(`${head}== Context\n`, 'adr/ADR003-broker.adoc').status, 'draft');
  });

  it('reads who wrote it, and when, from the lines below the title', () => {
    const read = (lines: string) => {
      const { people, date } = readSample(`= Choose a broker\n${lines}\n\n== Context\n\nX\n`, 'adr/ADR003-broker.adoc');
      return [people, date];
    };
    assert.deepEqual(read('Ann Lee <ann@example.org>; Bo Li\nv1.0, 2024-05-06: accepted by all'), [
      ['Ann Lee', 'Bo Li'],
      '2024-05-06',
    ]);
    assert.deepEqual(read('Ann B. Lee\n1.2, May 6, 2024'), [['Ann B. Lee'], '2024-05-06']);
    assert.deepEqual(read('Ann Lee <ann@example.org>\nv0.1, 13.02.2020'), [['Ann Lee'], '2020-02-13']);
    assert.deepEqual(read(':author: Ann Lee\n:revdate: 2024-05-06'), [['Ann Lee'], '2024-05-06']);
    assert.deepEqual(read('Ann Lee <ann@example.org>\nv0.1, 2024-05-06\n\n* Date:'), [['Ann Lee'], null]);
    // Words, and a date of anything.
    assert.deepEqual(read('Brokers fail.\nOften, May 6, 2024'), [[], null]);
    assert.deepEqual(read('\nAnn Lee <ann@example.org>\nv1.0, 2024-05-06'), [[], null]);
    const earlier = '////\n= Choose a queue\nAnn Lee <ann@example.org>\nv1.0, 2020-05-06\n////\n';
    const after = readSample(`${earlier}= Choose a broker\n\n== Context\n\nX\n`, 'adr/ADR003-broker.adoc');
    assert.deepEqual([after.people, after.date], [[], null], 'a head in a comment is none');
  });

  it('regression: reads attributes that begin with the series of the title, and nothing below an empty one', () => {
    const text = (series: string) =>
      `= SDD 0012 - Cut the ledger\n\n:${series}_author: Ann Lee\n:${series}_owner:\n:${series}_date: 2024-05-06\n:${series}_status: obsolete\ninclude::partial$head.adoc[]\n\n.Summary\nText.\n`;
    const path = 'docs/modules/SDDs/pages/0012-cut-the-ledger.adoc';
    const outcome = readRecord({ path, kind: 'decision', how: 'evidence' }, text('sdd'));
    const { people, date, status } = 'record' in outcome ? outcome.record : { people: [], date: null, status: null };
    assert.deepEqual([people, date, status], [['Ann Lee'], '2024-05-06', 'deprecated']);
    assert.deepEqual(readRecord({ path, kind: 'decision', how: 'evidence' }, text('page')), {
      notARecord: 'no-evidence',
    });
  });

  it('reads tables with cells on lines of their own', () => {
    const text =
      '= Choose a broker\n\n[cols="1,3"]\n|===\n|Status\n|Superseded by xref:ADR009-other.adoc[ADR 9]\n|Date\n|2024-05-06\n|===\n';
    const record = readSample(text, 'adr/ADR003-broker.adoc');
    assert.deepEqual([record.status, record.date], ['superseded', '2024-05-06']);
    assert.deepEqual(record.supersededBy, [{ text: 'ADR 9', href: 'ADR009-other.adoc', partial: false }]);
  });

  it('takes a number alone for that of the columns, a comment in a table for none of its cells, and an anchor for no link', () => {
    const text =
      '= Choose a broker\n\n[cols="2"]\n|===\n|Title\n|Broker\n\n|Status\n|Accepted :smile:\n\n' +
      '// Uncomment if this is obsolete.\n//| Superseded-By\n//| ADR-9\n|===\n\n== Form\n\nSuperseded-By:: [[by]]\nNames one.\n';
    const record = readSample(text, 'adr/ADR003-broker.adoc');
    assert.deepEqual([record.status, record.supersededBy], ['accepted', []]);
  });

  it('skips listings and comments', () => {
    const text =
      '= Choose a broker\n\n----\n* Status: accepted\n----\n\n////\n* Status: rejected\n////\n// * Status: draft\n';
    assert.equal(readSample(text, 'adr/ADR003-broker.adoc').status, 'none');
  });
});

describe('line ends', () => {
  const text =
    '---\ntags: [a, b]\n---\n# 7. Use foo\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n\n## Decision\n\nWe use `src/foo.ts`.\nAnd more.\n';
  for (const [name, other] of [
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${text}`],
  ] as const) {
    it(`makes no difference: ${name}`, () => assert.deepEqual(readSample(other), readSample(text)));
  }
});
