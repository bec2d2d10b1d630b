import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { WebviewView } from 'vscode';
import type { ToPage } from '../../../../../src/editor/records/panel/messages';
import { PanelPage } from '../../../../../src/editor/records/panel/panelPage';

/** A view whose page says what the test says, and is shown and hidden by it. */
function pageOf() {
  const sent: ToPage[] = [];
  const wanted: string[] = [];
  let said: (message: unknown) => void = () => undefined;
  let changed: () => void = () => undefined;
  const nothing = { dispose: () => undefined };
  const view = {
    visible: true,
    onDidChangeVisibility: (listener: () => void) => {
      changed = listener;
      return nothing;
    },
    webview: {
      html: '',
      options: {},
      cspSource: 'https://view.example',
      asWebviewUri: (uri: unknown) => uri,
      postMessage: (message: ToPage) => sent.push(message),
      onDidReceiveMessage: (listener: (message: unknown) => void) => {
        said = listener;
        return nothing;
      },
    },
  };
  const parts = { language: 'en', title: 'Decisions', script: '', style: '' };
  const page = new PanelPage(
    view as unknown as WebviewView,
    parts,
    undefined,
    () => wanted.push('content'),
    (id) => wanted.push(id),
  );
  const show = (visible: boolean): void => {
    view.visible = visible;
    changed();
  };
  return { page, sent, wanted, say: (message: unknown) => said(message), show };
}

function content(key: string, html: string, fragment: string | null = null, announcement = ''): ToPage {
  return { type: 'content', key, html, fragment, announcement };
}

describe('PanelPage', () => {
  it('keeps what comes while the page is being loaded, and gives it to it at once', () => {
    const { page, sent, wanted, say } = pageOf();
    page.post(content('list', 'one'));
    assert.deepEqual(sent, []);
    say({ type: 'ready' });
    assert.deepEqual(sent, [content('list', 'one')]);
    assert.deepEqual(wanted, []);
  });

  it('gives the later of two, with the place that the earlier one was to be shown at, and says no update', () => {
    const { page, sent, say } = pageOf();
    page.post(content('adr/1.md', 'one', 'context'));
    page.post(content('adr/1.md', 'two', null, 'updated'));
    page.post(content('adr/1.md', 'three', null, 'updated'));
    say({ type: 'ready' });
    assert.deepEqual(sent, [content('adr/1.md', 'three', 'context')]);
  });

  it('asks for content where none came, and where the page was loaded anew by itself', () => {
    const { page, sent, wanted, say } = pageOf();
    say({ type: 'ready' });
    assert.deepEqual(wanted, ['content']);
    page.post(content('list', 'one'));
    assert.equal(sent.length, 1);
    say({ type: 'ready' });
    assert.deepEqual(wanted, ['content', 'content']);
  });

  it('asks for content as soon as the view is shown again, and gives nothing that was made before', () => {
    const { page, sent, wanted, say, show } = pageOf();
    page.post(content('list', 'old'));
    show(false);
    assert.equal(page.hears, false);
    show(true);
    assert.deepEqual(wanted, ['content']);
    page.post(content('list', 'new'));
    say({ type: 'ready' });
    assert.deepEqual(sent, [content('list', 'new')]);
  });
});

describe('the code of the page', () => {
  // It stands in the page: an end tag would end it there, and a file that it asks for is refused.
  for (const name of ['page.ts', 'page.css', 'list.css']) {
    it(`has no end tag and asks for no file: ${name}`, () => {
      const text = readFileSync(`src/editor/records/panel/page/${name}`, 'utf8');
      assert.doesNotMatch(text, /<\/(?:script|style)|@import|url\(/i);
    });
  }
});
