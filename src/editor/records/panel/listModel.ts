import type { LinkDetail } from '../../../core/links/link';
import type { ProjectView } from '../../../core/projectView';
import type { DocRecord } from '../../../core/records/record';
import { isRetired, livingSuccessors } from '../../../core/records/succession';
import { joinParts } from '../../../core/text/compareText';
import type { FileGroup, FileGroupKey } from '../fileGroups';
import { homesOfAlike } from '../model/recordHomes';

/** A record that concerns the file, with the facts that a person needs before they open it. */
export interface ListedRecord {
  readonly record: DocRecord;
  readonly detail: LinkDetail;
  /** What is in force instead, where the record is retired. */
  readonly successors: readonly DocRecord[];
  /** The decision in its own words, or a runbook's first steps; empty where neither is known. */
  readonly excerpt: string;
  /** Where it lies, if another record of the list reads the same; else empty. */
  readonly home: string;
}

export interface ListedGroup {
  readonly key: FileGroupKey;
  readonly records: readonly ListedRecord[];
  /** How many more records the group has. */
  readonly hidden: number;
}

const mostSuccessors = 2;

/**
 * The list of Decisions, in the order of `groups`.
 * @param limitOf how many records of a group are listed
 */
export function listModel(
  view: ProjectView,
  groups: readonly FileGroup[],
  limitOf: (key: FileGroupKey) => number,
): readonly ListedGroup[] {
  const homes = homesOfAlike(groups.flatMap(({ links }) => links.map(({ record }) => ({ folderName: '', record }))));
  return groups.map(({ key, links }) => ({
    key,
    hidden: Math.max(links.length - limitOf(key), 0),
    records: links.slice(0, limitOf(key)).map(({ record, detail }) => ({
      record,
      detail,
      successors: isRetired(record)
        ? livingSuccessors(record, (path) => view.record(path)).slice(0, mostSuccessors)
        : [],
      excerpt: record.decision ?? stepsOf(record),
      home: homes.get(record) ?? '',
    })),
  }));
}

function stepsOf({ runbook }: DocRecord): string {
  return joinParts(
    (runbook?.firstSteps ?? []).map((step, at) => `${at + 1}. ${step}`),
    ' ',
  );
}
