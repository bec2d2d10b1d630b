import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { LinkRegistration } from '../../src/editor/records/references/registerReferences';
import { meridian, openSample, placeOf, sampleUri } from './support/meridian';

async function definitions(document: vscode.TextDocument, text: string): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    placeOf(document, text),
  );
  const paths = found.map((target) => ('targetUri' in target ? target.targetUri : target.uri).path);
  return paths.filter((path) => path.endsWith('.md'));
}

/** As the editor has them, which asks again when records change: what it asked before then is none. */
async function currentLinks(document: vscode.TextDocument): Promise<readonly vscode.DocumentLink[]> {
  const { projects } = await meridian();
  for (let isOutdated = true; ; ) {
    const listener = projects.onDidChange(() => {
      isOutdated = true;
    });
    isOutdated = false;
    const requested = vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      100,
    );
    // The editor fails with "missing" for a link of before.
    const found = await requested.then(undefined, (error: unknown) => {
      if (!isOutdated) throw error;
      return [];
    });
    listener.dispose();
    if (!isOutdated) return found;
  }
}

async function links(document: vscode.TextDocument): Promise<ReadonlyMap<string, string>> {
  const found = await currentLinks(document);
  return new Map(found.map(({ range, target }) => [document.getText(range), target?.path ?? '']));
}

describe('references as links and definitions', () => {
  before(() => meridian());

  it('open the record that an id names', async () => {
    const document = await openSample('ledger/balance.ts');
    const target = sampleUri('docs/adr/0012-use-postgresql-for-the-ledger.md').path;
    deepEqual(await definitions(document, 'ADR-0012'), [target]);
    equal((await links(document)).get('ADR-0012'), target);
  });

  it('open the record that a path names', async () => {
    const document = await openSample('ledger/balance.ts');
    const path = 'docs/adr/0005-money-is-integer-minor-units.md';
    deepEqual(await definitions(document, path), [sampleUri(path).path]);
    equal((await links(document)).get(path), sampleUri(path).path);
  });

  it('are none for a number that is not here', async () => {
    const document = await openSample('ledger/posting.ts');
    deepEqual(await definitions(document, 'ADR-0099'), []);
    ok(!(await links(document)).has('ADR-0099'));
  });

  it('lead only to files of the workspace (R22)', async () => {
    const found = await currentLinks(await openSample('ledger/posting.ts'));
    ok(found.length > 0);
    for (const { target } of found) equal(target?.scheme, sampleUri('').scheme);
  });

  it('still lead somewhere when records changed since the editor asked for them', () => leadsAfter(1));

  it('do so also after a burst of changes, such as a folder that is read again (Error: missing)', () => leadsAfter(5));

  /** A link that is asked for its target after so many changes, all since the editor has it. */
  async function leadsAfter(changes: number): Promise<void> {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'here' });
    const target = sampleUri('README.md');
    const registration = new LinkRegistration({
      provideDocumentLinks: () => {
        for (let change = 0; change < changes; change++) registration.refresh({ language: 'plaintext' });
        return [new vscode.DocumentLink(new vscode.Range(0, 0, 0, 4))];
      },
      resolveDocumentLink: (link) => {
        link.target = target;
        return link;
      },
    });
    try {
      registration.renew({ language: 'plaintext' });
      equal((await links(document)).get('here'), target.path);
    } finally {
      registration.dispose();
    }
  }
});
