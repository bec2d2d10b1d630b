import { strict as assert } from 'node:assert';
import { readSample } from './readSample';

describe('titles', () => {
  const cases: readonly [heading: string, title: string][] = [
    ['# 7. Use foo', 'Use foo'],
    ['# Use \\_foo\\_ and \\*bar', 'Use _foo_ and *bar'],
    ['# 7: Use foo', 'Use foo'],
    ['# 0007 - Use foo', 'Use foo'],
    ['# 0007 — Use foo', 'Use foo'],
    ['# 7 Use foo', 'Use foo'],
    ['# 7 · Use foo', 'Use foo'],
    ['# ADR-0007: Use foo', 'Use foo'],
    ['# ADR 0000 Use foo', 'Use foo'],
    ['# [ADR-7] Use foo', 'Use foo'],
    ['# ADR: Use foo', 'Use foo'],
    ['# Architecture Decision Record: Use foo', 'Use foo'],
    ['# Architectural Decision Record - Use foo', 'Use foo'],
    ['# Architecture Decision Record 7: Use foo', 'Use foo'],
    ['# ADR #7: Use foo', 'Use foo'],
    ['# 7.Use foo', 'Use foo'],
    ['# 7.5 ways to use foo', '7.5 ways to use foo'],
    ['# Architectural Decision 7 - Use foo', 'Use foo'],
    ['<h1 align="center">7. Use <b>foo</b></h1>', 'Use foo'],
    ['# Decision record keeping', 'Decision record keeping'],
    ['# RFC 12 — Use foo', 'Use foo'],
    ['# Shop - SHOP-ADR-0007 - Use foo', 'Use foo'],
    ['# Use `foo` & [bar](bar.md) #', 'Use foo & bar'],
    ['# ADR-TIER1-003: Use foo', 'Use foo'],
    ['# 12 ways to use foo', '12 ways to use foo'],
    ['# JSON Serializable types', 'JSON Serializable types'],
    ['# AES 256 for backups', 'AES 256 for backups'],
    ['Use foo\n=======', 'Use foo'],
    ['## 7. Use foo', 'Use foo'],
    ['### Use foo', 'Use foo'],
    ['# « Foo » is a word', '« Foo » is a word'],
    ['# GEP: Use foo', 'Use foo'],
    ['# `#if` around foo', '#if around foo'],
    ['# 🚀 # Use foo', 'Use foo'],
    ['# ADR-7: 「Foo」を使う', '「Foo」を使う'],
  ];
  for (const [heading, title] of cases) {
    it(`of ${JSON.stringify(heading)} is ${title}`, () => {
      assert.equal(readSample(`${heading}\n\nStatus: accepted\n\n#### Context\n\nWhy.\n`).title, title);
    });
  }

  it('are in a heading with the number, or below "Title", where the first heading names the form', () => {
    const below = '# Architecture Decision Record\n\n## ADR-0007: Use bar\n\n### Status\n\nAccepted\n';
    assert.equal(readSample(below).title, 'Use bar');
    assert.equal(readSample('# ADR\n\n## Title\n\nUse bar\n\n## Status\n\nAccepted\n\nWhy.\n').title, 'Use bar');
    assert.notEqual(readSample('# ADR\n\n## Title\n\nUse bar\n\nUse baz\n').title, 'Use bar');
  });

  it('come from the file where no heading is one', () => {
    assert.equal(readSample('## Context\n\nWhy.\n', 'docs/adr/0007-use_foo-bar.md').title, 'Use foo bar');
    assert.equal(readSample('# Summary\n\nWhy.\n\n# Context\n\nSo.\n').title, 'Use foo');
    assert.equal(
      readSample('# {short title of solved problem}\n\n## Context\n\nWhy.\n\nSo.\n\nAnd.\n').title,
      'Use foo',
    );
    assert.equal(
      readSample('# Title\n\nStatus: accepted\n\n## Context\n\nWhy.\n\nSo.\n\nAnd.\n\nThen.\n\n').title,
      'Use foo',
    );
    assert.equal(
      readSample('# Title of the Decision Record\n\n## Decision\n\nSo.\n\nAnd.\n\nThen.\n\nLast.\n').title,
      'Use foo',
    );
    assert.equal(
      readSample('# RFC Proposal\n\n## Status\n\nAccepted\n\n## Summary\n\nWhy.\n\nSo.\n\nAnd.\n').title,
      'Use foo',
    );
    assert.equal(readSample('## Contexto\n\nA.\n\n## Decisão\n\nB.\n\n# Consequências\n\nC.\n').title, 'Use foo');
    assert.equal(readSample('# 背景\n\nA.\n\n# 決定\n\nB.\n').title, 'Use foo');
    const appendix = '## Context\n\nA.\n\n## Options\n\n### One\n\n### Two\n\n# Details of two\n\nB.\n\n# More\n\nC.\n';
    assert.equal(readSample(appendix).title, 'Use foo');
    assert.equal(readSample('```\n# make install\n```\n\n## Context\n\nWhy.\n').title, 'Use foo');
  });

  it('come from the front matter where first-level headings are sections', () => {
    const record = readSample('---\ntitle: Use foo everywhere\n---\n\n# Need\n\nA.\n\n# Semantics\n\nB.\n');
    assert.equal(record.title, 'Use foo everywhere');
    assert.equal(readSample('---\ntitle: 7 - Foo\n---\n\n# 7 - Use the foo\n\nA.\n').title, 'Use the foo');
  });
});

describe('ids', () => {
  const cases: readonly [path: string, id: string | null, prefix: string | null][] = [
    ['docs/adr/0007-use-foo.md', '0007', null],
    ['docs/adr/7.md', '7', null],
    ['docs/adr/007_use_foo.md', '007', null],
    ['docs/adr/ADR-7.md', '7', 'ADR'],
    ['docs/architecture/adr-031-x.md', '031', 'ADR'],
    ['docs/architecture/ADR003-Vendor.md', '003', 'ADR'],
    ['docs/adr/SHOP-ADR-AI-0001-x.md', '0001', 'SHOP-ADR-AI'],
    ['docs/adr/AD0001-x.md', '0001', 'AD'],
    ['docs/adr/ADR-TIER1-003-x.md', '003', 'ADR-TIER1'],
    ['docs/adr/adr-12-2024-x.md', '12', 'ADR'],
    ['docs/adr/20240603162604-mock-it.md', '20240603162604-mock-it', null],
    ['docs/adr/20200927-no-defaults.md', '20200927-no-defaults', null],
    ['docs/adr/2024-05-06-x/README.md', '2024-05-06-x', null],
    ['docs/adr/0007-x/README.md', '0007', null],
    ['docs/adr/2024-05-06_012-x.md', '012', null],
    ['rfcs/2024-05-06-10298-x.md', '10298', null],
    ['docs/adr/2024-05-06-3-ways.md', '2024-05-06-3-ways', null],
    ['docs/adr/2024-05-use-foo.md', '2024-05-use-foo', null],
    ['docs/adr/use-python-3-here.md', null, null],
    ['docs/adr/ADRx-later.md', null, null],
  ];
  for (const [path, id, prefix] of cases) {
    it(`of ${path}`, () => {
      const record = readSample('# Use foo\n\nStatus: accepted\n', path);
      assert.deepEqual([record.id, record.idPrefix], [id, prefix]);
    });
  }

  it('are read as text from front matter and headings where the file has none', () => {
    assert.equal(readSample('---\nadr: 0012\n---\n# Use foo\n', 'docs/adr/foo.md').id, '0012');
    assert.equal(readSample('# ADR-12: Use foo\n\nStatus: accepted\n', 'docs/adr/foo.md').id, '12');
    assert.equal(readSample('# ADR-12: Use foo\n\nStatus: accepted\n', 'docs/adr/foo.md').idPrefix, 'ADR');
    assert.equal(readSample('# 3. Use foo\n\nStatus: accepted\n', 'docs/adr/0033-foo.md').id, '0033');
  });

  it('have the series that the head says', () => {
    const idOf = (text: string, path = 'proposals/0012-x.md') => {
      const { id, idPrefix } = readSample(text, path, 'rfc');
      return [idPrefix, id];
    };
    assert.deepEqual(idOf('# Foo\n\n* Proposal: [SE-0012](0012-x.md)\n* Status: **Accepted**\n'), ['SE', '0012']);
    assert.deepEqual(idOf('# Foo\n\n* Proposal: [SE-0044](0044-y.md)\n* Status: **Accepted**\n'), [null, '0012']);
    assert.deepEqual(idOf('---\nid: DEC-7\n---\n\n# Foo\n', 'rfcs/foo.md'), ['DEC', '7']);
    assert.deepEqual(idOf('# Foo\n\n## Proposal\n\nSE-0012\n'), [null, '0012']);
  });

  it('are no numbers that only order runbooks', () => {
    assert.equal(readSample('# Restart\n\nDo it.\n', 'docs/runbooks/02-restart.md', 'runbook').id, null);
    assert.equal(readSample('# Restart\n\nDo it.\n', 'docs/runbooks/RB-02-restart.md', 'runbook').id, '02');
  });
});

describe('the title that is the document’s own', () => {
  const cases: readonly (readonly [what: string, path: string, text: string, title: string])[] = [
    [
      'a header block',
      'peps/pep-0108.rst',
      'PEP: 108\nTitle: Rules for\n       Imports\nAuthor: Ann\n\n\nA Silly Rule\n============\n\nText.\n',
      'Rules for Imports',
    ],
    [
      'a header block in Markdown',
      'rfcs/0003-x.md',
      'RFC: 3\nTitle: Use foo\nStatus: Draft\n\n# Proposal\n\nWords.\n',
      'Use foo',
    ],
    [
      'sections alone',
      'text/0293-record-cache.md',
      '# Summary\n\nA.\n\n# Motivation\n\nB.\n\n# The plan\n\nC.\n',
      'Record cache',
    ],
    ['a section above its title', 'docs/adr/0007-use-foo.md', '# Summary\n\nA.\n\n# Use foo\n\nB.\n', 'Use foo'],
    ['the number of the file', 'docs/adr/0001-flutter-binding.md', '# 0001-flutter-binding\n', 'flutter-binding'],
    [
      'the series and number of the file',
      'docs/adr/0001-flutter-binding.md',
      '# ADR-0001-flutter-binding\n',
      'flutter-binding',
    ],
    ['a stale number', 'docs/adr/0030-root-user.md', '# 29 Root user security\n', 'Root user security'],
    ['a count', 'docs/adr/0030-zones.md', '# 3 zones\n', '3 zones'],
    [
      'a count that is capital',
      'docs/adr/0030-how-we-work.md',
      '# 12 Factors of how we work\n',
      '12 Factors of how we work',
    ],
    ['a standard', 'docs/adr/0001-problem-details.md', '# RFC 9457 problem details\n', 'RFC 9457 problem details'],
    [
      'a standard with a mark',
      'docs/adr/0001-problem-details.md',
      '# RFC 9457: problem details\n',
      'RFC 9457: problem details',
    ],
    ['a style guide', 'docs/adr/0002-style.md', '# PEP 8 style\n', 'PEP 8 style'],
    ['another record', 'docs/adr/0031-revisit.md', '# ADR 12 revisited\n', 'ADR 12 revisited'],
    ['a slip of the number', 'docs/adr/0033-use-foo.md', '# ADR-3: Use foo\n', 'Use foo'],
    ['a number that was never filled in', 'docs/adr/0033-use-foo.md', '# ADR 0000 Use foo\n', 'Use foo'],
    ['a slip among high numbers', 'rfcs/2020-08-31-3641-foo.md', '# RFC 3603 - Use foo\n', 'Use foo'],
    ['the number of its file in a series of its own', 'docs/adr/0012-foo.md', '# LED-12 Use foo\n', 'Use foo'],
    ['a date', 'rfcs/2026-06-09-foo.md', '# RFC 2026-06-09 - Parse first\n', 'Parse first'],
    [
      'escaped generics',
      'docs/adr/0057-span.md',
      '# 57. Reduce with Span\\<T\\> and Memory\\<T\\>\n',
      'Reduce with Span<T> and Memory<T>',
    ],
    [
      'plain generics',
      'docs/adr/0057-span.md',
      '# 57. Use Map<K, V> and <Dialog>, <b>always</b>\n',
      'Use Map<K, V> and <Dialog>, always',
    ],
    ['a tag with attributes', 'docs/adr/0057-span.md', '# 57. Use foo <Badge type="tip">new</Badge>\n', 'Use foo new'],
  ];
  for (const [what, path, text, title] of cases) {
    it(`is kept with ${what}`, () => assert.equal(readSample(text, path, 'rfc').title, title));
  }
});
