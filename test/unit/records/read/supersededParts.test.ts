import { strict as assert } from 'node:assert';
import type { ParsedRecord, WrittenRelation } from '../../../../src/core/records/record';
import { readSample } from './readSample';

const short = ({ text, href, partial }: WrittenRelation) =>
  `${text}${href === null ? '' : ` <${href}>`}${partial ? ' partly' : ''}`;
const of = (record: ParsedRecord) => record.supersedes.map(short);

describe('a status that is one word with dashes', () => {
  it('says by what, and whether in part', () => {
    const read = (status: string) => {
      const { status: word, supersededBy } = readSample(`---\nstatus: ${status}\n---\n# 7. Use foo\n`);
      return [word, ...supersededBy.map(short)];
    };
    assert.deepEqual(read('superseded-in-part-by-ADR-0009'), ['accepted', 'ADR-0009 partly']);
    assert.deepEqual(read('partially-superseded-by-ADR-0009'), ['accepted', 'ADR-0009 partly']);
    assert.deepEqual(read('superseded-by-ADR-0009'), ['superseded', 'ADR-0009']);
  });
});

describe('what a record says that it supersedes', () => {
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
