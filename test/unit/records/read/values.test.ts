import { strict as assert } from 'node:assert';
import { dateIn, dateOfName } from '../../../../src/core/text/dates';
import { readSample } from './readSample';

describe('dates', () => {
  const cases: readonly [text: string, date: string | null][] = [
    ['2024-05-06', '2024-05-06'],
    ['2024-05-06T10:00:00Z', '2024-05-06'],
    ['2024/07/17', '2024-07-17'],
    ['06/05/2024', '2024-05-06'],
    ['12/31/2024', '2024-12-31'],
    ['19.08.2020', '2020-08-19'],
    ['2023-13-10', '2023-10-13'],
    ['2023-13-32', null],
    ['1.3.2021', '2021-03-01'],
    ['Dec 19, 2022', '2022-12-19'],
    ['decided 2024-07-08', '2024-07-08'],
    ['Declined, 2024-07-08', '2024-07-08'],
    ['settled 2024', null],
    ['8 lipca 2024', '2024-07-08'],
    ['Sept. 2024', '2024-09'],
    ['4. desember 2023', '2023-12-04'],
    ['7. marts 2023', '2023-03-07'],
    ['7 Maret 2023', '2023-03-07'],
    ['1 septembrie 2023', '2023-09-01'],
    ['11-April-2023', '2023-04-11'],
    ['8 Jun 2024', '2024-06-08'],
    ['3rd of March 2024', '2024-03-03'],
    ['12. März 2024', '2024-03-12'],
    ['1er août 2024', '2024-08-01'],
    ['5 août 2024', '2024-08-05'],
    ['May 2025', '2025-05'],
    ['2025-05', '2025-05'],
    ['2023 November', '2023-11'],
    ['2021 October - 2022 March', '2021-10'],
    ['2021 March 3', '2021-03-03'],
    ['2020-Nov-09', '2020-11-09'],
    ['2026年4月1日', '2026-04-01'],
    ['2024년 3월 12일', '2024-03-12'],
    ['accepted on 2024-05-06, updated 2025-01-01', '2024-05-06'],
    ['26/03/18', '2018-03-26'],
    ['03/26/18', '2018-03-26'],
    ['10/04/18', '2018'],
    ['04/04/98', '1998-04-04'],
    ['10.04.18', '2018-04-10'],
    ['10-Apr-18', '2018-04-10'],
    ["10 Apr '18", '2018-04-10'],
    ['10 Apr 18:00', null],
    ['18/04/10/2', null],
    ['version 1.2.18', null],
    ['31/31/18', null],
    ['2024-02-31', null],
    ['YYYY-MM-DD', null],
    ['version 1.2.2024.5', null],
    ['n/a', null],
  ];
  for (const [text, date] of cases) it(`${text} is ${date}`, () => assert.equal(dateIn(text), date));

  it('of names', () => {
    assert.equal(dateOfName('2024-05-06-slug'), '2024-05-06');
    assert.equal(dateOfName('20240506-slug'), '2024-05-06');
    assert.equal(dateOfName('20240506142324-slug'), '2024-05-06');
    assert.equal(dateOfName('202405061-slug'), null);
    assert.equal(dateOfName('adr_slug_20240506'), '2024-05-06');
    assert.equal(dateOfName('0012-slug'), null);
  });

  it('come from a field, the status or the name, never from a change log', () => {
    const log =
      '\n## Revision history\n\n| Revision | Date | Author |\n|--|--|--|\n| 1 | 2025-01-01 | Zed |\n\nDate: 2025-02-02\n';
    assert.equal(readSample(`# 7. Use foo\n\nDate: 2024-01-02\n${log}`).date, '2024-01-02');
    assert.equal(readSample(`# 7. Use foo\n\n## Status\n\nAccepted (2024-01-03)\n${log}`).date, '2024-01-03');
    assert.equal(readSample(`# Use foo\n${log}`, 'adr/2024-01-04-foo/README.md').date, '2024-01-04');
    assert.equal(readSample(`# Use foo\n${log}`).date, null);
    assert.deepEqual(readSample(`# Use foo\n${log}`).people, []);
  });

  it('of a status are of what has been, not of what it waits for', () => {
    const dated = (status: string) => readSample(`# 7. Use foo\n\n## Status\n\n${status}\n`).date;
    assert.equal(dated('Proposed, to be discussed on 2026-03-04'), null);
    assert.equal(dated('Proposée — en attente du comité du 4 mars 2026'), null);
    assert.equal(dated('Under review by 2026-03-04'), null);
    assert.equal(dated('Accepted 2025-01-02, expires 2026-01-02'), '2025-01-02');
    assert.equal(dated('Approved by the board on 2025-07-08'), '2025-07-08');
  });

  it('of the last change count before the name’s and after every other', () => {
    const dated = (head: string) => readSample(`# Use foo\n\n${head}\n`, 'adr/2024-01-04-foo.md').date;
    assert.equal(dated('* **Last Modified:** 2023-08-17'), '2023-08-17');
    assert.equal(dated('Last updated: 2023-08-17\n\nDate: 2022-02-02'), '2022-02-02');
    assert.equal(dated('- Modified: 2023-08-17\n- Status: accepted on 2022-02-02'), '2022-02-02');
  });

  it('have names in other languages, the day of the decision before that of the draft', () => {
    assert.equal(readSample('# Use foo\n\n- 起票日: 2024-05-03\n- 決定日: 2024-05-06\n').date, '2024-05-06');
    assert.equal(readSample('# Use foo\n\n- 起票日: 2024-05-03\n- 決定日: -\n').date, '2024-05-03');
    assert.equal(readSample('# Use foo\n\n## 元数据\n\n- **日期**: 2024-05-06\n').date, '2024-05-06');
  });

  it('are not those of lines that say what else happened', () => {
    assert.equal(readSample('# Use foo\n\nAmended: 2023-08-17\nRevised: 2023-09-17\n').date, null);
    assert.equal(readSample('# Use foo\n\nDate of next review: 2027-09-17\n').date, null);
    assert.equal(readSample('# Use foo\n\nDate started: 2024-05-06\nDate revised: 2024-07-06\n').date, '2024-05-06');
  });
});

describe('people', () => {
  it('are without their addresses, however these are written', () => {
    const { people } = readSample('# Use foo\n\n- Deciders: Ann Lee <ann at example.org>, Bo Ek <bo@example.org>\n');
    assert.deepEqual(people, ['Ann Lee', 'Bo Ek']);
  });

  it('end where a list over several lines does: below it may stand a label of an unknown name', () => {
    for (const indent of ['', '        ']) {
      const head = `PEP: 7\nTitle: Use foo\nAuthor: Ann Lee <ann@example.org>,\n${indent}Bo Ek <bo@example.org>\n`;
      const { people } = readSample(
        `${head}Discussions-To: list@example.org\nStatus: Final\n\nAbstract\n========\n\nA.\n`,
        'rfcs/0007-use-foo.rst',
      );
      assert.deepEqual(people, ['Ann Lee', 'Bo Ek'], indent);
    }
  });

  const cases: readonly [head: string, people: readonly string[]][] = [
    ['* Deciders: Ann Lee, Bo Li and @kim', ['Ann Lee', 'Bo Li', '@kim']],
    ['* Deciders:\n  * Ann Lee (lead)\n  * [Bo](https://example.org/bo)\n', ['Ann Lee', 'Bo']],
    ['**Authors**: Ann Lee <ann@example.org>; ann lee; @Ann-Lee', ['Ann Lee', '@Ann-Lee']],
    ['|Key|Value|\n|--|--|\n|Author(s)|@ann, bo|\n|Owner|Team Ledger|\n', ['@ann', 'bo', 'Team Ledger']],
    ['- Author: [list everyone involved]', []],
    ['- Author: n/a', []],
    ['- Authors: Ann Lee &lt;ann@example.org&gt;, Bo Li (bo@example.org', ['Ann Lee', 'Bo Li']],
    ['Authors: Ann Lee\n         Bo Li\nLayer: Core', ['Ann Lee', 'Bo Li']],
    ['Authors: Ann Lee\nBo Li wrote this.', ['Ann Lee']],
    ['- Deciders: @ann @bo', ['@ann', '@bo']],
    ['- Consulted: Ann', []],
    ['- 決定者: Ann Lee、Bo', ['Ann Lee', 'Bo']],
    ['## 元数据\n\n- **作者**: @ann\n', ['@ann']],
    ['* décisionnaires : Ann Lee', ['Ann Lee']],
    ['- Author: Records & Archive Curator', ['Records & Archive Curator']],
    ['- Authors: Ann & Bo Li', ['Ann', 'Bo Li']],
    ['- Authors: \u201c@ann\u201d, \u00abBo Li\u00bb', ['@ann', 'Bo Li']],
    ['- Deciders:\n  - ann for the mobile teams ✔️\n  - @bo wrote this down\n', ['ann', '@bo']],
    ['- Deciders:\n  - clients and the rest: (name of the decider, date)\n', []],
    ['Deciders: the architecture board that meets every second week', []],
  ];
  for (const [head, people] of cases) {
    it(JSON.stringify(head), () =>
      assert.deepEqual(readSample(`# 7. Use foo\n\n${head}\n\n## Context\n`).people, people),
    );
  }

  it('stand below a title that is written twice', () => {
    const text = '# Use foo\n## Use foo\n\n* **Status:** Accepted\n* **Deciders:** Ann Lee, Bo Li\n\n## Context\n';
    assert.deepEqual(readSample(text).people, ['Ann Lee', 'Bo Li']);
  });

  it('are the names of those who have a role, too', () => {
    const front = '---\nauthors:\n  - name: Ann Lee\n    role: lead\n  - Bo Li\n---\n# 7. Use foo\n\n## Context\n';
    assert.deepEqual(readSample(front).people, ['Ann Lee', 'Bo Li']);
  });

  it('survive what YAML refuses', () => {
    const record = readSample(
      '---\nstatus: accepted\ndeciders: @ann, @bo\ntitle: Use Foo: the bar\n---\n\n## Context\n\nA.\n',
    );
    assert.deepEqual([record.people, record.status, record.title], [['@ann', '@bo'], 'accepted', 'Use Foo: the bar']);
    assert.equal(record.problem, 'front-matter');
  });
});

describe('front matter that does not parse', () => {
  const read = (keys: string, body = '') => {
    const { status, statusText, date, title, problem } = readSample(
      `---\n${keys}\n---\n# Use foo\n${body}\n## Context\n\nA.\n`,
    );
    assert.equal(problem, 'front-matter');
    return [status, statusText, date, title];
  };

  it('shows no record as accepted by a status that YAML refuses', () => {
    assert.deepEqual(read('status: accepted: yes\ndate: 2024-03-01'), ['none', null, '2024-03-01', 'Use foo']);
  });

  it('gives no date that YAML refuses, and what is sound beside it', () => {
    for (const date of ['[2024-03-01', '"2024-03-01', '2024-03-01: noon', '[2024-03-01\n  - a'])
      assert.deepEqual(read(`status: proposed\ndate: ${date}`), ['proposed', 'proposed', null, 'Use foo']);
  });

  it('leaves the word to the body', () => {
    const body = '\n- Status: rejected\n- Date: 2024-05-06\n';
    assert.deepEqual(read('status: accepted: yes\ndate: [2024-03-01', body), [
      ...['rejected', 'rejected', '2024-05-06', 'Use foo'],
    ]);
  });
});

describe('tags', () => {
  it('come from lists, rows and hashes', () => {
    assert.deepEqual(readSample('---\ntags: [a, "b c"]\n---\n# Use foo\n').tags, ['a', 'b c']);
    assert.deepEqual(readSample('# Use foo\n\n|Tags|a, b, a|\n|--|--|\n').tags, ['a', 'b']);
    assert.deepEqual(readSample('# Use foo\n\n- Tags: #a #b\n').tags, ['a', 'b']);
    assert.deepEqual(readSample('# Use foo\n\n## Tags\n\n- a\n- b c\n').tags, ['a', 'b c']);
  });

  it('are not made of a section that is about tags', () => {
    const { tags } = readSample('# Use foo\n\n## Tags\n\nTo fetch tags, name them explicitly:\n\n- one\n');
    assert.deepEqual(tags, []);
    assert.deepEqual(readSample('# Use foo\n\n## Fields\n\n### keywords\n\n- Format: array\n').tags, []);
  });
});

describe('the day by which a record is to be decided', () => {
  const deadlines: readonly (readonly [text: string, deadline: string | undefined])[] = [
    ['# T\n\n- Status: proposed\n- Deadline: 2026-11-27\n', '2026-11-27'],
    ['---\nstatus: proposed\ncomment-window-closes: 2026-12-01\n---\n# T\n', '2026-12-01'],
    ['# T\n\nStatus: proposed\nDecide by: 27 Nov 2026\n', '2026-11-27'],
    ['# T\n\nStatus: proposed\nDeadline: 03/04/2026\n', undefined],
    ['# T\n\nStatus: proposed\nDeadline: November 2026\n', undefined],
    ['# T\n\nStatus: proposed\n', undefined],
  ];
  for (const [text, deadline] of deadlines) {
    it(`is ${deadline} of ${JSON.stringify(text)}`, () => assert.equal(readSample(text).deadline, deadline));
  }

  it('regression: takes no choice, no question for a name and no reason that is to come for an answer', () => {
    const choice = 'proposed | accepted | superseded by [NNNN](NNNN-title.md)';
    const record = readSample(
      `---\nstatus: ${choice}\n---\n\n# Use foo\n\n- Status: ${choice}\n- Deciders: name(s)\n\n## Decision Outcome\n\nChosen option: **Option N**, because <reason>.\n`,
    );
    assert.deepEqual([record.status, record.people, record.supersededBy, record.decision], ['none', [], [], null]);
    const written = readSample('# Use foo\n\n## Decision\n\nWe use foo because <T> is generic.\n');
    assert.equal(written.decision, 'We use foo because <T> is generic.');
  });
});
