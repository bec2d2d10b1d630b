import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  deleteSample,
  hoverParts,
  hoverText,
  meridian,
  openSample,
  sampleUri,
  until,
  writeSample,
} from './support/meridian';

describe('the hover on a reference', () => {
  before(() => meridian());

  it('says status, date, people, title, the decision and who cites it', async () => {
    const text = await hoverText(await openSample('ledger/balance.ts'), 'ADR-0012');
    match(text, /^\$\(pass\) \*\*ADR-0012\*\* · Accepted · 3 Mar 2025 · Priya, Tom/);
    match(text, /\*\*Use PostgreSQL for the ledger\*\*/);
    match(text, /serialisable|PostgreSQL because/);
    match(text, /Amended by ADR-0031 \(partly\)/);
    match(text, /cited in \d+ files/);
    match(text, /\[Open\].*\[To the side\].*\[Show in Decisions\].*\[Copy link\]/);
  });

  it('says first where to go instead of a dead record', async () => {
    const [heading, successor] = (await hoverText(await openSample('ledger/balance.ts'), 'ADR-0007')).split('\n');
    match(heading ?? '', /\$\(circle-slash\) \*\*ADR-0007\*\* · Superseded/);
    match(successor ?? '', /^Superseded by \$\(pass\) \*\*ADR-0012\*\* Use PostgreSQL for the ledger/);
  });

  it('does not guess at a number that is not here', async () => {
    const text = await hoverText(await openSample('ledger/posting.ts'), 'ADR-0099');
    match(text, /^ADR-0099 is not among the \d+ decisions of this repository\.$/);
  });

  it('shows owner and first steps of a runbook', async () => {
    const text = await hoverText(await openSample('ops/alerts/ledger.yaml'), 'docs/runbooks/balance-drift.md');
    match(text, /\*\*Balance drift\*\* · owner ledger-oncall/);
    match(text, /1\. Freeze the account/);
    match(text, /3\. If the difference/);
    doesNotMatch(text, /4\. If it does not/);
  });

  it('trusts only its own links, which carry a number and no word of the repository (R1)', async () => {
    const parts = await hoverParts(await openSample('ledger/balance.ts'), 'ADR-0012');
    const trusted = parts.filter(({ isTrusted }) => isTrusted);
    equal(trusted.length, 1);
    deepEqual(trusted[0]?.isTrusted, {
      enabledCommands: [
        'meridian.openRecord',
        'meridian.openRecordToSide',
        'meridian.showInPanel',
        'meridian.copyLink',
      ],
    });
    match(
      trusted[0]?.value ?? '',
      /^(?:(?: · )?\[(?:Open|To the side|Show in Decisions|Copy link)\]\(command:meridian\.\w+\?%5B\d+%5D\))+$/,
    );
    ok(!parts.some(({ supportHtml }) => supportHtml));
  });

  it('shows a hostile title as text', async () => {
    const api = await meridian();
    const hostile =
      '# 90. $(alert) [run](command:workbench.action.quit) ![x](https://example.com/x.png) <img src=x> \u202Eevil';
    const uri = sampleUri('docs/adr/0090-hostile.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${hostile}\n\n## Status\n\nAccepted\n`));
    const folder = api.projects.folders[0]?.folder.uri.toString() ?? '';
    await until(() => api.projects.find(folder, 'docs/adr/0090-hostile.md') !== undefined, api.projects.onDidChange);
    const document = await vscode.workspace.openTextDocument({ content: 'see ADR-0090' });
    const raw = (await hoverParts(document, 'ADR-0090'))
      .filter(({ isTrusted }) => !isTrusted)
      .map(({ value }) => value);
    const text = raw.join('\n');
    doesNotMatch(text, /(?<!\\)\]\(command/);
    doesNotMatch(text, /(?<!\\)!\[/);
    doesNotMatch(text, /(?<!\\)\$\(alert\)/);
    doesNotMatch(text, /\u202E/);
    match(text, /202E/);
    await vscode.workspace.fs.delete(uri);
    await until(() => api.projects.find(folder, 'docs/adr/0090-hostile.md') === undefined, api.projects.onDidChange);
  });

  it('knows what is typed and not saved', async () => {
    const document = await openSample('ledger/money.ts');
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// ADR-0018\n'));
    match(await hoverText(document, 'ADR-0018'), /Retry postings with idempotency keys/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is silent where no record is named, and where it is switched off', async () => {
    const document = await openSample('ledger/balance.ts');
    deepEqual(await hoverParts(document, 'readonly account'), []);
    const settings = vscode.workspace.getConfiguration('meridian');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    deepEqual(await hoverParts(document, 'ADR-0012'), []);
    await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    ok((await hoverParts(document, 'ADR-0012')).length > 0);
  });
});

describe('the hover on a scope of a record', () => {
  const path = 'docs/adr/0000-own-the-ledger.md';

  it('works in a line of the head, and in the part of a log that says it', async () => {
    const api = await meridian();
    const folder = api.projects.folders[0]?.folder.uri.toString() ?? '';
    const log = 'docs/DECISIONS.md';
    const part = (number: number, scope: string) =>
      `## ADR-${number}: Choose ${number}\n\n- Status: accepted\n${scope}\n`;
    const texts = {
      [path]: '# Own the ledger\n\n- Status: accepted\n- Scope: `ledger/**`\n\n## Context\n\nSome.\n',
      [log]: `# Decisions\n\n${part(901, '')}${part(902, '- Scope: `ledger/**`\n')}`,
    };
    for (const [file, text] of Object.entries(texts)) {
      await writeSample(file, text);
      await until(() => api.projects.find(folder, file) !== undefined, api.projects.onDidChange);
      try {
        match(await hoverText(await openSample(file), 'ledger/**'), /^ledger\/\*\* matches \d+ files/, file);
      } finally {
        await deleteSample(file);
      }
    }
  });

  it('says how many files it matches, and names the first', async () => {
    const api = await meridian();
    await writeSample(path, '---\nstatus: accepted\nscope:\n  - ledger/**\n  - nowhere/**\n---\n# Own the ledger\n');
    const folder = api.projects.folders[0]?.folder.uri.toString() ?? '';
    await until(() => api.projects.find(folder, path) !== undefined, api.projects.onDidChange);
    try {
      const document = await openSample(path);
      const [count, first] = (await hoverText(document, 'ledger/**')).split('\n');
      match(count ?? '', /^ledger\/\*\* matches \d+ files\s*$/);
      match(first ?? '', /^ledger\/\S+\s*$/);
      match(await hoverText(document, 'nowhere/**'), /^nowhere\/\*\* matches no file of this folder$/);
      equal(await hoverText(document, 'accepted'), '');
    } finally {
      await deleteSample(path);
    }
  });
});
