import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';
import { activity, at, commit, handoffInput, hashOf, party, repository, touched, workItem } from '../drafts/support';

const interval = { start: at('2026-11-19T18:05:00Z'), end: at('2026-11-20T17:42:00Z'), from: 'handoff' } as const;

const read = (given: Parameters<typeof handoffInput>[0]) => {
  const note = readHandoff('docs/handoffs/2026-11-20-ann-to-kenji.md', draftHandoff(handoffInput(given)).text);
  assert.ok(note);
  return note;
};

/** A repository whose note speaks of each branch that it has the tip of. */
function speaking(given: { readonly name?: string; readonly tips: Readonly<Record<string, string>> }) {
  const branches = Object.keys(given.tips).map((branch) => ({ branch, state: 'pushed' as const, behind: 0 }));
  return repository({ ...given, branches });
}

describe('a handoff of ours, read again', () => {
  it('keeps no tip of a branch that it does not speak of, but the default one', () => {
    const tips = { main: hashOf(1), old: hashOf(2) };
    const head = { kind: 'branch' as const, branch: 'main', hash: hashOf(1) };
    assert.deepEqual(read({ activity: activity(interval, repository({ tips, head })) }).tips, {
      ledger: { main: hashOf(1) },
    });
  });

  it('says what it was drafted from, and that nothing was filled in', () => {
    const items = ['LED-42-split', 'fix-typo'].map((branch, seed) => {
      return workItem({ branch, title: branch, commits: [commit(seed + 1, 'Do it')] });
    });
    const tips = { main: hashOf(1), 'fix-typo': hashOf(2), 'LED-42-split': hashOf(3) };
    const note = read({
      activity: activity(interval, repository({ items, tips })),
      records: [touched('docs/adr/0012-use-postgresql.md')],
    });
    assert.equal(note.written, interval.end);
    assert.deepEqual([note.from, note.to], ['Ann', ['Kenji']]);
    assert.deepEqual(note.covers, { start: interval.start, end: interval.end });
    assert.deepEqual(note.tips, { ledger: tips });
    assert.deepEqual(
      note.next.map(({ text, proposed }) => [text, proposed]),
      [
        ['LED-42-split', true],
        ['fix-typo', true],
      ],
    );
    assert.deepEqual(note.questions, []);
    assert.deepEqual(note.branches, ['LED-42-split', 'fix-typo']);
    assert.deepEqual(note.records, ['docs/adr/0012-use-postgresql.md']);
    assert.deepEqual(note.replies, []);
  });

  it('asks to go on with no branch that a command would take for an option', () => {
    const tips = { '-f': hashOf(1), '--orphan=x': hashOf(2), split: hashOf(3) };
    assert.deepEqual(read({ activity: activity(interval, speaking({ tips })) }).branches, ['split']);
  });

  it('is for nobody in particular where it was drafted for anybody', () => {
    assert.deepEqual(read({ to: { kind: 'anybody' } }).to, []);
  });

  it('has the tips of branches of any name', () => {
    const branch = fc.oneof(
      fc.stringMatching(/^[\w./#+@-]{1,40}$/),
      fc.constantFrom(
        'null',
        '0012',
        '1e3',
        'yes',
        'ä/ö',
        "it's",
        'a-->b',
        'a--b',
        '100%',
        'a;b=c',
        '%2D',
        'a"b',
        '#1',
        '- x',
        '__proto__',
        'a: b',
        '*x',
        '&y',
        '!z',
      ),
    );
    fc.assert(
      fc.property(fc.uniqueArray(branch, { minLength: 1, maxLength: 5 }), (branches) => {
        const tips = Object.fromEntries(branches.map((name, index) => [name, hashOf(index + 1)]));
        assert.deepEqual(read({ activity: activity(interval, speaking({ tips })) }).tips, { ledger: tips });
      }),
      { numRuns: 40 },
    );
  });

  it('has the tips of repositories of any name', () => {
    const repositories = ['acme/ledger', 'web/ledger', 'a: b', '0012', '{x', 'ü (2)'].map((name, index) =>
      speaking({ name, tips: { main: hashOf(index + 1) } }),
    );
    const expected = Object.fromEntries(repositories.map(({ name, tips }) => [name, tips]));
    assert.deepEqual(read({ activity: activity(interval, ...repositories) }).tips, expected);
  });

  it('keeps its closing comment readable, however many branches there are, and whatever they are called', () => {
    const repositories = Array.from({ length: 30 }, (_, place) => {
      const branches = Array.from({ length: 60 }, (_, at): [string, string] => {
        return [`${'{'.repeat(60)}${'\u7530'.repeat(180)}-${at}`, 'a'.repeat(64)];
      });
      return speaking({ name: `repository-${place}`, tips: Object.fromEntries(branches) });
    });
    const { tips } = read({ activity: activity(interval, ...repositories) });
    assert.equal(Object.keys(tips).length, 20);
    for (const [name, branches] of Object.entries(tips)) {
      const written = repositories.find((one) => one.name === name)?.tips ?? {};
      assert.ok(Object.keys(branches).length > 1);
      for (const [branch, tip] of Object.entries(branches)) assert.equal(tip, written[branch]);
    }
  });

  it('names people as the team file does', () => {
    for (const name of [
      'Kenji Mori',
      "O'Neil",
      'Müller-Lüdenscheid',
      '森 健二',
      'Dr. No',
      'yes',
      '42',
      'Research & Development',
    ]) {
      const note = read({ from: party(name, null), to: { kind: 'person', person: party(name, null) } });
      assert.deepEqual([note.from, note.to], [name, [name]]);
    }
  });
});
