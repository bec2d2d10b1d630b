import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { RepositoryActivity } from '../../../src/core/activity/activity';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import type { HandoffInput } from '../../../src/core/drafts/handoffInput';
import { hasPrompt } from '../../../src/core/drafts/prompts';
import { readFrontMatter } from '../../../src/core/text/frontMatter';
import { hostileDay, hugeDay, ordinaryDay } from './days';
import { forgeWork } from './forgeDays';
import { activity, assertGolden, at, commit, handoffInput, hashOf, party, repository, workItem } from './support';

/** With the front matter. */
function linesBeforeFold(text: string): number {
  return text.slice(0, text.indexOf('<details>')).split('\n').length - 1;
}

/** A day that the clocks made longer or shorter, begun with the last working day. */
function clockChange(now: string, start: string, zone: string, from: string, other: string): HandoffInput {
  return handoffInput({
    now: at(now),
    zone,
    from: party(from, zone),
    to: { kind: 'person', person: party('Kenji', other) },
    activity: activity(
      { start: at(start), end: at(now), from: 'working-day' },
      repository({
        items: [workItem({ branch: 'ledger-split', title: 'ledger-split', commits: [commit(1, 'Name the region')] })],
        tips: { 'ledger-split': hashOf(1) },
        head: { kind: 'branch', branch: 'ledger-split', hash: hashOf(1) },
      }),
    ),
  });
}

describe('what a handoff says of merges', () => {
  it('claims no more than is known of whose a request is, and of who wrote what was merged', () => {
    const own = commit(1, 'Mend the last page', { standing: 'merged' });
    const merge = commit(2, "Merge branch 'release/1.4'", { standing: 'merged', merge: true, files: [] });
    const { text } = draftHandoff(
      handoffInput({
        activity: activity(
          { start: at('2026-11-19T18:05:00Z'), end: at('2026-11-20T17:42:00Z'), from: 'handoff' },
          repository({
            items: [
              workItem({ ticket: '#70', title: 'Paging', standing: 'merged', beside: ['Bo Berg'], commits: [own] }),
              workItem({ key: 'release/1.4', title: merge.subject, standing: 'merged', commits: [merge] }),
            ],
            omissions: [{ reason: 'update-merge', count: 1 }],
          }),
        ),
      }),
    );
    assert.match(text, /^- `#70`: Paging · merged, 1 commit beside those of Bo Berg$/m);
    assert.match(text, /^\*\*Merged; written by others, before, or told above\*\*$/m);
    assert.match(text, /^Left out: 1 merge that only brought in what is on other branches\.$/m);
  });
});

const platform = {
  kind: 'team',
  name: 'Platform',
  members: [party('Ann', 'Europe/London'), party('Ines', 'America/Sao_Paulo'), party('Kenji', 'Asia/Tokyo')],
  channel: '#platform',
} as const;

const days: Readonly<Record<string, () => HandoffInput>> = {
  ordinary: ordinaryDay,
  'pull-requests': () => ordinaryDay({ forge: [forgeWork()] }),
  quiet: () => handoffInput(),
  huge: hugeDay,
  hostile: hostileDay,
  'from-new-york': () =>
    ordinaryDay({ zone: 'America/New_York', from: party('Ann', 'America/New_York'), now: at('2026-11-20T22:30:00Z') }),
  'london-spring': () =>
    clockChange('2026-03-29T16:30:00Z', '2026-03-27T00:00:00Z', 'Europe/London', 'Ann', 'America/New_York'),
  'london-autumn': () =>
    clockChange('2026-10-25T17:30:00Z', '2026-10-22T23:00:00Z', 'Europe/London', 'Ann', 'America/New_York'),
  'new-york-spring': () =>
    clockChange('2026-03-08T21:30:00Z', '2026-03-06T05:00:00Z', 'America/New_York', 'Bea', 'Europe/London'),
  'new-york-autumn': () =>
    clockChange('2026-11-01T22:30:00Z', '2026-10-30T04:00:00Z', 'America/New_York', 'Bea', 'Europe/London'),
  'several-repositories': () =>
    handoffInput({
      activity: {
        ...activity(
          { start: at('2026-11-16T00:00:00Z'), end: at('2026-11-20T17:42:00Z'), from: 'given' },
          repository({
            name: 'ledger',
            items: [
              workItem({
                ticket: 'LED-42',
                branch: 'ledger-split',
                title: 'split ledger',
                commits: [commit(1, 'Split')],
              }),
            ],
            tips: { 'ledger-split': hashOf(1) },
            head: { kind: 'detached', hash: hashOf(1) },
            operations: ['rebase'],
            limits: ['shallow', 'partial'],
            gaps: [{ what: 'unpushed', reason: 'killed timeout' }],
          }),
          repository({
            name: 'web',
            items: [
              workItem({
                title: 'Show the region',
                standing: 'merged',
                commits: [commit(2, 'Show the region', { standing: 'merged' })],
              }),
            ],
            invisible: {
              changes: [{ worktree: 'web-hotfix', files: [{ path: 'src/app.ts', kind: 'conflict' }] }],
              unpushed: [],
              stashes: [],
              hasRemote: false,
            },
            operations: ['merge'],
          }),
          repository({ name: 'new-thing', head: { kind: 'unborn', branch: 'main' }, tips: {} }),
        ),
        missing: [{ folder: 'notes', detail: 'no repository' }],
      },
    }),
  first: () =>
    ordinaryDay({
      previous: null,
      activity: {
        ...ordinaryDay().activity,
        interval: { start: at('2026-11-20T00:00:00Z'), end: at('2026-11-20T17:42:00Z'), from: 'working-day' },
      },
    }),
  'to-a-team': () => ordinaryDay({ to: platform }),
  'to-anybody': () => ordinaryDay({ to: { kind: 'anybody' }, from: party('Ann', null) }),
};

describe('a handoff', () => {
  for (const [name, day] of Object.entries(days)) {
    it(`reads well: ${name}`, () => assertGolden(`handoff/${name}.md`, draftHandoff(day()).text));

    it(`is a letter of at most 40 lines that asks in at most five places: ${name}`, () => {
      const { text, stops } = draftHandoff(day());
      assert.ok(linesBeforeFold(text) <= 40, `${linesBeforeFold(text)} lines`);
      assert.ok(stops.length <= 5 && stops.length === text.split('‹').length - 1, `${stops.length} prompts`);
      // Nothing is asked for in the fold.
      assert.doesNotMatch(text.slice(text.indexOf('<details>')), /‹/);
    });
  }

  it('says what a forge did not tell, whether or not another one told something', () => {
    const gap = 'GitHub did not tell what waits in `acme/ledger`.';
    for (const forge of [[], [forgeWork()]]) {
      const { text } = draftHandoff(ordinaryDay({ forge, forgeGaps: [gap] }));
      assert.ok(/### Pull requests\n\n(As of|GitHub)/.test(text) && text.includes(`\n\n${gap}\n`), text);
    }
  });

  it('says only what the clone knows of what is pushed, and where work was merged or picked from', () => {
    const items = [
      workItem({ branch: 'thin', title: 'Thin', commits: [commit(1, 'Thin')], standing: 'local', unseen: 'clone' }),
      workItem({ branch: 'new', title: 'Renamed', commits: [commit(2, 'Renamed')], pushedAs: 'old$&' }),
      workItem({
        title: 'Fix',
        commits: [commit(3, 'Fix', { standing: 'merged', story: 'cherry-picked', pickedFrom: hashOf(0xabc) })],
        standing: 'merged',
        into: 'release/2.1',
        ticket: '#4',
      }),
      ...['backup/split', 'release/2.0'].map((other, at) => {
        const copied = commit(4 + at, `Split ${at}`, { story: 'cherry-picked', alsoOn: [other] });
        return workItem({ branch: `split-${at}`, title: 'Split', commits: [copied] });
      }),
    ];
    const unpushed = [
      {
        branch: 'thin',
        commits: 1,
        neverPushed: false,
        pushedTip: null,
        gone: false,
        behind: 0,
        unseen: 'clone' as const,
      },
    ];
    const invisible = { changes: [], stashes: [], hasRemote: true, unpushed };
    const input = ordinaryDay();
    const text = draftHandoff({
      ...input,
      activity: activity(input.activity.interval, repository({ items, invisible })),
    }).text.replaceAll('\\', '');
    assert.match(text, /^- this clone does not fetch `thin`, so whether it is pushed is not known$/m);
    assert.match(text, /^\*\*Thin · `thin`\*\* \(not merged; whether it is pushed is not known here\)$/m);
    assert.doesNotMatch(text, /never pushed|this machine only|not pushed/);
    assert.match(text, /`new`, 1 commit, pushed as `old\$&`, not merged$/m);
    assert.match(text, /^\*\*`?#4`?: Fix\*\* \(merged into `release\/2\.1`\)$/m);
    assert.match(text, /\(cherry-picked from `abc000000`/);
    assert.match(text, /^- Split 0 .*\(the same change is on `backup\/split` too[;)]/m);
    assert.match(text, /^- Split 1 .*\(cherry-picked: on `release\/2\.0` too[;)]/m);
  });

  it('names an item by all of its tickets', () => {
    const item = workItem({
      ticket: 'LED-1',
      also: ['#41', 'LED-3', 'LED-4', 'LED-5'],
      title: 'Sums',
      commits: [commit(1, 'Sums')],
    });
    const input = ordinaryDay();
    const { text } = draftHandoff({
      ...input,
      activity: activity(input.activity.interval, repository({ items: [item] })),
    });
    assert.match(text, /\*\*LED-1, `#41`, LED-3, 2 more: Sums\*\*/);
  });

  it('says nothing of files that git did not tell', () => {
    const input = ordinaryDay();
    const items = [workItem({ title: 'Sums', commits: [commit(1, 'Sums', { files: [] })] })];
    const factsOf = (given: Partial<RepositoryActivity>) =>
      draftHandoff({
        ...input,
        records: [],
        activity: activity(input.activity.interval, repository({ items, ...given })),
      })
        .text.split('\n')
        .find((line) => line.includes('Facts:'));
    assert.match(factsOf({ files: [] }) ?? '', /1 commit on 1 branch, 0 files</);
    const gaps = [{ what: 'statistics', reason: 'no answer' }] as const;
    assert.match(factsOf({ files: [], gaps }) ?? '', /1 commit on 1 branch</);
  });

  it('tells what was merged before and another reverted', () => {
    const lost = [
      { request: '#3', title: 'Rates by day (#3)', by: 'Bo Berg', whole: true },
      { request: null, title: 'Rates by @hour', by: 'Bo Berg', whole: false },
      { request: null, title: 'Index names', more: 1, by: 'Bo Berg', whole: true },
    ];
    const input = ordinaryDay();
    const { text } = draftHandoff({ ...input, activity: activity(input.activity.interval, repository({ lost })) });
    assert.match(text, /^- `#3`: Rates by day, merged before, was reverted by Bo Berg$/m);
    assert.match(text, /^- Rates by `@hour`, merged before, was partly reverted by Bo Berg$/m);
    assert.match(text, /^- Index names and 1 more commit, merged before, were reverted by Bo Berg$/m);
  });

  it('is as long on a huge day as somebody can read', () => {
    assert.ok(draftHandoff(hugeDay()).text.split('\n').length < 300);
  });

  it('has a stop for each place that only a person can fill, the next step first', () => {
    const { text, stops } = draftHandoff(ordinaryDay());
    const shown = stops.map(({ offset, length }) => text.slice(offset, offset + length));
    assert.match(shown[0] ?? '', /^‹next step, who, due when/);
    assert.ok(shown.every((prompt) => hasPrompt(prompt) && prompt.startsWith('‹') && prompt.endsWith('›')));
    assert.deepEqual(
      [...stops].sort((a, b) => a.offset - b.offset),
      stops,
    );
  });

  it('proposes nothing twice, and tells nothing in two parts', () => {
    const carried = {
      next: ['LED-42: split the ledger by region: run it on staging, Kenji', 'Finish flaky-import', 'Rotate the key'],
      waiting: ['legal, since Tue'],
      questions: ['Is it right?'],
    };
    const { text } = draftHandoff(ordinaryDay({ carried, forge: [forgeWork()] }));
    const lines = text.slice(0, text.indexOf('### Commits')).split('\n');
    const about = (words: RegExp) => lines.filter((line) => /^- /.test(line) && words.test(line)).length;
    assert.equal(about(/LED-42/), 1);
    assert.match(
      text,
      /LED-42: split the ledger by region\*\*: run it on staging, Kenji \(from the note of Thu 19 Nov\)/,
    );
    assert.equal(about(/`flaky-import`, 1 commit/), 1);
    assert.equal(about(/Finish flaky-import/), 1);
    assert.equal(about(/Rotate the key/), 1);
    assert.equal(about(/files not committed/), 1);
    assert.equal(about(/^- (?!to).*\[#812 /), 1);
    assert.equal(about(/waiting: legal/), 1);
    assert.equal(about(/Is it right\?/), 1);
  });

  it('tells the request of a branch with its item', () => {
    const [mine] = forgeWork().work.mine;
    assert.ok(mine);
    const work = forgeWork({ mine: [{ ...mine, head: 'ledger-split' }], reviews: [] });
    const { text } = draftHandoff(ordinaryDay({ forge: [work] }));
    assert.match(
      text,
      /^- \[ \] \*\*LED-42: .* · `ledger-split`, 3 commits, \[#812\]\(\S+\): changes requested, \*\*checks fail\*\*, /m,
    );
    assert.equal(text.split('/pull/812)').length - 1, 1);
  });

  it('keeps the day of a note from which something is carried over twice', () => {
    const carried = { next: ['Rotate the key (from the note of Mon 16 Nov)'], waiting: [], questions: [] };
    const { text } = draftHandoff(ordinaryDay({ carried }));
    assert.match(text, /^- \[ \] Rotate the key \(from the note of Mon 16 Nov\) ‹still open\?›$/m);
  });

  it('counts in the fold what has no room before it', () => {
    const { text } = draftHandoff(hugeDay());
    const [before = '', fold = ''] = text.split('<details>');
    const more = Number(/^- and (\d+) more, in the facts$/m.exec(before)?.[1]);
    const listed = fold.slice(fold.indexOf('### More to go on with'), fold.indexOf('### Commits'));
    assert.equal(listed.match(/^- /gm)?.length, more);
  });

  it('never says that all is pushed where git could not tell', () => {
    const unknown = repository({ gaps: [{ what: 'unpushed', reason: 'killed timeout' }] });
    const { interval } = handoffInput().activity;
    const { text } = draftHandoff(handoffInput({ activity: activity(interval, unknown) }));
    assert.doesNotMatch(text, /is committed and pushed|: pushed/);
    assert.match(text, /git could not say what is not pushed/);
  });

  it('keeps its shape whatever a repository says', () => {
    const headings = (text: string) => text.split('\n').filter((line) => /^ {0,3}(?:#|<|-->|---)/.test(line));
    const expected = headings(draftHandoff(withText('x')).text);
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'#-<>`|*_[]()@!\n\r\u2028\u202E\u009B:\\&~ a1'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const draft = draftHandoff(withText(text));
        // The title has the addressee's name, and the last line the fingerprints.
        const [found, wanted] = [headings(draft.text), expected].map((lines) => lines.map((line) => line.slice(0, 12)));
        assert.deepEqual(found, wanted);
        assert.equal(draft.text.split('\n').length, draftHandoff(withText('x')).text.split('\n').length);
        // Terminals take U+009B for the beginning of a command, as ESC and a bracket.
        assert.doesNotMatch(draft.text, /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        const front = readFrontMatter(draft.text.split('\n'));
        assert.ok(front.valid);
        assert.deepEqual(
          front.entries.map(({ key }) => key),
          ['handoff', 'from', 'to', 'covers'],
        );
      }),
    );
  });
});

/** One text in every place that a repository or a team file fills. */
function withText(text: string): HandoffInput {
  const files = [{ path: text, kind: 'untracked' as const }];
  const { interval } = handoffInput().activity;
  return handoffInput({
    from: party(text, 'Europe/London', { contact: `at ${text}` }),
    to: { kind: 'person', person: party(text, 'Asia/Tokyo') },
    previous: { href: text, title: text, instant: 0 },
    activity: activity(
      interval,
      repository({
        name: text,
        items: [
          workItem({
            ticket: 'LED-1',
            branch: text,
            title: text,
            commits: [commit(1, text, { with: [`by ${text}`] })],
          }),
        ],
        tips: { [`x${text}`]: hashOf(1) },
        invisible: {
          changes: [{ worktree: text, files }],
          unpushed: [{ branch: text, commits: 1, neverPushed: true, pushedTip: null, gone: false, behind: 0 }],
          stashes: [{ message: text, created: 0, branch: text }],
          hasRemote: true,
        },
      }),
    ),
  });
}
