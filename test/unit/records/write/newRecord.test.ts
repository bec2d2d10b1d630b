import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { basename } from '../../../../src/core/files/paths';
import type { DocRecord } from '../../../../src/core/records/record';
import type { Form } from '../../../../src/core/records/write/fillForm';
import { newRecord, type RecordHouse } from '../../../../src/core/records/write/newRecord';
import type { RecordFacts } from '../../../../src/core/records/write/recordFacts';
import { recordHome } from '../../../../src/core/records/write/recordHome';
import { countFloors } from '../../support/floors';
import { docRecord } from '../../support/records';
import { readSample } from '../read/readSample';

const today = '2026-11-29';
const title = 'Use PostgreSQL for the ledger';
const nygard = '# 11. Keep it small\n\nDate: 2025-03-03\n\n## Status\n\nAccepted\n\n## Context\n\nWe have two.\n';
const madr = '---\nstatus: accepted\ndate: 2025-03-03\n---\n\n# Keep it small\n\n## Decision Outcome\n\nOne.\n';

function record(path: string, text: string): DocRecord {
  return readSample(text, path, 'decision') as unknown as DocRecord;
}

function house(path: string, text: string, more: Partial<RecordHouse> = {}): RecordHouse {
  const names = [basename(path), 'README.md'];
  return { ...empty, names, siblings: [{ record: record(path, text), text }], ...more };
}

const empty: RecordHouse = {
  kind: 'decision',
  folder: 'docs/adr',
  names: [],
  siblings: [],
  records: [],
  template: null,
};

function form(text: string, path = 'docs/adr/template.md'): Form {
  return { path, text };
}

function facts(of: string, more: Partial<RecordFacts> = {}): RecordFacts {
  return { title: of, today, people: [], options: [], deadline: null, known: [], ...more };
}

describe('where decisions are kept', () => {
  it('is the folder that most of them lie in, and the last has the highest number', () => {
    const records = ['docs/adr/0002-b.md', 'docs/adr/0010-c.md', 'docs/adr/0009-d.md', 'other/0050-e.md'].map((path) =>
      record(path, nygard),
    );
    const { folder, latest } = recordHome(records, 'decision');
    deepEqual([folder, latest[0]?.path], ['docs/adr', 'docs/adr/0010-c.md']);
  });

  it('is docs/adr where there is none yet', () =>
    deepEqual(recordHome([], 'decision'), { folder: 'docs/adr', latest: [], records: [] }));

  it('regression: is none of the folders whose name would decide a new one', () => {
    const paths = ['accepted/0001-a', 'accepted/0002-b', 'rejected/0007-c'].map((name) => `rfcs/${name}.md`);
    const records = (more: readonly string[]) => [...paths, ...more].map((path) => record(path, '# A\n'));
    const home = (more: readonly string[]) => recordHome(records(more), 'decision');
    equal(home([]).folder, 'rfcs');
    equal(home(['rfcs/proposed/0008-d.md']).folder, 'rfcs/proposed');
    equal(home([]).latest[0]?.path, 'rfcs/rejected/0007-c.md');
    const { path } = newRecord({ ...empty, ...home([]) }, facts('Tracing'));
    equal(path, 'rfcs/0008-tracing.md');
  });

  it('is found among 10,000 of them in time that grows with their number alone', () => {
    const paths = Array.from({ length: 10_000 }, (_, at) => `docs/adr/${String(at).padStart(5, '0')}-a.md`);
    const records = paths.map((path) => docRecord(path));
    const floors = countFloors();
    equal(recordHome(records, 'decision').latest[0]?.path, 'docs/adr/09999-a.md');
    ok(floors() < 100, 'each was looked at for each');
  });
});

describe('a new decision', () => {
  const names: readonly (readonly [last: string, next: string])[] = [
    ['docs/adr/0011-keep-it-small.md', 'docs/adr/0012-use-postgresql-for-the-ledger.md'],
    ['docs/adr/adr-011-keep-it-small.md', 'docs/adr/adr-012-use-postgresql-for-the-ledger.md'],
    ['docs/adr/ADR-11_keep_it_small.md', 'docs/adr/ADR-12_use_postgresql_for_the_ledger.md'],
    ['docs/adr/99-keep.md', 'docs/adr/100-use-postgresql-for-the-ledger.md'],
    ['docs/adr/2025-03-03-keep-it-small.md', 'docs/adr/2026-11-29-use-postgresql-for-the-ledger.md'],
    ['docs/adr/20250303-keep-it-small.md', 'docs/adr/20261129-use-postgresql-for-the-ledger.md'],
    ['docs/adr/2025-03-keep-it-small.md', 'docs/adr/2026-11-use-postgresql-for-the-ledger.md'],
    ['docs/adr/202503-keep-it-small.md', 'docs/adr/202611-use-postgresql-for-the-ledger.md'],
    ['docs/adr/202513-keep-it-small.md', 'docs/adr/202514-use-postgresql-for-the-ledger.md'],
    ['docs/adr/keep-it-small.md', 'docs/adr/use-postgresql-for-the-ledger.md'],
    ['docs/adr/0011-keep-it-small.adoc', 'docs/adr/0012-use-postgresql-for-the-ledger.adoc'],
  ];
  for (const [last, next] of names) {
    it(`is called ${next} after ${last}`, () => equal(newRecord(house(last, nygard), facts(title)).path, next));
  }

  it('is the first, as it is read again', () => {
    const { path, draft } = newRecord(empty, facts(title));
    equal(path, 'docs/adr/0001-use-postgresql-for-the-ledger.md');
    const read = readSample(draft.text, path, 'decision');
    deepEqual([read.title, read.status, read.date, read.problem], [title, 'proposed', today, null]);
    equal(draft.stops.length, 3);
  });

  it('has its status and the number of its title where the last one has them', () => {
    const { text } = newRecord(house('docs/adr/0011-keep.md', nygard), facts(title)).draft;
    ok(text.startsWith(`# 12. ${title}\n\nDate: ${today}\n\n## Status\n\nProposed\n\n## Context\n`), text);
    const inFront = newRecord(house('docs/adr/0011-keep.md', madr), facts(title)).draft.text;
    ok(
      inFront.startsWith(`---\nstatus: proposed\ndate: ${today}\n---\n\n# ${title}\n\n## Decision Outcome\n`),
      inFront,
    );
    const labelled = nygard.replace('# 11. ', '# ADR-0011: ');
    ok(newRecord(house('docs/adr/0011-keep.md', labelled), facts(title)).draft.text.startsWith('# ADR-0012: Use'));
  });

  it('regression: has the number of its title in five digits or more, and none behind a year', () => {
    const headings = [
      ['00011', '# 00012. Use'],
      ['000011', '# 000012. Use'],
      ['20250303-01', '# Use'],
      ['2025-001', '# Use'],
    ] as const;
    for (const [number, heading] of headings) {
      const text = nygard.replace('# 11. ', `# ${/-/.test(number) ? `ADR-${number}: ` : `${number}. `}`);
      const made = newRecord(house(`docs/adr/${number}-keep.md`, text), facts(title)).draft.text;
      ok(made.startsWith(heading), made.slice(0, 40));
    }
  });

  it('regression: fills up the number of its title as most of the latest do, though the last does not', () => {
    const siblings = ['14', '013', '012'].map((number) => {
      const text = nygard.replace('# 11. ', `# ADR ${number}: `);
      return { record: record(`docs/adr/adr-0${number.slice(-2)}-keep.md`, text), text };
    });
    const names = siblings.map(({ record: { path } }) => basename(path));
    const { text } = newRecord({ ...empty, names, siblings }, facts(title)).draft;
    ok(text.startsWith(`# ADR 015: ${title}\n`), text);
  });

  it('is the form of the folder, with title, status and date, and everything else as it stands', () => {
    const template =
      '---\nstatus: {proposed | accepted}\ndate: {YYYY-MM-DD when it was updated}\n---\n# {short title}\n\n## Why\n';
    const { text } = newRecord({ ...empty, template: form(template) }, facts(title)).draft;
    equal(text, `---\nstatus: proposed\ndate: ${today}\n---\n# ${title}\n\n## Why\n`);
    equal(newRecord({ ...empty, template: form('# T\n') }, facts('Pay $& and $1')).draft.text, '# Pay $& and $1\n');
  });

  it('regression: answers choices whose marks are escaped', () => {
    for (const choice of [
      '\\{Proposed|Accepted\\}',
      '\\[Draft \\| Proposed \\| Accepted\\]',
      '\\<Proposed/Accepted/Rejected\\>',
    ]) {
      const template = `# T\n\n- Status: ${choice}\n`;
      const { text } = newRecord({ ...empty, template: form(template) }, facts(title)).draft;
      equal(text, `# ${title}\n\n- Status: Proposed\n`);
    }
  });

  it('regression: answers what the form asks for in its head, wherever it does', () => {
    const template = (id: string, status: string, date: string, who: string) =>
      `---\nid: ${id}\nstatus: "${status}"\ndate: ${date}\nreviewed: 2026-04-30\n---\n\n# NNNN. Title\n\n- Status: ${status}\n- Date: ${date}\n- Deciders: ${who}\n- Nature: a | b\n`;
    const asked = template('0000', 'draft | proposed | accepted | superseded by [NNNN](NNNN-x.md)', 'YYYY-MM-DD', '');
    const names = ['0010-b.md', '0011-x.md'];
    const { text } = newRecord({ ...empty, names, siblings: others, template: form(asked) }, facts(title)).draft;
    equal(text, template('0012', 'proposed', today, '').replace('NNNN. Title', title));
    const undecided = template('ADR-1', 'accepted | rejected | superseded', 'soon', 'name(s)');
    equal(
      newRecord({ ...empty, names, siblings: others, template: form(undecided) }, facts(title)).draft.text,
      undecided.replace('NNNN. Title', title),
    );
  });

  const asked = facts(title, { people: ['Ann', 'Tom'], options: ['Go', 'Rust'], deadline: '2026-12-04 17:00 UTC' });
  const filled: readonly (readonly [fault: string, path: string, before: string, after: string])[] = [
    [
      'takes a comment of the front matter for no title',
      'docs/adr/template.md',
      '---\n# Optional: remove what is not needed.\ndecision-makers: {list everyone}\ndeadline:\n---\n\n# {short title}\n\n## Considered Options\n\n* {title of option 1}\n* {title of option 2}\n',
      `---\n# Optional: remove what is not needed.\ndecision-makers: [Ann, Tom]\ndeadline: 2026-12-04 17:00 UTC\n---\n\n# ${title}\n\n## Considered Options\n\n* Go\n* Rust\n`,
    ],
    [
      'writes title and facts into reStructuredText',
      'docs/adr/template.rst',
      '=======\n<Title>\n=======\n\n:Status: Proposed\n:Deciders:\n\nWhy\n---\n',
      `${'='.repeat(29)}\n${title}\n${'='.repeat(29)}\n\n:Status: Proposed\n:Deciders: Ann, Tom\n\nDeadline: 2026-12-04 17:00 UTC\nOptions:\n\n* Go\n* Rust\n\nWhy\n---\n`,
    ],
    [
      'keeps the attributes of AsciiDoc below the title',
      'docs/adr/template.adoc',
      '= <Title>\n:status: proposed\n\n== Options\n\n* \n\n== Why\n',
      `= ${title}\n:status: proposed\n\nDecision-makers: Ann, Tom\nDeadline: 2026-12-04 17:00 UTC\n\n== Options\n\n* Go\n* Rust\n\n== Why\n`,
    ],
  ];
  for (const [fault, path, before, after] of filled) {
    it(`regression: ${fault} in a form`, () => {
      const made = newRecord({ ...empty, template: form(before, path) }, asked);
      equal(made.draft.text, after);
      ok(made.path.endsWith(path.slice(path.lastIndexOf('.'))));
    });
  }

  it('regression: says of a runbook who owns it, and keeps the word before its title', () => {
    const owned = facts('Disk full', { people: ['Ann'] });
    const runbook = { ...empty, kind: 'runbook', folder: 'runbooks' } as const;
    const template = form('# Runbook: <name>\n\nOwner: <team>\n\n## Steps\n', 'runbooks/template.md');
    equal(newRecord({ ...runbook, template }, owned).draft.text, '# Runbook: Disk full\n\nOwner: Ann\n\n## Steps\n');
    const rfc = newRecord({ ...empty, kind: 'rfc', template: form('# RFC: [title]\n') }, facts('Split it'));
    equal(rfc.draft.text, '# RFC: Split it\n');
    const bare = newRecord({ ...runbook, template: form('# T\n') }, owned).draft.text;
    equal(bare, '# T\n'.replace('T', 'Disk full\n\nOwner: Ann'));
    const texts = [
      '# Queue stuck\n\n## Steps\n\nLook.\n',
      '---\nowner: Tom\n---\n# Queue stuck\n\n## Steps\n\nLook.\n',
    ];
    for (const text of texts) {
      const siblings = [{ record: { ...record('runbooks/queue-stuck.md', text), kind: 'runbook' as const }, text }];
      const made = newRecord({ ...runbook, siblings }, owned).draft.text;
      equal(made.match(/^owner: Ann$/gim)?.length, 1, made);
      ok(!made.includes('ecision-makers'), made);
    }
  });

  it('regression: has the options also where records there have no section for them', () => {
    const { text } = newRecord(house('docs/adr/0011-x.md', nygard), asked).draft;
    ok(text.includes('\n\nOptions:\n\n* Go\n* Rust\n\n## Status\n'), text);
  });

  const others = ['0009-a.md', '0010-b.md'].map((name) => ({
    record: record(`docs/adr/${name}`, madr),
    text: '---\nstatus: accepted\n---\n# X\n\n## Context and Problem Statement\n\nWe.\n\n## Considered Options\n\n* One\n',
  }));

  it('has the headings that most records there have, and the options below theirs', () => {
    const text =
      '---\nstatus: "accepted"\ndate: 2025-03-03\ndeciders: [Ann]\ntags: [db]\nsupersedes: ADR-0001\n---\n# X\n\n## Context and Problem Statement\n\nWe.\n\n## Considered Options\n\n* One\n\n### One\n\nGood.\n\n## Decision Outcome\n\nOne.\n';
    const model = { record: record('docs/adr/0011-x.md', text), text };
    const given = facts(title, {
      people: ['Priya', 'Tom'],
      options: ['PostgreSQL', 'Redis'],
      deadline: '2026-12-04 17:00 Europe/London',
    });
    equal(
      newRecord({ ...empty, names: ['0011-x.md'], siblings: [model, ...others] }, given).draft.text,
      `---\nstatus: "proposed"\ndate: ${today}\ndeciders: [Priya, Tom]\ntags:\ndeadline: 2026-12-04 17:00 Europe/London\n---\n\n# ${title}\n\n## Context and Problem Statement\n\n‹what makes a decision necessary›\n\n## Considered Options\n\n* PostgreSQL\n* Redis\n`,
    );
  });

  const heads: readonly (readonly [path: string, model: string, next: string])[] = [
    [
      'docs/adr/0011-x.rst',
      'ADR 11: X\n=========\n\nStatus\n******\n\n**Accepted**\n\nContext\n*******\n\nWe.\n',
      `ADR 12: ${title}\n${'='.repeat(8 + title.length)}\n\nStatus\n******\n\nProposed\n\nContext\n*******\n\n‹what makes a decision necessary›\n`,
    ],
    [
      'docs/adr/0011-x.adoc',
      '= ADR011: X\nAnn <ann@example.org>\n:status: accepted\n\n* Status: {status}\n* Date: 2025-03-03\n\n== Context\n\nWe.\n',
      `= ADR012: ${title}\n‹name› <‹e-mail›>\n:status: proposed\n\n* Status: {status}\n* Date: ${today}\n\n== Context\n\n‹what makes a decision necessary›\n`,
    ],
    [
      'docs/adr/0011-x.md',
      '# X\n\n|Metadata|Value|\n|--|--|\n|Date|2025-03-03|\n|Author|Ann|\n|Status|Approved|\n\n## Context\n\nWe.\n',
      `# ${title}\n\n|Metadata|Value|\n|--|--|\n|Date|${today}|\n|Author|‹who›|\n|Status|Proposed|\n\n## Context\n\n‹what makes a decision necessary›\n`,
    ],
    [
      'docs/adr/0011-x.md',
      '# X\n\n- **Status**: Accepted\n- **Supersedes**: [ADR 3](0003-x.md)\n- **Date**: 2025-03-03\n\n## Context\n\nWe.\n',
      `# ${title}\n\n- **Status**: Proposed\n- **Date**: ${today}\n\n## Context\n\n‹what makes a decision necessary›\n`,
    ],
  ];
  for (const [path, model, next] of heads) {
    it(`has the head of ${path} that begins ${JSON.stringify(model.slice(0, 40))}`, () => {
      const { draft, path: made } = newRecord(house(path, model), facts(title));
      equal(draft.text, next);
      equal(readSample(draft.text, made, 'decision').status, 'proposed');
    });
  }

  it('is a section of the file that holds them all', () => {
    const entry = (number: number) =>
      `## ADR-${number}: Use ${number}\n\n**Status:** Accepted\n\n### Decision\n\nWe use ${number}.\n`;
    const text = `# Decisions\n\n${entry(1)}\n${entry(2)}`;
    const part = (number: number, line: number) =>
      docRecord(`docs/DECISIONS.md#adr-${number}-use-${number}`, {
        id: String(number),
        title: `Use ${number}`,
        part: { file: 'docs/DECISIONS.md', line, endLine: line + 6 },
      });
    const records = [part(1, 3), part(2, 11)];
    const { folder, latest } = recordHome(records, 'decision');
    deepEqual([folder, latest.map(({ id }) => id)], ['docs', ['2', '1']]);
    const siblings = latest.map((each) => ({ record: each, text }));
    const made = newRecord({ ...empty, folder, siblings }, facts(title));
    equal(made.path, 'docs/DECISIONS.md');
    equal(
      text.slice(0, made.at ?? 0) + made.draft.text + text.slice(made.at ?? 0),
      `${text}\n## ADR-3: ${title}\n\n**Status:** Proposed\n\n### Decision\n\n‹what we do, in one sentence, and why›\n`,
    );
  });

  const plainLogs: readonly (readonly [form: string, known: readonly string[]])[] = [
    ['with a status alone', []],
    ['with what the changes say', ['- keeps the cache']],
  ];
  for (const [form, known] of plainLogs) {
    it(`regression: has a place for its text in a log of entries without sections, ${form}`, () => {
      const words = ['', 'We ship weekly.', 'One queue for all.'];
      const entry = (number: number) => `## ADR-${number}: Use ${number}\n\nStatus: Accepted\n\n${words[number]}\n`;
      const text = `# Decisions\n\n${entry(2)}\n${entry(1)}`;
      const height = entry(1).split('\n').length;
      const part = (number: number, line: number) =>
        docRecord(`docs/DECISIONS.md#adr-${number}-use-${number}`, {
          id: String(number),
          title: `Use ${number}`,
          part: { file: 'docs/DECISIONS.md', line, endLine: line + height - 2 },
        });
      const siblings = [part(2, 3), part(1, 3 + height)].map((each) => ({ record: each, text }));
      const { at, draft } = newRecord({ ...empty, folder: 'docs', siblings }, facts(title, { known }));
      const told = [...known.map((line) => `${line}\n\n`), '‹what we do, in one sentence, and why›\n'].join('');
      equal(
        text.slice(0, at ?? 0) + draft.text + text.slice(at ?? 0),
        `# Decisions\n\n## ADR-3: ${title}\n\nStatus: Proposed\n\n${told}\n${entry(2)}\n${entry(1)}`,
      );
    });
  }

  it('is an RFC or a runbook in a form of Meridian’s where there is none yet', () => {
    const rfc = newRecord({ ...empty, kind: 'rfc', folder: 'docs/rfcs' }, facts(title, { people: ['Priya'] }));
    equal(rfc.path, 'docs/rfcs/0001-use-postgresql-for-the-ledger.md');
    const read = readSample(rfc.draft.text, rfc.path, 'rfc');
    deepEqual([read.status, read.people], ['proposed', ['Priya']]);
    deepEqual(rfc.draft.text.match(/^## .*$/gm), ['## Context', '## Proposal', '## Alternatives', '## Trade-offs']);
    const runbook = newRecord({ ...empty, kind: 'runbook', folder: 'docs/runbooks' }, facts('Balance drift'));
    equal(runbook.path, 'docs/runbooks/balance-drift.md');
  });

  it('takes no name that is there, whatever it is called', () => {
    const name = fc.oneof(fc.string(), fc.stringMatching(/^(adr-)?\d{1,4}-[a-z]{1,6}\.md$/));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), fc.string({ maxLength: 40 }), (taken, words) => {
        const { siblings } = house('docs/adr/0001-a.md', nygard);
        for (const one of [
          { ...empty, names: taken },
          { ...empty, names: taken, siblings },
        ]) {
          const made = basename(newRecord(one, facts(words)).path).toLowerCase();
          ok(!taken.some((other) => other.toLowerCase() === made), made);
          ok(!/[/\\]|^\.md$/.test(made), made);
        }
      }),
    );
  });
});
