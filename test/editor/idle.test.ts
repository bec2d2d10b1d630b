import { deepEqual, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { revert } from './support/documents';
import { meridian, openSample, until } from './support/meridian';
import { idle, passTime, settled } from './support/ownWork';

const views = ['decisions', 'records', 'handoffs', 'team'];

describe('ten minutes in which nothing happens, with the views open', () => {
  it('start no process, send no request, and have no timer more than once a minute', async () => {
    const api = await meridian();
    const document = await openSample('ledger/balance.ts');
    for (const view of views) await vscode.commands.executeCommand(`meridian.${view}.focus`);
    await api.whenRead();
    // Timers are seen at all: a key sets one.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '// ADR-0012\n');
    const isSet = until(() => idle.timers.size > 0, vscode.workspace.onDidChangeTextDocument);
    ok(await vscode.workspace.applyEdit(edit));
    await isSet;
    await revert(document);
    // What opening them began comes to its end: within two minutes of no events.
    await settled(120_000);
    const before = { processes: idle.processes, requests: idle.requests };
    const turns = await passTime(600_000);
    deepEqual({ processes: idle.processes, requests: idle.requests }, before);
    for (const [place, count] of turns) ok(count <= 11, `${count} times in ten minutes ${place}`);
  });
});
