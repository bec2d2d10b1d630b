import { l10n, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { groupedBy } from '../../../core/lists';
import type { Finding } from '../../../core/rules/finding';
import { answer, answerWith } from '../../host/answer';
import { commands } from '../../host/ids';
import { uriOf } from '../../workspace/folderPaths';
import type { FindingsNode } from './findingsTree';
import { rangeOf } from './findingWords';
import { type FindingRow, findingsNow } from './model/findingRows';
import type { OpenFindings } from './openFindings';

/**
 * Mends what a row says, or all that can be mended of a group, in one step that is undone in one. Each text is looked at
 * again before: it may be another by now. Nothing is saved.
 */
export async function mendFindings(node: unknown, open: OpenFindings): Promise<void> {
  const rows = rowsOf(node);
  const edit = new WorkspaceEdit();
  const places: { readonly document: TextDocument; readonly finding: Finding }[] = [];
  for (const [uri, own] of groupedBy(rows, addressOf)) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const before = own.map(({ finding }) => finding);
    const now = findingsNow(before, open.allOf(document));
    const found = before.flatMap((finding) => now.get(finding) ?? unchanged(finding, document) ?? []);
    places.push(...fitting(found).map((finding) => ({ document, finding })));
  }
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

/** What rests on another file is not looked for in an open document: it holds while its own text is as it was. */
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

/** Findings whose edits do not touch each other; of two that do, the first one. */
function fitting(findings: readonly Finding[]): readonly Finding[] {
  const taken: ReturnType<typeof rangeOf>[] = [];
  return findings.filter(({ fix }) => {
    const own = fix?.edits.map(rangeOf) ?? [];
    if (own.length === 0 || own.some((range) => taken.some((other) => other.intersection(range)))) return false;
    taken.push(...own);
    return true;
  });
}
