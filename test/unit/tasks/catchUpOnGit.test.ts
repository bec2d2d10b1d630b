import assert from 'node:assert/strict';
import { draftCatchUp } from '../../../src/core/drafts/catchUp';
import { gatherCatchUp } from '../../../src/core/tasks/gatherCatchUp';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { GitFolderHistory } from '../../../src/git/activity/gitFolderHistory';
import { findRepository } from '../../../src/git/repository';
import { GitRunner } from '../../../src/git/runner';
import { gitHost } from '../git/gitHost';
import { projectOf } from '../project/projectSupport';
import { TemporaryRepository } from '../support/temporaryRepository';
import { folder, workplace, writer } from './support';

const at = (day: number, hour = 9) => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00Z`;
const ann = 'Ann Lee <ann@example.com>';
const kenji = 'Kenji Mori <kenji@example.com>';
const bo = 'Bo Dahl <bo@example.com>';
const words = 'Rows are kept for each region, and a transfer between two regions is booked as two entries.';
const adr = (number: number, title: string, status: string, rest = words) =>
  `# ${number}. ${title}\n\n## Status\n\n${status}\n\n## Decision\n\nWe do. ${rest}\n`;
const log = (...parts: readonly (readonly [title: string, text: string])[]) =>
  `# Decisions\n\n${parts.map(([title, text]) => `## ${title}\n\nStatus: Accepted\n\n### Decision\n\n${text}\n`).join('\n')}`;

describe('a catch-up on a repository', () => {
  const made: TemporaryRepository[] = [];
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = TemporaryRepository.create();
    made.push(repository);
    repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Proposed'));
    repository.write('docs/adr/0002-queue.md', adr(2, 'Queue', 'Superseded by ADR-0001'));
    repository.commit({ date: at(16), author: kenji });
    repository.write('own.ts', '1').commit({ date: at(18), author: ann, committer: ann });
  });
  afterEach(() => {
    for (const each of made.splice(0)) each.dispose();
  });

  async function page(of = repository): Promise<string> {
    const found = await findRepository(of.root);
    assert.ok(found.ok);
    const files = new DiskFiles(of.root, true);
    const project = projectOf(files);
    await project.load();
    const history = new GitFolderHistory(new GitRunner(gitHost()), found.repository, '', { priority: 'interactive' });
    const here = folder('ledger', { directory: of.root, files, project, history: async () => history });
    const place = workplace([here]);
    const input = await gatherCatchUp(place, {
      folders: [{ folder: here, reader: writer(), rows: [] }],
      changesOf: async () => [],
      gaps: [],
    });
    assert.ok(input);
    return draftCatchUp(input).text;
  }

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

  const by = (who: string, day: number) => {
    const [name = '', address = ''] = who.replace('>', '').split(' <');
    const author = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: address, GIT_AUTHOR_DATE: at(day) };
    return { ...author, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: address, GIT_COMMITTER_DATE: at(day) };
  };

  it('tells that a colleague merged a branch since, and no merge of before or of the reader', async () => {
    const main = repository.git('rev-parse', '--abbrev-ref', 'HEAD');
    for (const [branch, who, day] of [
      ['before', kenji, 17],
      ['hers', kenji, 19],
      ['own', ann, 20],
    ] as const) {
      repository.git('checkout', '--quiet', '-b', branch);
      repository.write(`${branch}.ts`, '1').commit({ date: at(17, 8), author: ann, committer: ann });
      repository.git('checkout', '--quiet', main);
      repository.gitWith(by(who, day), 'merge', '--quiet', '--no-ff', '--no-edit', branch);
    }
    const text = await page();
    assert.deepEqual(text.match(/^- `\w+` was merged$/gm), ['- `hers` was merged']);
  });

  it('tells that a branch was squashed that is gone at the remote, and who took back what was merged', async () => {
    repository.git('config', 'remote.origin.url', 'https://git.example/ledger');
    repository.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    const main = repository.git('rev-parse', '--abbrev-ref', 'HEAD');
    const host = { GIT_COMMITTER_NAME: 'GitHub', GIT_COMMITTER_EMAIL: 'noreply@github.com' };
    const begin = (branch: string) => {
      repository.git('checkout', '--quiet', '-b', branch, main);
      repository.git('config', `branch.${branch}.remote`, 'origin');
      repository.git('config', `branch.${branch}.merge`, `refs/heads/${branch}`);
      for (const part of [1, 2]) {
        repository.write(`${branch}${part}.ts`, '1');
        repository.commit({ date: at(17, 8), message: `${branch} ${part}`, author: ann, committer: ann });
      }
      repository.git('checkout', '--quiet', main);
    };
    const squash = (branch: string, environment: Readonly<Record<string, string>>) => {
      begin(branch);
      repository.git('merge', '--quiet', '--squash', branch);
      repository.gitWith(environment, 'commit', '--quiet', '-m', `Land ${branch} (#7)`);
    };
    squash('before', { ...by(ann, 17), ...host });
    squash('hosted', { ...by(ann, 19), ...host });
    squash('taken', { ...by(ann, 19), ...host });
    repository.gitWith(by(kenji, 20), 'revert', '--no-edit', 'HEAD');
    squash('own', by(ann, 20));
    const text = await page();
    assert.deepEqual(text.match(/^- `\w+` was merged.*$/gm), [
      '- `hosted` was merged',
      '- `taken` was merged, and reverted since by Kenji Mori',
    ]);
  });

  it('does not tell that a branch was merged that stood where a colleague who pulled took in the default branch', async () => {
    repository.git('branch', 'idea');
    repository.git('checkout', '--quiet', '-b', 'of-kenji', 'HEAD~1');
    repository.write('rates.ts', '1').commit({ date: at(17), author: kenji, committer: kenji });
    const pull = "Merge branch 'main' of https://git.example/ledger";
    repository.gitWith(by(kenji, 19), 'merge', '--quiet', '--no-ff', '-m', pull, 'main');
    repository.git('checkout', '--quiet', '-B', 'main');
    repository.git('branch', '--quiet', '-D', 'of-kenji');
    assert.doesNotMatch(await page(), /idea/);
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

  it('tells that a branch was rewritten that a colleague pushed by force, and no move of one that the reader rebased', async () => {
    const main = repository.git('rev-parse', 'HEAD');
    const clone = repository.clone();
    made.push(clone);
    for (const branch of ['forced', 'rebased', 'pushed']) {
      clone.git('checkout', '--quiet', '-b', branch, main);
      clone.write(`${branch}.ts`, '1').commit({ date: at(17), author: kenji });
      clone.write(`${branch}.ts`, '2').commit({ date: at(17), author: ann, committer: ann });
      clone.git('push', '--quiet', '--set-upstream', 'origin', branch);
    }
    clone.git('checkout', '--quiet', 'rebased');
    clone.gitWith(by(ann, 18), 'rebase', '--quiet', '--force-rebase', '--onto', `${main}~1`, main);
    for (const [branch, amend] of [
      ['forced', true],
      ['pushed', false],
    ] as const) {
      repository.git('checkout', '--quiet', branch);
      repository.write('more.ts', branch).commit({ date: at(19), author: kenji, committer: kenji, amend });
    }
    clone.git('fetch', '--quiet', '--force');
    const text = await page(clone);
    assert.deepEqual(text.match(/^- `\w+` (?:was|moved).*$/gm)?.sort(), [
      '- `forced` was rewritten, with 1 commit of Kenji Mori',
      '- `pushed` moved on by 1 commit of Kenji Mori',
    ]);
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
