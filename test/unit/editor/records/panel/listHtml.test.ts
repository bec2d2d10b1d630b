import assert from 'node:assert/strict';
import type { Link, LinkDetail } from '../../../../../src/core/links/link';
import type { DocRecord } from '../../../../../src/core/records/record';
import { fileGroups } from '../../../../../src/editor/records/fileGroups';
import { listHtml, listPage } from '../../../../../src/editor/records/panel/listHtml';
import { listModel } from '../../../../../src/editor/records/panel/listModel';
import { PanelTargets } from '../../../../../src/editor/records/panel/panelTarget';
import { docRecord, relation } from '../../../support/records';
import { fakeView, words } from './support';

const older = docRecord('adr/7.md', { id: '7', status: 'superseded', supersededBy: [relation('adr/12.md')] });
const newer = docRecord('adr/12.md', { id: '12', status: 'accepted', decision: 'We keep it in one place.' });
const runbook = docRecord('runbooks/drift.md', {
  kind: 'runbook',
  runbook: { alert: null, owner: null, firstSteps: ['Page the owner', 'Freeze postings'] },
});
const cited: LinkDetail = { reason: 'reference', lines: [4, 88] };

const link = (record: DocRecord, detail: LinkDetail, strength = 1): Link => {
  return { record, detail, strength, reason: detail.reason };
};

function list(links: readonly Link[], pages = 1) {
  const records = [older, newer, runbook, ...links.map(({ record }) => record)];
  const targets = new PanelTargets('p');
  const model = listModel(fakeView(records), fileGroups(links), () => pages * listPage);
  return { html: listHtml(model, { folder: 'file:///w', path: 'src/a.ts' }, { targets, words }), targets };
}

describe('the list of Decisions', () => {
  it('has of each record its decision, and why it is here, with links to the lines', () => {
    const { html, targets } = list([link(newer, cited)]);
    assert.match(html, /✔<\/span><p class="title"><a class="open"[^>]*>/);
    assert.match(html, /<p class="excerpt">We keep it in one place\.<\/p>/);
    const [, id = ''] = /data-id="([^"]+)" aria-label="line 88">88</.exec(html) ?? [];
    assert.deepEqual(targets.find(id), { kind: 'place', path: 'src/a.ts', line: 88 });
  });

  it('regression: tells where two records lie that read the same, also to a screen reader', () => {
    const twins = ['api/adr/12.md', 'web/adr/12.md'].map((path) => docRecord(path, { title: 'X' }));
    const { html } = list(twins.map((record) => link(record, cited)));
    assert.match(html, /aria-label="[^"]*, api"[\s\S]*<p class="reason"><span class="home">api<\/span> · /);
    assert.match(html, /<span class="home">web<\/span> · /);
    assert.doesNotMatch(list([link(newer, cited), link(runbook, cited)]).html, /class="home"/);
  });

  it('shows a record in place at its title, and opens its file with Ctrl+Enter', () => {
    const { html, targets } = list([link(newer, cited)]);
    const [, shown = ''] = /class="open" href="#" data-id="([^"]+)"/.exec(html) ?? [];
    const [, opened = ''] = /data-file="([^"]+)"/.exec(html) ?? [];
    assert.deepEqual(targets.find(shown), { kind: 'file', path: 'adr/12.md', fragment: null });
    assert.deepEqual(targets.find(opened), { kind: 'place', path: 'adr/12.md', line: 1 });
  });

  it('leads from a retired record to what is in force, in place of its decision', () => {
    const { html } = list([link({ ...older, decision: 'Not any more.' }, cited)]);
    assert.match(html, /row superseded retired[\s\S]*→ <a [^>]*>✔ ADR-12<\/a>/);
    assert.doesNotMatch(html, /Not any more/);
  });

  it('has a runbook’s first steps, below a heading of its own', () => {
    const { html } = list([link(newer, cited), link(runbook, { reason: 'scope', glob: 'src/**', files: 3 })]);
    assert.match(html, /<h2 class="group">runbooks<\/h2>[\s\S]*1\. Page the owner 2\. Freeze postings/);
    assert.doesNotMatch(html, /<h2[^>]*>decisions/);
  });

  it('leads to the line of the record that names the file', () => {
    const { html, targets } = list([link(newer, { reason: 'mention', text: 'a.ts', line: 9, files: 1 })]);
    const [, id = ''] = /data-id="([^"]+)">names it/.exec(html) ?? [];
    assert.deepEqual(targets.find(id), { kind: 'place', path: 'adr/12.md', line: 9 });
  });

  it('folds what is found by words alone, and says how it was found', () => {
    const { html } = list([link(newer, { reason: 'words', words: ['ledger'], score: 3 }, 0.2)]);
    assert.match(html, /<details class="weak"><summary>maybe \(1\) <small>by words<\/small><\/summary>/);
  });

  it('lists hundreds of records page by page, and says how many are left', () => {
    const many = Array.from({ length: 250 }, (_, at) => link(docRecord(`adr/${at}.md`, { id: String(at) }), cited));
    const rows = ({ html }: ReturnType<typeof list>) => html.match(/<li class="row/g)?.length;
    const first = list(many);
    assert.equal(rows(first), listPage);
    const [, id = ''] = /<p class="more"><a href="#" data-id="([^"]+)">150 left<\/a>/.exec(first.html) ?? [];
    assert.deepEqual(first.targets.find(id), { kind: 'more', group: 'decisions' });
    assert.equal(rows(list(many, 3)), 250);
    assert.doesNotMatch(list(many, 3).html, /class="more"/);
  });

  it('says what was not read of a record', () => {
    const { html } = list([link({ ...newer, problem: 'conflict' }, cited)]);
    assert.match(html, /<p class="excerpt">Not all &lt;conflict&gt;/);
  });

  it('escapes every field of a hostile record', () => {
    const evil = '"><img src=x onerror=1>\'';
    const hostile = docRecord(`adr/${evil}.md`, { title: evil, decision: evil });
    const { html } = list([link(hostile, { reason: 'scope', glob: evil, files: 1 })]);
    assert.doesNotMatch(html.replace(/<[a-z0-9]+(?: [a-z-]+(?:="[^"<>]*")?)*>|<\/[a-z0-9]+>/g, ''), /[<>]/);
  });
});
