import { strict as assert } from 'node:assert';
import { readRecord } from '../../../../src/core/records/read/readRecord';
import type { RecordKind } from '../../../../src/core/records/record';

describe('what is no record', () => {
  const cases: readonly [what: string, path: string, text: string, outcome: string, kind?: RecordKind][] = [
    ['an empty file without a number', 'adr/use-x.md', '\n \n', 'empty'],
    ['an empty template', 'adr/0000-template.md', '', 'empty'],
    ['an empty runbook', 'runbooks/0001-x.md', '', 'empty', 'runbook'],
    ['minutes', 'adr/minutes-2024-05-06.md', '# Minutes\n\nADR-1 was accepted.\n', 'index'],
    ['a log of the folder', 'adr/log.md', '# Log\n\n- 2025-03-04 ADR-1 was accepted.\n', 'index'],
    ['a checklist', 'adr/review-checklist.md', '# Review\n\n- [ ] Status is set\n', 'index'],
    ['an include', 'adr/0001-x.rst', '.. include:: ../../other/0001-x.rst\n', 'include-stub'],
    ['an AsciiDoc include', 'adr/0001-x.adoc', 'include::../other/0001-x.adoc[]\n', 'include-stub'],
    ['a snippet', 'adr/0001-x.md', '--8<-- "docs/other/0001-x.md"\n', 'include-stub'],
    [
      'a page that was moved',
      'rfcs/0001-x.rst',
      'This document was moved to https://example.org/0002-x.rst\n',
      'include-stub',
      'rfc',
    ],
    ['a link checked out as text', 'adr/0001-x.md', '../../docs/adr/0001-x.md', 'include-stub'],
    ['a template by name', 'adr/0000-template.md', '# Our team: decision\n\n## Context\n\nSome words.\n', 'template'],
    ['a template in another language', 'adr/0000-adr-template-de.md', '# Vorlage\n\n## Kontext\n\nText.\n', 'template'],
    ['a template called model', 'adr/0000-modele-adr.md', '# Exemple\n\n* statut : proposé\n\nTexte.\n', 'template'],
    [
      'a form',
      'adr/new.md',
      '# {short title}\n\n* Status: {proposed | accepted}\n* Date: YYYY-MM-DD\n\n## Context\n\n{describe the context}\n',
      'template',
    ],
    [
      'a form with brackets',
      'adr/use-me.md',
      '# [short title of solved problem]\n\n- Status: [draft | accepted]\n\n## Context\n\n[describe it]\n',
      'template',
    ],
    [
      'a numbered form',
      'adr/x.md',
      '# ADR-XXXX: Title\n\nDate: YYYY-MM-DD\n\n## Status\n\nproposed | accepted | rejected\n',
      'template',
    ],
    ['a form of headings', 'adr/empty.md', '# NUMBER. TITLE\n\nDate: DATE\n\n## Status\n\n## Context\n', 'template'],
    ['an index', 'adr/README.md', '# Decisions\n\n- [1](0001-x.md)\n- [2](0002-y.md)\n- [3](0003-z.md)\n', 'index'],
    [
      'a readme with conventions',
      'docs/adr/README.md',
      '# Decisions\n\nWe keep them here.\n\n* **Status**: proposed, accepted, rejected, deprecated, superseded, etc.\n',
      'index',
    ],
    ['a toctree', 'adr/index.rst', 'Decisions\n=========\n\n.. toctree::\n   :glob:\n\n   0*\n', 'index'],
    [
      'a list under another name',
      'adr/all-decisions.md',
      '# All\n\n* [1](0001-x.md)\n* [2](0002-y.md)\n* [3](0003-z.md)\n',
      'index',
    ],
    [
      'a form of a series',
      'geps/gep-696/index.md',
      '---\ntitle: "GEP-696: GEP template"\n---\n\n* Status: Provisional|Implementable|Accepted|Deferred|Declined|Withdrawn\n\n## TLDR\n\nWords here.\n',
      'template',
      'rfc',
    ],
    ['a prompt', 'ai/playbooks/tester.md', '# Playbook: tester\n\n## System Prompt\n\nTests.\n', 'prompt', 'runbook'],
    ['what a model is to be', 'playbooks/tester.md', '# Tester\n\nYou are a tester of ledgers.\n', 'prompt', 'runbook'],
    [
      'a playbook for selling',
      'docs/sales-playbook.md',
      '# Sales playbook\n\n## Who buys\n\nTeams.\n\n1. They ask.\n2. They buy.\n',
      'no-evidence',
      'runbook',
    ],
    [
      'a page on how records are kept',
      'docs/adr/working-with.adoc',
      '= Working with ADRs\n\nAs decided in xref:0001-x.adoc[], we use them.\n\n== Creating a new ADR\n\n. Copy the last.\n',
      'index',
    ],
    ['a section page of runbooks', 'runbooks/etcd/_index.md', '---\ntitle: etcd\n---\n', 'index', 'runbook'],
  ];
  for (const [what, path, text, outcome, kind = 'decision'] of cases) {
    it(what, () => assert.deepEqual(readRecord({ path, kind }, text), { notARecord: outcome }));
  }
});

describe('what is a record all the same', () => {
  const cases: readonly [what: string, path: string, text: string, kind?: RecordKind][] = [
    [
      'the README of a folder that is the record, with its chapters',
      'rfcs/086-x/README.md',
      '# RFC 86: X\n\n**Status:** Not started\n\n- [1](01-a.md)\n- [2](02-b.md)\n- [3](03-c.md)\n',
      'rfc',
    ],
    [
      'a decision about templates',
      'adr/0005-adr-template.md',
      '# 5. Use the MADR template\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nWe need one.\n',
    ],
    [
      'a draft with some of the form left',
      'adr/ADRx-windows.md',
      '# Maintenance windows\n\n* Status: draft\n* Date: [YYYY-MM-DD when decided]\n\n## Context\n\nWe need windows.\nThey are short.\nAnd rare.\n\n## Drivers\n\n* [driver 1]\n',
    ],
    [
      'a record with what the form offers behind the choice',
      'adr/0058-mail.md',
      '# 58. Mail\n\n* Status: accepted {proposed | rejected | accepted}\n* Deciders: {list everyone involved}\n* Date: {YYYY-MM-DD}\n\n## Context\n\nWe send mail.\n\n## Decision\n\nA queue.\n',
    ],
    [
      'a record below a heading that says what it is',
      'adr/0085-shards.md',
      '# Architecture Decision Record\n\n## ADR-0085: Shards\n\n### Status\n\nAccepted\n',
    ],
    ['a decision on minutes', 'adr/0012-minutes.md', '# 12. Minutes\n\nWe keep minutes.\n'],
    [
      'a record whose title stayed the form’s',
      'adr/0039-x.md',
      '---\nstatus: accepted\ndate: 2024-01-02\n---\n# {short title of solved problem}\n\n## Context\n\nReal words.\nMore of them.\n\n## Decision\n\nWe do.\n',
    ],
    ['a playbook of incidents', 'docs/playbook.md', '# Playbook\n\n## Incident response\n\nCall them.\n', 'runbook'],
    ['a decision to keep decisions', 'docs/adr/keep-adrs.md', '# Use ADRs\n\n## Decision\n\nWe keep them.\n'],
    ['a README in a folder of its own', 'adr/use-foo/README.md', '# Use foo\n\n## Decision\n\nWe do.\n'],
    ['a README in a dated folder', 'adr/2024-05-06-x/README.md', '# Use foo\n\nWe do.\n'],
    [
      'a record with many links',
      'adr/0009-x.md',
      '# Use foo\n\n## Status\n\nAccepted\n\n## Links\n\n- [1](0001-x.md)\n- [2](0002-y.md)\n- [3](0003-z.md)\n- [4](0004-z.md)\n- [5](0005-z.md)\n- [6](0006-z.md)\n',
    ],
    ['a guide of links', 'docs/README.md', '# Guide\n\n- [1](a.md)\n- [2](b.md)\n- [3](c.md)\n', 'guide'],
  ];
  for (const [what, path, text, kind = 'decision'] of cases) {
    it(what, () => assert.ok('record' in readRecord({ path, kind }, text)));
  }
});

describe('a file that only its number makes a candidate', () => {
  const read = (text: string, path = 'docs/architecture/017-drop-it.md') =>
    readRecord({ path, kind: 'decision', how: 'evidence' }, text);
  const isRecord = (text: string) => 'record' in read(text);

  it('is a record where it states a status and has a decision, or the number of a series in its title', () => {
    assert.ok(isRecord('# Drop it\n\n## Context\n\nA.\n\n## Decision\n\nB.\n\n## Status\n\nApproved\n'));
    assert.ok(isRecord('# ADR 017: Drop it\n\nStatus: Proposed\n\nWords.\n'));
    assert.ok(isRecord('# Acme RFC 0017: Drop it\n\n- Status: [ADOPTED](x.md#adopted)\n\n## Summary\n\nA.\n'));
  });

  it('is a record where its status is a word of the house, below its number, and it says whose it is', () => {
    for (const title of ['017: Drop it', 'RFC 017: Drop it', 'Acme RFC 017: Drop it']) {
      assert.ok(
        isRecord(`# ${title}\n\n- Authors: Ann\n- Status: [STALLED](/README.md#stalled)\n\n## Summary\n\nA.\n`),
      );
    }
  });

  it('is none without', () => {
    for (const text of [
      '# Drop it\n\nWords.\n',
      '# Drop it\n\n## Context\n\nA.\n\n## Decision\n\nB.\n',
      '# Drop it\n\nStatus: in progress by Ann\n\n## Decision\n\nB.\n',
      '# Drop it\n\nStatus: Draft\n\n## Requirements\n\nB.\n',
      '# How to write ADR 017\n\nWords.\n',
      '# 17. Drop it\n\n- Status: STALLED\n- Authors: Ann\n\n## Requirements\n\nB.\n',
      '# 017: Drop it\n\n- Status: STALLED\n\n## Requirements\n\nB.\n',
      '# 017: Drop it\n\n- Status: stalled by Ann\n- Authors: Ann\n\n## Requirements\n\nB.\n',
    ])
      assert.deepEqual(read(text), { notARecord: 'no-evidence' }, text);
  });

  it('has its own title', () => {
    const outcome = read('# Acme RFC 0023: Exchange v1\n\n- Status: [ADOPTED](x.md)\n', 'features/0023-x/README.md');
    assert.ok('record' in outcome);
    assert.deepEqual(
      [outcome.record.id, outcome.record.title, outcome.record.status],
      ['0023', 'Exchange v1', 'accepted'],
    );
  });
});

describe('regression: a file that only the name of its folder makes a candidate', () => {
  const isRecord = (text: string, path = 'docs/adr/pricing.md') =>
    'record' in readRecord({ path, kind: 'decision', how: 'folder' }, text);
  const receipts =
    '# Pricing\n\n## Fees\n\nA depositary receipt costs 0.05 USD a share.\n\n## Conversion\n\n- Ratio: 2\n';
  const provider = '# Odoo\n\n- Port: `Finance`\n\n## Notes\n\nInvoices map to `Document`.\n';

  it('is none without any sign of a decision', () => {
    assert.ok(!isRecord(receipts));
    assert.ok(!isRecord(provider, 'atlas/decisions/providers/odoo.md'));
  });

  it('is a record with a number, a status, a date, a section or a word for deciding', () => {
    assert.ok(isRecord(receipts, 'docs/adr/0012-pricing.md'));
    assert.ok(isRecord(receipts, 'docs/adr/2024-05-06-pricing.md'));
    for (const sign of [
      '# ADR-0012: Pricing\n\nWords.\n',
      '# Pricing\n\nStatus: Accepted\n',
      '# Pricing\n\nDate: 2024-05-06\n\nWords.\n',
      '# Pricing\n\n## Context\n\nWords.\n',
      '# Pricing\n\n## Alternativen\n\nWorte.\n',
      '# Pricing\n\nWe decided on a flat price.\n',
      '# Preise\n\nEntschieden wurde ein fester Preis.\n',
      '# Use flat prices\n\nThey are flat.\n',
    ])
      assert.ok(isRecord(sign), sign);
  });
});
