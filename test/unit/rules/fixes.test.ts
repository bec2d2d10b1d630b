import { deepEqual, equal, ok } from 'node:assert/strict';
import { adr, applied, findingsIn } from './support';

describe('every fix', () => {
  it('leaves nothing to be found where it was made', async () => {
    const files = {
      'docs/adr/0001-a.md': '# 1. A\n\n* Status: accepted\n\nSome. [x](../b/flow.md)\n',
      'docs/adr/0002-b.md': '# 2. B\n\n* Status: accepted\n* Supersedes: ADR-0001\n\nSome.\n',
      'docs/adr/0003-c.md': '# 3. C\n\n* Status: superseded by ADR-0002\n\nSome.\n',
      'docs/c/flow.md': '# Flow\n',
      'src/a.ts': '// of ADR-0003\n',
      'src/b.ts': '// of docs/adr/0002-earlier-b.md\n',
    };
    const found = await findingsIn(files);
    const mended: Record<string, string> = { ...files };
    for (const [path, text] of Object.entries(files)) {
      mended[path] = applied(
        text,
        ...found.flatMap(({ fix }) => (fix?.edits ?? []).filter(({ file }) => file === path)),
      );
    }
    ok(found.length >= 4 && found.every(({ fix }) => fix), JSON.stringify(found));
    const left = await findingsIn(mended);
    equal(left.length, 0, JSON.stringify(left));
  });

  it('says of a status that changes which whole words it writes', async () => {
    const newer = adr('2. B', 'Accepted', 'Supersedes ADR-0001.');
    for (const [status, written] of [
      ['Accepted\n\nSuperseded by:', 'Superseded'],
      ['Accepted, 2024-01-02', '→ Superseded by [ADR-0002](0002-b.md)'],
    ] as const) {
      const files = { 'docs/adr/0001-a.md': adr('1. A', status), 'docs/adr/0002-b.md': newer };
      const found = (await findingsIn(files)).filter((finding) => finding.code === 'one-sided-supersession');
      deepEqual(
        found.map(({ fix }) => fix?.title.values),
        [[written]],
      );
    }
  });
});
