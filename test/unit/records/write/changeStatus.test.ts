import { strict as assert } from 'node:assert';
import { changeStatus, type OwnVerdict } from '../../../../src/core/records/write/changeStatus';
import { wordingFor } from '../../../../src/core/records/write/statusWording';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { docRecord } from '../../support/records';
import { readSample } from '../read/readSample';

const md = 'docs/adr/0007-use-foo.md';
const adoc = 'docs/adr/0007-use-foo.adoc';

function changed(text: string, verdict: OwnVerdict, path = md, house: readonly string[] = []): string {
  const { supersedes: _, supersededBy: __, ...parsed } = readSample(text, path);
  const record = docRecord(path, parsed);
  const others = house.map((statusText, at) => docRecord(`docs/adr/000${at}-x.md`, { statusText }));
  const written = changeStatus(record, text, verdict, wordingFor(record, others));
  return written.ok ? applyEdits(text, written.edits) : written.why;
}

const body = '\n## Context\n\nWe need foo.\n\n## Decision\n\nWe use foo.\n';

/** Each form of facts/records.md 7a: what stands there, what is to stand there, and the path where it says the format. */
const forms: readonly (readonly [name: string, before: string, after: string, path?: string])[] = [
  ['a section', '# Use foo\n\n## Status\n\nProposed\n', '# Use foo\n\n## Status\n\nAccepted\n'],
  ['a section with emoji', '# Use foo\n\n## Status\n\n🤔 Proposed\n', '# Use foo\n\n## Status\n\nAccepted\n'],
  ['a heading', '# Use foo\n\n## Status: proposed\n', '# Use foo\n\n## Status: accepted\n'],
  [
    'a bullet',
    '# Use foo\n\n* Status: proposed  \n* Date: 2024-01-02\n',
    '# Use foo\n\n* Status: accepted  \n* Date: 2024-01-02\n',
  ],
  ['a bold bullet', '# Use foo\n\n- **Status**: Proposed\n', '# Use foo\n\n- **Status**: Accepted\n'],
  [
    'a bold line',
    '# Use foo\n\n**Status:** Draft<!-- |Accepted|Rejected -->\n',
    '# Use foo\n\n**Status:** Accepted<!-- |Accepted|Rejected -->\n',
  ],
  [
    'a table',
    '# Use foo\n\n|Metadata|Value|\n|--|--|\n|Date|2024-01-02|\n|Status  |Proposed|\n',
    '# Use foo\n\n|Metadata|Value|\n|--|--|\n|Date|2024-01-02|\n|Status  |Accepted|\n',
  ],
  [
    'a table of columns',
    '| Status | Date |\n|--|--|\n| Proposed | 2024-01-02 |\n\n# Use foo\n',
    '| Status | Date |\n|--|--|\n| Accepted | 2024-01-02 |\n\n# Use foo\n',
  ],
  [
    'front matter',
    '---\n# MADR\nstatus: "proposed"\ndate: 2024-01-02\n---\n\n# Use foo\n',
    '---\n# MADR\nstatus: "accepted"\ndate: 2024-01-02\n---\n\n# Use foo\n',
  ],
  [
    'front matter with a comment',
    '---\nstatus: proposed # or accepted\n---\n# Use foo\n',
    '---\nstatus: accepted # or accepted\n---\n# Use foo\n',
  ],
  ['front matter without a value', '---\nstatus:\n---\n# Use foo\n', '---\nstatus: Accepted\n---\n# Use foo\n'],
  [
    'front matter without the key',
    '---\ndate: 2024-01-02\n---\n# Use foo\n',
    '---\ndate: 2024-01-02\nstatus: Accepted\n---\n# Use foo\n',
  ],
  [
    'a form that was never filled in',
    '# Use foo\n\n* Status: {proposed | rejected | accepted}\n',
    '# Use foo\n\n* Status: Accepted\n',
  ],
  [
    'a choice that a template offers, wherever it does',
    '---\nstatus: proposed | accepted | deprecated\n---\n\n# Use foo\n\n- Status: proposed | accepted | deprecated\n',
    '---\nstatus: Accepted\n---\n\n# Use foo\n\n- Status: Accepted\n',
  ],
  [
    'front matter and the section that says it again',
    '---\nstatus: proposed\n---\n\n# Use foo\n\n## Status\n\nProposed\n',
    '---\nstatus: accepted\n---\n\n# Use foo\n\n## Status\n\nAccepted\n',
  ],
  [
    'front matter and the bullet that says it again',
    '---\nstatus: Draft\n---\n\n# Use foo\n\n- Status: draft\n- Date: 2024-01-02\n',
    '---\nstatus: Accepted\n---\n\n# Use foo\n\n- Status: accepted\n- Date: 2024-01-02\n',
  ],
  [
    'front matter alone, where the section tells of something else',
    '---\nstatus: proposed\n---\n\n# Use foo\n\n## Status\n\nWaits for the vote in May.\n',
    '---\nstatus: accepted\n---\n\n# Use foo\n\n## Status\n\nWaits for the vote in May.\n',
  ],
  [
    'a date beside it',
    '# Use foo\n\n## Status\n\nProposed (2024-01-02)\n',
    '# Use foo\n\n## Status\n\nProposed (2024-01-02) → Accepted\n',
  ],
  [
    'a remark behind a dash',
    '# Use foo\n\n## Status\n\nStalled \u2014 Ann\n',
    '# Use foo\n\n## Status\n\nStalled \u2014 Ann \u2192 Accepted\n',
  ],
  [
    'a remark behind an emoji and a dash',
    '# Use foo\n\n## Status\n\n🤔 - Ann\n',
    '# Use foo\n\n## Status\n\n🤔 - Ann \u2192 Accepted\n',
  ],
  ['an emoji and a dash', '# Use foo\n\n- Status: 🤔 - Proposed\n', '# Use foo\n\n- Status: Accepted\n'],
  [
    'a history',
    '# Use foo\n\n## Status\n\nDraft -> Proposed\n',
    '# Use foo\n\n## Status\n\nDraft -> Proposed -> Accepted\n',
  ],
  [
    'what it supersedes',
    '# Use foo\n\n- Status: Proposed (supersedes [ADR 3](0003-x.md))\n',
    '# Use foo\n\n- Status: Accepted (supersedes [ADR 3](0003-x.md))\n',
  ],
  [
    'reStructuredText',
    'Use foo\n=======\n\nStatus\n******\n\n**Draft**\n',
    'Use foo\n=======\n\nStatus\n******\n\n**Accepted**\n',
    'docs/decisions/0007-use-foo.rst',
  ],
  [
    'a field of reStructuredText',
    'Use foo\n=======\n\n:Status: Draft\n:Date: 2024-01-02\n',
    'Use foo\n=======\n\n:Status: Accepted\n:Date: 2024-01-02\n',
    'docs/decisions/0007-use-foo.rst',
  ],
  [
    'an attribute that is shown elsewhere',
    '= Use foo\n:status: draft\n\n* Status: {status}\n',
    '= Use foo\n:status: accepted\n\n* Status: {status}\n',
    'adr/ADR007-foo.adoc',
  ],
];

describe('accepting a record', () => {
  for (const [name, before, after, path] of forms) {
    it(`is written into ${name}, and nothing else changes`, () => {
      assert.equal(changed(before + body, 'accepted', path), after + body);
    });
  }

  it('uses the word of the repository in the case of the record', () => {
    const text = `# Use foo\n\n* Status: proposed\n${body}`;
    assert.match(
      changed(text, 'accepted', md, ['Approved', 'Approved', 'Accepted', 'Implemented']),
      /\* Status: approved\n/,
    );
  });

  it('speaks the language of the record', () => {
    const text = `# Foo nutzen\n\n## Status\n\nVorgeschlagen\n${body}`;
    assert.match(changed(text, 'accepted', md, ['Akzeptiert']), /\n\nAkzeptiert\n/);
    assert.match(changed(text, 'rejected', md), /\n\nAbgelehnt\n/);
  });

  it('is refused where the record says so, or something else', () => {
    const text = (status: string) => `# Use foo\n\n## Status\n\n${status}\n${body}`;
    assert.equal(changed(text('Accepted'), 'accepted'), 'already');
    assert.equal(changed(text('Superseded by [ADR 9](0009-x.md)'), 'accepted'), 'otherwise');
    assert.equal(changed(text('Accepted'), 'rejected'), 'otherwise');
    assert.equal(changed(text('Proposed'), 'deprecated'), 'otherwise');
  });

  it('is refused where the status is a text of its own', () => {
    const essay = `Proposed. ${'Adoption needs to be backed by performance tests and by an isolated project. '.repeat(2)}`;
    assert.equal(changed(`# Use foo\n\n## Status\n\n${essay.trim()}\n${body}`, 'accepted'), 'prose');
  });

  it('is refused where it would change a heading or only a part of a picture', () => {
    assert.equal(changed(`# Use foo (proposed)\n${body}`, 'accepted'), 'not-found');
    const badge = '![Status: proposed](https://img.shields.io/badge/status-proposed-yellow.svg)';
    assert.equal(changed(`# Use foo\n\n${badge}\n${body}`, 'accepted'), 'not-found');
  });

  it('is refused in a file whose letters may not be what was read', () => {
    const text = `# Use foo\n\n## Status\n\nProposed\n${body}`;
    const record = docRecord(md, { status: 'proposed', problem: 'encoding:windows-1252' });
    assert.deepEqual(changeStatus(record, text, 'accepted', wordingFor(record, [])), { ok: false, why: 'encoding' });
  });

  it('is refused in a file whose merge is not finished', () => {
    const text = `# Use foo\n\n## Status\n\nProposed\n${body}\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n`;
    assert.equal(changed(text, 'accepted'), 'conflict');
  });

  it('adds a section where the record states no status', () => {
    assert.equal(
      changed(`# Use foo\n${body}`, 'deprecated'),
      `# Use foo\n${body.replace('## Context', '## Status\n\nDeprecated\n\n## Context')}`,
    );
  });

  it('keeps a byte order mark and the ends of lines', () => {
    const text = `\ufeff---\r\nstatus: proposed\r\n---\r\n# Use foo\r\n`;
    assert.equal(changed(text, 'accepted'), text.replace('proposed', 'accepted'));
  });

  it('changes one record of a file that holds several', () => {
    const entry = (number: number, status: string) =>
      `## ADR-${number}: Use ${number}\n\n**Status:** ${status}\n\n### Decision\n\nWe use ${number}.\n\n`;
    const text = `# Decisions\n\n${entry(1, 'Accepted')}${entry(2, 'Proposed')}${entry(3, 'Proposed')}`;
    const record = docRecord('docs/DECISIONS.md#adr-2-use-2', {
      status: 'proposed',
      statusText: 'Proposed',
      part: { file: 'docs/DECISIONS.md', line: 11, endLine: 18 },
    });
    const written = changeStatus(record, text, 'accepted', wordingFor(record, []));
    assert.ok(written.ok, JSON.stringify(written));
    assert.equal(
      applyEdits(text, written.edits),
      `# Decisions\n\n${entry(1, 'Accepted')}${entry(2, 'Accepted')}${entry(3, 'Proposed')}`,
    );
  });

  const kept: readonly (readonly [what: string, before: string, after: string, path?: string])[] = [
    [
      'the plus that ends a line of AsciiDoc',
      '*Status*: Proposed +\n*Date*: 2024-01-02\n',
      '*Status*: Accepted +\n*Date*: 2024-01-02\n',
      adoc,
    ],
    [
      'a backslash that ends a line',
      '**Status:** Proposed\\\n**Date:** 2024-01-02\n',
      '**Status:** Accepted\\\n**Date:** 2024-01-02\n',
    ],
    [
      'a tag that ends a line',
      '**Status:** Proposed<br>\n**Date:** 2024-01-02\n',
      '**Status:** Accepted<br>\n**Date:** 2024-01-02\n',
    ],
    [
      'the lines of a status that wraps',
      '== Status\n\nProposed +\nsince May\n',
      '== Status\n\nProposed +\nsince May → Accepted\n',
      adoc,
    ],
    [
      'a footnote',
      '## Status\n\nProposed[^1]\n\n[^1]: by Ann\n',
      '## Status\n\nProposed[^1] → Accepted\n\n[^1]: by Ann\n',
    ],
    ['a link', '## Status\n\n[Proposed](#talk)\n', '## Status\n\n[Proposed](#talk) → Accepted\n'],
  ];
  for (const [what, before, after, path = md] of kept) {
    it(`regression: keeps ${what}`, () => {
      const head = path === adoc ? '= ADR-7: Use foo\n\n' : '# Use foo\n\n';
      assert.equal(changed(`${head}${before}`, 'accepted', path), `${head}${after}`);
    });
  }

  it('regression: writes no second word beside a tick, and none into a name that stands for a text', () => {
    const boxes = '# Use foo\n\n## Status\n\n- [x] Proposed\n- [ ] Accepted\n- [ ] Rejected\n';
    assert.equal(changed(boxes, 'accepted'), 'not-found');
    const named = 'Use foo\n=======\n\nStatus\n------\n\n|proposed|\n\n.. |proposed| replace:: Proposed\n';
    assert.equal(changed(named, 'accepted', 'docs/adr/0007-use-foo.rst'), 'not-found');
  });

  it('regression: writes a status where only the folder is named after one', () => {
    const text = `# Use foo\n${body}`;
    const [draft, done] = ['drafts', 'accepted'].map((folder) => `docs/adr/${folder}/0007-use-foo.md`);
    assert.equal(changed(text, 'accepted', draft), changed(text, 'accepted'));
    assert.equal(changed(text, 'deprecated', done, ['Accepted']), changed(text, 'deprecated', md, ['Accepted']));
    assert.equal(changed(text, 'accepted', done), 'already');
  });
});
