import { strict as assert } from 'node:assert';
import { isOldNote } from '../../../../src/editor/team/model/oldNote';

describe('deadlines in the notes of a day', () => {
  const now = Date.parse('2026-11-24T10:00Z');
  const old = (path: string) => isOldNote(path, now);

  it('are counted from that day, so those of an old note are left alone', () => {
    assert.deepEqual(
      ['notes/2024-05-08.md', 'docs/handoffs/2026-11-02-ann.md', '2026-11-02-ann-to-kenji.md'].filter(old),
      ['notes/2024-05-08.md', 'docs/handoffs/2026-11-02-ann.md', '2026-11-02-ann-to-kenji.md'],
    );
  });

  it('are marked in the notes of this week, in records and in what has no date', () => {
    const present = [
      'notes/2026-11-18.md',
      'docs/handoffs/2026-11-23-ann.md',
      'docs/adr/2026-03-03-use-x.md',
      'docs/handoffs/README.md',
      'notes/2026-13-45.md',
      'plan.md',
    ];
    assert.deepEqual(present.filter(old), []);
  });
});
