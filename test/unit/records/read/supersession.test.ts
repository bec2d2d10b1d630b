import { strict as assert } from 'node:assert';
import { readSample } from './readSample';
import { supersededBy as by, supersedes as of } from './shortRelations';

describe('what supersedes a record', () => {
  const cases: readonly [status: string, by: readonly string[]][] = [
    ['Superseded by [9. Bar](0009-bar.md)', ['9. Bar <0009-bar.md>']],
    ['Superseded by [Bar](0009-bar.md)', ['Bar <0009-bar.md>']],
    ['Superceded by [0009-bar](0009-bar.md)', ['0009-bar <0009-bar.md>']],
    ['superseded by ADR-0123', ['ADR-0123']],
    ['superseded by ADR7', ['ADR7']],
    ['superseded by ADR-7 for reads and by ADR-8 for writes', ['ADR-7', 'ADR-8']],
    ['superseded by ADR-7 for reads and ADR-8 for writes.', ['ADR-7', 'ADR-8']],
    ['superseded by [ADR-7](0007-a.md) and, for batch, by ADR-8', ['ADR-7 <0007-a.md>', 'ADR-8']],
    ['superseded by ADR-7 for reasons of cost, and ADR-8 was considered', ['ADR-7']],
    ['superseded by ADR-7 for 3 services and 4 more', ['ADR-7']],
    ['Deprecated - replaced in part (sections 2-4) by ADR-7', ['ADR-7 partly']],
    ['Superseded by 0009', ['0009']],
    ['[Superseded by](0009-bar.md)', ['0009-bar <0009-bar.md>']],
    ['[Superseded by ADR-9](0009-bar.md)', ['ADR-9 <0009-bar.md>']],
    ['**Superseded by** [A](0009-a.md) and [B](0010-b.md)', ['A <0009-a.md>', 'B <0010-b.md>']],
    ['Superseded by ADR-9, ADR-10', ['ADR-9', 'ADR-10']],
    ['Superseded by PRD-ledger.md', ['PRD-ledger.md']],
    ['Superseded by\n[ADR-9](0009-bar.md)', ['ADR-9 <0009-bar.md>']],
    ['Replaced by [ADR-9](0009-bar.md).', ['ADR-9 <0009-bar.md>']],
    [
      'Deprecated in favor of [other#66](https://github.com/x/other/pull/66)',
      ['other#66 <https://github.com/x/other/pull/66>'],
    ],
    [
      'Reverted by [discussion #9](https://github.com/x/y/discussions/9)',
      ['discussion #9 <https://github.com/x/y/discussions/9>'],
    ],
    ['Partially superseded by [ADR-9](0009-bar.md)', ['ADR-9 <0009-bar.md> partly']],
    ['Superseded in part by ADR-9', ['ADR-9 partly']],
    ['Implemented. Parts of this ADR were superseded by [ADR-20](adr-020.md).', ['ADR-20 <adr-020.md> partly']],
    ['Abgelöst durch [ADR 9](0009-bar.md)', ['ADR 9 <0009-bar.md>']],
    ['Remplacé par [ADR 9](0009-bar.md)', ['ADR 9 <0009-bar.md>']],
    ['Superseded on 2024-05-06 by [9. Bar](0009-bar.md)', ['9. Bar <0009-bar.md>']],
    ['Invalidated on 6 May 2024 by [ADR-9](0009-bar.md).', ['ADR-9 <0009-bar.md>']],
    ['Ersetzt durch [ADR 9](0009-bar.md)', ['ADR 9 <0009-bar.md>']],
    ['Wurde 2025 durch [ADR 9](0009-bar.md) ersetzt, siehe ADR 8', ['ADR 9 <0009-bar.md>']],
    ['Accepted\n\nPreviously: superseded by ADR-9, then reinstated', []],
    ['Accepted, no longer superseded by ADR-9', []],
    ['Ersetzt [ADR 9](0009-bar.md)', []],
    ['Zastąpiona przez [ADR 9](0009-bar.md)', ['ADR 9 <0009-bar.md>']],
    ['Заменено на ADR-9', ['ADR-9']],
    ['Заменён ADR-9 и ADR-10', ['ADR-9', 'ADR-10']],
    ['Заменяет ADR-9', []],
    ['[ADR 9](0009-bar.md) に置き換え', ['ADR 9 <0009-bar.md>']],
    ['ADR-9により置き換えられた', ['ADR-9']],
    ['ADR-9を置き換え', []],
    ['ADR-9으로 대체됨', ['ADR-9']],
    ['Superseded by ADR-9 of the platform repository', ['ADR-9 of the platform repository']],
    ['Superseded by ADR-9 of this repository', ['ADR-9']],
    ['Superseded by acme/cloud ADR-9', ['acme/cloud ADR-9']],
    ['Remplacée en partie par ADR-9', ['ADR-9 partly']],
    ['Ersetzt teilweise durch ADR-9', ['ADR-9 partly']],
    ['Erstattet delvist af ADR-9', ['ADR-9 partly']],
    ['Ersatt delvis av ADR-9', ['ADR-9 partly']],
    ['Superseded by ADR-9 except for the cache', ['ADR-9 partly']],
    ['Superseded (except section 3) by ADR-9', ['ADR-9 partly']],
    ['Superseded by ADR-9 for the cache of pages only', ['ADR-9 partly']],
    ['Superseded by ADR-9 only where pages are kept', ['ADR-9 partly']],
    ['Superseded by ADR-9 with regard to pages', ['ADR-9 partly']],
    ['Accepted for feeds, superseded by ADR-9 for pages', ['ADR-9 partly']],
    ['Superseded by ADR-9 on the reading side', ['ADR-9 partly']],
    ['Superseded by ADR-9 for new pages', ['ADR-9 partly']],
    ['Superseded by ADR-9, for legacy reasons', ['ADR-9']],
    ['Superseded by ADR-9 for pages; still valid for feeds', ['ADR-9 partly']],
    ['Superseded by ADR-9 (Only one page)', ['ADR-9']],
    ['Superseded by 2024-05-06-use-x', ['2024-05-06-use-x']],
    // Control characters that stand for something while phrases are looked for.
    ['Superseded\x01 by\x02 [9. Bar](0009-bar.md)', ['9. Bar <0009-bar.md>']],
    ['Replaced by ADR-8; wurde durch ADR-9 ersetzt; in favour of ADR-10', ['ADR-8', 'ADR-9', 'ADR-10']],
    ['Accepted. Supersedes ADR-3 and is superseded by ADR-9', ['ADR-9']],
    ['Proposed. The role of the file → deprecated by [ADR-8](0008-x.md)', []],
    ['Accepted → superseded by ADR-9', ['ADR-9']],
    ['Parcialmente substituída pela [ADR-9](0009-bar.md)', ['ADR-9 <0009-bar.md> partly']],
    ['Substituído pelo ADR-9', ['ADR-9']],
    ['已被 ADR-0009 取代', ['ADR-0009']],
    ['已接受\n\n将由 ADR-9 取代', []],
    ['Superseded', []],
    ['Rejected by the board', []],
    ['Deprecated in 2024', []],
    ['Rejected in favour of [9. Bar](0009-bar.md)', ['9. Bar <0009-bar.md>']],
    ['Amended by [9. Bar](0009-bar.md)', []],
    ['Accepted, to be superseded by ADR-9', []],
    ['Superseded by [other ADRs]', []],
  ];
  for (const [status, expected] of cases) {
    it(JSON.stringify(status), () => {
      const record = readSample(
        `# 7. Use foo\n\n## Status\n\n${status}\n\n## Context\n\nOld files are superseded by this ADR.\n`,
      );
      assert.deepEqual(by(record), expected);
    });
  }

  it('is read from keys, rows and sections', () => {
    assert.deepEqual(by(readSample('---\nsuperseded-by: 0012\n---\n# Use foo\n')), ['0012']);
    assert.deepEqual(by(readSample('---\nsuperseded_by: [ADR-4, "0009"]\n---\n# Use foo\n')), ['ADR-4', '0009']);
    assert.deepEqual(by(readSample('# Use foo\n\n|K|V|\n|--|--|\n|Superseded by:|[ADR-4](0004-x.md)|\n')), [
      'ADR-4 <0004-x.md>',
    ]);
    assert.deepEqual(by(readSample('# Use foo\n\n|K|V|\n|--|--|\n|Superseded by:|N/A|\n')), []);
    assert.deepEqual(by(readSample('# Use foo\n\n**Superseded by:** _(none)_\n')), []);
    assert.deepEqual(by(readSample('# Use foo\n\n## Superseded by\n\n- [ADR-4](0004-x.md)\n')), ['ADR-4 <0004-x.md>']);
  });

  it('is read from typed relations', () => {
    const front = (yaml: string) => {
      const record = readSample(`---\nstatus: accepted\n${yaml}\n---\n# Use foo\n`);
      return [record.status, by(record), of(record)];
    };
    const typed = `relations:
  - type: partially-superseded-by
    target: ADR-0056
    scope: "the rule of ADR-0011"
  - type: supersedes
    target: ADR-0021
  - type: see-also
    target: ADR-0018`;
    assert.deepEqual(front(typed), ['accepted', ['ADR-0056 partly'], ['ADR-0021']]);
    assert.deepEqual(front('links:\n  supersedes: [ADR-3, ADR-4]'), ['accepted', [], ['ADR-3', 'ADR-4']]);
    assert.deepEqual(front('links:\n  - rel: superseded-by\n    href: 0009-bar.md'), ['accepted', ['0009-bar.md'], []]);
    assert.deepEqual(front('partially-superseded-by: [ADR-9]'), ['accepted', ['ADR-9 partly'], []]);
    assert.deepEqual(front('supersedes:\n  - id: ADR-3\n    reason: cost'), ['accepted', [], ['ADR-3']]);
  });

  it('is read from the comment behind a status in front matter', () => {
    const front = (line: string) => {
      const record = readSample(`---\nstatus: ${line}\ndate: 2026-01-02\n---\n# Use foo\n`);
      return [record.status, record.statusText, by(record)];
    };
    assert.deepEqual(front('replaced # by ADR-9'), ['superseded', 'replaced', ['ADR-9']]);
    assert.deepEqual(front('replaced # Superseded by: ADR-9'), ['superseded', 'replaced', ['ADR-9']]);
    assert.deepEqual(front('"superseded" # superseded by [9](0009-x.md)'), [
      'superseded',
      'superseded',
      ['9 <0009-x.md>'],
    ]);
    assert.deepEqual(front('accepted # by the board'), ['accepted', 'accepted', []]);
    assert.deepEqual(front('superseded # proposed | accepted | superseded by ADR-9'), ['superseded', 'superseded', []]);
  });

  it('is read from labels that say "in part"', () => {
    const labelled = readSample('# Use foo\n\n- Status: accepted\n- **Supersedes in part:** [ADR-3](0003-x.md)\n');
    assert.deepEqual([labelled.status, of(labelled)], ['accepted', ['ADR-3 <0003-x.md> partly']]);
  });

  it('is named by a label that says which is the newer one', () => {
    const record = readSample('# Use foo\n\n* Status: Accepted\n* Superseding Proposal: [ADR-9: Bar](0009-bar.md)\n');
    assert.deepEqual([by(record), of(record)], [['ADR-9: Bar <0009-bar.md>'], []]);
    assert.deepEqual(of(readSample('# Use foo\n\n## Status\n\nAccepted, superseding ADR-9\n')), ['ADR-9']);
  });

  it('is read from what the record says of itself', () => {
    assert.deepEqual(
      by(readSample('# Use foo\n\n> This ADR has been superseded by [ADR-4](0004-x.md).\n\nStatus: accepted\n')),
      ['ADR-4 <0004-x.md>'],
    );
    assert.deepEqual(
      by(readSample('# Use foo\n\n## Deprecation notice\n\nThis ADR has been superseded by ADR7, which stops it.\n')),
      ['ADR7'],
    );
    assert.deepEqual(
      by(readSample('# Use foo\n\n## Context\n\nThe old store is superseded by [redis](https://redis.io).\n')),
      [],
    );
    assert.deepEqual(by(readSample('# Use foo\n\n## Context\n\nADR-3 was superseded by ADR-5 last year.\n')), []);
  });

  it('is read from a line that says when and by what', () => {
    const head = 'Accepted: 2019-01-01\nAmended: 2019-03-03\nSuperseded: 2019-12-19 by';
    const linked = readSample(`# 7. Use foo\n\nStatus: Accepted\n\n${head} [ADR 14](0014-x.md)\n`);
    assert.deepEqual([linked.status, linked.date, by(linked)], ['superseded', null, ['ADR 14 <0014-x.md>']]);
    assert.deepEqual(by(readSample(`# 7. Use foo\n\n${head} ADR-14\n`)), ['ADR-14']);
    assert.equal(readSample(`# 7. Use foo\n\nStatus: Accepted\nSuperseded: no\n`).status, 'accepted');
    assert.equal(readSample(`# 7. Use foo\n\nAmended: 2019-03-03 by ADR-9\n`).status, 'none');
  });

  it('is not what the successor itself replaces', () => {
    const record = readSample(
      '# 7. Use foo\n\n## Status\n\nSuperseded in part by [ADR-9](0009-bar.md), which keeps it and replaces the phase 1 shell.\n',
    );
    assert.deepEqual([by(record), of(record)], [['ADR-9 <0009-bar.md> partly'], []]);
    assert.deepEqual(of(readSample('# 7. Use foo\n\nThis ADR, which supersedes [ADR-3](0003-x.md), holds.\n')), [
      'ADR-3 <0003-x.md>',
    ]);
  });

  it('is read where the status has no word between', () => {
    const by19 = (status: string) => by(readSample(`# 7. Use foo\n\n## Status\n\n${status}\n`));
    assert.deepEqual(by19('⌛ Superseded [0019](0019-bar.md)'), ['0019 <0019-bar.md>']);
    assert.deepEqual(by19('Superseded ADR-19'), ['ADR-19']);
    assert.deepEqual(by19('Superseded: 0019'), ['0019']);
    assert.deepEqual(by19('Superseded 2019-12-19'), []);
    assert.deepEqual(by19('Superseded'), []);
  });

  it('is looked for in the text where the status names nobody', () => {
    const text =
      '# Use foo\n\nStatus: Partly superseded\n\n## Decision\n\n**These ranges have been superseded by [ADR #9](0009-bar.md).**\n';
    assert.deepEqual(by(readSample(text)), ['ADR #9 <0009-bar.md> partly']);
    const log =
      '# Use foo\n\n|Status|Deprecated|\n|--|--|\n\n## Revisions\n\n|Rev|Info|\n|--|--|\n|2|Deprecate in favor of ADR-37|\n';
    assert.deepEqual(by(readSample(log)), ['ADR-37']);
  });
});

describe('what a record supersedes', () => {
  it('is read where the same verb says "superseded" in other forms', () => {
    const withStatus = (status: string) => of(readSample(`# 7. Use foo\n\n## Status\n\n${status}\n`));
    assert.deepEqual(withStatus('Angenommen\n\nErsetzt [2. Foo](0002-foo.md)'), ['2. Foo <0002-foo.md>']);
    assert.deepEqual(withStatus('Angenommen, ersetzt ADR-4 und ADR-5'), ['ADR-4', 'ADR-5']);
    assert.deepEqual(withStatus('已接受\n\n取代 ADR-0002'), ['ADR-0002']);
    assert.deepEqual(withStatus('Wurde durch ADR-9 ersetzt, siehe ADR-2'), []);
    assert.deepEqual(withStatus('已被 ADR-0009 取代'), []);
  });

  it('is said in the past tense of parts of another', () => {
    const read = (status: string) => readSample(`# 7. Use foo\n\n## Status\n\n${status}\n`);
    const active = read('Replaced parts of ADR-3');
    assert.deepEqual([active.status, of(active), by(active)], ['other', ['ADR-3 partly'], []]);
    const passive = read('Superseded parts of this by ADR-9');
    assert.deepEqual([of(passive), by(passive)], [[], []]);
  });

  for (const value of [
    'None (extends ADR-3)',
    'N/A; builds on ADR-3',
    'none, refines [3](0003-x.md)',
    'N.A',
    'Keine – siehe ADR 3',
    '없음 / Relates: ADR-3(메일)',
    'なし（関連: ADR-3）',
    '无',
  ]) {
    it(`is nothing where it says so first: ${value}`, () => {
      assert.deepEqual(of(readSample(`# 4. Use foo\n\n**Supersedes:** ${value}\n`)), []);
      assert.deepEqual(of(readSample(`# 4. Use foo\n\n## Status\n\nAccepted. Supersedes: ${value}\n`)), []);
      assert.deepEqual(by(readSample(`---\nsuperseded-by: "${value}"\n---\n# Use foo\n`)), []);
    });
  }

  it('is read from status, keys, title and text, each target once', () => {
    const status = 'Accepted (supersedes [ADR 32](0032-old.md))';
    assert.deepEqual(of(readSample(`# 48. New (supersedes 0032)\n\n- **Status**: ${status}\n`)), [
      'ADR 32 <0032-old.md>',
    ]);
    assert.deepEqual(of(readSample('---\nsupersedes: [0004, 9]\n---\n# Use foo\n')), ['0004', '9']);
    assert.deepEqual(of(readSample('# Use foo\n\n## Context\n\nThis ADR in part supersedes [0003](0003-x.md).\n')), [
      '0003 <0003-x.md> partly',
    ]);
    assert.deepEqual(of(readSample('# Use foo\n\n## Links\n\n- Supersedes [20200101-x](20200101-x.md)\n')), [
      '20200101-x <20200101-x.md>',
    ]);
    assert.deepEqual(of(readSample('# Use foo\n\n## Notes\n\n- Since then ADR 48\n  supersedes ADR 32 there.\n')), []);
    assert.deepEqual(of(readSample('# Use foo\n\n## Context\n\nThe new client replaces 3 services.\n')), []);
    assert.deepEqual(of(readSample('# Use foo\n\n## Status\n\nAccepted\n\nAmends [3. X](0003-x.md)\n')), []);
  });
});

describe('a supersession', () => {
  const stated: readonly [status: string, by: readonly string[]][] = [
    // Several.
    ['Superseded by the ADR-0001 trio (x) and ADR-0002 (y)', ['ADR-0001', 'ADR-0002']],
    ['Superseded by ADRs 60, 61 and 62', ['ADRs 60', '61', '62']],
    ['Superseded by ADR-1/ADR-2', ['ADR-1', 'ADR-2']],
    ['Superseded by [A](0009-a.md) (web), [B](0010-b.md) (mobile)', ['A <0009-a.md>', 'B <0010-b.md>']],
    ['Superseded by ADR-9 & [B](0010-b.md)', ['ADR-9', 'B <0010-b.md>']],
    ['Superseded by 0009-bar.md and 0010-baz.md', ['0009-bar.md', '0010-baz.md']],
    ['Superseded by /proposals/log-v2-apis.md', ['log-v2-apis.md']],
    // One, with other things beside it.
    ['Superseded by ADR-9 and amended by ADR-10', ['ADR-9']],
    ['Superseded by ADR-9, see ADR-3 for the history', ['ADR-9']],
    ['Superseded by ADR-9 (see also ADR-3)', ['ADR-9']],
    ['Superseded by ADR-9: Use X, Y and 3 zones', ['ADR-9']],
    ['Superseded by the new store (ADR-12)', ['ADR-12']],
    ['Superseded by ADR No. 12', ['ADR No. 12']],
    ['Superseded by ADR 12 in [PR #45](https://github.com/o/r/pull/45)', ['ADR 12']],
    ['Superseded by ADR-9 §4', ['ADR-9 partly']],
    ['Superseded by section 3 of ADR-9', ['ADR-9 partly']],
    // Marks instead of words.
    ['Superseded - [009 - Use [other] for [x]](./0009-c.md)', ['009 - Use [other] for [x] <./0009-c.md>']],
    ['Superseded → ADR-9', ['ADR-9']],
    ['Superseded, see [ADR-9](0009-bar.md)', ['ADR-9 <0009-bar.md>']],
    ['Superseded (ADR-9)', ['ADR-9']],
    ['Superseded - 2024-05-06', []],
    // Of something else.
    ['Accepted. The old cookies were superseded by ADR-9.', []],
    ['Accepted; the session store is replaced by [ADR-9](0009-bar.md)', []],
    ['Superseded by lines 51–54 of the plan', ['lines 51–54 of the plan']],
    ['This decision was superseded by ADR-9', ['ADR-9']],
    ['Parts of it are now superseded by ADR-9', ['ADR-9 partly']],
  ];
  for (const [status, expected] of stated) {
    it(`of ${JSON.stringify(status)}`, () => {
      assert.deepEqual(by(readSample(`# 7. Use foo\n\n## Status\n\n${status}\n\n## Context\n\nWords.\n`)), expected);
    });
  }

  const texts: readonly [text: string, of: readonly string[]][] = [
    ['**Supersedes**: ADR 0053 §7 "Detection"', ['ADR 0053 partly']],
    ['Supersedes ADRs 60 and 61', ['ADRs 60', '61']],
    ['Supersedes ADR-3 and parts of ADR-5', ['ADR-3', 'ADR-5 partly']],
    ['Supersedes ADR-3 (partly)', ['ADR-3 partly']],
    ['Supersedes ADR-3, sections 4 and 5', ['ADR-3 partly']],
    ['- This ADR supersedes the inline TODO of issue #4145 in `src/lock.cs` (lines 51–54).', []],
    ['- This ADR supersedes PR #12 and version 2 of the client.', []],
    ['- Supersedes step 3 of the rollout on 2024-05-06.', []],
    ['- Supersedes acme/cloud#12', []],
    ['- Supersedes ADR 12 (issue #45)', ['ADR 12']],
  ];
  for (const [text, expected] of texts) {
    it(`in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(of(readSample(`# 7. Use foo\n\nStatus: Accepted\n\n## Context\n\n${text}\n`)), expected);
    });
  }

  it('of another is not that of this record, in its head either', () => {
    const head = (text: string) => by(readSample(`# 7. Use foo\n\n${text}\n\n## Context\n\nWords.\n`));
    assert.deepEqual(head('The cookies of ADR-3 were superseded by [ADR-9](0009-bar.md).'), []);
    assert.deepEqual(head('ADR-7 was superseded by [ADR-9](0009-bar.md).'), ['ADR-9 <0009-bar.md>']);
    assert.deepEqual(head('It was superseded by [ADR-9](0009-bar.md).'), ['ADR-9 <0009-bar.md>']);
  });
});
