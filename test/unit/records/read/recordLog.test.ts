import assert from 'node:assert/strict';
import type { Project } from '../../../../src/core/project';
import { projectOf } from '../../project/projectSupport';
import { countFloors } from '../../support/floors';
import { memoryFiles } from '../../support/memoryFiles';

const log = `# Decisions of the ledger

## ADR-0001: Use Go

**Status:** Accepted

Because of the team. See \`src/main.go\`.

## ADR-0002: Use gRPC

**Status:** Superseded by ADR-0003

### Decision

We speak gRPC.

## ADR-0003: Use REST

**Status:** Accepted
**Date:** 2025-03-04
`;
const path = 'docs/DECISIONS.md';

async function load(files: Readonly<Record<string, string>>): Promise<Project> {
  const project = projectOf(memoryFiles(files));
  await project.load();
  return project;
}

const pathsOf = (project: Project): readonly string[] => project.records().map((record) => record.path);

describe('a file that holds several records', () => {
  it('has a record for each, with an anchor, and one for itself', async () => {
    const project = await load({ [path]: log });
    assert.deepEqual(
      project
        .records()
        .map(({ path: at, id, title, status, date }) => [at.slice(path.length), id, title, status, date]),
      [
        ['', null, 'Decisions of the ledger', 'none', null],
        ['#adr-0001-use-go', '0001', 'Use Go', 'accepted', null],
        ['#adr-0002-use-grpc', '0002', 'Use gRPC', 'superseded', null],
        ['#adr-0003-use-rest', '0003', 'Use REST', 'accepted', '2025-03-04'],
      ],
    );
    assert.deepEqual(project.record(`${path}#adr-0002-use-grpc`)?.part, { file: path, line: 9, endLine: 16 });
    assert.equal(project.record(`${path}#adr-0002-use-grpc`)?.decision, 'We speak gRPC.');
  });

  it('has one for each bold number with its title behind it', async () => {
    const bold = log.replaceAll(/ADR-000(\d):/g, '**$1**');
    const project = await load({ [path]: bold });
    assert.deepEqual(
      project.records().map(({ path: at, id, title }) => [at.slice(path.length), id, title]),
      [
        ['', null, 'Decisions of the ledger'],
        ['#1-use-go', '1', 'Use Go'],
        ['#2-use-grpc', '2', 'Use gRPC'],
        ['#3-use-rest', '3', 'Use REST'],
      ],
    );
    // Without a mark it may count anything.
    assert.deepEqual(pathsOf(await load({ [path]: log.replaceAll(/ADR-000(\d):/g, '$1') })), []);
  });

  it('resolves numbers, supersessions and what cites them to the section', async () => {
    const project = await load({ [path]: log, 'src/a.go': '// ADR-0002, not ADR-0044\n' });
    const [two, none] = project.referencesIn('src/a.go', '// ADR-0002, not ADR-0044\n');
    assert.equal(two?.target, `${path}#adr-0002-use-grpc`);
    assert.equal(none?.resolution, 'missing');
    assert.deepEqual(
      project.record(`${path}#adr-0002-use-grpc`)?.supersededBy.map((one) => one.path),
      [`${path}#adr-0003-use-rest`],
    );
    assert.deepEqual(
      project.backlinks(`${path}#adr-0002-use-grpc`).map(({ file, reference }) => [file, reference.line]),
      [['src/a.go', 1]],
    );
    assert.deepEqual(
      project.backlinks(`${path}#adr-0003-use-rest`).map(({ file, reference }) => [file, reference.line]),
      [[path, 11]],
    );
    assert.deepEqual(
      project.linksFor('src/a.go').flatMap(({ record, reason }) => (reason === 'reference' ? record.path : [])),
      [`${path}#adr-0002-use-grpc`],
    );
  });

  it('ties what a section names to the section', async () => {
    const project = await load({ [path]: log, 'src/main.go': 'package main\n' });
    const [link] = project.linksFor('src/main.go');
    assert.equal(link?.record.path, `${path}#adr-0001-use-go`);
    assert.equal(link?.detail.reason === 'mention' && link.detail.line, 7);
  });

  const others: Readonly<Record<string, readonly [file: string, text: string, anchors: readonly string[]]>> = {
    'numbers without a series': [
      'docs/decisions.md',
      '# Log\n\n## 1. Use Go\n\nStatus: Accepted\n\n## 2. Use gRPC\n\nStatus: Rejected\n',
      ['1-use-go', '2-use-grpc'],
    ],
    'a letter and a number': [
      'design/decisions.md',
      '# Decisions\n\n## D1: Use Go (2024-01-02)\n\nStatus: Accepted\n\n## D2: Use gRPC\n\nStatus: superseded by D1\n',
      ['d1-use-go-2024-01-02', 'd2-use-grpc'],
    ],
    reStructuredText: [
      'docs/decision-log.rst',
      'Decisions\n=========\n\nADR 1: Use Go\n-------------\n\n:Status: Accepted\n\nADR 2: Use gRPC\n---------------\n\n:Status: Proposed\n',
      ['adr-1-use-go', 'adr-2-use-grpc'],
    ],
    AsciiDoc: [
      'architecture-decisions.adoc',
      '= Decisions\n\n== ADR-1: Use Go\n\nStatus:: Accepted\n\n== ADR-2: Use gRPC\n\nStatus:: Proposed\n',
      ['_adr_1_use_go', '_adr_2_use_grpc'],
    ],
    'another language': [
      'docs/Entscheidungen.md',
      '# Entscheidungen\n\n## ADR-1: Go\n\n**Status:** Angenommen\n\n## ADR-2: gRPC\n\n**Status:** Abgelehnt\n',
      ['adr-1-go', 'adr-2-grpc'],
    ],
    'headings of the first level': [
      'DECISIONS.md',
      '# ADR-1: Use Go\n\nStatus: Accepted\n\n# ADR-2: Use gRPC\n\nStatus: Rejected\n',
      ['adr-1-use-go', 'adr-2-use-grpc'],
    ],
  };
  for (const [what, [file, text, anchors]] of Object.entries(others)) {
    it(`is read with ${what}`, async () => {
      const project = await load({ [file]: text });
      assert.deepEqual(pathsOf(project), [file, ...anchors.map((anchor) => `${file}#${anchor}`)]);
    });
  }

  const none: Readonly<Record<string, readonly [file: string, text: string]>> = {
    'one decision with steps': [
      'docs/adr/use-go.md',
      '# Use Go\n\n## Status\n\nAccepted\n\n## 1. Context\n\nX.\n\n## 2. Decision\n\nY.\n',
    ],
    'a proposal in phases': [
      'docs/rfcs/0004-override.md',
      '# Override\n\n## Phase 1: API\n\n**Status:** implemented\n\n## Phase 2: Client\n\n**Status:** proposed\n',
    ],
    'a proposal in phases, without a number': [
      'docs/rfcs/override.md',
      '# Override\n\n## Phase 1: API\n\n**Status:** implemented\n\n## Phase 2: Client\n\n**Status:** proposed\n',
    ],
    'one that speaks of others': [
      'docs/adr/0009-numbers.md',
      '# 9. Numbers\n\nStatus: Accepted\n\n## ADR-0001: Old\n\nStatus: accepted\n\n## ADR-0002: Older\n\nStatus: rejected\n',
    ],
  };
  for (const [what, [file, text]] of Object.entries(none)) {
    it(`is not ${what}`, async () => assert.deepEqual(pathsOf(await load({ [file]: text })), [file]));
  }

  it('is not a list of files elsewhere, nor a page of that name without decisions', async () => {
    const list =
      '# Decisions\n\n## ADR-0001: Use Go\n\nStatus: accepted. [Read](adr/0001-use-go.md)\n\n## ADR-0002: gRPC\n\nStatus: accepted.\n';
    assert.deepEqual(pathsOf(await load({ 'docs/decisions.md': list })), []);
    assert.deepEqual(pathsOf(await load({ 'docs/decisions.md': '# Decisions\n\nWe decide on Mondays.\n' })), []);
  });

  const letters = `# Decisions

## D-001: Use Go

- **Date:** 2025-01-02
- **Decision:** Services are written in Go. Scripts are not.

## D-002 — Use gRPC

- **Decision:** Superseded by D-003

## D-003 Use REST

- **Status:** Accepted (supersedes D-002)
- **Decision:** REST everywhere.
`;

  it('has the series that its headings have, whatever that is', async () => {
    const project = await load({ [path]: letters, 'docs/decisions-log.md': log.replaceAll('ADR-000', 'DEC-0') });
    assert.deepEqual(
      project.records().flatMap(({ id, idPrefix, title, decision }) => (id ? [[idPrefix, id, title, decision]] : [])),
      [
        ['D', '001', 'Use Go', 'Services are written in Go.'],
        ['D', '002', 'Use gRPC', null],
        ['D', '003', 'Use REST', 'REST everywhere.'],
        ['DEC', '01', 'Use Go', null],
        ['DEC', '02', 'Use gRPC', 'We speak gRPC.'],
        ['DEC', '03', 'Use REST', null],
      ],
    );
    const text = '// D-001, (D-003); vitamin D-3, B-12, D-044, FOO-D-001 and DEC-02, DEC-2; not DEC-44';
    assert.deepEqual(
      project.referencesIn('src/a.go', text).map((one) => [one.text, one.target?.split('#')[1] ?? one.resolution]),
      [
        ['D-001', 'd-001-use-go'],
        ['D-003', 'd-003-use-rest'],
        ['DEC-02', 'dec-02-use-grpc'],
        ['DEC-2', 'dec-02-use-grpc'],
        ['DEC-44', 'missing'],
      ],
    );
    const [older] = project.records().filter(({ title }) => title === 'Use gRPC');
    assert.deepEqual(
      older?.supersededBy.map(({ path: at }) => at),
      [`${path}#d-003-use-rest`],
    );
  });

  it('may be a chapter, whose number is none of a record', async () => {
    const chapter = 'docs/arc42/09_architecture_decisions.adoc';
    const text = '== Decisions\n\n=== ADR 1: Use Go\n\nStatus:: Accepted\n\n=== ADR 2: gRPC\n\nStatus:: Proposed\n';
    const project = await load({ [chapter]: text });
    assert.deepEqual(pathsOf(project), [chapter, `${chapter}#_adr_1_use_go`, `${chapter}#_adr_2_grpc`]);
  });

  it('follows what happens to the file', async () => {
    const files = memoryFiles({ [path]: log });
    const project = projectOf(files);
    await project.load();
    files.set(path, log.replace(/## ADR-0002[\s\S]{1,200}(?=## ADR-0003)/, ''));
    await project.apply([{ path, kind: 'changed' }]);
    assert.deepEqual(pathsOf(project), [path, `${path}#adr-0001-use-go`, `${path}#adr-0003-use-rest`]);
    files.delete(path);
    await project.apply([{ path, kind: 'deleted' }]);
    assert.deepEqual(pathsOf(project), []);
  });

  it('is read in time that grows with its length', async () => {
    const many = Array.from(
      { length: 490 },
      (_, at) => `## ADR-${at + 1}: x\n\nStatus: accepted\n\n${'[a](b)'.repeat(60)}\n`,
    );
    const floors = countFloors();
    const project = await load({ [path]: `# Log\n\n${many.join('\n')}` });
    assert.equal(project.records().length, 491);
    assert.ok(floors() < 200, String(floors()));
  });

  it('is reached by the fragment of a link: the anchor, or the number that it begins with', async () => {
    const text = `
See [it](docs/DECISIONS.md#adr-0002-use-grpc), docs/DECISIONS.md#adr-3, [ADR-1](docs/DECISIONS.md#adr-0001-earlier-name),
docs/DECISIONS.md#context, docs/DECISIONS.md and docs/DECISIONS.md#adr-0077.`;
    const project = await load({
      [path]: `${log}\n## ADR-0004: Use QUIC\n\n**Status:** Superseded by [the next](#adr-0003)\n`,
      'docs/adr/0009-x.md': '# 9. X\n\n## Status\n\nSuperseded by [that](../DECISIONS.md#adr-0003-use-rest)\n',
      'a.md': text,
    });
    const leads = project.referencesIn('a.md', text).map(({ target }) => target?.slice(path.length));
    assert.deepEqual(leads, [
      ...['#adr-0002-use-grpc', '#adr-0003-use-rest', '#adr-0001-use-go', '#adr-0001-use-go'],
      ...['', '', ''],
    ]);
    assert.deepEqual(
      project.backlinks(`${path}#adr-0002-use-grpc`).map(({ file }) => file),
      ['a.md'],
    );
    const rest = `${path}#adr-0003-use-rest`;
    assert.equal(project.record('docs/adr/0009-x.md')?.supersededBy[0]?.path, rest);
    assert.equal(project.record(`${path}#adr-0004-use-quic`)?.supersededBy[0]?.path, rest);
  });

  it('may have days in the place of numbers, where it is called a log of decisions', async () => {
    const dated = `# Decisions

## 2025-03-04: Use foo

Status: accepted

### 2025-03-09: It holds

## 2025-04-11 – Drop bar

Nothing calls it.

## 2025-05-20 Ask baz

Status: rejected
`;
    const project = await load({ 'web/DECISIONS.md': dated, 'web/NEWS.md': dated, 'docs/adr/0001-x.md': dated });
    const parts = project.records().filter(({ part }) => part);
    assert.deepEqual(
      parts.map(({ title, date, status, id }) => [title, date, status, id]),
      [
        ['Use foo', '2025-03-04', 'accepted', null],
        ['Drop bar', '2025-04-11', 'none', null],
        ['Ask baz', '2025-05-20', 'rejected', null],
      ],
    );
    const plain = dated.replaceAll(/Status: \w+/g, 'We talked.');
    assert.deepEqual(pathsOf(await load({ 'web/DECISIONS.md': plain })), []);
  });
});
