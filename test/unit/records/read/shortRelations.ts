import type { ParsedRecord, WrittenRelation } from '../../../../src/core/records/record';

const short = ({ text, href, partial }: WrittenRelation) =>
  `${text}${href === null ? '' : ` <${href}>`}${partial ? ' partly' : ''}`;

export const supersededBy = (record: ParsedRecord) => record.supersededBy.map(short);

export const supersedes = (record: ParsedRecord) => record.supersedes.map(short);
