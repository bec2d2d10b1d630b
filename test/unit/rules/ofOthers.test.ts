import { deepEqual, equal } from 'node:assert/strict';
import { adr, findingsIn, linesIn } from './support';

const log = {
  'docs/adr/0003-cache-in-memory.md': adr('3. Cache in memory', 'Accepted'),
  'docs/adr/0007-use-event-sourcing.md': adr('7. Use event sourcing', 'Accepted'),
};
const here = { '.git/config': '[remote "origin"]\n\turl = https://github.com/our/app.git\n' };

const lines = (code: string, path: string, text: string, files: Readonly<Record<string, string>> = {}) =>
  linesIn({ ...log, ...files, [path]: text }, code);
const count = async (...asked: Parameters<typeof lines>) => (await lines(...asked)).length;

describe('what is at home elsewhere', () => {
  it('is a path that begins with a repository beside this one', async () => {
    for (const path of ['mail-engine/docs/adr/0012-post.md', 'mailer/docs/adr/0003-post-in-batches.md'])
      deepEqual(await findingsIn({ ...log, ...here, 'a.md': `See \`${path}\`.\n` }), [], path);
    for (const path of ['docs/adr/0012-post.md', 'app/docs/adr/0012-post.md', 'project/docs/adr/0012-post.md'])
      equal(await count('missing-record', 'a.md', `See \`${path}\`.\n`, here), 1, path);
    const inside = { 'lib/mailer/send.ts': 'send();\n' };
    equal(await count('missing-record', 'lib/a.md', 'See `mailer/docs/adr/0012-post.md`.\n', inside), 1);
  });

  it('is a number after the name of a repository, and not after words that tell of the record', async () => {
    equal(await count('missing-record', 'a.md', 'As of mail-engine ADR-0041.\n\nSo ADR-0041 says.\n'), 0);
    for (const words of ['follow-up', 'long-term', 'now-superseded', 'pre-existing'])
      equal(await count('missing-record', 'a.md', `As of the ${words} ADR-0041.\n\nSo ADR-0041 says.\n`), 2, words);
  });

  it('is a number with a name that the file gives to a record of another repository', async () => {
    const link = '[ADR-007-mail-hub](https://github.com/acme/hub/blob/main/docs/adr/007-mail-hub.md)';
    const text = (first: string) => `It follows ${first}.\n\n\n\n\nHere is what **adr-007-mail-hub** says.\n`;
    equal(await count('ambiguous-record', 'a.md', text(link), here), 0);
    equal(await count('ambiguous-record', 'a.md', text('the hub'), here), 1);
  });

  it('is a number in the words of a link, whatever its address is called', async () => {
    const text = (address: string) =>
      `As [the hub’s ADR-31][hub-adr-31] says.\n\n\n\n\n[hub-adr-31]: ${address}\n[ADR-31]: https://github.com/acme/hub/blob/main/docs/adr/0031-mail.md\n`;
    deepEqual(await lines('foreign-record', 'a.md', text('https://example.org/31'), here), []);
  });
});

describe('a number that something else has too', () => {
  it('is the record’s before that of a chapter without a series', async () => {
    const paper = ['# Schema', '## 3. Names', '**Decision:** Keep them.', '## 7. Kinds', '**Decision:** Add one.'];
    const schema = { 'docs/schema-decisions.md': `${paper.join('\n\n')}\n` };
    equal(await count('ambiguous-record', 'src/a.ts', '// ADR-0003\n', schema), 0);
    const series = { 'docs/schema-decisions.md': schema['docs/schema-decisions.md'].replaceAll('## ', '## ADR-') };
    equal(await count('ambiguous-record', 'src/a.ts', '// ADR-0003\n', series), 1);
  });

  it('is not that of a page that only says where the record is now', async () => {
    const moved = (text: string) => ({ 'docs/adr/0007-store-events.md': `${text}\n` });
    const text = 'Moved to [0007-use-event-sourcing.md](0007-use-event-sourcing.md).';
    deepEqual(await findingsIn({ ...log, ...moved(text), 'a.md': 'See ADR-0007.\n' }), []);
    equal((await findingsIn({ ...log, ...moved(`# 7. Store events\n\n${text}`) })).length, 2);
  });

  it('is that of a drawing with a title of its own', async () => {
    const title = (path: string) => count('ambiguous-record', path, '"text": "ADR-0007: Mail Label Flow (all)"\n');
    equal(await title('docs/diagrams/mail-label-flow.excalidraw'), 0);
    equal(await title('docs/hub.txt'), 1);
  });

  it('is a number of a chapter, no title', async () => {
    const text = (heading: string) => `Status: accepted\n\n## Summary\n\nWords.\n\n${heading}\n\n## End\n\nMore.\n`;
    const path = 'docs/adr/0012-keep-invoices.md';
    equal(await count('title-number', path, text('### 1. Costs of each')), 0);
    equal(await count('title-number', path, text('### ADR-0011: Keep invoices')), 1);
  });
});

describe('what a site brings together', () => {
  it('regression: is a link to a file in a folder of another repository, such as a submodule', async () => {
    const found = (href: string, files = {}) =>
      count('broken-link', 'docs/adr/0012-print.md', adr('12. Print', 'Accepted', `See [x](${href}).`), files);
    equal(await found('../../mail-ui/src/label.tsx'), 0);
    equal(await found('../../mail-ui/src/label.tsx', { 'mail-ui/package.json': '{}' }), 1);
    equal(await found('../../mail-ui/src/label.tsx', { 'web/src/label.tsx': '' }), 1);
    for (const href of ['../../label.tsx', '../mail-ui/label.tsx']) equal(await found(href), 1, href);
  });

  it('regression: is a path whose words give its number to another series', async () => {
    const file = (at: number) => ({ [`pips/pip-000${at}.md`]: adr(`PIP-${at}: A`, 'Accepted') });
    const text = (words: string) => adr('PIP-7: B', 'Accepted', `See [${words}](./pip-0041.md).`);
    const found = (words: string) =>
      count('missing-record', 'pips/pip-0007.md', text(words), { ...file(1), ...file(2) });
    equal(await found('NIP-41'), 0);
    for (const words of ['PIP-41', 'NIP-40', 'ADR-3', 'the other one']) equal(await found(words), 1, words);
  });
});

describe('what the text says', () => {
  it('is a sentence behind a number and no title', async () => {
    equal(await count('ambiguous-record', 'a.md', '- ADR-0003: Omitted for brevity.\n'), 0);
    equal(await count('ambiguous-record', 'a.md', '- ADR-0003: Omitted parts\n'), 1);
    equal(await count('ambiguous-record', 'a.md', '- ADR-0003 \u2014 Invoices and labels.\n'), 1);
  });

  it('is where all of a superseded record went, in a sentence below its status', async () => {
    const gone = (...below: string[]) =>
      count(
        'no-successor',
        'docs/adr/0012-print.md',
        ['# 12. Print', '', 'Status: superseded', ...below, ''].join('\n'),
      );
    equal(await gone('', 'All [is printed by the hub](https://example.org/hub) now.'), 0);
    equal(await gone('Ticket: https://example.org/12', '', 'All is printed.'), 1);
    equal(await gone('Last-Read: 2026-01-02', '    [and again](https://example.org/12)', '', 'All is printed.'), 1);
    equal(await gone('', '## Context', '', 'See [the hub](https://example.org/hub).'), 1);
  });

  it('is that a record or runbook is planned, or is to do', async () => {
    const missing = (line: string) =>
      count('missing-record', 'a.md', `${line}\n`, { 'docs/runbooks/mail.md': '# Mail\n\n1. Look.\n' });
    for (const line of [
      '- [planned] a runbook `docs/runbooks/post.md`',
      '- [TODO] ADR-0041',
      'Those of `docs/runbooks/post.md` and `pack.md` remain TODO.',
    ])
      equal(await missing(line), 0, line);
    equal(await missing('- [shipped] a runbook `docs/runbooks/post.md`'), 1);
    equal(await missing('Those of `docs/runbooks/post.md` remain. TODO'), 1);
  });

  it('is a path that the sentence gives as an example', async () => {
    const missing = (text: string) => count('missing-record', 'a.md', text);
    equal(await missing('Take its number. For instance, request 12 is `docs/adr/0012-print.md`.\n'), 0);
    equal(await missing('It is the path of one (e.g.\n`docs/adr/0012-print.md`).\n'), 0);
    equal(await missing('Take its number, for instance. See `docs/adr/0012-print.md`.\n'), 1);
    equal(await missing('Some are not here, for instance ADR-0012.\n'), 1);
  });

  it('is one link whose words are its address, written from elsewhere', async () => {
    const old = { 'docs/adr/0012-print.md': adr('12. Print', 'Superseded by ADR-0003') };
    const retired = (text: string) => count('retired-record', 'docs/guides/a.md', text, old);
    equal(await retired('See [docs/adr/0012-print.md](../adr/0012-print.md).\n'), 1);
    equal(await retired('See docs/adr/0012-print.md, ../adr/0012-print.md.\n'), 2);
    for (const path of ['db/migrations/012_print.sql', 'migrations/versions/012_print.py'])
      equal(await count('retired-record', path, '# by ADR-0012\n', old), 0, path);
    equal(await count('retired-record', 'docs/migrations/print.md', 'By ADR-0012.\n', old), 1);
  });

  it('is a heading that writes the decision, and the list above it', async () => {
    const text = (heading: string) => `# Decisions\n\n- ADR-0041 Print\n\n${heading}\n\n**Decision:** Print.\n`;
    equal(await count('missing-record', 'docs/first-adrs.md', text('## ADR-0041 -- Print')), 0);
    equal(await count('missing-record', 'docs/first-adrs.md', text('## As of ADR-0041')), 2);
  });

  it('is what a command of an agent shows', async () => {
    for (const path of ['.claude/commands/adr.md', '.tool/command/adr.md'])
      equal(await count('ambiguous-record', path, 'It writes `docs/adr/0003-print-labels.md`.\n'), 0, path);
    equal(await count('ambiguous-record', 'docs/commands/adr.md', 'It writes `docs/adr/0003-print-labels.md`.\n'), 1);
  });

  it('is a name for an address that no link uses', async () => {
    const text = (link: string) => adr('12. Print', 'Accepted', `See ${link}.\n\n[Print]: print.md`);
    equal(await count('broken-link', 'docs/adr/0012-print.md', text('[Print](https://example.org)')), 0);
    equal(await count('broken-link', 'docs/adr/0012-print.md', text('[Print]')), 1);
  });
});
