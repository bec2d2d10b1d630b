import assert from 'node:assert/strict';
import { handoffFolder, handoffPath } from '../../../src/core/handoffs/handoffPath';

describe('the place of a handoff', () => {
  const names: readonly (readonly [from: string, to: string | null, name: string])[] = [
    ['Ann Lee', 'Kenji Mori', '2026-11-20-ann-lee-to-kenji-mori.md'],
    ['Ann Lee', null, '2026-11-20-ann-lee-to-next.md'],
    ['Zoë Ünal', 'José', '2026-11-20-zoe-unal-to-jose.md'],
    ['森 健二', '../../etc/passwd', '2026-11-20-森-健二-to-etc-passwd.md'],
    ['<img>', '  ', '2026-11-20-img-to-next.md'],
    ['...', '\u202e', '2026-11-20-me-to-next.md'],
  ];
  for (const [from, to, name] of names) {
    it(`is called ${name}`, () => {
      assert.equal(handoffPath('docs/handoffs', '2026-11-20', from, to), `docs/handoffs/${name}`);
    });
  }

  it('has a name of bounded length that ends with no dash', () => {
    const path = handoffPath('', '2026-11-20', 'a'.repeat(500), 'bb '.repeat(500));
    assert.ok(path.length < 110, path);
    assert.ok(!path.includes('-.md'), path);
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
