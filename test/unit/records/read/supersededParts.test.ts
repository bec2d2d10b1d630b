import { strict as assert } from 'node:assert';
import { readSample } from './readSample';
import { supersededBy as by, supersedes as of } from './shortRelations';

describe('a status that is one word with dashes', () => {
  it('says by what, and whether in part', () => {
    const read = (status: string) => {
      const record = readSample(`---\nstatus: ${status}\n---\n# 7. Use foo\n`);
      return [record.status, ...by(record)];
    };
    assert.deepEqual(read('superseded-in-part-by-ADR-0009'), ['accepted', 'ADR-0009 partly']);
    assert.deepEqual(read('partially-superseded-by-ADR-0009'), ['accepted', 'ADR-0009 partly']);
    assert.deepEqual(read('superseded-by-ADR-0009'), ['superseded', 'ADR-0009']);
  });
});

describe('regression: a status that names a piece of the record before "replaced by"', () => {
  const read = (status: string) => {
    const record = readSample(`# 7. Use foo\n\n## Status\n\n${status}\n`);
    return [record.status, ...by(record)];
  };

  it('leaves the record in force', () => {
    assert.deepEqual(read('Accepted - retry limits replaced by [9](0009-x.md)'), ['accepted', '9 <0009-x.md> partly']);
    assert.deepEqual(read('Approved; the cache key superseded by ADR-9'), ['accepted', 'ADR-9 partly']);
    assert.deepEqual(read('Accepted; guest V2 access gate superseded by ADR 9'), ['accepted', 'ADR 9 partly']);
    assert.deepEqual(read('Accepted for guests; V2 gate superseded by ADR 9'), ['accepted', 'ADR 9 partly']);
  });

  const others = ['later on', 'in May 2024', 'since last June', 'but in the end', 'entirely'];
  for (const between of [
    'later',
    'has since been',
    'this decision',
    'was',
    'status changed to',
    'withdrawn and',
    ...others,
  ])
    it(`is none: ${between}`, () => {
      assert.deepEqual(read(`Accepted, ${between} superseded by ADR-9`), ['superseded', 'ADR-9']);
    });
});

describe('what a record says that it supersedes', () => {
  it('is a part of it where only a piece of it is named', () => {
    const supersedes = (value: string) =>
      of(readSample(`# 7. Use foo\n\n- Status: Accepted\n- Supersedes: ${value}\n`));
    assert.deepEqual(
      supersedes('Invitation Message in [ADR 3](0003-x.md) and Invitation Message in [ADR 4](0004-y.md)'),
      ['ADR 3 <0003-x.md> partly', 'ADR 4 <0004-y.md> partly'],
    );
    assert.deepEqual(supersedes('less formal formats documented in [ADR 3](0003-x.md), [ADR 4](0004-y.md), etc.'), [
      'ADR 3 <0003-x.md> partly',
      'ADR 4 <0004-y.md> partly',
    ]);
    assert.deepEqual(supersedes('the framing in [ADR 3](0003-x.md)'), ['ADR 3 <0003-x.md> partly']);
    // Of a wrapped sentence the second line names nothing.
    assert.deepEqual(
      supersedes('the direction proposed in ADR 3. Useful\n  tests from that remain inputs, but its\n  code is none.'),
      ['ADR 3'],
    );
    assert.deepEqual(supersedes('the decision in [ADR 3](0003-x.md)'), ['ADR 3 <0003-x.md>']);
    assert.deepEqual(supersedes('the acceptance criterion in ADR 3 and ADR 4'), ['ADR 3 partly', 'ADR 4 partly']);
    assert.deepEqual(supersedes('the whole design made in ADR 3'), ['ADR 3']);
    assert.deepEqual(supersedes('the interim amendments to ADR-3 and ADR-4 that named the key'), [
      'ADR-3 partly',
      'ADR-4 partly',
    ]);
  });

  it('is a part of it where a clause says what of it is meant', () => {
    const inText = (words: string) =>
      of(readSample(`# 7. Use foo\n\n## Status\n\nAccepted. It supersedes ${words}.\n`));
    assert.deepEqual(inText('the opt-in default ADR 3 originally assumed'), ['ADR 3 partly']);
    assert.deepEqual(inText('the key format that [ADR 3](0003-x.md) introduced'), ['ADR 3 <0003-x.md> partly']);
    assert.deepEqual(inText('what ADR-3 said of keys'), ['ADR-3 partly']);
    assert.deepEqual(inText('the decision ADR-3 recorded'), ['ADR-3']);
    assert.deepEqual(inText('the older ADR-3 accepted in May'), ['ADR-3']);
    assert.deepEqual(inText('ADR-3 made in May'), ['ADR-3']);
    const older = readSample('# 7. Use foo\n\n## Status\n\nSuperseded by the format ADR-9 introduced.\n');
    assert.deepEqual([older.status, by(older)], ['superseded', ['ADR-9']]);
  });

  it('is a part of it where a remark behind its name says so', () => {
    const cases: readonly [field: string, partial: boolean][] = [
      ['ADR-3 (only the keys of pages)', true],
      ['ADR-3 (the paging section)', true],
      ['ADR-3 (Pages only)', true],
      ["ADR-3's rules for pages", true],
      ["[ADR-3](0003-x.md)'s rules", true],
      ['ADR-3 as far as pages go', true],
      ['ADR-3 insofar as it speaks of pages', true],
      ['the reading half of ADR-3', true],
      ['ADR-3 (Pages and their parts)', false],
      ['ADR-3 (since May)', false],
    ];
    for (const [field, partial] of cases) {
      const { supersedes } = readSample(`# 7. Use foo\n\nStatus: Accepted\nSupersedes: ${field}\n`);
      assert.deepEqual(
        supersedes.map((one) => one.partial),
        [partial],
        field,
      );
    }
  });

  it('is a part of it where the line is wrapped before that is said', () => {
    const head = 'Accepted. Found with the team, and written down here at some length.';
    for (const [text, expected] of [
      ['Supersedes ADR-3\n§ D2 (the rule of the keys).', ['ADR-3 partly']],
      ['Supersedes **ADR-3 for\n*the identity of workloads* only** - the rest goes on.', ['ADR-3 partly']],
      ['Supersedes ADR-3\nThe rest is below.', ['ADR-3']],
      ['Supersedes ADR-3.\n\nSupersedes ADR-3 in part: the rule of the keys.', ['ADR-3 partly']],
    ] as const) {
      const status = `# 7. Use foo\n\n## Status\n\n${head} ${text}\n\n## Context\n\nWhy.\n`;
      assert.deepEqual(of(readSample(status)), expected, text);
      const inText = `# 7. Use foo\n\n## Status\n\nAccepted\n\n## Context\n\n${text}\n`;
      assert.deepEqual(of(readSample(inText)), expected, text);
    }
  });

  it('is a part of it, in Korean, Japanese and Chinese too, and where notes in it are meant', () => {
    const supersedes = (words: string) => of(readSample(`# 7. Use foo\n\n**Supersedes:** ${words}\n`));
    assert.deepEqual(supersedes('ADR-3의 메일 규칙을 일부 대신함'), ['ADR-3 partly']);
    assert.deepEqual(supersedes('ADR-3（一部）'), ['ADR-3 partly']);
    assert.deepEqual(supersedes('the mail-related notes in [ADR-3](0003-x.md)'), ['ADR-3 <0003-x.md> partly']);
    const section = readSample('# 7. Use foo\n\n## Supersedes\n\nADR-3의 원칙을 메일에 한해 예외 처리함.\n');
    assert.deepEqual(of(section), ['ADR-3 partly']);
  });

  it('is a part of it where one of its decisions, its shape or its mode is meant', () => {
    const supersedes = (words: string) => of(readSample(`# 7. Use foo\n\n**Supersedes:** ${words}\n`));
    const inText = (words: string) => of(readSample(`# 7. Use foo\n\n## Status\n\nAccepted\n\n${words}\n`));
    for (const words of [
      'the retry decision of ADR-3',
      'the "no retries" decision in ADR-3',
      'the queue choice in ADR-3',
      'the delivery shape of ADR-3',
      'ADR-3 — delivery mode only',
      'ADR-3; its other decisions stand',
    ]) {
      assert.deepEqual(supersedes(words), ['ADR-3 partly'], words);
      assert.deepEqual(inText(`Supersedes ${words}.`), ['ADR-3 partly'], words);
    }
    for (const words of ['the decision in ADR-3', 'the original decision of ADR-3'])
      assert.deepEqual(supersedes(words), ['ADR-3'], words);
    const list =
      '# 7. Use foo\n\n## Related\n\n- Supersedes: ADR-3 § 3 for mail.\n  Decisions #1 (post) and #2 (fax) are unaffected.\n';
    assert.deepEqual(of(readSample(list)), ['ADR-3 partly']);
  });

  it('is another’s where the path of its folder stands before it', () => {
    const text = '# 7. Use foo\n\n**Supersedes:** mail/docs/adr/ADR-003 (Use bar)\n';
    assert.deepEqual(of(readSample(text)), ['mail/docs/adr/ADR-003']);
  });

  it('is not told by a label of two things', () => {
    const text = (label: string) => `# 7. Use foo\n\n**Status**: Accepted\n\n**${label}**: ADR-3 (mail)\n`;
    assert.deepEqual(of(readSample(text('Supersedes / Extends'))), []);
    assert.deepEqual(of(readSample(text('Supersedes / Replaces'))), ['ADR-3']);
  });
});
