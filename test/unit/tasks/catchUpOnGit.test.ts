import assert from 'node:assert/strict';
import type { TemporaryRepository } from '../support/temporaryRepository';
import { adr, ann, at, begun, bo, by, kenji, pageOf, words } from './catchUpRepository';

const log = (...parts: readonly (readonly [title: string, text: string])[]) =>
  `# Decisions\n\n${parts.map(([title, text]) => `## ${title}\n\nStatus: Accepted\n\n### Decision\n\n${text}\n`).join('\n')}`;

describe('a catch-up on a repository', () => {
  const made: TemporaryRepository[] = [];
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = begun();
    made.push(repository);
  });
  afterEach(() => {
    for (const each of made.splice(0)) each.dispose();
  });
  const page = (of = repository) => pageOf(of);

  it('tells that a decision was accepted since', async () => {
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Accepted')).commit({ date: at(19), author: kenji });
    assert.match(await page(), /changed by Kenji Mori, proposed → accepted/);
  });

  it('does not tell that an edit of a record superseded it that was superseded before', async () => {
    repository.write('docs/adr/0002-queue.md', adr(2, 'Queue', 'Superseded by ADR-0001', `${words} Mended.`));
    repository.commit({ date: at(19), author: kenji });
    const text = await page();
    assert.match(text, /changed by Kenji Mori, superseded/);
    assert.doesNotMatch(text, /superseded by/);
  });

  it('tells that a record was superseded since, by which', async () => {
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Superseded by ADR-0003'));
    repository.write('docs/adr/0003-shards.md', adr(3, 'Shards', 'Accepted')).commit({ date: at(19), author: kenji });
    const text = await page();
    assert.match(text, /Rows.*: superseded by ADR-0003/);
    assert.match(text, /Shards.*: added by Kenji Mori, accepted/);
  });

  it('does not tell that a record was added that has another path', async () => {
    repository.git('mv', 'docs/adr/0001-rows.md', 'docs/adr/0001-keep-rows.md');
    repository.commit({ date: at(19), author: kenji });
    assert.match(await page(), /Rows.*: moved by Kenji Mori, proposed/);
  });

  it('does not tell of a record in which only blanks and line ends are others', async () => {
    const formatted = adr(1, 'Rows', 'Proposed').replace(/\n/g, '\r\n').replace('We do. ', 'We do.  ');
    repository.write('docs/adr/0001-rows.md', formatted).commit({ date: at(19), author: kenji });
    assert.doesNotMatch(await page(), /Rows/);
    repository.write('docs/adr/0001-rows.md', formatted.replace('We do.', 'We did.'));
    repository.commit({ date: at(20), author: kenji });
    assert.match(await page(), /Rows.*: changed by Kenji Mori/);
  });

  it('takes what the reader had for no news where a colleague pulled and pushed the merge', async () => {
    repository.git('branch', 'of-kenji', 'HEAD~1');
    repository.write('docs/adr/0003-shards.md', adr(3, 'Shards', 'Accepted')).commit({ date: at(17), author: bo });
    repository.write('own.ts', '2').commit({ date: at(18, 10), author: ann, committer: ann });
    repository.git('checkout', '--quiet', 'of-kenji');
    repository.write('docs/adr/0004-mail.md', adr(4, 'Mail', 'Accepted')).commit({ date: at(17), author: kenji });
    const pull = "Merge branch 'main' of https://git.example/ledger";
    repository.gitWith(by(kenji, 19), 'merge', '--quiet', '--no-ff', '-m', pull, 'main');
    repository.git('checkout', '--quiet', '-B', 'main');
    repository.git('branch', '--quiet', '-D', 'of-kenji');
    const text = await page();
    assert.match(text, /Mail.*: added by Kenji Mori/);
    assert.doesNotMatch(text, /Shards/);
  });

  it('does not tell that no record is new where the default branch has new ones that are not checked out', async () => {
    repository.git('checkout', '--quiet', '-b', 'shards');
    repository.git('checkout', '--quiet', 'main');
    repository.write('docs/adr/README.md', '# Decisions\n\nAll of them.\n').commit({ date: at(19), author: kenji });
    repository.git('checkout', '--quiet', 'shards');
    assert.match(await page(), /nothing new in notes, records and your branches/);
    repository.git('checkout', '--quiet', 'main');
    repository.write('docs/adr/0003-shards.md', adr(3, 'Shards', 'Accepted')).commit({ date: at(19), author: kenji });
    repository.git('checkout', '--quiet', 'shards');
    const text = await page();
    assert.match(text, /nothing new in what could be read/);
    assert.match(text, /^- Changed records on main of ledger are missing: what is checked out does not have them\.$/m);
    repository.git('cherry-pick', 'main');
    assert.doesNotMatch(await page(), /missing/);
  });

  it('tells of a record that only a merge commit changed', async () => {
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.write('side.ts', '1').commit({ date: at(18, 12), author: kenji });
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Accepted')).git('add', '--all');
    repository.gitWith(by(kenji, 19), 'commit', '--quiet', '-m', "Merge branch 'side'");
    assert.match(await page(), /Rows.*: changed by Kenji Mori, proposed → accepted/);
  });

  it('takes no new record of the same template for one that was removed', async () => {
    repository.git('rm', '--quiet', 'docs/adr/0001-rows.md');
    repository.write('docs/adr/0004-shards.md', adr(4, 'Shards', 'Proposed')).commit({ date: at(19), author: kenji });
    assert.match(await page(), /Shards.*: added by Kenji Mori, proposed/);
  });

  it('tells which decision was removed, by whom, and what it was', async () => {
    repository.git('rm', '--quiet', 'docs/adr/0001-rows.md');
    repository.commit({ date: at(19), author: kenji });
    const text = await page();
    assert.match(text, /^- ADR-0001 Rows: removed by Kenji Mori, was proposed\. We do\.$/m);
    assert.match(text, /: 1 decision\./);
  });

  it('tells of a removed record beside another in its place', async () => {
    repository.git('rm', '--quiet', 'docs/adr/0001-rows.md');
    const other = adr(1, 'Columns', 'Accepted', 'Columns hold the balances of all regions, for reports alone.');
    repository.write('docs/adr/0001-columns.md', other).commit({ date: at(19), author: kenji });
    const text = await page();
    assert.match(text, /Columns.*: added by Kenji Mori/);
    assert.match(text, /Rows: removed by Kenji Mori/);
  });

  it('does not tell that a record was removed that is at another place, or that the reader removed', async () => {
    repository.git('mv', 'docs/adr/0001-rows.md', 'docs/adr/0007-rows.md');
    const short = '# Rows\n\n- Status: rejected\n';
    repository.write('docs/adr/0007-rows.md', short).commit({ date: at(19), author: kenji });
    repository.git('rm', '--quiet', 'docs/adr/0002-queue.md');
    repository.commit({ date: at(20, 8), author: ann, committer: ann });
    const text = await page();
    assert.match(text, /Rows/);
    assert.doesNotMatch(text, /removed|Queue/);
  });

  it('does not tell that a file was removed that was no record', async () => {
    repository.write('docs/adr/README.md', '# Decisions\n\nAll of them.\n').write('notes.md', '# Notes\n');
    repository.commit({ date: at(17), author: kenji });
    repository.git('rm', '--quiet', 'docs/adr/README.md', 'notes.md');
    repository.commit({ date: at(19), author: kenji });
    assert.match(await page(), /nothing new/);
  });

  it('tells nothing of what was changed and changed back', async () => {
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Accepted')).commit({ date: at(19, 9), author: kenji });
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Proposed')).commit({ date: at(19, 10), author: kenji });
    assert.match(await page(), /nothing new/);
  });

  it('tells of a branch that was merged since, however old its commits are', async () => {
    repository.git('checkout', '--quiet', '-b', 'shards', 'HEAD~1');
    repository.write('docs/adr/0003-shards.md', adr(3, 'Shards', 'Accepted')).commit({ date: at(17), author: kenji });
    repository.git('checkout', '--quiet', 'main');
    const merged = { GIT_AUTHOR_EMAIL: 'kenji@example.com', GIT_AUTHOR_DATE: at(19), GIT_COMMITTER_DATE: at(19) };
    repository.gitWith(merged, 'merge', '--quiet', '--no-ff', '-m', 'Merge shards', 'shards');
    assert.match(await page(), /Shards.*: added by Kenji Mori, accepted/);
  });

  it('begins at what the reader did, and not when a colleague merged it', async () => {
    repository
      .write('docs/adr/0003-shards.md', adr(3, 'Shards', 'Accepted'))
      .commit({ date: at(18, 12), author: kenji });
    repository.write('own.ts', '2').commit({ date: at(18, 10), committed: at(19, 22), author: ann });
    const text = await page();
    assert.match(text, /Since your last commit, Wed 18 Nov 10:00/);
    assert.match(text, /Shards.*: added by Kenji Mori/);
  });

  it('leaves out what only the reader changed, and their name beside that of others', async () => {
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Accepted'));
    repository.commit({ date: at(20, 8), author: ann, committer: ann });
    assert.doesNotMatch(await page(), /## Decisions/);
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Rejected')).commit({ date: at(20, 9), author: bo });
    assert.match(await page(), /changed by Bo Dahl, proposed → rejected/);
  });

  it('does not tell a status that the reader set as that of a colleague who edited the record', async () => {
    const record = (status: string, words: string) => adr(1, 'Rows', status, words);
    repository.write('docs/adr/0001-rows.md', record('Proposed', 'Reworded.')).commit({ date: at(19), author: kenji });
    repository.write('docs/adr/0001-rows.md', record('Accepted', 'Reworded.'));
    repository.commit({ date: at(20, 8), author: ann, committer: ann });
    assert.match(await page(), /Rows.*: changed by Kenji Mori, accepted\./);
    repository.write('docs/adr/0001-rows.md', record('Deprecated', 'Reworded.')).commit({ date: at(20), author: bo });
    assert.match(await page(), /Rows.*: changed by Bo Dahl and Kenji Mori, proposed → deprecated/);
  });

  it('does not tell that a record was added by who only edited it', async () => {
    repository.write('docs/adr/0003-shards.md', adr(3, 'Shards', 'Proposed')).commit({ date: at(19), author: bo });
    repository.write('docs/adr/0003-shards.md', adr(3, 'Shards', 'Proposed', 'So.'));
    repository.commit({ date: at(19, 10), author: kenji });
    repository.write('docs/adr/0004-mail.md', adr(4, 'Mail', 'Proposed'));
    repository.commit({ date: at(20, 8), author: ann, committer: ann });
    repository.write('docs/adr/0004-mail.md', adr(4, 'Mail', 'Proposed', 'So.'));
    repository.commit({ date: at(20, 9), author: kenji });
    const text = await page();
    assert.match(text, /Shards.*: added by Bo Dahl, proposed/);
    assert.match(text, /Mail.*: changed by Kenji Mori, proposed/);
  });

  it('does not tell that a record was added, or another removed, by who only edited the removed one', async () => {
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Proposed', `${words} So.`));
    repository.commit({ date: at(19), author: bo });
    repository.git('rm', '--quiet', 'docs/adr/0001-rows.md');
    repository.write('docs/adr/0004-shards.md', adr(4, 'Shards', 'Proposed')).commit({ date: at(20), author: kenji });
    const text = await page();
    assert.match(text, /Shards.*: added by Kenji Mori, proposed/);
    assert.match(text, /Rows: removed by Kenji Mori, was/);
  });

  it('does not tell a status that the reader has not committed as that of a colleague', async () => {
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Accepted')).commit({ date: at(19), author: kenji });
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Rejected'));
    assert.match(await page(), /Rows.*: changed by Kenji Mori, proposed → accepted/);
  });

  describe('of a file with several decisions', () => {
    const [rows, queue] = ['Rows for each region.', 'A queue of its own.'];
    beforeEach(() => {
      repository.write('DECISIONS.md', log(['ADR-001: Rows', rows], ['ADR-002: Queue', queue]));
      repository.commit({ date: at(17), author: kenji });
    });

    it('tells the one that changed, and who changed that one', async () => {
      const both = log(['ADR-001: Rows', rows], ['ADR-002: Queue', `${queue} Mended.`]);
      repository.write('DECISIONS.md', both).commit({ date: at(19), author: kenji });
      repository.write(
        'DECISIONS.md',
        `${both}\n${log(['ADR-003: Shards', 'Shards.']).replace('# Decisions\n\n', '')}`,
      );
      repository.commit({ date: at(19, 10), author: bo });
      const text = await page();
      assert.match(text, /Queue.*: changed by Kenji Mori, accepted/);
      assert.match(text, /Shards.*: added by Bo Dahl, accepted/);
      assert.doesNotMatch(text, /\[ADR-0*1[^\]]*Rows\]/);
    });

    it('tells the one that was removed from it', async () => {
      const both = [
        ['ADR-001: Rows', rows],
        ['ADR-003: Shards', 'Shards of their own.'],
      ] as const;
      repository.write('DECISIONS.md', log(both[0], ['ADR-002: Inbox', queue], both[1]));
      repository.commit({ date: at(17, 12), author: kenji });
      repository.write('DECISIONS.md', log(...both)).commit({ date: at(19), author: kenji });
      const text = await page();
      assert.match(text, /Inbox: removed by Kenji Mori, was accepted/);
      assert.doesNotMatch(text, /Rows/);
    });

    it('tells the one that was removed whose title a record of another number has', async () => {
      const mail = ['ADR-003: Mail', 'Mail for each region.'] as const;
      repository.write('docs/adr/0007-inbox.md', adr(7, 'Inbox', 'Accepted'));
      repository.write('DECISIONS.md', log(['ADR-001: Rows', rows], ['ADR-002: Inbox', queue], mail));
      repository.commit({ date: at(17, 12), author: kenji });
      repository.write('DECISIONS.md', log(['ADR-001: Rows', rows], mail)).commit({ date: at(19), author: kenji });
      assert.match(await page(), /^- ADR-0*2 Inbox: removed by Kenji Mori, was accepted/m);
    });

    it('leads to its place in the file', async () => {
      const text = log(['ADR-001: Rows', `${rows} Mended.`], ['ADR-002: Queue', queue]);
      repository.write('DECISIONS.md', text).commit({ date: at(19), author: kenji });
      assert.match(await page(), /\]\(\/DECISIONS\.md#adr-001-rows\): changed/);
    });

    it('leaves out the one that the reader changed', async () => {
      repository.write('DECISIONS.md', log(['ADR-001: Rows', `${rows} Mine.`], ['ADR-002: Queue', queue]));
      repository.commit({ date: at(20, 8), author: ann, committer: ann });
      repository.write('DECISIONS.md', log(['ADR-001: Rows', `${rows} Mine.`], ['ADR-002: Queue', `${queue} More.`]));
      repository.commit({ date: at(20, 9), author: bo });
      const text = await page();
      assert.match(text, /Queue.*: changed by Bo Dahl/);
      assert.doesNotMatch(text, /Rows.*: changed/);
    });
  });

  it('tells of no record where the history of a shallow clone does not go back so far, and says so', async () => {
    repository.write('a.ts', '1').commit({ date: at(20, 8), author: kenji });
    const clone = repository.clone('--depth=1');
    made.push(clone);
    const text = await page(clone);
    assert.match(text, /Changed records of ledger are missing/);
    assert.doesNotMatch(text, /added by/);
  });
});
