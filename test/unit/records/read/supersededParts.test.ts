import { strict as assert } from 'node:assert';
import type { ParsedRecord, WrittenRelation } from '../../../../src/core/records/record';
import { readSample } from './readSample';

const short = ({ text, href, partial }: WrittenRelation) =>
  `${text}${href === null ? '' : ` <${href}>`}${partial ? ' partly' : ''}`;
const of = (record: ParsedRecord) => record.supersedes.map(short);

describe('what a record says that it supersedes', () => {
  it('is a part of it, in Korean, Japanese and Chinese too, and where notes in it are meant', () => {
    const supersedes = (words: string) => of(readSample(`# 7. Use foo\n\n**Supersedes:** ${words}\n`));
    assert.deepEqual(supersedes('ADR-3의 메일 규칙을 일부 대신함'), ['ADR-3 partly']);
    assert.deepEqual(supersedes('ADR-3（一部）'), ['ADR-3 partly']);
    assert.deepEqual(supersedes('the mail-related notes in [ADR-3](0003-x.md)'), ['ADR-3 <0003-x.md> partly']);
    const section = readSample('# 7. Use foo\n\n## Supersedes\n\nADR-3의 원칙을 메일에 한해 예외 처리함.\n');
    assert.deepEqual(of(section), ['ADR-3 partly']);
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
