import assert from 'node:assert/strict';
import { linkTarget, remoteHost } from '../../../src/core/render/linkTarget';

const from = 'docs/adr/0007-x.md';

describe('linkTarget', () => {
  const files: readonly [href: string, path: string, fragment: string | null][] = [
    ['0008-y.md', 'docs/adr/0008-y.md', null],
    ['./0008-y.md#Why not?', 'docs/adr/0008-y.md', 's-why-not'],
    ['../../src/a%20b.ts', 'src/a b.ts', null],
    ['/README.md', 'README.md', null],
    ['x.md?plain=1#L3', 'docs/adr/x.md', 's-l3'],
  ];
  for (const [href, path, fragment] of files) {
    it(`leads ${href} to ${path}`, () => assert.deepEqual(linkTarget(href, from), { kind: 'file', path, fragment }));
  }

  it('keeps fragments, https and mailto', () => {
    assert.deepEqual(linkTarget('#Why', from), { kind: 'fragment', id: 's-why' });
    assert.deepEqual(linkTarget('https://a.b/c', from), { kind: 'external', url: 'https://a.b/c' });
    assert.deepEqual(linkTarget('mailto:a@b.c', from), { kind: 'external', url: 'mailto:a@b.c' });
  });

  const refused = [
    '',
    '#',
    'command:workbench.action.terminal.sendSequence?%7B%7D',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '%6Aavascript:alert(1)',
    'javascript%3Aalert(1)',
    'vbscript:x',
    'data:text/html,x',
    'data:image/png;base64,AA',
    'vscode://ext/x',
    'vscode-insiders:x',
    'file:///etc/passwd',
    'http://127.0.0.1/',
    'https:evil.example',
    'https://',
    '//evil.example/x',
    '%2F/evil.example',
    '\\\\host\\share',
    '%5C%5Chost%5Cshare',
    'smb://host/x',
    'ms-msdt:/x',
    'C:/x',
    'a.md:stream',
    '../../../etc/passwd',
    '..%2F..%2F..%2Fetc/passwd',
    '/..',
    'a%00b.md',
    'a%0Ab.md',
    '%E0%A4%A',
    `${'a/'.repeat(2_000)}b.md`,
  ];
  for (const href of refused) {
    it(`refuses ${JSON.stringify(href.slice(0, 60))}`, () => assert.equal(linkTarget(href, from), null));
  }

  it('names the host of a remote image only', () => {
    assert.equal(remoteHost('http://169.254.169.254/latest'), '169.254.169.254');
    assert.equal(remoteHost('//evil.example:8080/x'), 'evil.example:8080');
    assert.equal(remoteHost('img/x.png'), null);
    assert.equal(remoteHost('data:image/png;base64,AA'), null);
  });
});
