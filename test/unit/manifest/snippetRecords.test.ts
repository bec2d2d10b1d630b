import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { checkHandoff } from '../../../src/core/drafts/readiness';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';
import type { RecordKind } from '../../../src/core/records/record';
import { readSample } from '../records/read/readSample';
import { type ExpandedSnippet, expandSnippet, parseSnippet, sampleVariables } from '../support/snippetBody';
import { allSnippets } from './snippetFiles';

/** Expands a snippet in a file of that name. */
function expand(prefix: string, fileName: string, fill: Readonly<Record<number, string>> = {}): ExpandedSnippet {
  const snippet = allSnippets().find((each) => each.prefix === prefix);
  ok(snippet, prefix);
  return expandSnippet(parseSnippet(snippet.body), sampleVariables(fileName), fill);
}

/** The answers of a person: at the stop that asks for it, each in its own words. */
function answers(prefix: string, fileName: string, status: string | null): Readonly<Record<number, string>> {
  const { stops } = expand(prefix, fileName);
  return Object.fromEntries(
    stops
      .filter(({ index }) => index > 0)
      .map(({ index, choices }) => {
        const isStatus = status !== null && choices?.some((choice) => choice.toLowerCase() === status);
        return [index, isStatus ? status : (choices?.at(-1) ?? `answer number ${index} of them`)];
      }),
  );
}

describe('records written by a snippet', () => {
  const records: readonly [prefix: string, path: string, kind: RecordKind, firstStatus: string, title: string][] = [
    ['mer-adr', 'docs/adr/0012-use-postgresql.md', 'decision', 'proposed', 'Use postgresql'],
    ['mer-adr-madr', 'docs/decisions/0012-use-postgresql.md', 'decision', 'proposed', 'Use postgresql'],
    ['mer-adr-madr-full', 'docs/decisions/adr-012-use-postgresql.md', 'decision', 'proposed', 'Use postgresql'],
    ['mer-adr-y', 'docs/adr/20261124-use-postgresql.md', 'decision', 'proposed', 'Use postgresql'],
    ['mer-rfc', 'docs/rfcs/0007-split_the_ledger.md', 'rfc', 'draft', 'Split the ledger'],
    ['mer-runbook-deploy', 'docs/runbooks/deploy-ledger.md', 'runbook', 'draft', 'Deploy ledger'],
    ['mer-runbook-incident', 'docs/runbooks/balance-drift.md', 'runbook', 'draft', 'Balance drift'],
    ['mer-runbook-migration', 'docs/runbooks/2026-11-24-split-ledger.md', 'runbook', 'draft', 'Split ledger'],
    ['mer-runbook-onboarding', 'docs/runbooks/onboarding.md', 'runbook', 'draft', 'Onboarding'],
  ];

  for (const [prefix, path, kind, firstStatus, title] of records) {
    const fileName = path.replace(/^.*\/|\.md$/g, '');

    describe(prefix, () => {
      it('is a record with title, status and date as soon as it is there', () => {
        const record = readSample(expand(prefix, fileName).text, path, kind);
        equal(record.title, title);
        equal(record.status, firstStatus);
        equal(record.date, '2026-11-24');
        equal(record.problem, null);
      });

      it('gives no prompt out as a decision, a step or a person', () => {
        const { decision, runbook, people, tags, scope } = readSample(expand(prefix, fileName).text, path, kind);
        deepEqual([decision, runbook?.firstSteps ?? [], runbook?.owner ?? null], [null, [], null]);
        deepEqual([people, tags, scope], [[], [], []]);
      });

      it('is read with what somebody typed', () => {
        const status = kind === 'runbook' ? 'deprecated' : 'rejected';
        const { text } = expand(prefix, fileName, answers(prefix, fileName, status));
        ok(!text.includes('‹'), text);
        const record = readSample(text, path, kind);
        match(record.title, /^answer number 1 of them$/);
        equal(record.status, status);
        if (kind === 'runbook') match(record.runbook?.firstSteps.join() ?? '', /^answer number 2 of them$/);
        else match(record.decision ?? '', /answer number \d+ of them/);
      });
    });
  }

  it('has the number of its file in its heading, where it is one', () => {
    const headings = ['0012-use-x', 'adr-7-use-x', '2026-11-24-use-x', '20261124-use-x', 'use-x'].map(
      (name) => /^# .*/m.exec(expand('mer-adr', name).text)?.[0],
    );
    deepEqual(headings, ['# 12. Use x', '# 7. Use x', '# Use x', '# Use x', '# Use x']);
  });

  it('asks for a title in a file that has no name yet', () => {
    for (const name of ['Untitled-1', 'README', 'index']) {
      for (const [prefix] of records) match(expand(prefix, name).text, /^# ‹[^‹›]+›$/m);
    }
  });
});

describe('a handoff written by the snippet', () => {
  const path = 'docs/handoffs/2026-11-24-ann-to-kenji.md';

  it('is a record with its date, and names nobody before somebody does', () => {
    const record = readSample(expand('mer-handoff', '2026-11-24-ann-to-kenji').text, path, 'handoff');
    deepEqual([record.date, record.people, record.problem], ['2026-11-24', [], null]);
  });

  it('says from whom and to whom', () => {
    const { text } = expand('mer-handoff', '2026-11-24-ann-to-kenji', { 1: 'kenji', 17: 'ann' });
    const record = readSample(text, path, 'handoff');
    deepEqual([...record.people].sort(), ['ann', 'kenji']);
    equal(record.title, 'Handoff to kenji · 2026-11-24, 09:05 UTC+01:00');
  });

  it('is picked up without its prompts, and told what it lacks', () => {
    const { text } = expand('mer-handoff', 'x');
    const note = readHandoff(path, text);
    deepEqual([note?.written, note?.from, note?.to, note?.next], [Date.parse('2026-11-24T08:05Z'), null, [], []]);
    const gaps = new Set(checkHandoff(text).map(({ code }) => code));
    deepEqual([...gaps].sort(), ['no-blockers', 'no-next', 'no-state', 'prompt-left']);
  });

  it('is ready once each stop has an answer', () => {
    const due = 'Fri 27 Nov 17:00 Europe/London (02:00 Sat Asia/Tokyo)';
    const typed = ['kenji', 'Merge the split', 'kenji', due, 'LED-42', 'blocked', 'it stalls', 'roll back', 'none'];
    const below = [`Keep it? Needed by ${due}; if there is no answer, I will drop it`, 'ledger-split, all pushed'];
    const all = [...typed, 'none', ...below, 'passed', 'unit tests', 'none', 'none', 'ann'];
    const fill = Object.fromEntries(all.map((answer, at) => [at + 1, answer]));
    const { text } = expand('mer-handoff', 'x', fill);
    deepEqual(checkHandoff(text), []);
    const note = readHandoff(path, text);
    deepEqual([note?.from, note?.to, note?.next.map((item) => item.done)], ['ann', ['kenji'], [false]]);
  });

  it('has the sections that readers of handoffs know, those for people above the fold', () => {
    const headings = [...expand('mer-handoff', 'x').text.matchAll(/^(?:#{2,3} .*|<\/?details>)/gm)].map(
      ([line]) => line,
    );
    deepEqual(headings, [
      ...['## Next', '## State', '## Blocked or waiting', '## Time-critical', '## Questions for you', '<details>'],
      ...['### Where it stands', '### How it was checked', '### Tried and ruled out', '### Decisions', '</details>'],
    ]);
  });
});
