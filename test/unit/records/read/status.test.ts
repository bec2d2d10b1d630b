import { strict as assert } from 'node:assert';
import { statusWordLists } from '../../../../src/core/records/read/statusWords';
import type { RecordStatus } from '../../../../src/core/records/record';
import { readSample } from './readSample';

describe('status words', () => {
  const cases: readonly [value: string, status: RecordStatus, text: string | null][] = [
    ['Accepted', 'accepted', 'Accepted'],
    ['**Accepted** *2023-06-09*', 'accepted', 'Accepted 2023-06-09'],
    ['*deprecated*', 'deprecated', 'deprecated'],
    ['✅ Accepted', 'accepted', 'Accepted'],
    ['✅', 'accepted', '✅'],
    ['✔️', 'accepted', '✔️'],
    ['🚧', 'other', '🚧'],
    [':white_check_mark: Approved', 'accepted', 'Approved'],
    ['⌛️ Superseded by [036. Clusters](036-clusters.md)', 'superseded', 'Superseded by 036. Clusters'],
    ['Implemented', 'accepted', 'Implemented'],
    ['Partially Implemented', 'accepted', 'Partially Implemented'],
    ['Accepted<!-- |Accepted|Rejected| -->', 'accepted', 'Accepted'],
    ['DRAFT Not Implemented', 'draft', 'DRAFT Not Implemented'],
    ['Proposed → Accepted', 'accepted', 'Proposed → Accepted'],
    ['Accepted -> does not touch the protocol', 'accepted', 'Accepted -> does not touch the protocol'],
    ['Draft (=> Provisional)', 'draft', 'Draft (=> Provisional)'],
    ['~~Proposed~~ Accepted', 'accepted', 'Accepted'],
    ['Pending', 'proposed', 'Pending'],
    ['Under review until Friday', 'proposed', 'Under review until Friday'],
    ['WIP', 'proposed', 'WIP'],
    ['已採納', 'accepted', '已採納'],
    ['已棄用', 'deprecated', '已棄用'],
    ['Reinstated', 'accepted', 'Reinstated'],
    ['Acceptée puis rejetée', 'rejected', 'Acceptée puis rejetée'],
    ['Accepted then rejected', 'rejected', 'Accepted then rejected'],
    ['Was accepted; now void', 'deprecated', 'Was accepted; now void'],
    ['RFC', 'proposed', 'RFC'],
    ['This RFC was accepted', 'accepted', 'This RFC was accepted'],
    ['This proposal has been rejected.', 'rejected', 'This proposal has been rejected.'],
    ['Proposal rejected', 'rejected', 'Proposal rejected'],
    ['RFC accepted on 2024-05-06', 'accepted', 'RFC accepted on 2024-05-06'],
    ['Draft RFC', 'draft', 'Draft RFC'],
    ...(
      ['Draft rejected', 'RFC closed', 'Review completed', 'Final decision pending', 'Complete rewrite needed'] as const
    ).map((value): [string, RecordStatus, string] => [value, 'other', value]),
    ...(['Decided against', 'Merged into ADR-9', 'Accepted unless someone objects', 'Open question'] as const).map(
      (value): [string, RecordStatus, string] => [value, 'other', value],
    ),
    ['This RFC describes what we store', 'other', 'This RFC describes what we store'],
    ['Withdrawn', 'rejected', 'Withdrawn'],
    ['Retired', 'deprecated', 'Retired'],
    ['Akzeptiert', 'accepted', 'Akzeptiert'],
    ['Entwurf', 'draft', 'Entwurf'],
    ['Accepté', 'accepted', 'Accepté'],
    ['Godkendt', 'accepted', 'Godkendt'],
    ['Aceptado', 'accepted', 'Aceptado'],
    ['已通过', 'accepted', '已通过'],
    ['検討中', 'proposed', '検討中'],
    ['승인됨', 'accepted', '승인됨'],
    ['Принят', 'accepted', 'Принят'],
    ['Утверждена 12.03.2024', 'accepted', 'Утверждена 12.03.2024'],
    ['На рассмотрении', 'proposed', 'На рассмотрении'],
    ['Отклонён', 'rejected', 'Отклонён'],
    ['Устарел', 'deprecated', 'Устарел'],
    ['Заменён на [ADR-9](0009-x.md)', 'superseded', 'Заменён на ADR-9'],
    ['Zaakceptowana', 'accepted', 'Zaakceptowana'],
    ['Przyjęto', 'accepted', 'Przyjęto'],
    ['Odrzucona', 'rejected', 'Odrzucona'],
    ['Zastąpiona przez ADR-9', 'superseded', 'Zastąpiona przez ADR-9'],
    ['En revisión', 'proposed', 'En revisión'],
    ['Vigente', 'accepted', 'Vigente'],
    ['En vigueur', 'accepted', 'En vigueur'],
    ['In Kraft', 'accepted', 'In Kraft'],
    ['レビュー待ち', 'proposed', 'レビュー待ち'],
    ['ADR-9 に置き換え', 'superseded', 'ADR-9 に置き換え'],
    ['ADR-9を置き換え', 'other', 'ADR-9を置き換え'],
    ['ADR-9로 대체됨', 'superseded', 'ADR-9로 대체됨'],
    ['2024-05-06 提议\n\n2024-05-08 完成', 'accepted', '2024-05-08 完成'],
    ['提议/通过/完成/已弃用/已取代', 'none', null],
    ['Provisional', 'other', 'Provisional'],
    ['On hold', 'other', 'On hold'],
    ['Reverted by [discussion #9](https://github.com/x/y/discussions/9)', 'other', 'Reverted by discussion #9'],
    ['Not accepted yet', 'other', 'Not accepted yet'],
    ['Not-Implemented', 'other', 'Not-Implemented'],
    ['TBD', 'other', 'TBD'],
    ['Supersedes [ADR 3](0003-x.md)', 'other', 'Supersedes ADR 3'],
    ['Accepted (supersedes [ADR 3](0003-x.md))', 'accepted', 'Accepted (supersedes ADR 3)'],
    ['Proposed superseding ADR-3', 'proposed', 'Proposed superseding ADR-3'],
    ['Accepted, will be superseded by ADR-9', 'accepted', 'Accepted, will be superseded by ADR-9'],
    ['Superceded by 0009', 'superseded', 'Superceded by 0009'],
    ['Implemented. Superseded by [ADR-013](adr-013.md).', 'superseded', 'Implemented. Superseded by ADR-013.'],
    ['Partly superseded', 'accepted', 'Partly superseded'],
    ['Superseded in part by ADR-9', 'accepted', 'Superseded in part by ADR-9'],
    [
      'Implemented. Parts of this ADR were superseded by ADR-20.',
      'accepted',
      'Implemented. Parts of this ADR were superseded by ADR-20.',
    ],
    ['Deprecated in favor of ADR-37', 'deprecated', 'Deprecated in favor of ADR-37'],
    // The same word says in German and in Chinese that this record takes the place of another.
    ['Angenommen\n\nErsetzt [2. Foo](0002-foo.md)', 'accepted', 'Angenommen'],
    ['Ersetzt', 'superseded', 'Ersetzt'],
    ['Ersetzt durch [9. Bar](0009-bar.md)', 'superseded', 'Ersetzt durch 9. Bar'],
    ['Wurde durch [9. Bar](0009-bar.md) ersetzt', 'superseded', 'Wurde durch 9. Bar ersetzt'],
    ['Angenommen (wird durch ADR-0009 ersetzt)', 'accepted', 'Angenommen (wird durch ADR-0009 ersetzt)'],
    ['已接受\n\n取代 [ADR-0002](0002-foo.md)', 'accepted', '已接受'],
    ['Final Comment Period', 'proposed', 'Final Comment Period'],
    ['Accepted for discussion', 'other', 'Accepted for discussion'],
    ['Active discussion', 'other', 'Active discussion'],
    ['Em análise', 'proposed', 'Em análise'],
    ['승인 대기', 'proposed', '승인 대기'],
    ['승인 거부', 'rejected', '승인 거부'],
    ['승인 취소', 'other', '승인 취소'],
    ['Accepted?', 'other', 'Accepted?'],
    ['Superseded? no', 'other', 'Superseded? no'],
    ['Accepted: not yet', 'other', 'Accepted: not yet'],
    ['Accepted, then reverted in v2', 'other', 'Accepted, then reverted in v2'],
    ['Open → Closed', 'other', 'Open → Closed'],
    ['Mostly superseded by ADR-9', 'accepted', 'Mostly superseded by ADR-9'],
    ['Superseded by ADR-9 except for the cache', 'accepted', 'Superseded by ADR-9 except for the cache'],
    [
      'Accepted. Supersedes ADR-3 and is superseded by ADR-9',
      'superseded',
      'Accepted. Supersedes ADR-3 and is superseded by ADR-9',
    ],
    ['Historical design record; writes.md is current', 'other', 'Historical design record; writes.md is current'],
    ['Historical', 'deprecated', 'Historical'],
    ['Active since 2024', 'accepted', 'Active since 2024'],
    ['Archived (2024-05-06)', 'deprecated', 'Archived (2024-05-06)'],
    ['Active development', 'other', 'Active development'],
    [
      'Proposed (PRs #139/#162). Some was superseded piecemeal: the format → deprecated by [8](0008-x.md); names/roles → accepted',
      'proposed',
      'Proposed (PRs #139/#162). Some was superseded piecemeal: the format → deprecated by 8; names/roles → accepted',
    ],
    ['Proposed / Accepted / Rejected', 'none', null],
    ['Remplacée en partie par ADR-3', 'accepted', 'Remplacée en partie par ADR-3'],
    ['Teilweise ersetzt durch ADR-3', 'accepted', 'Teilweise ersetzt durch ADR-3'],
    ['Accepted and later withdrawn', 'rejected', 'Accepted and later withdrawn'],
    [
      'Accepted and implemented; obsolete code was removed',
      'accepted',
      'Accepted and implemented; obsolete code was removed',
    ],
    ['Accepted for the EU and rejected for the US', 'other', 'Accepted for the EU and rejected for the US'],
    ['Accepted, but deprecated since version 2', 'other', 'Accepted, but deprecated since version 2'],
    ['Accepted (rejected options are below)', 'accepted', 'Accepted (rejected options are below)'],
    ['This decision has been accepted by all teams', 'accepted', 'This decision has been accepted by all teams'],
    ['{proposed | rejected | accepted | deprecated}', 'none', null],
    ['[proposed | accepted]', 'none', null],
    ['<status>', 'none', null],
    ['proposed | accepted | rejected', 'none', null],
    ['proposed, accepted, rejected, deprecated, superseded, etc.', 'none', null],
    ['n/a', 'none', null],
    ['', 'none', null],
    // regression: a status that tells its history on one line was the first of its words
    ...(
      [
        ['Rejected, later accepted', 'accepted'],
        ['Proposed 2024-01-08; accepted 2024-02-01; superseded 2025-03-04', 'superseded'],
        ['Accepted 2024-01-08, superseded 2025-03-04', 'superseded'],
        ['Accepted, then deprecated in 2023', 'deprecated'],
        ['Accepted. Deprecated 2024-05-01.', 'deprecated'],
        ['Deprecated. Accepted 2024-05-01.', 'deprecated'],
        ['Accepted 2024-01-08. Deprecated 2024-05-01.', 'deprecated'],
        ['Rejected at first, but accepted on 2024-02-01', 'accepted'],
        ['Vorgeschlagen am 2024-01-08, angenommen am 2024-02-01', 'accepted'],
        ['Draft, then proposed, then accepted', 'accepted'],
        ['Accepted on 2024-02-01, proposed on 2024-01-08', 'accepted'],
        ['Accepted; previously rejected', 'accepted'],
        ['Accepted by Ann, rejected by Bob', 'other'],
        ['Accepted, then superseded in part by ADR-9', 'accepted'],
        ['Proposed, to be accepted by 2024-03-01', 'proposed'],
      ] as const
    ).map(([value, status]) => [value, status, value] as [string, RecordStatus, string]),
  ];
  for (const [value, status, text] of cases) {
    it(`reads ${JSON.stringify(value)} as ${status}`, () => {
      const record = readSample(`# 7. Use foo\n\n## Status\n\n${value}\n\n## Context\n\nWhy.\n`);
      assert.deepEqual([record.status, record.statusText], [status, text]);
    });
  }
});

describe('status places', () => {
  const title = '# 7. Use foo\n\n';
  const cases: readonly [what: string, text: string, status: RecordStatus][] = [
    ['a bullet', `${title}* Status: accepted\n`, 'accepted'],
    ['a bold bullet', `${title}- **Status**: Accepted\n`, 'accepted'],
    ['a bold line', `${title}**Status:** Rejected\n`, 'rejected'],
    ['a bold line without a colon', `${title}**Status** Accepted\n`, 'accepted'],
    ['a line without a colon', `${title}Status Accepted\n`, 'accepted'],
    ['a French colon', `${title}Statut : proposé\n`, 'proposed'],
    ['a code span', `${title}\`Status: Superseded by ADR-009\`\n`, 'superseded'],
    ['a quote', `${title}> **Status**: draft\n`, 'draft'],
    ['a line in italics', `${title}Foo is fast.\n\n*Superseded by ADR-9, 2024-03-04*\n`, 'superseded'],
    ['a bold line with a day', `${title}**Accepted (2024-03-04)**\n`, 'accepted'],
    ['no states of several options', `${title}First:\n\n**Rejected**\n\nSecond:\n\n**Accepted**\n`, 'none'],
    ['no bold sentence', `${title}**Accepted answers stay in the ledger.**\n\n*Proposed by Ann*\n`, 'none'],
    ['no bold line of a section', `${title}## Options\n\n**Rejected**\n`, 'none'],
    ['a tick before the title', '# ✅ 7. Use foo\n', 'accepted'],
    ['a cross before the title, which says no more', '# ❌ 7. Use foo\n', 'other'],
    ['no other picture before it', '# 🚀 7. Use foo\n', 'none'],
    ['the German word for a state', `${title}**Stand:** ersetzt durch ADR-9\n`, 'superseded'],
    ['no day for which a text stands', `${title}Stand: 04.03.2024\n\n## Status\n\nverworfen\n`, 'rejected'],
    ['no sentence that begins with the word', `${title}Status of orders: superseded orders are kept.\n`, 'none'],
    ['a box', `${title}!!! info\n    **Status**: Accepted\n`, 'accepted'],
    ['a value below its label', `${title}**Status**\n\nAccepted\n`, 'accepted'],
    [
      'several labels of one line',
      `${title}**Date:** 2024-05-01 | **Status:** Rejected | **Authors:** Ann\n`,
      'rejected',
    ],
    ['no section of an interface', `${title}## Design\n\n### API\n\n#### Status\n\nAccepted when bound.\n`, 'none'],
    ['no member in a table', `${title}## API\n\n| Field | Value |\n|--|--|\n| \`State\` | Completed |\n`, 'none'],
    ['a heading with the value', `${title}## Status: Superseded by ADR-500\n`, 'superseded'],
    [
      'a table of names and values',
      `${title}| Key | Value |\n|--|--|\n|Date |2021-05-12|\n|Status |Approved|\n`,
      'accepted',
    ],
    ['a label that names the successor', `${title}## Status\n\nSuperseded by: ADR-9 (Bar)\n`, 'superseded'],
    ['no label that names none', `${title}## Status\n\nAccepted\n\nSuperseded by: n/a\n`, 'accepted'],
    ['a list of definitions', `${title}Status\n: Accepted\n\nDate\n: 2024-05-06\n`, 'accepted'],
    [
      'the choice before what a form offers',
      `${title}* Status: accepted {proposed | accepted | rejected}\n`,
      'accepted',
    ],
    [
      'two labels above their values',
      `${title}| Decision status | Delivery status |\n|--|--|\n| Accepted | Open |\n`,
      'accepted',
    ],
    [
      'no list of several records',
      `${title}| ID | Date | Status |\n|--|--|--|\n| D-1 | 2024-05-06 | Accepted |\n| D-2 | 2024-06-06 | Superseded |\n`,
      'none',
    ],
    ['a plan in words', `${title}## Status\n\nSuperseded by ADR-9 unless the board objects\n`, 'other'],
    ['a label in Portuguese', `${title}- Situação: Rejeitada\n`, 'rejected'],
    ['a label in Japanese', `${title}- 状態: 提案中\n`, 'proposed'],
    [
      'a list of definitions',
      `${title}<dl>\n<dt>Status</dt><dd>Accepted</dd>\n<dt>Area</dt><dd>x</dd>\n</dl>\n`,
      'accepted',
    ],
    ['a row without its closing pipe', `${title}| | |\n|--|--|\n| Status | Draft\n`, 'draft'],
    [
      'a table below names',
      '| Status | Date | Author(s) |\n|:--|:--|:--|\n| Proposed | 2025-01-07 | Ann |\n\n## Context\n',
      'proposed',
    ],
    ['front matter', `---\nstatus: "Accepted"\n---\n${title}`, 'accepted'],
    ['front matter in camel case', `---\nadrStatus: Accepted\n---\n${title}`, 'accepted'],
    ['one axis of two', `---\ndelivery-status: done\ndecision-status: proposed\n---\n${title}`, 'proposed'],
    ['a stage, where nothing else is said', '---\nstage: accepted\n---\n# Use foo\n', 'accepted'],
    ['a status beside a stage', '---\nstage: released\nstatus: withdrawn\n---\n# Use foo\n', 'rejected'],
    ['a word before the title', '# Draft: Use foo\n\n## Context\n\nWhy.\n', 'draft'],
    ['a word in brackets behind a number', '# 7. [DRAFT] Use foo\n\n## Context\n\nWhy.\n', 'draft'],
    ['a word in brackets', '# ADR 7: (Rejected) Use foo\n\n## Context\n\nWhy.\n', 'rejected'],
    ['a word behind the title', '# Use foo [Deprecated]\n\n## Context\n\nWhy.\n', 'deprecated'],
    ['a title with its successor', '# Use foo (superseded by [ADR 9](0009-bar.md))\n\nWhy.\n', 'superseded'],
    ['a status below a title with another', '# Draft: Use foo\n\nStatus: accepted\n', 'accepted'],
    ['a title about a state', '# Deprecated fields in the API: how to drop them (current)\n\nWhy.\n', 'none'],
    ['ticked boxes', `${title}## Status\n\n- [ ] Proposed\n- [x] Accepted\n- [ ] Rejected\n`, 'accepted'],
    ['a dated history', `${title}## Status\n\n- 2024-01-02 Proposed\n- 2024-03-04 Accepted\n`, 'accepted'],
    [
      'a later line that retires',
      `${title}## Status\n\nAccepted\n\nSuperceded by [9. Bar](0009-bar.md)\n`,
      'superseded',
    ],
    [
      'another word for it',
      `${title}## Status\n\nAccepted.\n\nImplemented.\n\nOverridden by [9. Bar](0009-bar.md)\n`,
      'superseded',
    ],
    ['a relation before the status', `${title}## Status\n\nAmends [3. Baz](0003-baz.md)\n\nAccepted\n`, 'accepted'],
    ['a status after the decision', `${title}## Decision\n\nWe do.\n\n## Status\n\nRejected\n`, 'rejected'],
    [
      'the head before a section about something else',
      `${title}|Status|Approved|\n|--|--|\n\n## API\n\n## Status\n\nThe interface returns rejected.\n`,
      'accepted',
    ],
    ['not a fence', `${title}\`\`\`\n## Status\nAccepted\n\`\`\`\n`, 'none'],
    ['not a tilde fence', `${title}~~~md\n* Status: accepted\n~~~\n`, 'none'],
    ['not indented code', `${title}Example:\n\n    Status: accepted\n`, 'none'],
    ['not a comment', `${title}<!--\nStatus: accepted\n-->\n`, 'none'],
    ['not prose in the middle', `${title}## Context\n\nStatus: the server returns 500 then\n`, 'none'],
  ];
  for (const [what, text, status] of cases) {
    it(`reads ${what}`, () => assert.equal(readSample(text).status, status));
  }

  it('is not prose in a guide', () => {
    const text = '# Contributing\n\n## Current status\n\nWe welcome small changes.\n';
    assert.equal(readSample(text, 'CONTRIBUTING.md', 'guide').status, 'none');
    assert.equal(readSample(`---\nstatus: fresh\n---\n${text}`, 'CONTRIBUTING.md', 'guide').statusText, 'fresh');
  });

  it('is what a picture says, without its address', () => {
    const { statusText } = readSample(`${title}![Status: accepted](https://example.org/badge/x.svg)\n\n## Context\n`);
    assert.equal(statusText, 'accepted');
  });

  it('puts a wrapped status together', () => {
    const record = readSample(
      '# 7. Use foo\n\n## Status\n\nImplemented for mail,\nnot for calendars yet\n\n## Context\n',
    );
    assert.equal(record.statusText, 'Implemented for mail, not for calendars yet');
  });
});

describe('the day for which a German text stands', () => {
  it('is the date of a record without another', () => {
    const days = ['Stand: 04.03.2024', 'Stand vom: 04.03.2024', 'Stand: 04.03.2024\nDatum: 01.02.2024'];
    const dates = days.map((day) => readSample(`# 7. Use foo\n\n${day}\n\n## Status\n\nverworfen\n`).date);
    assert.deepEqual(dates, ['2024-03-04', '2024-03-04', '2024-02-01']);
  });
});

describe('a status that is an essay', () => {
  const essay = Array.from({ length: 8 }, (_, at) => `- Point ${at} of what was talked about.`).join('\n');
  const stated = (last: string) =>
    readSample(`# 7. Use foo\n\n## Status\n\nAccepted\n\n${essay}\n- ${last}\n\n## Context\n\nWhy.\n`).status;

  it('says in passing what else was superseded', () => {
    assert.equal(stated('Superseded by the kind tag of the input, the old field goes.'), 'accepted');
  });

  it('still ends with what took its place, or with the word alone', () => {
    assert.equal(stated('Superseded by [ADR-9](0009-x.md)'), 'superseded');
    assert.equal(stated('Superseded (2024-05-06).'), 'superseded');
  });
});

it('what became of an option is not what became of the record', () => {
  const options = '## Considered options\n\n### Foo\n\nStatus: Rejected\n\n### Bar\n\n**Status:** Accepted\n';
  assert.equal(readSample(`# 7. Use foo\n\n${options}\n## Decision\n\nWe use bar.\n`).status, 'none');
  const own = `# 7. Use foo\n\n## Alternatives\n\nNone.\n\n## Outcome\n\nStatus: Accepted\n`;
  assert.equal(readSample(own).status, 'accepted');
});

describe('a table of two columns', () => {
  it('has names and values also where the value of its first row is the name of a field', () => {
    const text =
      '# 7. Use foo\n\n| Status | Superseded |\n|---|---|\n| Superseded by | [9](0009-x.md) |\n| Supersedes | - |\n';
    const { status, statusText, supersededBy, supersedes } = readSample(text);
    assert.deepEqual([status, statusText, supersedes], ['superseded', 'Superseded', []]);
    assert.deepEqual(
      supersededBy.map(({ href }) => href),
      ['0009-x.md'],
    );
    const columns = '# 7. Use foo\n\n| Status | Decided |\n|---|---|\n| Accepted | 2025-03-04 |\n';
    assert.deepEqual([readSample(columns).status, readSample(columns).date], ['accepted', '2025-03-04']);
  });
});

describe('a status in wrapped lines', () => {
  const cases: readonly [section: string, status: string, text: string][] = [
    ['Accepted\n\nAmended by ADR-1: the first framing is\nsuperseded for this layer.', 'accepted', 'Accepted'],
    ['Accepted\n\nAmended by ADR-1: the first framing is superseded\nfor this layer.', 'accepted', 'Accepted'],
    ['Proposed\n\nWhat we had before was\ndeprecated last year.', 'proposed', 'Proposed'],
    ['Accepted (tracked in\n[issue 12](https://example.org/12))', 'accepted', 'Accepted (tracked in issue 12)'],
    ['Superseded\nby [ADR-1](0001-base.md)', 'superseded', 'Superseded by ADR-1'],
    ['Accepted\nsuperseded by ADR-9', 'superseded', 'superseded by ADR-9'],
    ['The team came to\naccepted terms.', 'other', 'The team came to accepted terms.'],
    ['Accepted\n\n(superseded by the kind tag of the input)', 'accepted', 'Accepted'],
    ['Accepted\n\n(superseded by [ADR-9](0009-x.md))', 'superseded', '(superseded by ADR-9)'],
    ['Accepted\n\n- The superseded analysis is kept below.', 'accepted', 'Accepted'],
  ];
  for (const [section, status, text] of cases) {
    it(JSON.stringify(section), () => {
      const record = readSample(`# 7. Use foo\n\n## Status\n\n${section}\n\n## Context\n\nWords.\n`);
      assert.deepEqual([record.status, record.statusText], [status, text]);
    });
  }
});

it('no word for a status is in two lists', () => {
  const all = Object.values(statusWordLists).flat();
  assert.deepEqual(
    all.filter((word, at) => all.indexOf(word) !== at),
    [],
  );
});
