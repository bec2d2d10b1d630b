import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderRecord } from '../../../src/core/render/renderRecord';
import { countFloors } from '../support/floors';
import { fakePorts, violations } from './support';

const path = 'docs/adr/0007-x.md';

async function html(text: string, file = path): Promise<string> {
  return (await renderRecord(file, text, fakePorts())).html;
}

/** Pieces that mean something to one of the formats, so that random text gets into its corners. */
const pieces = [
  '[x](command:a.b)',
  '[x]',
  '[x]: javascript:1\n',
  '<https://a.b>',
  '<vscode://x>',
  '![a](https://e.v/p)',
  '![a](b.png)',
  '<img src=x onerror=1>',
  '<script>',
  '</script>',
  '<style onload=1>',
  '<a href="command:x">',
  '<a name="x">',
  '<svg/onload=1>',
  '<details>\n',
  '<summary>s</summary>\n',
  '</details>\n',
  '<!--',
  '-->',
  '<br>',
  '`',
  '```',
  '``',
  '"',
  "'",
  '&#x6A;avascript:',
  '&lt;',
  '|',
  '|-|\n',
  '\n',
  '\n\n',
  '    ',
  '- ',
  '1. ',
  '> ',
  '# ',
  '***',
  '_',
  '~~',
  ']',
  '(',
  ')',
  '<',
  '>',
  '\\',
  '\t',
  '\u0000',
  'ADR-12',
  '.. note:: ',
  '.. code-block:: "><b>',
  '.. _x: javascript:1\n',
  '`t <command:x>`_',
  '====\n',
  '+--+\n',
  ':role:`x`',
  '|s|',
  '[source,"><b>]\n',
  '----\n',
  '|===\n',
  'link:command:x[y]',
  'xref:a.adoc[b]',
  '<<a,b>>',
  '{x}',
  ':x: <b>\n',
  'image::https://e[a]\n',
  '+\n',
] as const;
const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('rendering hostile text', () => {
  for (const file of [path, 'a.rst', 'a.adoc', 'a.puml']) {
    it(`makes nothing but the listed elements, attributes and targets of ${file}`, async () => {
      await fc.assert(
        fc.asyncProperty(hostileText, async (text) => assert.deepEqual(violations(await html(text, file)), [])),
        { numRuns: 250 },
      );
    });
  }

  // docs/security.md#hostile-input, D1 to D6 of the catalogue of hostile input.
  const noLink = [
    '[x](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22id%5Cu000d%22%7D)',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#x6A;avascript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](vbscript:x)',
    '[x](data:text/html,x)',
    '[x](data:image/svg+xml,x)',
    '![x](data:image/svg+xml,x)',
    '[x](vscode://ext/x)',
    '[x](vscode-insiders:x)',
    '[x](file:///etc/passwd)',
    '[x](//evil.com/x)',
    '[x](\\\\\\\\host\\\\share)',
    '[x](smb://h/x)',
    '[x](ms-msdt:x)',
    '[x](http://127.0.0.1/)',
    '[x][y]\n\n[y]: command:a',
    '<command:a.b>',
    '<vscode://ext/x>',
    '[x][y]\n\n[y]: &#x6A;avascript:a',
    '[x](../../../etc/passwd)',
    '<a href="command:x">y</a>',
    '<img src=x onerror=alert(1)>',
    '<style onload=alert(1)>',
    '<iframe srcdoc="x">',
    '<svg onload=alert(1)>',
    '<base href="//e">',
    '<meta http-equiv=refresh content=0>',
    '<form action=x>',
    '![x](https://evil.example/p.png?u=1)',
    '![x](http://169.254.169.254/)',
    '![x][y]\n\n[y]: https://evil.example/p',
  ];
  for (const text of noLink) {
    it(`makes no link, image or element of ${JSON.stringify(text)}`, async () => {
      const shown = await html(text);
      assert.deepEqual(violations(shown), []);
      assert.doesNotMatch(shown, /<(?!\/?(?:p|span)[ >])/);
    });
  }

  it('cannot be broken out of through what the page gives', async () => {
    const ports = { ...fakePorts(), imageUri: () => 'webview:"><b>', remoteImage: () => '<b>' };
    const shown = await renderRecord(path, '![a](x.png)![b](https://e.v/p)', ports);
    assert.doesNotMatch(shown.html, /<b>/);
  });

  // D12 and D16: what would take long is cut or stays linear. 64 KB each: what is not linear shows. Processor time, so
  // that a busy machine does not count.
  const floods: readonly [name: string, text: string][] = [
    ['brackets', '['.repeat(1e6)],
    ['image openings', '!['.repeat(1e6)],
    ['emphasis', '***a '.repeat(1e5)],
    ['backticks', Array.from({ length: 2_000 }, (_, at) => '`'.repeat(at % 500)).join('\n')],
    ['quotes', '>'.repeat(1e5)],
    ['comment openings', '<!--'.repeat(1e5)],
    ['comment lines', '<!--\n'.repeat(1e5)],
    ['folds', '<details>\n'.repeat(3e4)],
    ['closed folds', `${'<details>\n'.repeat(1e4)}${'</details>\n'.repeat(1e4)}`],
    ['anchors', '<a name="'.repeat(5e4)],
    ['a table', `${'|a'.repeat(1_000)}|\n${'|-'.repeat(1_000)}|\n${`${'|a'.repeat(1_000)}|\n`.repeat(1_000)}`],
    ['definitions', Array.from({ length: 1e5 }, (_, at) => `[a${at}]: /x\n`).join('')],
    ['equal headings', '# a\n'.repeat(5e4)],
    ['references', 'ADR-12 '.repeat(1e5)],
    ['literals', '``a`'.repeat(1e5)],
    ['nesting', Array.from({ length: 3_000 }, (_, at) => `${' '.repeat(at % 200)}- a`).join('\n')],
    ['targets', ':a:`'.repeat(1e5)],
    ['words', 'a_'.repeat(1e5)],
    ['bold', '*a'.repeat(1e5)],
    ['delimiters', '----\n====\n'.repeat(2e4)],
    ['blocks in blocks', '====\n--\n____\n'.repeat(5e3)],
    ['cells', `|===\n${'|a '.repeat(5e4)}\n|===`],
    ['cross references', '<<a,'.repeat(1e5)],
    ['borders', '=== ===\n'.repeat(2e4)],
    ['terms', 'a\n  b\n'.repeat(2e4)],
  ];
  for (const [name, text] of floods) {
    for (const file of [path, 'a.rst', 'a.adoc']) {
      it(`ends soon with a flood of ${name} in ${file}`, async () => {
        const floors = countFloors();
        await html(text.slice(0, 65_536), file);
        assert.ok(floors() < 300);
      });
    }
  }
});
