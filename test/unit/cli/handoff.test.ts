import assert from 'node:assert/strict';
import { join } from 'node:path';
import { UsageError } from '../../../src/cli/arguments';
import { answerHandoff } from '../../../src/cli/handoffAnswer';
import { removeFolder, TemporaryRepository, temporaryFolder, writeFileIn } from '../support/temporaryRepository';

const team = {
  members: [
    { name: 'Ann', addresses: ['ann@example.com'], github: 'ann-lee', zone: 'Europe/London', hours: '09:00-17:00' },
    { name: 'Kenji Mori', addresses: ['kenji@example.com'], github: 'kenji', zone: 'Asia/Tokyo' },
  ],
  teams: [{ name: 'Platform', members: ['Ann', 'Kenji Mori'], channel: '#platform' }],
};
const decision = '# 12. Keep amounts in cents\n\n## Status\n\nAccepted\n\n## Decision\n\nCents.\n';
const note = `---
handoff: 2026-11-18T18:00:00Z
from: Ann
to: Kenji Mori
covers: 2026-11-18T00:00:00Z / 2026-11-18T17:30:00Z
tips:
  ledger:
    main: TIP
---

# Handoff to Kenji Mori
`;
/** Friday, 17:30 in London. */
const clock = { now: Date.parse('2026-11-20T17:30:00Z'), zone: 'UTC' };

describe('meridian handoff', () => {
  let repository: TemporaryRepository;
  let root: string;

  before(() => {
    repository = TemporaryRepository.create();
    root = repository.root;
    repository.git('config', 'user.name', 'Ann');
    repository.git('config', 'user.email', 'ann@example.com');
    repository.write('docs/adr/0012-cents.md', decision).write('.meridian/team.json', JSON.stringify(team));
    const told = repository.commit({ date: '2026-11-18T09:00:00Z', message: 'Keep amounts in cents' });
    repository
      .write('docs/handoffs/2026-11-18-ann-to-kenji-mori.md', note.replace('TIP', told))
      .write('src/round.ts', '');
    repository.commit({ date: '2026-11-19T10:00:00Z', message: 'LED-7: round half to even' });
    repository.git('checkout', '--quiet', '-b', 'LED-42-split-ledger');
    repository.write('src/ledger.ts', '// ADR-0012\nexport const cents = 100;\n');
    repository.commit({ date: '2026-11-20T08:30:00Z', message: 'LED-42: split the ledger' });
    repository.write('half-done.ts', '');
  });

  after(() => repository.dispose());

  const draft = (...argv: string[]) => answerHandoff([root, ...argv], clock);
  const facts = async (...argv: string[]) => JSON.parse(await draft('--json', ...argv));
  const subjects = ({ repositories }: { repositories: { items: { commits: { subject: string }[] }[] }[] }) =>
    repositories.flatMap(({ items }) => items.flatMap(({ commits }) => commits.map(({ subject }) => subject)));
  const refused = (message: RegExp, ...argv: string[]) =>
    assert.rejects(draft(...argv), (error) => error instanceof UsageError && message.test(error.message));

  it('goes on where the last handoff of the person ended', async () => {
    const answer = await facts();
    assert.deepEqual(answer.interval, {
      start: '2026-11-18T17:30:00.000Z',
      end: '2026-11-20T17:30:00.000Z',
      from: 'handoff',
    });
    assert.deepEqual(subjects(answer), ['LED-42: split the ledger', 'LED-7: round half to even']);
    assert.equal(answer.previous.href, '2026-11-18-ann-to-kenji-mori.md');
    assert.equal(answer.zone, 'Europe/London');
    assert.deepEqual(answer.carried, { next: [], waiting: [], questions: [] });
    assert.deepEqual(answer.repositories[0].older, []);
  });

  it('gives a handoff, a standup or a weekly update as Markdown', async () => {
    const handoff = await draft('--to', 'kenji');
    assert.match(handoff, /^---\nhandoff: 2026-11-20T17:30:00Z\nfrom: Ann\nto: Kenji Mori\n/);
    assert.match(handoff, /Fri 20 Nov 17:30 Europe\/London \(02:30 Sat Asia\/Tokyo\)/);
    assert.match(handoff, /1 file not committed: `half-done\.ts`/);
    assert.match(handoff, /\]\(\.\.\/adr\/0012-cents\.md\)/);
    assert.match(await draft('--format', 'standup'), /^# Standup/);
    assert.match(await draft('--format', 'weekly'), /^# Weekly/);
  });

  it('tells what everybody of the team file did, also on branches that only a remote has', async () => {
    const kenji = repository.clone();
    kenji.git('checkout', '--quiet', '-b', 'main', 'origin/main');
    kenji.git('checkout', '--quiet', '-b', 'replicas');
    kenji.write('replicas.ts', '').commit({
      date: '2026-11-20T05:00:00Z',
      message: 'Name the replicas',
      author: 'Kenji Mori <kenji@example.com>',
    });
    kenji.git('checkout', '--quiet', 'main');
    const clone = kenji.clone();
    try {
      const of = (...argv: string[]) => answerHandoff([clone.root, '--team', ...argv], clock);
      const standup = await of('--format', 'standup');
      assert.match(
        standup,
        /## Kenji Mori\n\nSince Fri 20 Nov 00:00 Asia\/Tokyo:\n\n- Name the replicas \(1 commit, pushed, not merged\)/,
      );
      assert.match(standup, /## Ann\n\nSince Fri 20 Nov 00:00 Europe\/London:\n\n- LED-42/);
      assert.match(await of('--format', 'weekly'), /## Ann\n\nSince Fri 13 Nov 00:00 Europe\/London:\n\n- LED-7/);
      const members = JSON.parse(await of('--format', 'standup', '--json'));
      assert.deepEqual(
        members.map(({ from }: { from: string }) => from),
        ['Ann', 'Kenji Mori'],
      );
    } finally {
      clone.dispose();
      kenji.dispose();
    }
  });

  it('says for which formats a team is', async () => {
    await refused(/--team is for --format standup or weekly/, '--team');
    await refused(/--team is of everybody/, '--team', '--format', 'weekly', '--author', 'Ann');
  });

  it('links from the root in a weekly update, which is pasted anywhere', async () => {
    const weekly = await draft('--format', 'weekly', '--since', '2026-11-18');
    assert.match(weekly, /\]\(docs\/adr\/0012-cents\.md\)/);
    assert.doesNotMatch(weekly, /\]\(\.\.\//);
  });

  it('tells a week in a weekly update, and since the last working day in a standup', async () => {
    const [weekly, standup] = [await facts('--format', 'weekly'), await facts('--format', 'standup')];
    assert.equal(weekly.interval.start, '2026-11-13T00:00:00.000Z');
    assert.equal(standup.interval.start, '2026-11-20T00:00:00.000Z');
  });

  it('takes dates as days of the zone and instants as they are', async () => {
    const { interval } = await facts('--since', '2026-11-19', '--until', '2026-11-19', '--zone', 'America/New_York');
    assert.deepEqual(interval, {
      start: '2026-11-19T05:00:00.000Z',
      end: '2026-11-20T05:00:00.000Z',
      from: 'given',
    });
    const later = await facts('--since', '2026-11-20T09:00:00+01:00');
    assert.equal(later.interval.start, '2026-11-20T08:00:00.000Z');
  });

  it('tells nothing of the time to come', async () => {
    const { interval } = await facts('--since', '2026-11-20', '--until', '2026-12-24');
    assert.equal(interval.end, '2026-11-20T17:30:00.000Z');
  });

  it('says what to write where a time, a zone or a format is none', async () => {
    for (const words of ['yesterday', '2026-02-30', '20.11.2026', '1 day ago', '2026-11-20T09:00']) {
      await refused(/is no time; write an instant \(2026-11-20T09:00:00Z\) or a date \(2026-11-20\)/, '--since', words);
    }
    await refused(/"EST" stands for several zones.* America\/New_York or Australia\/Sydney$/, '--zone', 'EST');
    await refused(/"\+02:00" is an offset/, '--zone', '+02:00');
    await refused(/"Europe\/Nowhere" is not the name of a zone/, '--zone', 'Europe/Nowhere');
    await refused(/there are handoff, standup, weekly/, '--format', 'novel');
    await refused(/ends before it begins/, '--since', '2026-11-20', '--until', '2026-11-19');
    await refused(/one operand too many/, 'second');
    await refused(/--to needs a name/, '--to', ' ');
  });

  it('tells of authors that are named, by name, address or login', async () => {
    for (const author of ['Kenji Mori', 'kenji@example.com', 'kenji', 'Kenji Mori <kenji@example.com>']) {
      const answer = await facts('--author', author, '--since', '2026-11-18');
      assert.deepEqual([answer.from, subjects(answer), answer.zone], ['Kenji Mori', [], 'Asia/Tokyo'], author);
    }
    const both = await facts('--author', 'kenji', '--author', 'Ann', '--since', '2026-11-20');
    assert.deepEqual([both.from, subjects(both)], ['Kenji Mori', ['LED-42: split the ledger']]);
  });

  it('says that nobody of a name wrote a commit, and who did, but not of a member or on a quiet day', async () => {
    const quiet = ['--since', '2026-11-20T12:00:00Z', '--author'];
    await assert.rejects(draft(...quiet, 'Ana'), { message: 'nobody called Ana wrote a commit here; these did: Ann' });
    for (const author of ['Kenji Mori', 'ann@example.com']) assert.match(await draft(...quiet, author), /no commits/);
  });

  it('drafts for the person that git is configured for before they commit, and for anybody in a shallow clone', async () => {
    const clone = repository.clone();
    try {
      clone.git('config', 'user.name', 'New Colleague');
      clone.git('config', 'user.email', 'new@example.com');
      const drafted = (author: string) => answerHandoff([clone.root, '--author', author], clock);
      for (const author of ['New Colleague', 'NEW@example.com']) assert.match(await drafted(author), /from: /, author);
      await assert.rejects(drafted('Ana'), /^Error: nobody called Ana wrote/);
      writeFileIn(clone.root, '.git/shallow', `${clone.git('rev-parse', 'HEAD').trim()}\n`);
      assert.match(await drafted('Ana'), /no commits/);
    } finally {
      clone.dispose();
    }
  });

  it('names an author by what history calls the address, by the mailmap first, and never by the part before the @', async () => {
    const clone = repository.clone();
    const nameOf = async (author: string) => {
      return JSON.parse(await answerHandoff([clone.root, '--json', '--since', '2026-11-20', '--author', author], clock))
        .from;
    };
    try {
      await assert.rejects(nameOf('zb@example.com'), /nobody called zb@example\.com/);
      clone.commit({ date: '2026-11-20T05:00:00Z', author: 'zberg <zb@example.com>' });
      assert.equal(await nameOf('ZB@example.com'), 'zberg');
      clone.write('.mailmap', 'Zoë Berg <zoe@example.com> <zb@example.com>\n');
      for (const author of ['zb@example.com', '<zb@example.com>', 'zoe@example.com']) {
        assert.equal(await nameOf(author), 'Zoë Berg', author);
      }
      assert.equal(await nameOf('Zo <zb@example.com>'), 'Zo');
    } finally {
      clone.dispose();
    }
  });

  it('knows members and teams, and takes any other name for a person', async () => {
    const to = async (name: string) => (await facts('--to', name)).to;
    assert.deepEqual(await to('platform'), {
      kind: 'team',
      name: 'Platform',
      members: ['Ann', 'Kenji Mori'],
      channel: '#platform',
    });
    assert.deepEqual(await to('KENJI@example.com'), { kind: 'person', name: 'Kenji Mori' });
    assert.deepEqual(await to('Zoë'), { kind: 'person', name: 'Zoë' });
    assert.deepEqual((await facts()).to, { kind: 'anybody', name: null });
  });

  it('works from a folder inside the repository', async () => {
    const answer = JSON.parse(await answerHandoff([join(root, 'docs/adr'), '--json'], clock));
    assert.deepEqual(subjects(answer).length, 2);
    assert.deepEqual(
      answer.records.map(({ path, how }: Record<string, unknown>) => [path, how]),
      [['docs/adr/0012-cents.md', 'cites']],
    );
  });

  it('gives facts without anything that means something on this machine only', async () => {
    const text = await draft('--json');
    assert.ok(!text.includes(root));
    const [ledger] = JSON.parse(text).repositories;
    assert.deepEqual(Object.keys(ledger).sort(), [
      ...[
        'branches',
        'files',
        'gaps',
        'head',
        'invisible',
        'items',
        'limits',
        'lost',
        'name',
        'older',
        'omissions',
        'operations',
        'rebasing',
        'tips',
        'worktrees',
      ],
    ]);
    assert.deepEqual(ledger.branches[0], { branch: 'LED-42-split-ledger', state: 'elsewhere', behind: 0 });
    const [item] = ledger.items;
    assert.deepEqual([item.ticket, item.branch, item.standing], ['LED-42', 'LED-42-split-ledger', 'local']);
    assert.equal(item.commits[0].authored, '2026-11-20T08:30:00.000Z');
  });

  it('says in one line that there is no repository, or nobody to tell about', async () => {
    const folder = temporaryFolder();
    try {
      const inOneLine = (pattern: RegExp) => (error: Error) => pattern.test(error.message) && !/\n/.test(error.message);
      await assert.rejects(answerHandoff([folder], clock), inOneLine(/is in no git repository$/));
      await assert.rejects(
        answerHandoff([join(folder, 'none')], clock),
        inOneLine(/none does not exist or cannot be read$/),
      );
      writeFileIn(folder, 'notes.md', '');
      await assert.rejects(
        answerHandoff([join(folder, 'notes.md')], clock),
        inOneLine(/notes\.md is not a directory$/),
      );
      writeFileIn(folder, '.git', 'gitdir: /nowhere');
      await assert.rejects(answerHandoff([folder], clock), inOneLine(/\.git/));
    } finally {
      removeFolder(folder);
    }
  });

  it('tells of a log of decisions the entry that the person changed, and none that another did', async () => {
    const own = TemporaryRepository.create();
    try {
      own.git('config', 'user.name', 'Ann');
      own.git('config', 'user.email', 'ann@example.com');
      const entry = (title: string, text: string) => `## ${title}\n\nStatus: Accepted\n\n### Decision\n\n${text}\n\n`;
      const log = (rows: string, queue: string) =>
        `# Decisions\n\n${entry('ADR-001: Rows', rows)}${entry('ADR-002: Queue', queue)}`;
      own.write('DECISIONS.md', log('Rows.', 'Queue.'));
      own.commit({ date: '2026-11-16T09:00:00Z', author: 'Kenji Mori <kenji@example.com>' });
      own.write('DECISIONS.md', log('Rows. Mended.', 'Queue.'));
      own.commit({ date: '2026-11-20T09:00:00Z', author: 'Kenji Mori <kenji@example.com>' });
      own.write('DECISIONS.md', log('Rows. Mended.', 'Queue. One for each region.'));
      own.commit({ date: '2026-11-20T10:00:00Z', message: 'Say how many queues there are' });
      const text = await answerHandoff([own.root], clock);
      assert.match(text, /\[ADR-0*2 Queue\]\(\S*DECISIONS\.md#\S+\) · accepted · changed here/);
      assert.doesNotMatch(text, /Rows/);
    } finally {
      own.dispose();
    }
  });

  it('says that a submodule was moved to a commit that is not pushed there, and not where it is', async () => {
    const origin = TemporaryRepository.create();
    origin.write('a', '1').commit({ date: '2026-11-10T09:00:00Z', message: 'Begin' });
    const own = TemporaryRepository.create();
    try {
      own.git('config', 'user.name', 'Ann');
      own.git('config', 'user.email', 'ann@example.com');
      own.git('submodule', '--quiet', 'add', `file://${origin.root}`, 'libs/money');
      own.commit({ date: '2026-11-18T09:00:00Z', message: 'Take in the money' });
      const money = join(own.root, 'libs/money');
      own.git('-C', money, 'commit', '--quiet', '--allow-empty', '-m', 'Round');
      own.git('add', 'libs/money');
      own.commit({ date: '2026-11-20T09:00:00Z', message: 'Round the money' });
      const row = /the submodule `libs\/money` is at a commit that no branch at its remote has/;
      assert.match(await answerHandoff([own.root], clock), row);
      own.git('-C', money, 'push', '--quiet', 'origin', 'HEAD:refs/heads/round');
      assert.doesNotMatch(await answerHandoff([own.root], clock), row);
    } finally {
      own.dispose();
      origin.dispose();
    }
  });
});
