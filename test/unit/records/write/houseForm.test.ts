import { equal, ok } from 'node:assert/strict';
import type { DocRecord } from '../../../../src/core/records/record';
import { citationIn } from '../../../../src/core/records/write/citation';
import { newRecord } from '../../../../src/core/records/write/newRecord';
import type { RecordFacts } from '../../../../src/core/records/write/recordFacts';
import { recordHome } from '../../../../src/core/records/write/recordHome';
import { readSample } from '../read/readSample';

const title = 'Use PostgreSQL for the ledger';
const facts: RecordFacts = {
  title,
  today: '2026-11-29',
  people: [],
  options: [],
  deadline: null,
  known: [],
};

/** What comes after those texts, each file's name with what is in it, the earliest first. */
function after(folder: string, files: Readonly<Record<string, string>>, more: Partial<RecordFacts> = {}) {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
  const all = [...texts].map(([path, text]) => readSample(text, path, 'decision') as unknown as DocRecord);
  const { latest, records } = recordHome(all, 'decision');
  const siblings = latest.map((record) => ({ record, text: texts.get(record.path) ?? '' }));
  const house = { kind: 'decision', folder, names: Object.keys(files), siblings, records, template: null } as const;
  const { path, draft } = newRecord(house, { ...facts, ...more });
  return { path, text: draft.text, read: readSample(draft.text, path, 'decision') };
}

const letters = ['', 'x', 'y', 'z'];

describe('a new decision among others', () => {
  const bold = (number: number) =>
    `# ADR-000${number}: Title ${number}\n\n**Status:** Accepted\n**Date:** 2026-01-0${number}\n\n## Context\n\nWe.\n\n## Decision\n\nWe do.\n`;
  const madr =
    '---\nstatus: accepted\ndate: 2026-02-02\n---\n\n# Another\n\n## Context and Problem Statement\n\nWe.\n\n## Decision Outcome\n\nOne.\n';
  const boldNext = (number: number) =>
    `# ADR-000${number}: ${title}\n\n**Status:** Proposed\n**Date:** 2026-11-29\n\n## Context\n\n‹what makes a decision necessary›\n\n## Decision\n\n‹what we do, in one sentence, and why›\n`;

  it('regression: has the head that most of the latest have, where the last is made otherwise', () => {
    const files = { '0001-a.md': bold(1), '0002-b.md': bold(2), '0003-c.md': bold(3), '0004-d.md': madr };
    const { text, read } = after('docs/adr', files);
    equal(text, boldNext(5));
    equal(read.status, 'proposed');
  });

  it('has the head of the last where no form is most’s', () => {
    const { text } = after('docs/adr', { '0001-a.md': bold(1), '0002-b.md': madr });
    ok(text.startsWith(`---\nstatus: proposed\ndate: 2026-11-29\n---\n\n# ${title}\n`), text);
    equal(after('docs/adr', { '0001-a.md': madr, '0002-b.md': bold(2) }).text, boldNext(3));
  });

  it('regression: is called as most of the latest are', () => {
    const files = { '0001-a.md': bold(1), '0002-b.md': bold(2), 'ADR-3 c.md': bold(3) };
    equal(after('docs/adr', files).path, 'docs/adr/0003-use-postgresql-for-the-ledger.md');
  });

  const page = (number: number, own: string) =>
    `= ADR 000${number} - Title ${number}\n:adr_author:    Person ${letters[number]}\n:adr_owner:     Payments\n:adr_date:      2026-01-0${number}\n:adr_status:    draft\n:adr_tags:      tag-${letters[number]}\n:page-id:       adr-000${number}\n\ninclude::partial$adr-meta.adoc[]\n\n[NOTE]\n.Summary\n====\nWhat ${letters[number]} is about.\n====\n\n${own}== Context\n\nSee xref:adr/0001-a.adoc[ADR 0001].\n\n== Decision\n\nWe do.\n`;

  it('regression: is a page of Antora with its attributes, what it includes and its blocks', () => {
    const warning = '[WARNING]\n.Not any more\n====\nIt was paused.\n====\n\n';
    const files = { '0001-a.adoc': page(1, ''), '0002-b.adoc': page(2, ''), '0003-c.adoc': page(3, warning) };
    const { text, read } = after('docs/modules/ROOT/pages/adr', files);
    equal(
      text,
      `= ADR 0004 - ${title}\n:adr_author:    ‹who›\n:adr_owner:     ‹who›\n:adr_date:      2026-11-29\n:adr_status:    draft\n:adr_tags:      ‹tags›\n:page-id:       adr-0004\n\ninclude::partial$adr-meta.adoc[]\n\n[NOTE]\n.Summary\n====\n‹summary›\n====\n\n== Context\n\n‹what makes a decision necessary›\n\n== Decision\n\n‹what we do, in one sentence, and why›\n`,
    );
    equal(read.status, 'draft');
  });

  it('regression: is cited among pages of Antora from the pages of the module, wherever it is cited', () => {
    const record = (path: string) => readSample(page(1, ''), path, 'decision') as unknown as DocRecord;
    const target = record('docs/modules/ROOT/pages/adr/0001-a.adoc');
    const cited = (from: string) => citationIn({ path: from }, target, 'label', 'asciidoc');
    equal(cited('docs/modules/ROOT/pages/adr/0002-b.adoc'), 'xref:adr/0001-a.adoc[ADR-0001]');
    equal(cited('docs/modules/ops/pages/0002-b.adoc'), 'xref:ROOT:adr/0001-a.adoc[ADR-0001]');
    equal(cited('docs/adr/0002-b.adoc'), 'xref:../modules/ROOT/pages/adr/0001-a.adoc[ADR-0001]');
  });

  it('regression: has the author and the revision below the title of an AsciiDoc document', () => {
    const dated = (number: number) =>
      `= ADR${number}: Title ${number}\nAnn Lee <ann@example.org>\nv0.${number}, 2026-01-0${number}\n:status: accepted\n\n* Status: {status}\n* Deciders:\n** Ann\n** Bo\n\nTechnical Story: https://example.org/${letters[number]}\n\n== Context\n\nWe.\n`;
    const { text } = after('adr', { 'ADR1-a.adoc': dated(1), 'ADR2-b.adoc': dated(2), 'ADR3-c.adoc': dated(3) });
    equal(
      text,
      `= ADR4: ${title}\n‹name› <‹e-mail›>\nv0.1, 2026-11-29\n:status: proposed\n\n* Status: {status}\n* Deciders:\n** ‹who decides›\n\nTechnical Story: ‹technical story›\n\n== Context\n\n‹what makes a decision necessary›\n`,
    );
  });

  it('regression: has a table at its head, and no title where the others have none', () => {
    const table = (number: number) =>
      `| Status   | Date       | Author(s)      |\n|:---------|:-----------|:---------------|\n| Accepted | 2026-01-0${number} | [@ann](https://example.org) |\n\n## Context\n\nWe.\n\n## Decision\n\nWe do.\n`;
    const { text, read } = after('docs/adr', { '001-a.md': table(1), '002-b.md': table(2), '003-c.md': table(3) });
    ok(text.startsWith('| Status   | Date       | Author(s)      |\n|:---------|'), text);
    ok(text.includes('\n| Proposed | 2026-11-29 | ‹who›'), text);
    equal(read.status, 'proposed');
    ok(!text.includes('# Use'), text);
  });

  it('regression: has the borders of a table where they were, its rows without a record’s own values, and its revisions', () => {
    const table = (number: number) =>
      `# Title ${number}\n\n| Metadata      | Value        |\n|---------------|--------------|\n| Date          | 2026-01-0${number}   |\n| Author        | Ann<br>Bo    |\n| Status        | Accepted     |\n| Tickets       | LED-${letters[number]}        |\n| Superseded by | N/A          |\n\n| Revision | Date       | Author | Info    |\n|----------|------------|--------|---------|\n| 1        | 2026-01-0${number} | Ann    | Initial |\n| 2        | 2026-02-0${number} | Bo     | More    |\n\n## Context\n\nWe.\n`;
    const { text } = after('adr', { 'ADR-1.md': table(1), 'ADR-2.md': table(2), 'ADR-3.md': table(3) });
    equal(
      text,
      `# ${title}\n\n| Metadata      | Value        |\n|---------------|--------------|\n| Date          | 2026-11-29   |\n| Author        | ‹who›        |\n| Status        | Proposed     |\n| Tickets       | ‹tickets›    |\n| Superseded by | N/A          |\n\n| Revision | Date       | Author | Info    |\n|----------|------------|--------|---------|\n| 1 | 2026-11-29 | ‹who› | ‹info› |\n\n## Context\n\n‹what makes a decision necessary›\n`,
    );
  });

  it('regression: keeps what the front matter of most has, and counts its number on', () => {
    const front = (number: number) =>
      `---\nlayout: adr\nadr: "000${number}"\nparent: Decisions\nnav_order: ${number}\ntitle: "ADR-000${number}: Title ${number}"\nstatus: Accepted\ndeciders: [Ann]\nsummary: What ${letters[number]} is about\ntags:\n  - decision\n---\n\n<AdrTable />\n\n# ADR-000${number}: Title ${number}\n\n## Context\n\nWe.\n`;
    const { text } = after('docs/adr', { '0001-a.md': front(1), '0002-b.md': front(2), '0003-c.md': front(3) });
    equal(
      text,
      `---\nlayout: adr\nadr: "0004"\nparent: Decisions\nnav_order: 4\ntitle: "ADR-0004: ${title}"\nstatus: Proposed\ndeciders:\nsummary:\ntags:\n  - decision\n---\n\n<AdrTable />\n\n# ADR-0004: ${title}\n\n## Context\n\n‹what makes a decision necessary›\n`,
    );
  });

  it('regression: has the word that the folder has for what is not decided, in its language', () => {
    const nygard = (status: string) => `# T\n\n## Status\n\n${status}\n\n## Kontext\n\nWir.\n`;
    const statusAfter = (...statuses: string[]) => {
      const files = Object.fromEntries(statuses.map((status, at) => [`000${at + 1}-a.md`, nygard(status)]));
      return /## Status\n\n(.*)\n/.exec(after('docs/adr', files).text)?.[1];
    };
    equal(statusAfter('Akzeptiert', 'Akzeptiert'), 'Vorgeschlagen');
    equal(statusAfter('Draft', 'Accepted', 'Draft', 'Accepted'), 'Draft');
    equal(statusAfter('Draft', 'Accepted', 'Superseded by 0002'), 'Draft');
    equal(statusAfter('accepted'), 'proposed');
  });

  it('regression: has the headings that most have though the last lacks them, in its own words', () => {
    const sections = (...names: string[]) =>
      `# T\n\nStatus: Accepted\n\n${names.map((name) => `## ${name}\n\nWe.\n`).join('\n')}`;
    const { text } = after('docs/adr', {
      '0001-a.md': sections('Context', 'Decision', 'Consequences'),
      '0002-b.md': sections('Context', 'Decision', 'Alternatives', 'Consequences'),
      '0003-c.md': sections('Context and Problem Statement', 'Performance', 'Consequences'),
    });
    equal(text.match(/^## .*$/gm)?.join(', '), '## Context and Problem Statement, ## Decision, ## Consequences');
  });

  it('never keeps what another record says of itself', () => {
    const own = (name: string) =>
      `# Title\n\nStatus: Accepted, as ${name} said\nDeciders: ${name}-decider\nReviewed by: ${name}-reviewer\nSupersedes: [${name}](0001-a.md)\n${name} wrote this.\n\n## Context\n\n${name}.\n`;
    const names = ['Ann', 'Bo', 'Cleo'];
    const files = Object.fromEntries(names.map((name, at) => [`000${at + 1}-a.md`, own(name)]));
    const { text } = after('docs/adr', files);
    for (const name of names) ok(!text.includes(name), text);
    ok(text.includes('Reviewed by: ‹reviewed by›'), text);
  });
});
