import type { Section } from '../../text/document';
import type { Field } from './field';
import type { NamedRecord } from './fileName';
import type { StatedStatus } from './status';

/** What the first pass over a document found. */
export interface Findings {
  readonly named: NamedRecord;
  readonly title: Section | null;
  readonly fields: readonly Field[];
  readonly stated: StatedStatus;
}
