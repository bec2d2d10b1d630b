import assert from 'node:assert/strict';
import type { RenderedRecord } from '../../../../../src/core/render/renderRecord';
import { panelModel } from '../../../../../src/editor/records/panel/panelModel';
import { PanelTargets } from '../../../../../src/editor/records/panel/panelTarget';
import { noticeHtml, RecordHtml } from '../../../../../src/editor/records/panel/recordHtml';
import { shellHtml } from '../../../../../src/editor/records/panel/shellHtml';
import { docRecord, relation } from '../../../support/records';
import { backlink, fakeView, words } from './support';

const rendered: RenderedRecord = {
  form: 'document',
  html: '<h1 id="s-t">7. Title of adr/7.md</h1>',
  hasTitle: true,
  truncated: false,
};
const older = docRecord('adr/7.md', {
  status: 'superseded',
  statusText: 'Superseded',
  date: '2025-03-03',
  people: ['Priya', 'Tom'],
  scope: ['ledger/**'],
  tags: ['storage'],
  supersededBy: [relation('adr/12.md')],
});
const newer = docRecord('adr/12.md', { supersedes: [relation('adr/7.md')] });
const backlinks = [
  backlink('ledger/balance.ts', 4),
  backlink('ledger/balance.ts', 88),
  backlink('ledger/balance.ts', 88),
  backlink('ledger/post.ts', 1),
  backlink('adr/12.md', 9),
];

function page(path: string, shown = rendered, records = [older, newer], cited = backlinks) {
  const model = panelModel(fakeView(records, cited), path);
  assert.ok(model);
  const targets = new PanelTargets('p');
  return {
    html: new RecordHtml(targets, words).page(model, shown, { back: true, forward: false, file: 'balance.ts' }),
    targets,
  };
}

describe('panelModel', () => {
  it('is null for a record that is gone', () => assert.equal(panelModel(fakeView([]), 'adr/1.md'), null));

  it('regression: says beside the arrow that a step replaces a part, on either side of the record', () => {
    const partial = docRecord('adr/1.md', {
      status: 'accepted',
      supersededBy: [relation('adr/2.md', { partial: true })],
    });
    const middle = docRecord('adr/2.md', {
      supersedes: [relation('adr/1.md', { partial: true, pending: true })],
      supersededBy: [relation('adr/3.md', { partial: true })],
    });
    const last = docRecord('adr/3.md', { supersedes: [relation('adr/2.md', { partial: true })] });
    const { html } = page('adr/2.md', rendered, [partial, middle, last]);
    const steps = (/<ol>(.*?)<\/ol>/.exec(html)?.[1] ?? '').replace(/<\/li>/g, ' → ').replace(/<[^>]*>/g, '');
    assert.equal(steps, 'ADR-1 (partly) → ADR-2 → (partly) ADR-3 → ');
  });

  it('regression: tells where the record lies if another one reads the same', () => {
    const twins = ['api/adr/12.md', 'web/adr/12.md'].map((path) => docRecord(path, { title: 'X' }));
    assert.match(page('web/adr/12.md', rendered, twins).html, / in web<\/p>/);
    assert.equal(panelModel(fakeView([older, newer]), older.path)?.home, '');
  });

  it('groups who cites it by folder and file, records apart, a line once', () => {
    const model = panelModel(fakeView([older, newer], backlinks), older.path);
    const lines = model?.code.folders.map(({ folder, files }) => [
      folder,
      files.map(({ name, citations }) => [name, citations.map(({ line }) => line)]),
    ]);
    assert.deepEqual(lines, [
      [
        'ledger',
        [
          ['balance.ts', [4, 88]],
          ['post.ts', [1]],
        ],
      ],
    ]);
    assert.deepEqual(
      model?.records.folders.map(({ folder }) => folder),
      ['adr'],
    );
  });

  it('shows 200 places and counts the rest', () => {
    const many = Array.from({ length: 250 }, (_, at) => backlink(`src/${at % 60}.ts`, at + 1));
    const code = panelModel(fakeView([older], many), older.path)?.code;
    assert.equal(code?.hidden, 50);
    assert.equal(code?.folders.flatMap(({ files }) => files.flatMap(({ citations }) => citations)).length, 200);
  });

  it('regression: shows of a long line the part that cites the record', () => {
    const shown = (lineText: string) => {
      const long = [{ ...backlink('CHANGELOG.md', 1), lineText }].map((one) => ({
        ...one,
        reference: { ...one.reference, text: 'ADR-0007' },
      }));
      const code = panelModel(fakeView([older], long), older.path)?.code;
      return code?.folders[0]?.files[0]?.citations[0]?.text;
    };
    assert.equal(shown('* **bus:** topics of the system, as ADR-0007 says'), '…the system, as ADR-0007 says');
    assert.equal(shown('  // see ADR-0007'), '// see ADR-0007');
    assert.equal(shown('link:aVeryLongWordOfAPath/ADR-0007.md'), '…LongWordOfAPath/ADR-0007.md');
  });

  it('leads away from a retired record only', () => {
    const view = fakeView([older, newer]);
    assert.deepEqual(panelModel(view, older.path)?.successors, [newer]);
    assert.deepEqual(panelModel(view, newer.path)?.successors, []);
  });
});

describe('RecordHtml', () => {
  it('puts status, date, people, successor and chain above the record and citations below', () => {
    const { html } = page(older.path);
    const order = [
      '← balance.ts',
      '<h1 id="s-t">',
      'Superseded</span> · 2025-03-03 · Priya, Tom',
      'Superseded by',
      'ADR-7</strong>',
      'ledger/**',
      'storage',
      '3 places in 2 files',
      'In the code',
      'balance.ts:4',
      'In other records',
    ];
    const places = order.map((text) => html.indexOf(text));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(places.every((place) => place >= 0));
  });

  it('marks the current record of the chain and links the others', () => {
    const { html, targets } = page(older.path);
    const [, id = ''] =
      /<li><strong aria-current="true">ADR-7<\/strong><\/li><li><a href="#" data-id="([^"]+)"/.exec(html) ?? [];
    assert.deepEqual(targets.find(id), { kind: 'file', path: 'adr/12.md', fragment: null });
  });

  it('leads a citation to its line', () => {
    const { html, targets } = page(older.path);
    const [, id = ''] = /data-id="([^"]+)"[^>]*>balance\.ts:88/.exec(html) ?? [];
    assert.deepEqual(targets.find(id), { kind: 'place', path: 'ledger/balance.ts', line: 88 });
  });

  it('gives a record without a heading its title', () => {
    const { html } = page(newer.path, { ...rendered, hasTitle: false, html: '' });
    assert.match(html, /<h1>ADR-12 Title of adr\/12\.md<\/h1>/);
  });

  it('gives a record its title where its first heading is a chapter', () => {
    const { html } = page(newer.path, { ...rendered, html: '<p>Fields</p><h1 id="s-a">Abstract</h1>' });
    assert.match(html, /<h1>ADR-12 Title of adr\/12\.md<\/h1>[\s\S]*<h1 id="s-a">Abstract/);
  });

  it('says so where a record is cut, is a drawing, was read in part, or is not cited', () => {
    assert.match(page(newer.path, { ...rendered, truncated: true }).html, /Too long\. <a /);
    assert.match(page(newer.path, { ...rendered, form: 'drawing', html: '' }).html, /A drawing\. <a /);
    const partly = docRecord('adr/1.md', { problem: 'front-matter' });
    assert.match(page(partly.path, rendered, [partly], []).html, /Not all &lt;front-matter&gt;[\s\S]*No file cites/);
  });

  it('does not say that nobody cites it while files are still being read', () => {
    const model = panelModel({ ...fakeView([newer]), complete: false }, newer.path);
    assert.ok(model);
    const steps = { back: false, forward: false, file: '' };
    const html = new RecordHtml(new PanelTargets('p'), words).page(model, rendered, steps);
    assert.match(html, /Still reading\./);
    assert.doesNotMatch(html, /No file cites/);
  });

  it('offers only the steps that the history has', () => {
    const { html, targets } = page(newer.path);
    const [, id = ''] = /data-id="([^"]+)" title="Back"/.exec(html) ?? [];
    assert.deepEqual(targets.find(id), { kind: 'step', by: -1 });
    assert.match(html, /<button type="button" disabled title="Forward"/);
  });

  it('escapes every field of a hostile record', () => {
    const evil = '"><img src=x onerror=1>\'';
    const hostile = docRecord('adr/1.md', {
      title: evil,
      statusText: evil,
      people: [evil],
      tags: [evil],
      scope: [evil],
      supersedes: [relation(null, { text: evil, partial: true })],
    });
    const { html } = page(
      hostile.path,
      { ...rendered, hasTitle: false },
      [hostile],
      [backlink(`src/${evil}/${evil}`, 1, evil)],
    );
    assert.doesNotMatch(html, /<img|onerror=1>[^&]*"/);
    assert.doesNotMatch(html.replace(/<[a-z0-9]+(?: [a-z-]+(?:="[^"<>]*")?)*>|<\/[a-z0-9]+>/g, ''), /[<>]/);
    assert.doesNotMatch(noticeHtml(evil, evil), /<img/);
  });
});

describe('the name of the file in front', () => {
  it('regression: stands in the page too, for a view so narrow that its header ends before the name', () => {
    assert.match(
      noticeHtml('Decisions: a<b.ts', 'None.', '', 'a<b.ts'),
      /<p class="name" aria-hidden="true">a&lt;b\.ts<\/p>/,
    );
    assert.doesNotMatch(noticeHtml('Decisions', 'None.'), /class="name"/);
  });
});

describe('shellHtml', () => {
  const html = shellHtml({
    nonce: 'n0',
    cspSource: 'https://*.vscode-cdn.net',
    script: 'start()',
    style: 'main { margin: 0 }',
    language: 'de"><b>',
    title: 'Decision',
  });

  it('denies everything by default and allows one script', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    assert.match(policy, /^default-src &#39;none&#39;; /);
    assert.doesNotMatch(policy, /unsafe|https:[; ]|\*[; ]/);
    assert.match(policy, /; style-src &#39;nonce-n0&#39;; script-src &#39;nonce-n0&#39;; /);
    assert.deepEqual(html.match(/<(?:script|style)[^>]*>/g), ['<style nonce="n0">', '<script nonce="n0">']);
    assert.doesNotMatch(html, /style=|<b>/);
  });

  it('asks for no file before it shows anything', () => assert.doesNotMatch(html, /src=|<link|@import|url\(/));

  it('has one main part and a place for announcements', () => {
    assert.equal(html.match(/<main /g)?.length, 1);
    assert.match(html, /aria-live="polite"/);
  });
});
