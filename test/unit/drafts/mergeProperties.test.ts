import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitFingerprints, withFingerprints } from '../../../src/core/drafts/fingerprints';
import { mergeDraft } from '../../../src/core/drafts/merge/mergeDraft';
import { promptsIn } from '../../../src/core/drafts/prompts';
import { type Facts, handoffDraft } from './mergeSupport';

/** Random edits of random handoffs, drafted again several times. Every typed line holds `«n»`, which no draft does. */

const facts: fc.Arbitrary<Facts> = fc.record({
  end: fc.constantFrom('2026-11-20T17:42:00Z', '2026-11-20T19:10:00Z', '2026-11-21T08:00:00Z'),
  to: fc.constantFrom('kenji', 'ana'),
  tip: fc.constantFrom('aaaaaaa', 'bbbbbbb', 'ccccccc'),
  items: fc.subarray(['LED-42 split', 'LED-50 check', 'fix-typo', '#12 audit', 'LED-42 split']),
  commits: fc.shuffledSubarray(['Parse', 'Split', 'Audit', 'Revert', 'none', '### odd', '```', '| a | b |']),
  runbooks: fc.subarray(['balance-drift', 'restart']),
  banner: fc.boolean(),
});

type Edit = (lines: string[], mark: () => string) => void;

const typedBlocks: readonly ((mark: () => string) => string[])[] = [
  (mark) => [mark()],
  (mark) => [`- ${mark()}`, `  ${mark()}`, `- ${mark()}`],
  (mark) => ['', mark(), '', mark(), ''],
  (mark) => ['```'.concat(mark()), `# ${mark()}`, `\`\`\`${mark()}`],
  (mark) => [`~~~ ${mark()}`, `## ${mark()}`],
  (mark) => [`| LED-42 split | ${mark()} | |`],
  (mark) => [`- [ ] **LED-42 split**: ${mark()} · \`split\`, 2 commits`],
  (mark) => [`- [x] **LED-50** ${mark()}`],
  (mark) => [`If ${mark()}, then ${mark()}.`],
  (mark) => ['## Blocked or waiting', '', `- ${mark()}`],
  (mark) => ['### Tried and ruled out', '', `- ${mark()}`],
  (mark) => [`## ${mark()}`, '', mark()],
  (mark) => [`### ${mark()}`],
  (mark) => [`<details> ${mark()}`, '', mark(), '', `</details> ${mark()}`],
  (mark) => [`</details> ${mark()}`],
  (mark) => [`   ${mark()}\t `],
];

/** Where the front matter ends, or 0: words typed inside it are another test's. */
const bodyStart = (lines: readonly string[]) => (lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0);
const within = (lines: readonly string[], share: number) => {
  const start = bodyStart(lines);
  return start + Math.floor(share * (lines.length - start));
};

/** Where a list of facts goes on: there the order of the fresh draft and of typed lines can disagree. */
const inList = (lines: readonly string[], share: number) => {
  const items = lines.flatMap((line, at) => (/^- \w/.test(line) ? [at + 1] : []));
  return items[Math.floor(share * items.length)] ?? lines.length;
};

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(share, fc.constantFrom(...typedBlocks)).map(insertBlock) },
  {
    weight: 4,
    arbitrary: share.map(
      (at): Edit =>
        (lines, mark) =>
          void lines.splice(inList(lines, at), 0, `  ${mark()}`),
    ),
  },
  { weight: 4, arbitrary: share.map(changeLine) },
  { weight: 3, arbitrary: fc.tuple(share, fc.nat(4)).map(deleteLines) },
  { weight: 2, arbitrary: fc.tuple(share, share).map(moveLines) },
  fc.constant<Edit>((lines, mark) => void lines.push('', `## Read back by ${mark()}`, '', mark())),
  fc.constant<Edit>((lines) => removeLines(lines, /^<!-- meridian/)),
  fc.constant<Edit>((lines) => removeLines(lines, /^<\/?details>/)),
  fc.constant<Edit>((lines, mark) => void lines.splice(Math.min(2, bodyStart(lines)), 0, `note: ${mark()}`)),
  fc.constant<Edit>((lines, mark) => {
    const at = lines.findIndex((line) => line.startsWith('to:'));
    if (at > 0) lines[at] = `to: ${mark()}`;
  }),
);

function insertBlock([at, block]: readonly [number, (typeof typedBlocks)[number]]): Edit {
  return (lines, mark) => void lines.splice(within(lines, at), 0, ...block(mark));
}

function changeLine(at: number): Edit {
  return (lines, mark) => {
    const index = within(lines, at);
    const line = lines[index] ?? '';
    if (!line.includes('«') && !line.startsWith('<!--')) lines[index] = `${line} ${mark()}`;
  };
}

function deleteLines([at, count]: readonly [number, number]): Edit {
  return (lines) => void lines.splice(within(lines, at), count);
}

function moveLines([from, to]: readonly [number, number]): Edit {
  return (lines) => {
    const moved = lines.splice(within(lines, from), 7);
    lines.splice(within(lines, to), 0, ...moved);
  };
}

function removeLines(lines: string[], pattern: RegExp): void {
  lines.splice(0, lines.length, ...lines.filter((line) => !pattern.test(line)));
}

const isTyped = (line: string) => line.includes('«');
const typedLines = (text: string) => text.split('\n').filter(isTyped);

/**
 * Typed lines that stand together with nothing but blank lines between them. A heading begins another block, and so
 * does what names an item: it goes to where its item is.
 */
function typedBlocksOf(text: string): string[] {
  const blocks: string[][] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const continues = open && !/^ {0,3}(?:#{1,3} |<\/?details|\||- \[[ x]\] \*\*)/.test(line);
    if (isTyped(line) && !continues) blocks.push([line]);
    else if (isTyped(line) || (open && line.trim() === '')) blocks.at(-1)?.push(line);
    open = isTyped(line) || (open && line.trim() === '');
  }
  return blocks.map((block) => block.join('\n').trimEnd());
}

/** A form: lines before its first heading, and below each heading. No two lines are alike. */
const sectionLines = (heading: string) =>
  fc.subarray(['a', 'b', 'c', 'd'].map((name) => `- ${name} of ${heading || 'all'}`));
const headings = ['', '## Why', '## What', '## Tests'];
const wholeForm = fc.record(Object.fromEntries(headings.map((heading) => [heading, sectionLines(heading)])));
const form = fc.record(
  Object.fromEntries(headings.map((heading) => [heading, fc.option(sectionLines(heading), { nil: null })])),
);
const linesOf = (sections: Record<string, string[] | null>) =>
  Object.entries(sections).flatMap(([heading, lines]) =>
    lines === null ? [] : [...(heading === '' ? [] : [heading]), ...lines].map((line) => ({ heading, line })),
  );
const formDraft = (sections: Record<string, string[] | null>) => {
  return {
    text: withFingerprints(
      `${linesOf(sections)
        .map(({ line }) => line)
        .join('\n')}\n`,
    ),
    stops: [],
  };
};

describe('drafting a form again, whatever a person deleted', () => {
  it('leaves out what was deleted, and nothing else', () => {
    fc.assert(
      fc.property(form, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), wholeForm, wholeForm, (...all) => {
        const [first, isDeleted, second, third] = all;
        const drafted = linesOf(first);
        const chosen = new Set(drafted.filter((_, at) => isDeleted[at]).map(({ line }) => line));
        // Lines that stand below no heading of theirs and in no fresh draft are taken for typed ones.
        const isStranded = (heading: string) => {
          const below = (first[heading] ?? []).filter((line) => !chosen.has(line));
          return below.length > 0 && !below.some((line) => second[heading]?.includes(line));
        };
        const deleted = new Set([...chosen].filter((line) => !line.startsWith('#') || !isStranded(line)));
        const left = new Set(drafted.map(({ line }) => line).filter((line) => !deleted.has(line)));
        const edited = formDraft(first)
          .text.split('\n')
          .filter((line) => !deleted.has(line))
          .join('\n');
        // A heading without a line of its section goes with all that would be below it.
        const isDropped = (heading: string) =>
          deleted.has(heading) && !drafted.some((each) => each.heading === heading && left.has(each.line));
        const expectedOf = (sections: Record<string, string[] | null>) =>
          linesOf(sections).filter(({ heading, line }) => {
            return !isDropped(heading) && (line === heading || !deleted.has(line));
          });
        const once = mergeDraft(edited, formDraft(second), 'form').text;
        const bodyLines = (text: string) =>
          splitFingerprints(text)
            .body.split('\n')
            .filter((line) => line !== '');
        assert.deepEqual(
          bodyLines(once).sort(),
          expectedOf(second)
            .map(({ line }) => line)
            .sort(),
        );
        assert.equal(mergeDraft(once, formDraft(second), 'form').text, once);
        const later = bodyLines(mergeDraft(once, formDraft(third), 'form').text);
        const gone = linesOf(second).filter(({ line }) => deleted.has(line) && !line.startsWith('#'));
        assert.deepEqual(
          gone.filter(({ line }) => later.includes(line)),
          [],
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('drafting again, whatever a person did', () => {
  const rounds = fc.array(fc.record({ edits: fc.array(edit, { maxLength: 6 }), facts }), {
    minLength: 1,
    maxLength: 4,
  });

  it('keeps every typed line word for word, in order, once, and each block together', () => {
    fc.assert(
      fc.property(facts, rounds, fc.constantFrom('\n', '\r\n'), (first, later, lineEnd) => {
        let count = 0;
        const mark = () => `«${++count}»`;
        let text = handoffDraft(first).text;
        for (const round of later) {
          const lines = text.split('\n');
          for (const change of round.edits) change(lines, mark);
          const edited = lines.join('\n');
          const merged = mergeDraft(edited.replaceAll('\n', lineEnd), handoffDraft(round.facts));
          assert.deepEqual(typedLines(merged.text), typedLines(edited));
          for (const block of typedBlocksOf(edited)) assert.ok(merged.text.includes(block), block);
          text = merged.text;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(facts, fc.array(edit, { maxLength: 8 }), facts, (first, edits, second) => {
        let count = 0;
        const lines = handoffDraft(first).text.split('\n');
        for (const change of edits) change(lines, () => `«${++count}»`);
        const fresh = handoffDraft(second);
        const once = mergeDraft(lines.join('\n'), fresh);
        assert.equal(mergeDraft(once.text, fresh).text, once.text);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps each copy that a person made of a drafted line', () => {
    const copies = fc.record({ at: share, count: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(facts, copies, facts, (first, { at, count }, second) => {
        const lines = handoffDraft(first).text.split('\n');
        // Headings and the fold's edges begin another section, in which a copy is something else.
        const index = lines.findIndex((line, each) => each >= within(lines, at) && /^(?:- |\||[A-Z‹])/.test(line));
        fc.pre(index >= 0);
        const copied = lines[index] ?? '';
        const before = lines.filter((line) => line === copied).length;
        lines.splice(index, 0, ...Array.from({ length: count }, () => copied));
        const fresh = handoffDraft(second).text.split('\n');
        const merged = mergeDraft(lines.join('\n'), handoffDraft(second)).text.split('\n');
        const there = merged.filter((line) => line === copied).length;
        // A copied item stands for the fresh one that is about the same.
        const isRow = copied.startsWith('- [ ] **');
        const refreshed = isRow ? 0 : Math.min(before, fresh.filter((line) => line === copied).length);
        assert.ok(there >= count + refreshed, `${there} of ${copied}`);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps words that were typed into the front matter, and refreshes what machines read there', () => {
    const insert = fc.record({
      at: share,
      line: fc.constantFrom('# ', '  # ', '    mine: ', '  other: ', 'note: ', ''),
    });
    const comment = share;
    const values = fc.subarray(['handoff', 'covers', 'tips', '    split']);
    /** With the tips where notes had them at first. */
    const former = (text: string) => {
      const { body } = splitFingerprints(text);
      return withFingerprints(body.replace(/^(covers: .*)$/m, '$1\ntips:\n  ledger:\n    split: aaaaaaa'));
    };
    fc.assert(
      fc.property(
        facts,
        fc.array(insert, { maxLength: 4 }),
        fc.array(comment, { maxLength: 3 }),
        values,
        facts,
        fc.boolean(),
        (...all) => {
          const [first, inserts, comments, replaced, second, isFormer] = all;
          let count = 0;
          const mark = () => `«${++count}»`;
          const drafted = handoffDraft(first).text;
          const lines = (isFormer ? former(drafted) : drafted).split('\n');
          const end = lines.indexOf('---', 1);
          const front = lines.slice(1, end);
          for (const at of comments) front[Math.floor(at * front.length)] += ` # ${mark()}`;
          for (const key of replaced) {
            const index = front.findIndex((line) => line.startsWith(`${key}:`));
            if (index < 0) continue;
            front[index] = `${key}: ${mark()}${front[index]?.replace(/^[^#]*/, ' ')}`;
          }
          for (const { at, line } of inserts) front.splice(1 + Math.floor(at * front.length), 0, `${line}${mark()}`);
          const edited = ['---', ...front, ...lines.slice(end)].join('\n');
          const fresh = handoffDraft(second);
          const merged = mergeDraft(edited, fresh).text;
          const marksOf = (text: string) => (text.match(/«\d+»/g) ?? []).sort();
          assert.deepEqual(marksOf(merged), marksOf(edited));
          const frontOf = (text: string) => text.slice(0, text.indexOf('\n---\n'));
          const valueIn = (text: string) => /^handoff: (\S+)/m.exec(frontOf(text))?.[1];
          if (!replaced.includes('handoff')) assert.equal(valueIn(merged), valueIn(fresh.text));
          assert.equal(splitFingerprints(merged).tips, splitFingerprints(fresh.text).tips);
          const isPlain = inserts.length + comments.length === 0 && !/tips|split/.test(replaced.join());
          if (isPlain) assert.doesNotMatch(frontOf(merged), /^tips:/m);
          assert.equal(mergeDraft(merged, fresh).text, merged);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives the fresh draft where nobody typed', () => {
    fc.assert(
      fc.property(facts, facts, (first, second) => {
        const fresh = handoffDraft(second);
        assert.deepEqual(mergeDraft(handoffDraft(first).text, fresh), fresh);
      }),
    );
  });

  it('has a stop on each prompt that is left', () => {
    fc.assert(
      fc.property(facts, fc.array(edit, { maxLength: 8 }), facts, (first, edits, second) => {
        let count = 0;
        const lines = handoffDraft(first).text.split('\n');
        for (const change of edits) change(lines, () => `«${++count}»`);
        const fresh = handoffDraft(second);
        const merged = mergeDraft(lines.join('\n'), fresh);
        assert.equal(merged.stops.length, promptsIn(merged.text).length);
        for (const { offset, length } of merged.stops) {
          assert.match(merged.text.slice(offset, offset + length), /^‹[^‹›]+›$/);
        }
      }),
    );
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '---',
      '# ',
      '## Next',
      '```',
      '<details>',
      '</details>',
      '|',
      '- ',
      '\r',
      '\n',
      '\n\n',
      '<!-- meridian drafted: 0000000 -->',
      ':',
      '\u2028',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary-ascii' })), { maxLength: 25 }),
        facts,
        (pieces, second) => {
          mergeDraft(pieces.join(''), handoffDraft(second));
        },
      ),
    );
  });
});
