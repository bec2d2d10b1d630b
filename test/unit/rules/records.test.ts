import { deepEqual, equal, match } from 'node:assert/strict';
import type { PathHistory } from '../../../src/core/rules/pathHistory';
import { adr, findingsIn, linesIn, mended } from './support';

const two = {
  'docs/adr/0001-a.md': adr('1. A', 'Accepted'),
  'docs/adr/0002-b.md': adr('2. B', 'Accepted'),
};

/** What a rule says of two records, of which the second is given. */
const about = (code: string, second: string, rules = {}) =>
  linesIn({ ...two, 'docs/adr/0002-b.md': second }, code, { rules });

describe('rules on records', () => {
  it('finds a superseded record that does not say by what', async () => {
    deepEqual(await about('no-successor', adr('2. B', 'Superseded')), [
      'docs/adr/0002-b.md:5:1 warning no-successor This record is superseded and does not say by what.',
    ]);
    for (const status of ['Superseded by ADR-0001', 'Superseded, see the wiki', 'Superseded by https://example.org/x'])
      deepEqual(await about('no-successor', adr('2. B', status)), [], status);
    const stated = {
      ...two,
      'docs/adr/0001-a.md': adr('1. A', 'Superseded'),
      'docs/adr/0002-b.md': adr('2. B', 'Accepted', 'Supersedes ADR-0001.'),
    };
    deepEqual(await linesIn(stated, 'no-successor'), []);
  });

  it('finds a record that still holds by its own word, although another supersedes it', async () => {
    deepEqual(await about('one-sided-supersession', adr('2. B', 'Accepted', 'Supersedes ADR-0001.')), [
      'docs/adr/0001-a.md:5:1 warning one-sided-supersession ADR-0002 says that it supersedes this record, whose own status is still "Accepted".',
    ]);
    for (const status of ['Proposed', 'Rejected'])
      deepEqual(await about('one-sided-supersession', adr('2. B', status, 'Supersedes ADR-0001.')), [], status);
    deepEqual(await about('one-sided-supersession', adr('2. B', 'Accepted', 'Supersedes ADR-0001 in part.')), []);
  });

  it('writes the other side of a supersession in the format of its file', async () => {
    const newer = { 'docs/adr/0002-b.md': adr('2. B', 'Accepted', 'Supersedes ADR-0001.') };
    const forms: readonly (readonly [before: string, after: string])[] = [
      [
        '# 1. A\r\n\r\n## Status\r\n\r\nAccepted  \r\n\r\n## Context\r\n',
        '# 1. A\r\n\r\n## Status\r\n\r\nSuperseded by [ADR-0002](0002-b.md)  \r\n\r\n## Context\r\n',
      ],
      [
        '---\nstatus: "accepted" # now\ndate: 2024-01-02\n---\n\n# A\n\nText.',
        '---\nstatus: "superseded by ADR-0002" # now\ndate: 2024-01-02\n---\n\n# A\n\nText.',
      ],
      [
        '# 1. A\n\n* Status: accepted\n* Date: 2024-01-02\n\nText.\n',
        '# 1. A\n\n* Status: superseded by [ADR-0002](0002-b.md)\n* Date: 2024-01-02\n\nText.\n',
      ],
      [
        '# 1. A\n\n**Status**: Accepted (2024-01-02)\n\nText.\n',
        '# 1. A\n\n**Status**: Accepted (2024-01-02) → Superseded by [ADR-0002](0002-b.md)\n\nText.\n',
      ],
      [
        '# 1. A\n\n| Date | 2024-01-02 |\n|---|---|\n| Status | Approved |\n\nText.\n',
        '# 1. A\n\n| Date | 2024-01-02 |\n|---|---|\n| Status | Superseded by [ADR-0002](0002-b.md) |\n\nText.\n',
      ],
    ];
    for (const [before, after] of forms) {
      const files = { ...newer, 'docs/adr/0001-a.md': before };
      deepEqual((await mended(files, 'one-sided-supersession'))['docs/adr/0001-a.md'], after);
    }
  });

  it('offers no change of a status that it would have to guess at', async () => {
    const newer = adr('2. B', 'Accepted', 'Supersedes ADR-0001.');
    const essay = `Accepted and active since the summer${', as was said before'.repeat(5)}`;
    for (const status of [essay, '~~Proposed~~ Accepted']) {
      const files = { 'docs/adr/0001-a.md': adr('1. A', status), 'docs/adr/0002-b.md': newer };
      const message = await mended(files, 'one-sided-supersession').catch((error: Error) => error.message);
      deepEqual(message, '0 fixes of one-sided-supersession', status);
    }
  });

  it('finds a supersession by what is only proposed', async () => {
    deepEqual(await about('premature-supersession', adr('2. B', 'Proposed', 'Supersedes ADR-0001.')), [
      'docs/adr/0002-b.md:11:12 info premature-supersession This record is not accepted yet and says that it supersedes ADR-0001, which is.',
    ]);
    const retired = {
      'docs/adr/0001-a.md': adr('1. A', 'Superseded by ADR-0002'),
      'docs/adr/0002-b.md': adr('2. B', 'Draft'),
    };
    deepEqual(await linesIn(retired, 'premature-supersession'), [
      'docs/adr/0001-a.md:5:15 warning premature-supersession This record says that it is superseded by ADR-0002, which is not accepted yet: neither is in force.',
    ]);
    deepEqual(await about('premature-supersession', adr('2. B', 'Accepted', 'Supersedes ADR-0001.')), []);
  });

  it('finds two records of a folder with one number', async () => {
    deepEqual(await linesIn({ ...two, 'docs/adr/0002-c.md': adr('2. C', 'Accepted') }, 'duplicate-id'), [
      'docs/adr/0002-b.md:1:1 warning duplicate-id docs/adr/0002-c.md has the number 0002 too.',
      'docs/adr/0002-c.md:1:1 warning duplicate-id docs/adr/0002-b.md has the number 0002 too.',
    ]);
    const folders = {
      'docs/adr/0003-c/README.md': adr('3. C', 'Accepted'),
      'docs/adr/0003-d/README.md': adr('3. D', 'Accepted'),
    };
    equal((await linesIn({ ...two, ...folders }, 'duplicate-id')).length, 2);
    const apart = {
      'web/docs/adr/0002-c.md': adr('2. C', 'Accepted'),
      'docs/adr/0002-b.de.md': adr('2. B', 'Accepted'),
    };
    deepEqual(await linesIn({ ...two, ...apart }, 'duplicate-id'), []);
  });

  it('tells of three records with one number the same, whichever was read last', async () => {
    const three = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`docs/adr/0002-${name}.md`, adr(`2. ${name}`, 'Accepted')]),
    );
    const told = async (changed: readonly string[]) =>
      (await findingsIn(three, { changed })).map(({ file, about: others }) => `${file}: ${others}`);
    const expected = await told([]);
    equal(expected.length, 3);
    deepEqual(await told(['docs/adr/0002-a.md', 'docs/adr/0002-b.md']), expected);
  });

  it('finds a link with a count of folders that is off', async () => {
    const link = (href: string) => about('broken-link', adr('2. B', 'Accepted', `See [1](${href}).`));
    deepEqual(await link('../docs/adr/0001-a.md'), [
      'docs/adr/0002-b.md:11:9 warning broken-link ../docs/adr/0001-a.md leads to no file here.',
    ]);
    deepEqual(await link('../../docs/adr/0001-a.md'), []);
    deepEqual(await link('../adr/0001-a.md'), []);
    deepEqual(await link('docs/adr/0001-a.md'), []);
  });

  it('finds a record that says it is superseded by itself, or supersedes itself', async () => {
    for (const status of ['Superseded by ADR-0002', 'Superseded by [ADR-0002](0002-b.md)']) {
      deepEqual(await about('supersession-cycle', adr('2. B', status)), [
        'docs/adr/0002-b.md:5:1 warning supersession-cycle This record says that it supersedes itself.',
      ]);
    }
    const found = await about('supersession-cycle', adr('2. B', 'Accepted', 'Supersedes ADR-0002.'));
    deepEqual(found.length, 1);
    deepEqual(await about('supersession-cycle', adr('2. B', 'Accepted', 'Partly supersedes ADR-0002.')), []);
  });

  it('finds a numbered file that is empty, and has its number', async () => {
    for (const text of ['', '\n\n']) {
      deepEqual(await linesIn({ ...two, 'docs/adr/0007-c.md': text, 'src/a.ts': '// of ADR-0007' }, 'damaged-record'), [
        'docs/adr/0007-c.md:1:1 warning damaged-record This record is empty.',
      ]);
    }
    deepEqual(await linesIn({ ...two, 'docs/adr/0007-c.md': '', 'src/a.ts': '// of ADR-0007' }, 'missing-record'), []);
    deepEqual(await linesIn({ ...two, 'docs/adr/notes.md': '' }, 'damaged-record'), []);
  });

  it('says of one place one thing: what is known most of', async () => {
    const commit = { hash: '1a2b3c4', date: '2026-03-01' };
    const history: PathHistory = {
      departure: () => ({ kind: 'removed', isLater: true, commit }),
      change: () => null,
    };
    const files = {
      'docs/adr/0003-keep-logs.md': adr('3. Keep logs', 'Accepted'),
      'docs/adr/0002-b.md': adr('2. B', 'Accepted', 'As `docs/adr/0003-message-queue.md` has it.'),
    };
    const codes = async (rules = {}) => (await findingsIn(files, { history, rules })).map(({ code }) => code);
    deepEqual(await codes(), ['gone-path']);
    deepEqual(await codes({ 'gone-path': 'off' }), ['ambiguous-record']);
    deepEqual(await codes({ 'ambiguous-record': 'error' }), ['ambiguous-record']);
  });

  it('passes over a path with a number that is still to be given', async () => {
    const commit = { hash: '1a2b3c4', date: '2026-03-01' };
    const moved = { kind: 'moved', to: 'text/0132-detect.md', isLater: true, commit } as const;
    const history: PathHistory = { departure: () => moved, change: () => null };
    const about = async (path: string) =>
      (await findingsIn({ 'docs/adr/0002-b.md': adr('2. B', 'Accepted', `Copy it to \`${path}\`.`) }, { history }))
        .length;
    equal(await about('text/0000-my-feature.md'), 0);
    equal(await about('text/0131-my-feature.md'), 1);
  });

  it('passes over a path that the record says is to go, and that went', async () => {
    const commit = { hash: '1a2b3c4', date: '2026-03-01' };
    const removed = { kind: 'removed', isLater: true, commit } as const;
    const about = async (text: string, departure: ReturnType<PathHistory['departure']> = removed) => {
      const history: PathHistory = { departure: () => departure, change: () => null };
      return (await findingsIn({ 'docs/adr/0002-b.md': adr('2. B', 'Accepted', text) }, { history })).length;
    };
    equal(await about('We remove the folder `deploy/charts` for good.'), 0);
    equal(await about('- Deleting `deploy/charts`'), 0);
    equal(await about('We keep the folder `deploy/charts` for good.'), 1);
    equal(await about('We remove `deploy/charts/old.yaml`.', { ...removed, kind: 'moved', to: 'deploy/old.yaml' }), 1);
  });

  it('finds a damaged record', async () => {
    const sides = '<<<<<<< HEAD\nAccepted\n=======\nRejected\n>>>>>>> topic';
    deepEqual(await about('damaged-record', adr('2. B', sides)), [
      'docs/adr/0002-b.md:5:1 error damaged-record A merge was left unfinished in this record.',
    ]);
    deepEqual(
      await about('damaged-record', `---\nstatus: accepted\ndeciders: @ann\n---\n\n${adr('2. B', 'Accepted')}`),
      ['docs/adr/0002-b.md:1:1 warning damaged-record The front matter of this record is not valid YAML.'],
    );
    deepEqual(await linesIn(two, 'damaged-record'), []);
  });

  it('speaks of no status and of an unknown one only where that is switched on', async () => {
    const none = '# 2. B\n\n## Context\n\nSome.\n\n## Decision\n\nWe do.\n';
    const stalled = adr('2. B', 'Stalled');
    deepEqual(await about('no-status', none), []);
    deepEqual(await about('unknown-status', stalled), []);
    deepEqual(await about('no-status', none, { 'no-status': 'warning' }), [
      'docs/adr/0002-b.md:1:1 warning no-status This record states no status.',
    ]);
    deepEqual(await about('unknown-status', stalled, { 'unknown-status': 'info' }), [
      'docs/adr/0002-b.md:5:1 info unknown-status The status "Stalled" is none that is known.',
    ]);
    deepEqual(await about('no-status', adr('2. B', 'Accepted'), { 'no-status': 'warning' }), []);
  });

  it('finds a proposal past its own deadline', async () => {
    const proposed = (deadline: string) => `# 2. B\n\n- Status: proposed\n- ${deadline}\n\n## Context\n\nSome.\n`;
    deepEqual(await about('overdue-proposal', proposed('**Decide by**: 2026-11-18')), [
      'docs/adr/0002-b.md:4:18 warning overdue-proposal This record is not decided yet, and its deadline was 2026-11-18.',
    ]);
    for (const label of ['Last call until', 'Review period closes', 'Comments due', 'Comment window closes on'])
      deepEqual((await about('overdue-proposal', proposed(`${label}: 2026-11-18`))).length, 1, label);
    const front =
      '---\nstatus: proposed\ndate: 2026-11-18\ndecide-by: 2026-11-18\n---\n\n# 2. B\n\n## Context\n\nSome.\n';
    deepEqual(
      (await about('overdue-proposal', front)).map((line) => line.split(' ', 1)[0]),
      ['docs/adr/0002-b.md:4:12'],
    );
    // On the day after it is still that day somewhere.
    for (const deadline of ['Deadline: 2026-11-19', 'Deadline: 03/04/2026', 'Date: 2024-01-02'])
      deepEqual(await about('overdue-proposal', proposed(deadline)), [], deadline);
    deepEqual(await about('overdue-proposal', proposed('Deadline: 2026-11-18').replace('proposed', 'accepted')), []);
  });

  it('finds a relative link that leads nowhere, and the only file of that name', async () => {
    const linked = adr('2. B', 'Accepted', 'See [x](../arch/flow.md), [y](0001-a.md), [z](https://example.org/a.md).');
    deepEqual(await about('broken-link', linked), [
      'docs/adr/0002-b.md:11:9 warning broken-link ../arch/flow.md leads to no file here.',
    ]);
    const files = { ...two, 'docs/adr/0002-b.md': linked, 'docs/design/flow.md': '# Flow\n' };
    deepEqual(
      (await mended(files, 'broken-link'))['docs/adr/0002-b.md'],
      linked.replace('../arch/flow.md', '../design/flow.md'),
    );
    const open =
      '[a](../pages), [b](/site/c.md), [d](x.html), ![e](e.png), [i](Plan.PNG), [f](path/to/f.md), [g](../../../out.md), `[h](h.md)`';
    deepEqual(await about('broken-link', adr('2. B', 'Accepted', open)), []);
    // mdBook makes the first page of a folder of its README.
    const first = {
      ...two,
      'docs/README.md': '# Docs\n',
      'docs/adr/0002-b.md': adr('2. B', 'Accepted', '[a](../index.md)'),
    };
    deepEqual(await linesIn(first, 'broken-link'), []);
    // Templates name their headings so.
    const unused = '## Drawbacks and more\n[drawbacks]: #drawbacks';
    deepEqual(await about('broken-link', adr('2. B', 'Accepted', unused)), []);
    equal((await about('broken-link', adr('2. B', 'Accepted', `${unused}\n\nSee the [drawbacks].`))).length, 1);
  });

  describe('an anchor in another record', () => {
    const others = {
      'docs/adr/0001-a.md': adr(
        '1. A',
        'Accepted',
        '## How we work',
        '',
        '## Options considered',
        '<a id="old-name"></a>',
      ),
      'docs/adr/0003-c.adoc': '= 3. C\n\nStatus: Accepted\n\n[[price]]\n== The costs\n\nMuch.\n',
    };
    const linking = (...links: readonly string[]) =>
      linesIn(
        { ...others, 'docs/adr/0002-b.md': adr('2. B', 'Accepted', ...links.map((to) => `See [it](${to}).`)) },
        'broken-link',
      );

    it('is one of its headings, or one that it makes itself, whatever its markup', async () => {
      const held = [
        '0001-a.md#how-we-work',
        '0001-a.md#old-name',
        '0001-a.md#L12',
        '0003-c.adoc#price',
        '0003-c.adoc#_the_costs',
      ];
      deepEqual(await linking(...held, 'https://example.org/a.md#x'), []);
    });

    it('is found where it is none', async () => {
      deepEqual(await linking('0001-a.md#how-we-worked', '0003-c.adoc#benefits'), [
        'docs/adr/0002-b.md:11:10 warning broken-link No heading of 0001-a.md has the anchor #how-we-worked.',
        'docs/adr/0002-b.md:12:10 warning broken-link No heading of 0003-c.adoc has the anchor #benefits.',
      ]);
    });

    it('is mended where one heading alone is near', async () => {
      const from = { ...others, 'docs/adr/0002-b.md': adr('2. B', 'Accepted', 'See [it](0001-a.md#how-we-worked).') };
      match((await mended(from, 'broken-link'))['docs/adr/0002-b.md'] ?? '', /\(0001-a\.md#how-we-work\)/);
    });
  });

  it('finds an anchor without a heading', async () => {
    const text = (link: string) =>
      adr('2. B', 'Accepted', `See [x](${link}).`, '', '## How it `works` 🚀 [![b](b.svg)](c)');
    deepEqual(await about('broken-link', text('#how-we-work')), [
      'docs/adr/0002-b.md:11:9 warning broken-link No heading here has the anchor #how-we-work.',
    ]);
    for (const link of ['#how-it-works--', '#context', '#Status', '#top', '#context-1'])
      deepEqual(await about('broken-link', text(link)), [], link);
  });
});
