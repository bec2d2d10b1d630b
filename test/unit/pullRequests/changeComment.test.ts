import { equal, match, ok } from 'node:assert/strict';
import { marker } from '../../../scripts/action-comment.mjs';
import type { TouchedRecord } from '../../../src/core/drafts/handoffInput';
import { type ChangeFacts, changeComment, commentMarker } from '../../../src/core/pullRequests/changeComment';

function record(label: string, title: string, more: Partial<TouchedRecord> = {}): TouchedRecord {
  const path = `docs/adr/${label.slice(4)}.md`;
  return {
    ...{ path, href: path, kind: 'decision', label, title, status: 'accepted', statusText: 'Accepted' },
    ...{ how: 'changed', ties: [], files: [], ...more },
  };
}

const none: ChangeFacts = { edited: [], tied: [], dead: [] };

describe('the comment on a pull request', () => {
  it('says which records the change edits, which are for it, and what it leaves dead', () => {
    const scope = { reason: 'scope', globs: ['ledger/**'] } as never;
    const text = changeComment({
      edited: [
        { now: record('ADR-0034', 'Split', { status: 'proposed', how: 'added' }), before: null },
        { now: record('ADR-0007', 'Use events', { status: 'superseded' }), before: record('ADR-0007', 'Use events') },
        { now: record('ADR-0008', 'Moved'), before: record('ADR-0008', 'Moved', { path: 'adr/8.md' }) },
        { now: null, before: record('ADR-0003', 'Gone') },
      ],
      tied: [
        record('ADR-0012', 'Use PostgreSQL', { how: 'cites', files: ['ledger/balance.ts'] }),
        record('ADR-0033', 'Regions', {
          how: 'scope',
          files: ['ledger/a.ts', 'ledger/b.ts'],
          ties: ['ledger/a.ts', 'ledger/b.ts'].map((file) => ({ file, evidence: scope })),
        }),
      ],
      dead: [
        { file: 'ledger/balance.ts', line: 30, says: 'ADR-0007 is superseded; ADR-0012 (Use PostgreSQL) holds now.' },
      ],
    });
    equal(
      text,
      `${commentMarker}

### Decisions

**It edits**

- new: ADR-0034 Split (proposed, \`docs/adr/0034.md\`)
- ADR-0007 Use events (accepted → superseded, \`docs/adr/0007.md\`)
- ADR-0008 Moved (accepted, \`docs/adr/0008.md\`, was \`adr/8.md\`)
- removed: ADR-0003 Gone (accepted, \`docs/adr/0003.md\`)

**Decisions and runbooks for what it changes**

- ADR-0012 Use PostgreSQL (accepted, \`docs/adr/0012.md\`): \`ledger/balance.ts\` cites it
- ADR-0033 Regions (accepted, \`docs/adr/0033.md\`): \`ledger/a.ts\` and \`ledger/b.ts\` are in its scope

**It leaves these citing what no longer holds**

- \`ledger/balance.ts:30\`: ADR-0007 is superseded; ADR-0012 (Use PostgreSQL) holds now.
`,
    );
  });

  it('is nothing where there is nothing to say', () => equal(changeComment(none), ''));

  it('says how many more there are', () => {
    const dead = Array.from({ length: 20 }, (_, at) => ({
      file: 'a.ts',
      line: at + 1,
      says: 'ADR-0007 is superseded.',
    }));
    match(changeComment({ ...none, dead }), /`a\.ts:12`: .*\n- and 8 more\n$/);
  });

  it('mentions no person, links nothing and closes no issue, whatever a title says', () => {
    const title = '@acme/all: closes #12, see https://evil.example <img src=x> [x](y)';
    const text = changeComment({ ...none, edited: [{ now: record('ADR-0001', title), before: null }] });
    ok(text.includes('`@acme/all`') && text.includes('`#12`') && text.includes('`https://evil.example`'), text);
    ok(text.includes('\\<img') && text.includes('\\[x\\](y)'), text);
  });

  it('is found again by the line that the GitHub Action looks for', () => equal(marker, commentMarker));
});
