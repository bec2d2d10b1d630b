import assert from 'node:assert/strict';
import { UsageError } from '../../../src/cli/arguments';
import { answerPullRequest } from '../../../src/cli/prAnswer';
import { removeFolder, TemporaryRepository, temporaryFolder } from '../support/temporaryRepository';

const team = {
  members: [
    { name: 'Ann', addresses: ['ann@example.com'], github: 'ann-lee', zone: 'Europe/London' },
    { name: 'Kenji Mori', addresses: ['kenji@example.com'], github: 'kenji', zone: 'Asia/Tokyo', hours: '09:00-17:00' },
  ],
};
/** Friday, 17:30 in London. */
const clock = { now: Date.parse('2026-11-20T17:30:00Z'), zone: 'UTC' };

describe('meridian pr', () => {
  let repository: TemporaryRepository;

  before(() => {
    repository = TemporaryRepository.create();
    repository.git('config', 'user.name', 'Ann');
    repository.git('config', 'user.email', 'ann@example.com');
    repository
      .write(
        'docs/adr/0012-cents.md',
        '# 12. Keep amounts in cents\n\n## Status\n\nAccepted\n\n## Decision\n\nCents.\n',
      )
      .write('.meridian/team.json', JSON.stringify(team))
      .write('.github/CODEOWNERS', '* @ann-lee\n/src/ @ann-lee @kenji\n')
      .write('.github/PULL_REQUEST_TEMPLATE/Feature.md', '## Why\n\n## Tests\n')
      .write('.github/PULL_REQUEST_TEMPLATE/Fix.md', '## What\n')
      .write('package.json', '{ "scripts": { "test": "mocha", "lint": "biome" } }')
      .commit({ date: '2026-11-18T09:00:00Z', message: 'Begin' });
    repository.git('checkout', '--quiet', '-b', 'LED-42-split-ledger');
    repository.write('src/ledger.ts', '// ADR-0012\nexport const cents = 100;\n');
    repository.commit({ date: '2026-11-20T08:30:00Z', message: 'Split\n\nOne table locks.\n\nFixes #7' });
  });

  after(() => repository.dispose());

  const draft = (...argv: string[]) => answerPullRequest([repository.root, ...argv], clock);
  const refused = (message: RegExp, ...argv: string[]) =>
    assert.rejects(draft(...argv), (error) => error instanceof UsageError && message.test(error.message));

  it('drafts the description of the branch', async () => {
    const text = await draft();
    assert.match(text, /^## Why\n\nFixes #7\nFor LED-42\n\nOne table locks\.\n/);
    assert.match(
      text,
      /^- `src\/ledger\.ts` cites ADR-0012 Keep amounts in cents \(accepted, `docs\/adr\/0012-cents\.md`\)$/m,
    );
    assert.match(text, /`npm test` \(package\.json\)/);
    assert.match(text, /`@kenji`, Kenji Mori \(owns 1 changed file; next at work .*Europe\/London \(.*Asia\/Tokyo\)\)/);
    assert.doesNotMatch(text, /ann-lee/);
  });

  it('names the ticket of the branch and the others that a footer refers to', async () => {
    const own = TemporaryRepository.create();
    try {
      own.git('config', 'user.name', 'Ann');
      own.git('config', 'user.email', 'ann@example.com');
      own.write('a.ts', '').commit({ date: '2026-11-18T09:00:00Z', message: 'Begin' });
      own.git('checkout', '--quiet', '-b', 'LED-42-split-ledger');
      const message = 'Split the ledger\n\nIt locked.\n\nRefs: LED-50, LED-42';
      own.write('a.ts', '1').commit({ date: '2026-11-20T08:30:00Z', message });
      assert.match(await answerPullRequest([own.root], clock), /For LED-42\nRefs LED-50\n/);
      own.git('checkout', '--quiet', '-b', 'ann/881-remind', 'main');
      own
        .write('a.ts', '2')
        .commit({ date: '2026-11-20T08:40:00Z', message: 'Remind later\n\nIt was early.\n\nAB#881' });
      const text = await answerPullRequest([own.root], clock);
      assert.match(text, /For AB#881\n/);
      assert.equal(text.split('881').length, 2, text);
    } finally {
      own.dispose();
    }
  });

  it('has the message that a commit will have once it is amended by an autosquash', async () => {
    const own = TemporaryRepository.create();
    try {
      own.git('config', 'user.name', 'Ann');
      own.git('config', 'user.email', 'ann@example.com');
      own.write('a.ts', '').commit({ date: '2026-11-18T09:00:00Z', message: 'Begin' });
      own.git('checkout', '--quiet', '-b', 'split');
      own.write('a.ts', '1').commit({ date: '2026-11-20T08:30:00Z', message: 'Split rows' });
      const message = 'amend! Split rows\n\nSplit the ledger\n\nBecause one table locks.';
      own.write('a.ts', '2').commit({ date: '2026-11-20T08:40:00Z', message });
      const text = await answerPullRequest([own.root], clock);
      assert.match(text, /^## Why\n\nBecause one table locks\.\n/);
      assert.match(text, /: Split the ledger$/m);
      assert.doesNotMatch(text, /Split rows/);
    } finally {
      own.dispose();
    }
  });

  it('tells of a file with several decisions those that changed, under a name that it had too', async () => {
    const log = TemporaryRepository.create();
    try {
      log.git('config', 'user.name', 'Ann');
      log.git('config', 'user.email', 'ann@example.com');
      const part = (number: number, status: string) => `## ADR-${number}: Choose ${number}\n\n- Status: ${status}\n\n`;
      const begin = `# Decisions\n\n${part(1, 'accepted')}${part(2, 'proposed')}`;
      log.write('docs/DECISIONS.md', begin).commit({ date: '2026-11-18T09:00:00Z', message: 'Begin' });
      log.git('checkout', '--quiet', '-b', 'decide');
      log.git('mv', 'docs/DECISIONS.md', 'docs/decision-log.md');
      log.write('docs/decision-log.md', `${begin.replace('proposed', 'accepted')}${part(3, 'proposed')}`);
      log.commit({ date: '2026-11-20T08:30:00Z', message: 'Decide' });
      const text = await answerPullRequest([log.root], clock);
      const told = text.split('\n').filter((line) => line.includes('Choose'));
      assert.deepEqual(told, [
        '- Changed here: ADR-2 Choose 2 (proposed → accepted, `docs/decision-log.md#adr-2-choose-2`)',
        '- New here: ADR-3 Choose 3 (proposed, `docs/decision-log.md#adr-3-choose-3`)',
      ]);
    } finally {
      log.dispose();
    }
  });

  it('tells which status a decision had that the branch retires, and of one with other words none', async () => {
    const own = TemporaryRepository.create();
    try {
      own.git('config', 'user.name', 'Ann');
      own.git('config', 'user.email', 'ann@example.com');
      const record = (title: string, status: string) => `# ${title}\n\n- Status: ${status}\n\n## Decision\n\nWe do.\n`;
      own.write('docs/adr/0003-lock-rows.md', record('3. Lock rows', 'Accepted'));
      own.write('docs/adr/0004-name-rows.md', record('4. Name rows', 'Accepted'));
      own.write('docs/adr/0005-count-rows.md', record('5. Count rows', 'Accepted'));
      own.commit({ date: '2026-11-18T09:00:00Z', message: 'Begin' });
      own.git('checkout', '--quiet', '-b', 'locks');
      own.write('docs/adr/0003-lock-rows.md', record('3. Lock rows', 'Superseded by [ADR-0007](0007-lock-tables.md)'));
      own.write('docs/adr/0004-name-rows.md', `${record('4. Name rows', 'Accepted')}\nIn English.\n`);
      own.write('docs/adr/0007-lock-tables.md', record('7. Lock tables', 'Accepted'));
      own.git('mv', 'docs/adr/0005-count-rows.md', 'docs/adr/0005-count-all-rows.md');
      own.commit({ date: '2026-11-20T08:30:00Z', message: 'Lock tables' });
      const told = (await answerPullRequest([own.root], clock)).split('\n').filter((line) => / here: /.test(line));
      assert.deepEqual(told, [
        '- Changed here: ADR-0003 Lock rows (accepted → superseded, `docs/adr/0003-lock-rows.md`)',
        '- Changed here: ADR-0004 Name rows (accepted, `docs/adr/0004-name-rows.md`)',
        '- New here: ADR-0007 Lock tables (accepted, `docs/adr/0007-lock-tables.md`)',
      ]);
    } finally {
      own.dispose();
    }
  });

  it('tells the times in the zone that is given', async () => {
    assert.match(await draft('--zone', 'America/New_York'), /America\/New_York \(.*Asia\/Tokyo\)/);
  });

  it('fills the template of a name, and none where none is wanted', async () => {
    assert.match(await draft('--template', 'feature'), /^## Why\n\n(?:.*\n)*## Tests\n/);
    assert.match(await draft('--template', 'none'), /^## Feedback wanted$/m);
  });

  it('prints what a request can be created with, and the marker of drafted lines only where it is wanted', async () => {
    assert.doesNotMatch(await draft(), /<!-- meridian/);
    assert.match(await draft('--marker'), /\n<!-- meridian drafted: .* -->\n$/);
  });

  it('keeps the line ends of a template', async () => {
    repository.write('.github/PULL_REQUEST_TEMPLATE/Windows.md', '## Why\r\n\r\nNever on Fridays.\r\n');
    const text = await draft('--template', 'windows');
    repository.git('clean', '--quiet', '--force', '.github');
    assert.match(text, /One table locks\.\r\n/);
    assert.doesNotMatch(text, /(?<!\r)\n/);
  });

  it('answers with facts', async () => {
    const { title, base, ticket, closes, templates, template, commits, reviewers } = JSON.parse(await draft('--json'));
    assert.deepEqual(
      { title, name: base.name, ticket, closes, template, reviewers },
      {
        title: 'Split',
        name: 'main',
        ticket: 'LED-42',
        closes: [{ word: 'Fixes', target: '#7' }],
        template: null,
        reviewers: [{ owner: '@kenji', name: 'Kenji Mori', files: 1 }],
      },
    );
    assert.deepEqual(
      templates.map(({ name }: { name: string }) => name),
      ['Feature', 'Fix'],
    );
    assert.deepEqual(commits[0].files, ['src/ledger.ts']);
  });

  it('takes only tickets of the projects that are listed', async () => {
    const ticket = async (...argv: string[]) => JSON.parse(await draft('--json', ...argv)).ticket;
    assert.deepEqual([await ticket('--tickets', 'OPS, LED'), await ticket('--tickets', 'OPS')], ['LED-42', '#7']);
  });

  it('refuses what it does not know, with what to write instead', async () => {
    await refused(/no "other"; there are "Feature", "Fix"/, '--template', 'other');
    await refused(/"EST"/, '--zone', 'EST');
    await refused(/--tickets: "LED-42" is no key/, '--tickets', 'OPS,LED-42');
    await refused(/--base needs/, '--base', ' ');
    await refused(/too many/, 'another');
    await refused(/--since/, '--since', 'x');
  });

  it('says in one line why there is nothing to describe', async () => {
    await assert.rejects(
      draft('--base', 'nowhere'),
      /^Error: --base: there is no branch, tag or commit "nowhere" here/,
    );
    await assert.rejects(draft('--base', 'HEAD'), /no commit that HEAD does not have/);
    const folder = temporaryFolder();
    try {
      await assert.rejects(answerPullRequest([folder], clock), /is in no git repository/);
    } finally {
      removeFolder(folder);
    }
  });
});
