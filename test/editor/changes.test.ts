import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../src/editor/api';
import type { PlacedRecord } from '../../src/editor/workspace/placedRecords';
import { revert } from './support/documents';
import {
  decision,
  deleteSample,
  hoverText,
  listed,
  meridian,
  openSample,
  outline,
  sampleUri,
  until,
  writeSample,
} from './support/meridian';

describe('what happens to files', () => {
  let api: MeridianApi;

  before(async () => {
    api = await meridian();
  });

  function record(path: string): PlacedRecord | undefined {
    return api.projects.find(api.projects.folders[0]?.folder.uri.toString() ?? '', path);
  }

  const happened = (condition: () => boolean) => until(condition, api.projects.onDidChange);

  it('shows a status that is typed and not saved, and the saved one when it is taken back', async () => {
    const path = 'docs/adr/0018-retry-with-idempotency-keys.md';
    const document = await openSample(path);
    const at = document.getText().indexOf('Accepted');
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + 'Accepted'.length));
    edit.replace(document.uri, range, 'Deprecated');
    ok(await vscode.workspace.applyEdit(edit));
    await happened(() => record(path)?.record.status === 'deprecated');
    ok(document.isDirty);
    match(await hoverText(await openSample('ledger/posting.ts'), 'ADR-0018'), /ADR-0018\*\* · Deprecated/);
    ok((await outline(api.records)).some((row) => /ADR-0018 .* · Deprecated/.test(row)));
    await revert(document);
    await happened(() => record(path)?.record.status === 'accepted');
  });

  it('links a file to the record that is typed and not saved', async () => {
    const path = 'ledger/regions.ts';
    const document = await openSample(path);
    const rows = () => listed(api).join('\n');
    ok(!rows().includes('ADR-0018'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '// ADR-0018\n');
    ok(await vscode.workspace.applyEdit(edit));
    const linked = () =>
      api.projects.folders[0]?.view.linksFor(path).some((link) => link.record.id === '0018') ?? false;
    await happened(linked);
    match(rows(), /ADR-0018 .* · cited on line 1/);
    await revert(document);
    await happened(() => !linked());
  });

  it('follows a record to its new name', async () => {
    const [before, after] = ['docs/adr/0081-old-name.md', 'docs/adr/0081-new-name.md'];
    await writeSample(before, decision('81. Move along'));
    await happened(() => record(before) !== undefined);
    await vscode.workspace.fs.rename(sampleUri(before), sampleUri(after));
    await happened(() => record(after) !== undefined && record(before) === undefined);
    const document = await vscode.workspace.openTextDocument({ content: 'see ADR-0081' });
    match(await hoverText(document, 'ADR-0081'), /Move along/);
    await deleteSample(after);
    await happened(() => record(after) === undefined);
    match(await hoverText(document, 'ADR-0081'), /^ADR-0081 is not among/);
  });

  it('forgets everything below a folder that is deleted', async () => {
    const paths = ['a/docs/adr/0082-one.md', 'a/b/docs/adr/0083-two.md'].map((path) => `shelf/${path}`);
    await writeSample('shelf/cites.ts', '// ADR-0012\n');
    for (const path of paths) await writeSample(path, decision('Keep'));
    const cited = () =>
      record('docs/adr/0012-use-postgresql-for-the-ledger.md') !== undefined &&
      api.projects.folders[0]?.view
        .backlinks('docs/adr/0012-use-postgresql-for-the-ledger.md')
        .some(({ file }) => file === 'shelf/cites.ts') === true;
    await happened(() => paths.every(record) && cited());
    await deleteSample('shelf');
    await happened(() => !paths.some(record) && !cited());
  });

  it('lists a file that cannot be read with the reason, and all others', async () => {
    const path = 'docs/adr/0084-not-text.md';
    await writeSample(path, new Uint8Array([35, 32, 0, 1, 2, 255]));
    await happened(() => record(path) !== undefined);
    const row = (await outline(api.records)).find((line) => line.includes('ADR-0084'));
    match(row ?? '', /ADR-0084 .* · not a text file/);
    const document = await vscode.workspace.openTextDocument({ content: 'see ADR-0084' });
    match(await hoverText(document, 'ADR-0084'), /\$\(warning\) This file is not text.*Save it as UTF-8\./);
    const placed = record(path);
    await vscode.commands.executeCommand('meridian.showInPanel', {
      folder: placed?.folder.uri.toString(),
      path: placed?.record.path,
    });
    const { panel } = await api.features.panel.load();
    await until(() => /<p class="note">This file is not text[^<]*<a /.test(panel.html()), panel.onDidShow);
    ok(record('docs/adr/0012-use-postgresql-for-the-ledger.md'));
    await deleteSample(path);
    await happened(() => record(path) === undefined);
  });

  it('takes what is typed while many files change, whatever was written to the file under it', async () => {
    const path = 'docs/adr/0018-retry-with-idempotency-keys.md';
    const document = await openSample(path);
    const saved = document.getText();
    // In a folder that is watched by now: of what is written into a new one the editor may tell nothing.
    const names = Array.from({ length: 150 }, (_, at) => `docs/adr/${String(3000 + at)}-part-${at}.md`);
    const watcher = vscode.workspace.createFileSystemWatcher('**/docs/adr/3*.md');
    let told = 0;
    watcher.onDidCreate(() => told++);
    await Promise.all(names.map((name) => writeSample(name, decision('Part'))));
    await until(() => told === names.length, watcher.onDidCreate);
    watcher.dispose();
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), decision('18. Typed', 'Deprecated'));
    ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.fs.writeFile(sampleUri(path), new TextEncoder().encode(`${saved}\nMore.\n`));
    await happened(() => names.every(record) && record(path)?.record.title === 'Typed');
    await vscode.workspace.fs.writeFile(sampleUri(path), new TextEncoder().encode(saved));
    await revert(document);
    await Promise.all(names.map((name) => vscode.workspace.fs.delete(sampleUri(name))));
    await happened(() => !names.some(record) && record(path)?.record.status === 'accepted');
  });

  it('ends as a fresh reading would after more events than it takes one by one', async () => {
    const count = 600;
    const names = Array.from({ length: count }, (_, at) => `burst/docs/adr/${String(2000 + at)}-part-${at}.md`);
    await Promise.all(names.map((path, at) => writeSample(path, decision(`${2000 + at}. Part ${at}`))));
    await writeSample('burst/src/all.ts', '// ADR-2000, ADR-2599\n');
    const cites = () => api.projects.folders[0]?.view.linksFor('burst/src/all.ts').length ?? 0;
    await happened(() => names.every(record) && cites() >= 2);
    equal(record(names[599] ?? '')?.record.title, 'Part 599');
    await deleteSample('burst');
    await happened(() => !names.some(record) && cites() === 0);
    await api.whenRead();
    deepEqual(
      api.projects.records().filter((placed) => placed.record.path.startsWith('burst/')),
      [],
    );
  });
});
