import assert from 'node:assert/strict';
import { renderRecord } from '../../../src/core/render/renderRecord';
import { fakePorts, reference } from './support';

const path = 'docs/adr/0007-x.md';

async function render(text: string, file = path) {
  const ports = fakePorts();
  return { ...(await renderRecord(file, text, ports)), targets: ports.targets };
}

describe('renderRecord', () => {
  const cases: readonly [name: string, text: string, html: RegExp][] = [
    ['front matter is not shown', '---\nstatus: accepted\n---\n# T', /^<h1 id="s-t">T<\/h1>\n$/],
    ['front matter of another language is not run and not shown', '---js\nx()\n---\n# T', /---js/],
    ['front matter that is never closed is text', '---\nstatus: a\n', /status: a/],
    ['a comment between blocks is dropped', 'a\n\n<!-- b\n\nc -->\n\nd', /^<p>a<\/p>\n<p>d<\/p>\n$/],
    ['a comment in a line is dropped', 'a <!-- b --> c', /^<p>a {2}c<\/p>\n$/],
    ['a comment in code stays', '```\n<!-- b -->\n```', /&lt;!-- b --&gt;/],
    ['a comment that is not closed is text', 'a\n\n<!-- b', /&lt;!-- b/],
    ['a break in a table cell breaks', '|a|\n|-|\n|b<br>c|', /<td>b<br>\s*c<\/td>/],
    [
      'a fold stays a fold',
      '<details>\n<summary>More *x*</summary>\n\n- b\n</details>\n\nc',
      /<details>\s<summary>More <em>x<\/em><\/summary>\s<ul>[\s\S]*<\/details>\s<p>c/,
    ],
    [
      'a fold with both openings on one line',
      '<details><summary>S</summary>\n\nb\n\n</details>',
      /<details>\s<summary>S<\/summary>\s<p>b<\/p>\s<\/details>/,
    ],
    ['a fold that is not closed is text', '<details>\n\nb', /&lt;details&gt;/],
    [
      'folds nest',
      '<details>\n<summary>A</summary>\n<details>\n<summary>B</summary>\nx\n</details>\n</details>',
      /A<\/summary>\s<details>\s<summary>B/,
    ],
    ['equal headings get ids of their own', '## A b\n## A b', /id="s-a-b"[\s\S]*id="s-a-b-1"/],
    ['no id can name a property of the page', '# location', /id="s-location"/],
    ['an anchor is a place to jump to', '<a name="Why"></a>text', /<span id="s-why"><\/span>text/],
    [
      'a table scrolls inside itself and aligns by class',
      '|a|b|\n|:-|-:|\n|1|2|',
      /<div class="scroll" tabindex="0"><table>[\s\S]*<td class="align-right">2/,
    ],
    ['tasks show their box', '- [ ] a\n- [x] b', /☐ a[\s\S]*☑ b/],
    ['code keeps its language', '```c++ title="x"\na<b\n```', /<pre tabindex="0" data-language="c\+\+"><code>a&lt;b/],
    ['a diagram in a fence is code', '```mermaid\ngraph TD\n```', /data-language="mermaid"/],
  ];
  for (const [name, text, html] of cases) {
    it(name, async () => assert.match((await render(text)).html, html));
  }

  it('links references in the text, not in code or links', async () => {
    const { html, targets } = await render('See ADR-3, `ADR-4`, [ADR-5](#why).');
    assert.deepEqual(targets, [{ kind: 'file', path: 'adr/3.md', fragment: null }]);
    assert.match(html, /See <a href="#" data-id="t0" title="adr\/3.md">ADR-3<\/a>, <code>ADR-4<\/code>/);
    assert.match(html, /<a href="#s-why">ADR-5<\/a>/);
  });

  it('leads a URL of the own repository to the record', async () => {
    const { targets } = await render('[it](https://example.com/o/r/blob/main/ADR-12.md)');
    assert.deepEqual(targets, [{ kind: 'file', path: 'adr/12.md', fragment: null }]);
  });

  it('leads a fragment to the record of that part, and stays in a file that is one record', async () => {
    const ports = fakePorts();
    const { targets } = ports;
    const part = (target: string) => ({ ...ports, references: (text: string) => [{ ...reference(text, 0), target }] });
    await renderRecord(path, '[x](log.md#adr-7)', part('docs/log.md#adr-7-use-x'));
    await renderRecord(path, '[x](b.md#context)', part('docs/b.md'));
    assert.deepEqual(targets, [
      { kind: 'file', path: 'docs/log.md#adr-7-use-x', fragment: null },
      { kind: 'file', path: 'docs/adr/b.md', fragment: 's-context' },
    ]);
  });

  it('shows text where the page takes no more links', async () => {
    const { html } = await renderRecord(path, '[a](b.md) ADR-1', { ...fakePorts(), idOf: () => null });
    assert.equal(html, '<p>[a](b.md) ADR-1</p>\n');
  });

  it('loads images of the folder and names the host of others', async () => {
    const { html } = await render('![a](img/x.png) ![b](https://evil.example/p.png?u=1) ![](//evil.example/q)');
    assert.match(html, /<img src="webview:docs\/adr\/img\/x.png" alt="a" loading="lazy">/);
    assert.match(html, /<span class="remote-image">Image from evil.example: b<\/span>/);
    assert.doesNotMatch(html, /p\.png|src="https/);
  });

  it('says whether the text has a title and whether it was cut', async () => {
    const short = await render('## only a section');
    assert.deepEqual([short.hasTitle, short.truncated], [false, false]);
    const long = await render(`# T\n${'word word\n'.repeat(40_000)}`);
    assert.deepEqual([long.hasTitle, long.truncated], [true, true]);
    const wide = await render(`# T\n\n${'x'.repeat(30_000)}`);
    assert.ok(wide.truncated && wide.html.includes('x…'));
  });

  it('shows the source of a diagram and leaves drawings to their editor', async () => {
    assert.match(
      (await render('A -> B\n```\n# x', 'd/flow.puml')).html,
      /^<pre[^>]*plantuml"><code>A -&gt; B\n```\n# x/,
    );
    assert.deepEqual((await render('<mxfile/>', 'd/x.drawio')).form, 'drawing');
  });
});
