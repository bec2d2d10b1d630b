import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { revert } from './support/documents';
import { meridian, openSample, withSetting } from './support/meridian';

describe('Completion of a reference', () => {
  async function offered(typed: string, resolved = 0): Promise<readonly vscode.CompletionItem[]> {
    const document = await openSample('ledger/balance.ts');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), `// see ${typed}\n`);
    ok(await vscode.workspace.applyEdit(edit));
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 7 + typed.length),
      undefined,
      resolved,
    );
    await revert(document);
    return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
  }

  const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

  it('offers the records of the series, the retired ones last and struck through', async () => {
    await meridian();
    const items = await offered('ADR-');
    const sorted = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    equal(labelOf(sorted[0] ?? { label: '' }), 'ADR-0012');
    const dead = sorted.map(({ tags }) => tags?.includes(vscode.CompletionItemTag.Deprecated) ?? false);
    ok(dead.includes(true) && !dead.slice(dead.indexOf(true)).includes(false), String(dead));
  });

  it('shows the people and the decision of a record that is looked at, and sends them for no other', async () => {
    const [first, ...others] = await offered('ADR-', 1);
    ok(first?.detail?.includes('Priya'), first?.detail);
    ok(String(first?.documentation).includes('serialisable'), String(first?.documentation));
    deepEqual(
      others.filter(({ detail, documentation }) => detail !== undefined || documentation !== undefined),
      [],
    );
  });

  it('regression: has status and title in one text, and a list that is asked for again as one types', async () => {
    const [first] = await offered('ADR-');
    deepEqual(first?.label, {
      label: 'ADR-0012',
      detail: '  Accepted · Use PostgreSQL for the ledger',
    });
    const [sought] = await offered('ADR-postgres');
    equal(sought?.filterText?.split(' ')[0], 'postgres');
  });

  it('offers files after a folder of records', async () => {
    const items = await offered('docs/adr/');
    ok(items.some(({ insertText }) => insertText === '0012-use-postgresql-for-the-ledger.md'));
  });

  it('can be switched off', async () => {
    await withSetting('completion.enabled', false, async () => {
      equal((await offered('ADR-')).length, 0);
    });
  });
});
