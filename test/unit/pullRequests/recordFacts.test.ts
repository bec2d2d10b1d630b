import assert from 'node:assert/strict';
import type { LinkDetail } from '../../../src/core/links/link';
import { recordFacts, relationOf } from '../../../src/core/pullRequests/recordFacts';
import { touched } from '../drafts/support';
import { linkedRecord, pullRequest } from './support';

const scope: LinkDetail = { reason: 'scope', glob: 'src/**', files: 3 };
const reference: LinkDetail = { reason: 'reference', lines: [1] };
const mention: LinkDetail = { reason: 'mention', text: 'src/a.ts', line: 3, files: 1 };

describe('what a branch has to do with a record', () => {
  const ties = (...details: readonly LinkDetail[]) => details.map((evidence) => ({ file: 'src/a.ts', evidence }));
  const rows = [
    ['scope', { how: 'scope' }],
    ['implements', { how: 'cites', status: 'proposed' }],
    ['implements', { how: 'cites', status: 'accepted' }],
    ['cites', { how: 'cites', status: 'draft' }],
    ['cites', { how: 'cites', kind: 'runbook' }],
    ['names', { how: 'names' }],
    ['changed', { how: 'changed' }],
  ] as const;
  for (const [relation, given] of rows) {
    it(`${relation}: ${JSON.stringify(given)}`, () => {
      assert.equal(relationOf(touched('docs/adr/0001-a.md', { status: 'accepted', ...given })), relation);
    });
  }

  it('is told with what it rests on, and never as more than that', () => {
    const record = (how: 'scope' | 'implements' | 'names', detail: LinkDetail) =>
      linkedRecord('docs/adr/0001-a.md', { label: 'ADR-1', title: 'Cents', how, ties: ties(detail) });
    const records = [record('scope', scope), record('implements', reference), record('names', mention)];
    const lines = recordFacts(pullRequest([], { records }));
    assert.deepEqual(lines, [
      '- `src/a.ts` is in the scope of ADR-1 Cents (accepted, `docs/adr/0001-a.md`)',
      '- `src/a.ts` cites ADR-1 Cents (accepted, `docs/adr/0001-a.md`)',
      '',
      '<details><summary>1 record that names a changed file</summary>',
      '',
      '- ADR-1 Cents (accepted, `docs/adr/0001-a.md`): `src/a.ts`',
      '',
      '</details>',
    ]);
    assert.doesNotMatch(lines.join('\n'), /govern/);
  });

  it('has one row where several are tied to the same file in the same way', () => {
    const cited = (label: string | null, title: string, status: 'accepted' | 'proposed' | 'none') =>
      linkedRecord(`docs/${title}.md`, { label, title, status, how: 'implements', ties: ties(reference) });
    const other = linkedRecord('docs/d.md', {
      ...{ label: 'ADR-4', title: 'd', how: 'implements' },
      ties: [{ file: 'src/b.ts', evidence: reference }],
    });
    const records = [cited('ADR-1', 'a', 'accepted'), other, cited('ADR-2', 'b', 'proposed'), cited(null, 'c', 'none')];
    assert.deepEqual(recordFacts(pullRequest([], { records })), [
      '- `src/a.ts` cites ADR-1 a (accepted), ADR-2 b (proposed) and c (no status, `docs/c.md`)',
      '- `src/b.ts` cites ADR-4 d (accepted, `docs/d.md`)',
    ]);
  });
});
