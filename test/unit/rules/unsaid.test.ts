import { deepEqual, equal } from 'node:assert/strict';
import type { PathHistory } from '../../../src/core/rules/pathHistory';
import { adr, findingsIn, linesIn, mended } from './support';

const log = {
  'docs/adr/0012-use-postgresql.md': adr('12. Use PostgreSQL', 'Accepted', 'Supersedes ADR-0007.'),
  'docs/adr/0007-use-event-sourcing.md': adr(
    '7. Use event sourcing',
    'Superseded by [ADR-0012](0012-use-postgresql.md)',
  ),
};
const twice = {
  'docs/adr/0020-ledger-export.md': adr('20. Ledger export', 'Accepted'),
  'docs/adr/0020-mail-archive.md': adr('20. Mail archive', 'Accepted'),
};

/** How many findings of a rule there are in one more file. */
async function count(code: string, path: string, text: string, files = {}): Promise<number> {
  const found = await findingsIn({ ...log, ...files, [path]: text });
  return found.filter((finding) => finding.code === code && finding.file === path).length;
}

describe('what the check says nothing of', () => {
  it('is a number that its file says is still to come, at each of its places', async () => {
    for (const said of [
      'ADR-0031 (prospective) - backups',
      '[ADR-0031?](https://github.com/our/app/pull/9)',
      'the planned ADR-0031',
      'ADR-0031: Backups (kept a week, future ADR)',
      'ADR-0031 (the mailer, kept in another repository)',
      'ADR-0031: `vendor/engine/docs/adr/ADR-0031*.md`',
      'mail-engine ADR-0031',
    ]) {
      const text = `# A\n\nUntil ADR-0031 we wait, as ADR-0032 says.\n\n- ${said}\n`;
      deepEqual(
        await linesIn({ ...log, 'notes/a.md': text }, 'missing-record'),
        ['notes/a.md:3:28 warning missing-record ADR-0032 is not among the 2 decisions here.'],
        said,
      );
    }
    equal(await count('missing-record', 'a.md', 'ADR-0031 (mail) of the ledger, for the future.\n'), 1);
    equal(await count('missing-record', 'a.md', 'Who wrote [ADR-0031](x)?\n'), 1);
    equal(await count('missing-record', 'a.md', 'We follow ADR-0031.\n\nHave you read ADR-0031?\n'), 1);
  });

  it('is a number of an issue or a count behind a citation', async () => {
    for (const line of ['ADR-012 / #345', 'ADR-012, #77', 'ADR-012 and #77', 'ADR-012, 345 lines of C'])
      equal(await count('missing-record', 'src/a.c', `// ${line}\n`), 0, line);
    for (const line of ['ADR-012, 345', 'ADR #012, #345', 'ADR-012 / 345'])
      equal(await count('missing-record', 'src/a.c', `// ${line}\n`), 1, line);
  });

  it('is a number that is made up', async () => {
    for (const text of ['ADR-123', 'ADR-4321', 'docs/adr/0043-another-decision.md'])
      equal(await count('missing-record', 'a.md', `Such as ${text}.\n`), 0, text);
    equal(await count('missing-record', 'a.md', 'See docs/adr/0043-another-queue.md.\n'), 1);
  });

  it('is the folder of a path behind a variable', async () => {
    const plugin = { 'plugins/pay/docs/adr/0001-ledger.md': adr('1. Ledger', 'Accepted') };
    for (const line of [
      'cp "$ROOT/docs/adr/0001-ledger.md" out',
      'cp $REPO_ROOT/plugins/pay/docs/adr/0001-ledger.md out',
    ])
      deepEqual(await findingsIn({ ...log, ...plugin, 'plugins/pay/x.sh': `${line}\n` }), [], line);
    equal(await count('stale-slug', 'x.sh', 'cp $ROOT/docs/adr/0012-use-postgres.md out\n'), 1);
  });

  it('is one of several records where the line beside has the address of the one', async () => {
    const address = 'docs/adr/0020-mail-archive.md';
    equal(await count('ambiguous-record', 'src/a.rs', `/// From ADR-0020.\n/// <${address}>\n`, twice), 0);
    equal(await count('ambiguous-record', 'src/a.rs', `/// ${address}\n/// of ADR-0020.\n`, twice), 0);
    equal(await count('ambiguous-record', 'src/a.rs', `/// From ADR-0020.\n///\n/// <${address}>\n`, twice), 1);
    const list = `- ADR-0020 of us\n- [ADR-0020](../${address})\n`;
    equal(await count('ambiguous-record', 'notes/list.md', list, twice), 1);
    const both = `/// docs/adr/0020-ledger-export.md\n/// ADR-0020\n/// ${address}\n`;
    equal(await count('ambiguous-record', 'src/a.rs', both, twice), 1);
  });

  it('is what the code or a section of the record is about, behind its number', async () => {
    const text = '// ADR-0012: Invoice Total Rounding\n';
    equal(await count('ambiguous-record', 'src/other.js', text), 1);
    equal(await count('ambiguous-record', 'src/invoice_totals.js', text), 0);
    const section = {
      'docs/adr/0012-use-postgresql.md': adr('12. Use PostgreSQL', 'Accepted', '### Rounding of the total', '', 'So.'),
    };
    equal(await count('ambiguous-record', 'src/other.js', text, section), 0);
    equal(await count('ambiguous-record', 'src/a.md', '- ADR-0012: Weekly mail digest\n'), 1);
  });

  it('is the name of something else that begins with a number', async () => {
    const scheme = '# A\n\nThe ADR-0012-QuickStart scheme,\n\nand that of ADR-0012.\n';
    deepEqual(await findingsIn({ ...log, 'a.md': scheme }), []);
    equal(await count('ambiguous-record', 'a.md', '# A\n\nADR-0012-keep-blocks\n'), 1);
  });

  it('is a retired record on a page of its own, in the name of a function, and in how a program is used', async () => {
    equal(await count('retired-record', 'diagrams/ADR-0007/README.md', '# Pictures of ADR-0007\n'), 0);
    equal(await count('retired-record', 'diagrams/ADR-0008/README.md', '# Pictures of ADR-0007\n'), 1);
    for (const path of ['diagrams/RFC-0007/README.md', 'diagrams/sprint-7/README.md'])
      equal(await count('retired-record', path, '# Pictures of ADR-0007\n'), 1, path);
    equal(await count('retired-record', 'a.sh', 'check_adr_007() {\n'), 0);
    const usage = 'echo "Examples:"\necho "  show docs/adr/0007-use-event-sourcing.md"\n';
    equal(await count('retired-record', 'a.sh', usage), 0);
    equal(await count('retired-record', 'a.sh', usage.replace('\n', '\n\n')), 1);
    equal(await count('missing-record', 'a.sh', 'echo "Usage:"\necho "  show ADR-0099"\n'), 0);
  });

  it('is a word that may be the name of a component in a scope, unless git knows the folder', async () => {
    const scoped = '---\nstatus: accepted\naffects: [mail-worker, src/gone]\n---\n\n# B\n\n## Context\n\nSome.\n';
    const files = { ...log, 'docs/adr/0013-b.md': scoped, 'pictures/mail-worker/a.txt': '' };
    const history: PathHistory = {
      departure: (_, path) =>
        path === 'mail-worker'
          ? { kind: 'moved', to: 'services/mail', commit: { hash: 'abc1234', date: '2026-03-01' }, isLater: true }
          : null,
      change: () => null,
    };
    const places = async (choices = {}) =>
      (await linesIn(files, 'empty-scope', choices)).map((line) => line.split(' ', 1)[0]);
    deepEqual(await places(), ['docs/adr/0013-b.md:3:24']);
    deepEqual(await places({ history }), ['docs/adr/0013-b.md:3:11', 'docs/adr/0013-b.md:3:24']);
  });

  it('is a path that was moved, in the words of a link to an address', async () => {
    const history: PathHistory = {
      departure: (_, path) =>
        path === 'src/mail/x.rs'
          ? { kind: 'moved', to: 'lib/mail/x.rs', commit: { hash: 'abc1234', date: '2026-03-01' }, isLater: true }
          : null,
      change: () => null,
    };
    const told = async (text: string) => {
      const files = { 'lib/mail/x.rs': '', 'docs/adr/0012-a.md': adr('12. A', 'Accepted', text) };
      return (await linesIn(files, 'gone-path', { history })).length;
    };
    equal(await told('In [`src/mail/x.rs`](https://github.com/our/app/blob/1234abcd56/src/mail/x.rs).'), 0);
    equal(await told('In `src/mail/x.rs` of [the app](https://github.com/our/app).'), 1);
  });

  it('is an anchor of a record of which only the beginning was read', async () => {
    const long = Array.from({ length: 40_000 }, (_, at) => `Line ${at} of the text.`).join('\n');
    const text = (rest: string) =>
      adr('13. Long', 'Accepted', 'See [the end](#the-end).', '', rest, '', '## The ending');
    equal(await count('broken-link', 'docs/adr/0013-long.md', text('Short.')), 1);
    const found = await findingsIn({ ...log, 'docs/adr/0013-long.md': text(long) });
    deepEqual(
      found.map(({ code }) => code),
      ['damaged-record'],
    );
  });

  it('is the number of a document in its own title, and the number of a chapter before that', async () => {
    const title = '# RFC 0031 - Weekly digest\n\nAs RFC 0032 says.\n';
    const rfc = {
      'rfcs/0001-mail.md': '# RFC 0001: Mail\n\nStatus: accepted\n',
      'rfcs/0002-post.md': '# RFC 0002: Post\n\nStatus: accepted\n',
    };
    deepEqual(await linesIn({ ...rfc, 'digest/README.md': title }, 'missing-record'), [
      'digest/README.md:3:4 warning missing-record RFC 0032 is not among the 2 records here.',
    ]);
    deepEqual(
      await linesIn({ 'rfcs/0001-mail.md': rfc['rfcs/0001-mail.md'], 'a.md': 'As RFC 0032 says.\n' }, 'missing-record'),
      ['a.md:1:4 warning missing-record RFC 0032 is not here: the only record has another number.'],
    );
    const chapter = { 'rfcs/2030-digest.md': '# 1. RFC 2030 - Digest\n\nStatus: accepted\n' };
    deepEqual(await linesIn({ ...rfc, ...chapter }, 'title-number'), []);
    const other = { 'rfcs/2030-digest.md': '# 1. Digest\n\nStatus: accepted\n' };
    equal((await linesIn({ ...rfc, ...other }, 'title-number')).length, 1);
  });

  it('is a link with a blank in its address', async () => {
    const link = async (address: string) => {
      const text = adr('13. B', 'Accepted', `See [the mail](${address}).`, '', '### Mail of a week');
      return count('broken-link', 'docs/adr/0013-b.md', text);
    };
    equal(await link('#mail of a week'), 0);
    equal(await link('<#mail of a day>'), 1);
    equal(await link('#mail "Mail"'), 1);
  });

  it('is a path of the forge behind what holds the address of the repository', async () => {
    const line = (path: string) => `url: "\\(repo)${path}"\n`;
    equal(await count('stale-slug', 'a.cue', line('/blob/main/docs/adr/0012-use-postgresql.md')), 0);
    equal(await count('stale-slug', 'a.cue', line('/blob/main/docs/adr/0012-use-postgres.md')), 1);
  });

  it('is what a list of files to skip and a log of a run name', async () => {
    for (const path of ['.talismanrc', 'notes/PURGE_EXECUTION_LOG.md', '.agents/mail.plan.md'])
      deepEqual(await findingsIn({ ...log, [path]: '- docs/adr/0099-gone.md\n- ADR-0007\n' }), [], path);
    equal(await count('missing-record', 'notes/DECISION_LOG.md', '- docs/adr/0099-gone.md\n'), 1);
  });

  it('is a number of another repository to which a file links, or of the owner in the line above or at the head of a list', async () => {
    const here = { ...log, '.git/config': '[remote "origin"]\n\turl = https://github.com/our/app.git\n' };
    const linked = {
      'AGENTS.md': 'Ids are of [ADR-0041](https://github.com/our/platform/blob/main/docs/adr/0041-ids.md).\n',
    };
    equal(await count('missing-record', 'src/a.rs', '// never by id (ADR-0041)\n', here), 1);
    equal(await count('missing-record', 'src/a.rs', '// never by id (ADR-0041)\n', { ...here, ...linked }), 0);
    equal(await count('missing-record', 'src/a.rs', "/// to keep what mail-engine's\n/// ADR-0041 asks for\n"), 0);
    equal(
      await count('missing-record', 'a.md', '- mail-engine ADR-0041, **ADR-0042**, ADR-0043 (post), ADR-0044\n'),
      0,
    );
    equal(await count('missing-record', 'a.md', '- the ADR-0041, **ADR-0042**\n'), 2);
  });

  it('is a path of the owner before it, and a retired number of another', async () => {
    const path = 'docs/adr/0012-choose-mailer.md';
    equal(await count('ambiguous-record', 'a.md', `It is in \`mail-engine\`\n\`${path}\`.\n`), 0);
    equal(await count('ambiguous-record', 'a.md', `It is in \`${path}\`.\n`), 1);
    equal(await count('retired-record', 'a.py', '# as of mail-engine ADR-0007\n'), 0);
    equal(await count('retired-record', 'a.py', '# as of ADR-0007\n'), 1);
  });

  it('is a retired record beside the one that is to follow it, and a remark behind brackets', async () => {
    const pending = {
      'docs/adr/0031-old.md': adr('31. Old', 'Superseded by [ADR-0032](0032-next.md)'),
      'docs/adr/0032-next.md': adr('32. Next', 'Proposed'),
    };
    equal(await count('retired-record', 'a.md', 'As in ADR-0031.\nSee ADR-0032.\n', pending), 0);
    equal(await count('retired-record', 'a.md', 'As in ADR-0031.\n', pending), 1);
    equal(await count('ambiguous-record', 'a.md', 'The first ones (as of ADR-0012): Invoices, Labels, Mail\n'), 0);
    equal(await count('ambiguous-record', 'a.md', 'The first one (ADR-0012): Invoices Labels Receipts\n'), 1);
  });

  it('is what is still to be written', async () => {
    const runbooks = { 'docs/runbooks/mail.md': '# Mail\n\n1. Look.\n' };
    for (const line of [
      '- `docs/runbooks/post.md` (new)',
      '- `docs/runbooks/post.md` (신설)',
      '- ADR-0041 (proposed)',
      '- [ ] write `docs/runbooks/post.md`',
    ])
      equal(await count('missing-record', 'a.md', `${line}\n`, runbooks), 0, line);
    for (const word of 'draft pending neu nouveau nuevo novo 신규 예정 가칭 新規 未作成 新建 待建 待写'.split(' '))
      equal(await count('missing-record', 'a.md', `- \`docs/runbooks/post.md\` (${word})\n`, runbooks), 0, word);
    equal(await count('missing-record', 'a.md', '- [x] `docs/runbooks/post.md` (news)\n', runbooks), 1);
    for (const path of ['notes/adr-candidates.md', 'notes/candidate-decisions-2026.md', 'docs/candidates.md'])
      equal(await count('missing-record', path, '### ADR-0041: Post\n'), 0, path);
    for (const path of ['notes/release-candidate.md', 'notes/candidate-interviews.md'])
      equal(await count('missing-record', path, '# Post\n\nSee ADR-0041.\n'), 1, path);
  });

  it('is what comes once it is merged, a form in a folder of its number, and the head of a row in a log', async () => {
    const missing = (text: string, more = {}) => count('missing-record', 'docs/notes.md', `${text}\n`, more);
    equal(await missing('TODO: name ADR-0041 once it merges.'), 0);
    equal(await missing('Name ADR-0041 once you are there.'), 1);
    const form = { 'docs/adr/adr-0041/index.md': '# ADR-0041: {title}\n\n<!-- what it is about -->\n' };
    equal(await missing('The form is ADR-0041.', form), 0);
    const head = '| ID | Decision | Status |\n|---|---|---|\n';
    equal(await missing(`${head}| ADR-0041 | Post | Accepted |\n| ADR-0042 | Mail | by ADR-0041 |`), 0);
    equal(await missing(`${head}| ADR-0012 | Rows | Accepted |\n| ADR-0042 | Mail | Accepted |`), 1);
  });

  it('is a rejected record of a package, cited by a program outside of it', async () => {
    const files = (path: string) => ({
      [path]: adr('6. Print labels', 'Rejected'),
      'proto/mail.proto': '// see ADR-0006\n',
    });
    equal((await linesIn(files('printer/decisions/0006-labels.md'), 'retired-record')).length, 0);
    equal((await linesIn(files('docs/decisions/0006-labels.md'), 'retired-record')).length, 1);
  });

  it('is what came to pass, and the path of a web address', async () => {
    const history: PathHistory = {
      departure: () => ({ kind: 'removed', commit: { hash: 'abc1234', date: '2026-03-01' }, isLater: true }),
      change: () => null,
    };
    const told = async (text: string) =>
      (await linesIn({ 'docs/adr/0012-a.md': adr('12. A', 'Accepted', text) }, 'gone-path', { history })).length;
    equal(await told('`deploy/mail/` 디렉토리 삭제'), 0);
    equal(await told('`deploy/mail/` を削除する'), 0);
    equal(await told('All of `/mail/` is served from there.'), 0);
    equal(await told('All of `deploy/mail/` is served from there.'), 1);
  });

  it('is a path below the name of this repository, as a job has that checks out several', async () => {
    const here = { ...log, '.git/config': '[remote "origin"]\n\turl = https://github.com/our/app.git\n' };
    const path = 'docs/adr/0012-use-postgresql.md';
    equal(await count('stale-slug', 'ci.yml', `run: check app/${path}\n`, here), 0);
    equal(await count('stale-slug', 'ci.yml', `run: check lib/${path}\n`, here), 1);
  });

  it('regression: is a page whose address leaves its extension out', async () => {
    const files = { 'docs/api/flow.config.ts.md': '# Flow\n' };
    const broken = (href: string) =>
      count('broken-link', 'docs/how-to/report.md', `# Report\n\nSee [x](${href}).\n`, files);
    deepEqual([await broken('../api/flow.config.ts'), await broken('../api/flow.config.js')], [0, 1]);
  });

  it('regression: is a page that a site puts among those of its content', async () => {
    const files = { 'site/content/en/reference/flow.md': '# Flow\n', 'docs/adr/0013-a.md': adr('13. A', 'Accepted') };
    const broken = (href: string) =>
      count('broken-link', 'docs/adr/0014-b.md', adr('14. B', 'Accepted', `See [x](${href}).`), files);
    deepEqual([await broken('../../reference/flow.md'), await broken('../../other/flow.md')], [0, 1]);
  });

  it('regression: is a successor that a role of reStructuredText names below the status', async () => {
    const text = (line: string) =>
      `16. Cut\n#######\n\nStatus\n******\n\nReplaced\n\n${line}\n\nContext\n*******\n\nWe.\n`;
    const without = (line: string) => count('no-successor', 'docs/adr/0016-cut.rst', text(line));
    deepEqual([await without('(See :ref:`Use a queue`.)'), await without('(See the queue.)')], [0, 1]);
  });

  it('regression: is a path that is a whole heading, below which it is told what such a file is for', async () => {
    const missing = (text: string) => count('missing-record', 'docs/layout.md', text);
    equal(await missing('# Layout\n\n## `docs/adr/0001-purpose-of-this-app.md`\n\nWhy it was added.\n'), 0);
    equal(await missing('# Layout\n\nSee `docs/adr/0001-purpose-of-this-app.md`.\n'), 1);
  });

  it('regression: is a number in the settings of a linter of documents', async () => {
    const rule = '# The title repeats (e.g., ADR-0098).\nMD024: false\n';
    for (const path of ['.markdownlint.yml', 'docs/.markdownlint.yaml'])
      equal(await count('missing-record', path, rule), 0, path);
    equal(await count('missing-record', 'rules.yml', rule), 1);
  });

  it('regression: is a retired record in the notes of a release', async () => {
    for (const path of ['doc/source/release/1.22.0-notes.rst', 'doc/v2.1-release-notes.md'])
      equal(await count('retired-record', path, 'New: ADR-0007\n'), 0, path);
    equal(await count('retired-record', 'doc/notes.md', 'New: ADR-0007\n'), 1);
  });

  it('regression: is a number that several records have, in a line about just that', async () => {
    const ambiguous = (line: string) => count('ambiguous-record', 'docs/a.md', `${line}\n`, twice);
    for (const line of [
      'Some numbers are shared by two records (ADR-0020).',
      'A text that says ADR-0020 is ambiguous.',
      'ADR-0020 has to be renumbered.',
    ])
      equal(await ambiguous(line), 0, line);
    equal(await ambiguous('The table is shared, as ADR-0020 has it.'), 1);
  });

  it('is what the minutes of a day say among proposals', async () => {
    const files = {
      'docs/peps/pep-0012.md': adr('PEP 12: Queues', 'Accepted'),
      'docs/peps/2026-02-03.md': '# Notes\n\nStatus: draft\n\nWe read PEP-0099.\n',
    };
    deepEqual(await findingsIn(files), []);
  });
});

describe('the address of a record that has another number now', () => {
  it('is compared with the name of the file where the title is in another script', async () => {
    const record = { 'docs/adr/0009-mail-digest.md': adr('9. 주간 메일', 'Accepted') };
    const found = async (slug: string) =>
      (await findingsIn({ ...record, 'a.md': `See docs/adr/0009-${slug}.md.\n` })).map(({ code }) => code);
    deepEqual(await found('weekly-mail-digest'), ['stale-slug']);
    deepEqual(await found('rounding-rules'), ['ambiguous-record']);
  });

  it('leads to the one that has its whole slug, and is told once', async () => {
    const files = {
      'docs/adr/0009-keep-invoices.md': adr('9. Keep invoices', 'Accepted'),
      'docs/adr/0008-print-labels.md': adr('8. Print labels', 'Accepted'),
      'a.md': 'See [ADR 8](docs/adr/0008-keep-invoices.md) and [it](docs/adr/0041-keep-invoices.md).\n',
    };
    deepEqual(
      (await findingsIn(files)).map(({ code, sentence }) => [code, sentence.values?.[1]]),
      [
        ['stale-slug', 'docs/adr/0009-keep-invoices.md'],
        ['stale-slug', 'docs/adr/0009-keep-invoices.md'],
      ],
    );
    const one = { ...files, 'a.md': 'See [it](docs/adr/0041-keep-invoices.md).\n' };
    equal((await mended(one, 'stale-slug'))['a.md'], 'See [it](docs/adr/0009-keep-invoices.md).\n');
    const elsewhere = { ...files, 'a.md': 'See [it](docs/adr/0041-keep.md).\n' };
    equal((await findingsIn(elsewhere))[0]?.code, 'missing-record');
  });
});
