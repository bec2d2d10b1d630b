import { ambiguousRecord } from './ambiguousRecord';
import { brokenLink } from './brokenLink';
import { damagedRecord } from './damagedRecord';
import { driftedPath } from './driftedPath';
import { duplicateId } from './duplicateId';
import { emptyScope } from './emptyScope';
import { foreignRecord } from './foreignRecord';
import { gonePath } from './gonePath';
import { missingRecord } from './missingRecord';
import { noSuccessor } from './noSuccessor';
import { oneSidedSupersession } from './oneSidedSupersession';
import { overdueProposal } from './overdueProposal';
import { prematureSupersession } from './prematureSupersession';
import { retiredRecord } from './retiredRecord';
import type { Rule } from './rule';
import { staleSlug } from './staleSlug';
import { noStatus, unknownStatus } from './statedStatus';
import { supersessionCycle } from './supersessionCycle';
import { titleNumber } from './titleNumber';

/** Every rule, in the order in which docs/rules.md explains them. */
export const allRules: readonly Rule[] = [
  missingRecord,
  ambiguousRecord,
  foreignRecord,
  retiredRecord,
  staleSlug,
  noSuccessor,
  oneSidedSupersession,
  prematureSupersession,
  supersessionCycle,
  duplicateId,
  titleNumber,
  damagedRecord,
  noStatus,
  unknownStatus,
  overdueProposal,
  brokenLink,
  emptyScope,
  gonePath,
  driftedPath,
];
