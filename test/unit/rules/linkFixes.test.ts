import { deepEqual, equal, match } from 'node:assert/strict';
import type { PathHistory } from '../../../src/core/rules/pathHistory';
import { adr, findingsIn, linesIn, mended } from './support';

const path = 'docs/adr/0002-b.md';
const linked = (href: string) => ({ [path]: adr('2. B', 'Accepted', `See [x](${href}).`) });

describe('the fix of a link that leads nowhere', () => {
  it('is not another file of the name of what git knows as removed', async () => {
    const files = { ...linked('../v1/mail.proto'), 'v2/mail.proto': 'x\n' };
    equal((await mended(files, 'broken-link'))[path], linked('../../v2/mail.proto')[path]);
    const history: PathHistory = {
      departure: () => ({ kind: 'removed', commit: { hash: 'abc1234', date: '2026-03-01' }, isLater: false }),
      change: () => null,
    };
    const [found] = await findingsIn(files, { history });
    deepEqual([found?.code, found?.fix], ['broken-link', undefined]);
  });

  it('is the path from the root where that is right', async () => {
    for (const href of ['docs/design/flow.md', './docs/design/flow.md']) {
      const files = { ...linked(href), 'docs/design/flow.md': '# Flow\n', 'a/flow.md': '# A\n' };
      deepEqual(await linesIn(files, 'broken-link'), [
        `docs/adr/0002-b.md:11:9 warning broken-link ${href} leads to no file from here, only from the root.`,
      ]);
      equal((await mended(files, 'broken-link'))[path], linked('../design/flow.md')[path]);
    }
    const dots = { ...linked('../../../docs/design/flow.md'), 'docs/design/flow.md': '# Flow\n' };
    deepEqual(await linesIn(dots, 'broken-link'), []);
  });

  it('is the heading that the words of the link are, and none that only has its words in the middle', async () => {
    const sections = ['## Keep `ledger` rows', '## The limits of one ledger row', '## Delivery of the Ledger'];
    const cases = [
      ['[Keep <code>ledger</code> rows](#keep--rows)', '#keep-ledger-rows'],
      ['[Sending](#delivery)', '#delivery-of-the-ledger'],
      ['[here](#ledger)', '#delivery-of-the-ledger'],
      ['[above](#limits)', null],
      ['[above](#early-delivery-of-the-ledger)', null],
      ['[above](#all-the-limits-of-one-ledger-row)', '#the-limits-of-one-ledger-row'],
      ['[above](#all-limits-of-one-ledger-row-that-hold)', null],
    ] as const;
    for (const [link, fix] of cases) {
      const text = `${adr('2. B', 'Accepted', `See ${link}.`)}\n${sections.join('\n\nX\n\n')}\n\nX\n`;
      const found = (await findingsIn({ [path]: text })).filter(({ code }) => code === 'broken-link');
      deepEqual(
        found.map((one) => one.fix?.edits[0]?.text ?? null),
        [fix],
        link,
      );
    }
  });

  it('regression: is the path from the file in a link of Markdown, wherever the written one began', async () => {
    const files = {
      'app/docs/flow/old/0016-use-of-context.md': adr('16. Use of context', 'Accepted'),
      'app/docs/flow/0028-context.md': adr('28. Context', 'Accepted', 'See [a](app/docs/flow/0016-use-of-context.md).'),
    };
    const config = { '.adr-dir': 'app/docs/flow\n' };
    const after = await mended({ ...files, ...config }, 'stale-slug');
    match(after['app/docs/flow/0028-context.md'] ?? '', /\(old\/0016-use-of-context\.md\)/);
    const [record] = Object.keys(files);
    const page = { [record ?? '']: adr('16. Use of context', 'Accepted'), ...config };
    const readme = await mended(
      { ...page, 'app/README.md': '# A\n\n[a](docs/flow/0016-use-of-context.md)\n' },
      'stale-slug',
    );
    equal(readme['app/README.md'], '# A\n\n[a](docs/flow/old/0016-use-of-context.md)\n');
    const code = await mended({ ...page, 'app/a.ts': '// app/docs/flow/0016-use-of-context.md\n' }, 'stale-slug');
    equal(code['app/a.ts'], '// app/docs/flow/old/0016-use-of-context.md\n');
  });
});
