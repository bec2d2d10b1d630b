import type { Memento } from 'vscode';
import { dirname } from '../../../../core/files/paths';
import { groupedBy } from '../../../../core/lists';
import { recordLabel } from '../../../../core/names/series';
import type { FilePath } from '../../../../core/ports';
import type { DocRecord } from '../../../../core/records/record';
import type { Finding, Severity } from '../../../../core/rules/finding';
import { severities } from '../../../../core/rules/finding';
import { type RuleCode, ruleCodes } from '../../../../core/rules/sentences';
import { compareText } from '../../../../core/text/compareText';

export const groupings = ['rule', 'file'] as const;
export type Grouping = (typeof groupings)[number];

const groupingKey = 'findings.grouping';

/** The grouping that the person chose last in this workspace. */
export function storedGrouping(memory: Memento): Grouping {
  const stored = memory.get<unknown>(groupingKey);
  return groupings.find((grouping) => grouping === stored) ?? 'rule';
}

export async function storeGrouping(memory: Memento, grouping: Grouping): Promise<void> {
  await memory.update(groupingKey, grouping);
}

/** A finding with the workspace folder of its file. */
export interface PlacedFinding {
  readonly folder: string;
  readonly finding: Finding;
}

/** A row for the findings of one rule or one file. */
export interface FindingGroup {
  readonly type: 'group';
  readonly by: { readonly rule: RuleCode } | FileKey;
  /** The highest severity of its findings. */
  readonly severity: Severity;
  readonly rows: readonly FindingRow[];
}

export interface FileKey {
  readonly folder: string;
  readonly file: string;
  /** The rule that the file's group is below; null where files are the top level. */
  readonly of: RuleCode | null;
}

export interface FindingRow extends PlacedFinding {
  readonly type: 'finding';
  /** Whether the group of its rule shows the same severity. */
  readonly isWeighed?: boolean;
}

/** Groups by severity where they are rules, by path where they are files. In each group findings go by place. */
export function findingGroups(found: readonly PlacedFinding[], grouping: Grouping): readonly FindingGroup[] {
  const all = found.map(({ folder, finding }): FindingRow => ({ type: 'finding', folder, finding }));
  if (grouping === 'file') return fileGroups(all, null);
  return grouped(
    all,
    ({ finding }) => finding.code,
    ({ finding }) => ({ rule: finding.code }),
  ).sort(byWeight);
}

/**
 * The rows of a group: files for a rule, else findings. Without files, each finding of a rule would begin with a file
 * name.
 */
export function rowsIn({ by, rows, severity }: FindingGroup): readonly (FindingGroup | FindingRow)[] {
  if (!('rule' in by)) return rows;
  const weighed = rows.map((row) => ({ ...row, isWeighed: row.finding.severity === severity }));
  return fileGroups(weighed, by.rule);
}

function fileGroups(rows: readonly FindingRow[], of: RuleCode | null): FindingGroup[] {
  return grouped(
    rows,
    ({ folder, finding }) => `${folder}\n${finding.file}`,
    ({ folder, finding: { file } }) => ({ folder, file, of }),
  ).sort(byFirst);
}

function grouped(
  all: readonly FindingRow[],
  keyOf: (row: FindingRow) => string,
  nameOf: (row: FindingRow) => FindingGroup['by'],
): FindingGroup[] {
  return [...groupedBy(all, keyOf).values()].flatMap((rows): FindingGroup[] => {
    const sorted = [...rows].sort(byPlace);
    const [first] = sorted;
    return first ? [{ type: 'group', by: nameOf(first), severity: heaviest(sorted), rows: sorted }] : [];
  });
}

function heaviest(rows: readonly FindingRow[]): Severity {
  return severities.find((severity) => rows.some(({ finding }) => finding.severity === severity)) ?? 'info';
}

const labels = new WeakMap<readonly DocRecord[], ReadonlyMap<FilePath, string>>();

/** By path, the label of each record in whose directory no other record has that label. */
export function uniqueLabels(records: readonly DocRecord[]): ReadonlyMap<FilePath, string> {
  const known = labels.get(records);
  if (known) return known;
  const alike = groupedBy(records, (record) => `${dirname(record.path)}\n${recordLabel(record)}`);
  const unique = new Map<FilePath, string>();
  for (const [record, ...others] of alike.values()) {
    const label = record && others.length === 0 ? recordLabel(record) : null;
    if (record && label !== null) unique.set(record.path, label);
  }
  labels.set(records, unique);
  return unique;
}

function byWeight(one: FindingGroup, other: FindingGroup): number {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity) || orderOf(one) - orderOf(other);
}

function orderOf({ by }: FindingGroup): number {
  return 'rule' in by ? ruleCodes.indexOf(by.rule) : 0;
}

function byFirst({ rows: [one] }: FindingGroup, { rows: [other] }: FindingGroup): number {
  return one && other ? byPlace(one, other) : 0;
}

function byPlace(one: PlacedFinding, other: PlacedFinding): number {
  const { file, span } = one.finding;
  return (
    compareText(one.folder, other.folder) ||
    compareText(file, other.finding.file) ||
    span.startLine - other.finding.span.startLine ||
    span.startColumn - other.finding.span.startColumn
  );
}

/**
 * What earlier findings of a file have become: the same rule about the same text, at the nearest place, each another one;
 * without those that hold no more.
 */
export function findingsNow(before: readonly Finding[], now: readonly Finding[]): ReadonlyMap<Finding, Finding> {
  const found = new Map<Finding, Finding>();
  const left = new Set(now);
  for (const one of before) {
    const away = ({ span }: Finding): number =>
      Math.abs(span.startLine - one.span.startLine) * 1e6 + Math.abs(span.startColumn - one.span.startColumn);
    const [nearest] = [...left]
      .filter(({ code, about }) => code === one.code && about === one.about)
      .sort((a, b) => away(a) - away(b));
    if (nearest === undefined) continue;
    left.delete(nearest);
    found.set(one, nearest);
  }
  return found;
}
