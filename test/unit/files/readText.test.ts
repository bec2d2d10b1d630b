import assert from 'node:assert/strict';
import { OverlayFiles } from '../../../src/core/files/overlayFiles';
import { readText } from '../../../src/core/files/readText';
import { memoryFiles } from '../support/memoryFiles';

const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    `\ufeff${text}`.split('').flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

describe('readText', () => {
  const readable: readonly [name: string, bytes: string | Uint8Array, text: string][] = [
    ['UTF-8', 'Grüße\r\n', 'Grüße\r\n'],
    ['UTF-8 with a byte order mark', '\ufeff# Title', '# Title'],
    ['UTF-16 little endian', utf16('# Título', true), '# Título'],
    ['UTF-16 big endian', utf16('# Título', false), '# Título'],
    ['an empty file', '', ''],
  ];
  for (const [name, bytes, text] of readable) {
    it(`reads ${name}`, async () => {
      assert.deepEqual(await readText(memoryFiles({ 'a.md': bytes }), 'a.md'), { ok: true, text });
    });
  }

  const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const foreign: readonly [name: string, bytes: Uint8Array, text: string, encoding: string][] = [
    ['Latin-1', bytes('47fc21'), 'Gü!', 'windows-1252'],
    ['German quotes', bytes('846b6c65696e93'), '„klein“', 'windows-1252'],
    ['a French word', bytes('9c757672652063e9'), 'œuvre cé', 'windows-1252'],
    ['typographic quotes', bytes('936f6b94'), '“ok”', 'windows-1252'],
    ['Shift-JIS', bytes('8366815b835e'), 'データ', 'shift_jis'],
    ['EUC-JP', bytes('b7e8c4eaa4b9a4eb'), '決定する', 'euc-jp'],
    ['EUC-KR', bytes('bfecb8aeb4c2b0e1c1a4c0bbb3bbb7c8b4d9'), '우리는결정을내렸다', 'euc-kr'],
    ['GB 18030', bytes('ced2c3c7cab9d3c3d5e2b8f6bef6b2df'), '我们使用这个决策', 'gb18030'],
    ['too few letters to tell', bytes('bef6b2df'), '\ufffd\ufffd\ufffd\ufffd', 'unknown'],
    ['UTF-8 that is damaged in one place', bytes('c3bcc3b6fc21'), 'üö\ufffd!', 'unknown'],
  ];
  for (const [name, content, text, encoding] of foreign) {
    it(`names ${name}`, async () => {
      assert.deepEqual(await readText(memoryFiles({ 'a.md': content }), 'a.md'), { ok: true, text, encoding });
    });
  }

  it('takes a replacement character that was written for one', async () => {
    assert.deepEqual(await readText(memoryFiles({ 'a.md': 'G\ufffd' }), 'a.md'), { ok: true, text: 'G\ufffd' });
  });

  const refused: readonly [name: string, bytes: string | Uint8Array, reason: string][] = [
    ['binary', Uint8Array.from([0x89, 0x50, 0, 1]), 'not-text'],
    ['binary behind a UTF-16 mark', Uint8Array.from([0xff, 0xfe, 0, 0]), 'not-text'],
    ['more than the limit', 'x'.repeat(11), 'too-large'],
  ];
  for (const [name, bytes, reason] of refused) {
    it(`refuses ${name}`, async () => {
      const result = await readText(memoryFiles({ 'a.md': bytes }), 'a.md', 10);
      assert.equal(result.ok ? 'ok' : result.reason, reason);
    });
  }

  it('does not reject when the store does', async () => {
    const store = memoryFiles();
    store.read = async () => Promise.reject(new Error('gone'));
    const result = await readText(store, 'a.md');
    assert.equal(result.ok ? 'ok' : result.reason, 'unreadable');
  });
});

describe('OverlayFiles', () => {
  it('lets the unsaved text win until it is cleared', async () => {
    const files = new OverlayFiles(memoryFiles({ 'a.md': 'disk' }));
    files.set('a.md', 'unsäved');
    assert.deepEqual(await readText(files, 'a.md'), { ok: true, text: 'unsäved' });
    files.clear('a.md');
    assert.deepEqual(await readText(files, 'a.md'), { ok: true, text: 'disk' });
    assert.deepEqual(await files.list(''), [{ name: 'a.md', kind: 'file' }]);
  });

  it('holds unsaved text to the same limit', async () => {
    const files = new OverlayFiles(memoryFiles());
    files.set('a.md', 'ä'.repeat(6));
    const result = await readText(files, 'a.md', 10);
    assert.equal(result.ok ? 'ok' : result.reason, 'too-large');
  });
});
