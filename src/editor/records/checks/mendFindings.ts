import { l10n, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { groupedBy } from '../../../core/lists';
import type { Finding } from '../../../core/rules/finding';
import { answer, answerWith } from '../../host/answer';
import { commands } from '../../host/ids';
import { type ReportProgress, withStopping } from '../../host/withStopping';
import { uriOf } from '../../workspace/folderPaths';
import type { FindingsNode } from './findingsTree';
import { rangeOf } from './findingWords';
import { type FindingRow, findingsNow } from './model/findingRows';
import type { OpenFindings } from './openFindings';

/**
 * Fixes the finding of a row, or all fixable ones of a group, as one edit that one undo reverts. Each document is
 * checked again before, since its text may have changed. Nothing is saved.
 */
export async function mendFindings(node: unknown, open: OpenFindings): Promise<void> {
  const rows = rowsOf(node);
  const edit = new WorkspaceEdit();
  const places = await placesOf(rows, open);
  if (places === undefined) return;
  for (const { document, finding } of places) {
    for (const { text, ...span } of finding.fix?.edits ?? []) edit.replace(document.uri, rangeOf(span), text);
  }
  const [first] = places;
  if (!first || !(await workspace.applyEdit(edit))) {
    const why = l10n.t('Nothing was changed: the text is another by now. Check References looks at it again.');
    void answerWith(why, l10n.t('Check References'), commands.checkReferences);
    return;
  }
  if (rows.length > 1) {
    void answer(l10n.t('{0} places were changed in one step. The files are not saved yet.', places.length));
    return;
  }
  const selection = rangeOf(first.finding.span);
  await window.showTextDocument(first.document, { selection: selection.with(undefined, selection.start) });
}

interface Place {
  readonly document: TextDocument;
  readonly finding: Finding;
}

/** What of the rows still holds. The editor opens each file, so that several show progress. Undefined where stopped. */
async function placesOf(rows: readonly FindingRow[], open: OpenFindings): Promise<readonly Place[] | undefined> {
  const byFile = [...groupedBy(rows, addressOf)];
  const read = async (signal?: AbortSignal, report?: ReportProgress) => {
    const places: Place[] = [];
    for (const [at, [uri, own]] of byFile.entries()) {
      if (signal?.aborted) return undefined;
      if (at > 0) report?.(l10n.t('{0} of {1} files', at, byFile.length));
      const document = await workspace.openTextDocument(Uri.parse(uri));
      const before = own.map(({ finding }) => finding);
      const now = findingsNow(before, open.allOf(document));
      const found = before.flatMap((finding) => now.get(finding) ?? unchanged(finding, document) ?? []);
      places.push(...fitting(found).map((finding) => ({ document, finding })));
    }
    return places;
  };
  return byFile.length > 1 ? withStopping(l10n.t('Fixing the findings'), read) : read();
}

/**
 * A finding that rests on another file is not found in an open document alone. It holds while the text it is about is
 * unchanged.
 */
function unchanged(finding: Finding, document: TextDocument): Finding | undefined {
  return document.getText(rangeOf(finding.span)) === finding.about ? finding : undefined;
}

function rowsOf(node: unknown): readonly FindingRow[] {
  const known = node as FindingsNode | undefined;
  if (known?.type === 'group') return known.rows.filter(({ finding }) => finding.fix);
  return known?.type === 'finding' && known.finding.fix ? [known] : [];
}

function addressOf({ folder, finding }: FindingRow): string {
  return uriOf(Uri.parse(folder), finding.file).toString();
}

/** The findings whose edits do not overlap; of two that do, the first. */
function fitting(findings: readonly Finding[]): readonly Finding[] {
  const taken: ReturnType<typeof rangeOf>[] = [];
  return findings.filter(({ fix }) => {
    const own = fix?.edits.map(rangeOf) ?? [];
    if (own.length === 0 || own.some((range) => taken.some((other) => other.intersection(range)))) return false;
    taken.push(...own);
    return true;
  });
}
