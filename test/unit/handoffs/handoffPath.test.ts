import assert from 'node:assert/strict';
import { handoffFolder, handoffPath } from '../../../src/core/handoffs/handoffPath';

describe('the place of a handoff', () => {
  const date = '2026-11-20';
  const names: readonly (readonly [from: string, to: string | null, name: string])[] = [
    ['Ann Lee', 'Kenji Mori', '2026-11-20-ann-lee-to-kenji-mori.md'],
    ['Ann Lee', null, '2026-11-20-ann-lee-to-next.md'],
    ['Zoë Ünal', 'José', '2026-11-20-zoe-unal-to-jose.md'],
    ['森 健二', '../../etc/passwd', '2026-11-20-森-健二-to-etc-passwd.md'],
    ['<img>', '  ', '2026-11-20-img-to-next.md'],
    ['김민준', `a${'𠮷'.repeat(60)}`, `2026-11-20-김민준-to-a${'𠮷'.repeat(17)}.md`],
    ['...', '\u202e', '2026-11-20-me-to-next.md'],
  ];
  for (const [from, to, name] of names) {
    it(`is called ${name}`, () => {
      assert.equal(handoffPath('docs/handoffs', { date, from, to }, []), `docs/handoffs/${name}`);
    });
  }

  it('has a name of bounded length that ends with no dash', () => {
    const path = handoffPath('', { date, from: 'a'.repeat(500), to: 'bb '.repeat(500) }, []);
    assert.ok(path.length < 110, path);
    assert.ok(!path.includes('-.md'), path);
    const wide = handoffPath('', { date, from: '森'.repeat(99), to: '森'.repeat(99) }, []);
    assert.ok(new TextEncoder().encode(wide).length < 250, wide);
  });

  it('is never a file that is there', () => {
    const to = (name: string, ...taken: readonly string[]) =>
      handoffPath('handoffs', { date, from: 'Ann', to: name }, taken);
    const first = '2026-11-20-ann-to-jose.md';
    assert.equal(to('Jose', '2026-11-19-ann-to-jose.md'), `handoffs/${first}`);
    assert.equal(to('José', first), 'handoffs/2026-11-20-ann-to-jose-2.md');
    assert.equal(
      to('José', first.toUpperCase(), '2026-11-20-ann-to-jose-2.md'),
      'handoffs/2026-11-20-ann-to-jose-3.md',
    );
    assert.equal(to('김', '2026-11-20-ann-to-김.md'.normalize('NFD')), 'handoffs/2026-11-20-ann-to-김-2.md');
  });

  it('is beside the newest handoff, else in docs/handoffs', () => {
    assert.equal(handoffFolder([]), 'docs/handoffs');
    const handoffs = [
      { path: 'old/handovers/a.md', date: '2024-01-01' },
      { path: 'notes/handoffs/b.md', date: '2026-01-01' },
      { path: 'handoffs/c.md', date: null },
    ];
    assert.equal(handoffFolder(handoffs), 'notes/handoffs');
    assert.equal(handoffFolder([{ path: 'HANDOFF.md', date: null }]), '');
  });
});
