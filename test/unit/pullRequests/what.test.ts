import assert from 'node:assert/strict';
import { reasonIn } from '../../../src/core/pullRequests/reasons';
import { whatFacts } from '../../../src/core/pullRequests/what';
import { whyFacts } from '../../../src/core/pullRequests/why';
import { branchCommit, file, linkedRecord, pullRequest } from './support';

const squashed = pullRequest([
  branchCommit(1, 'LED-1: Drop the old table', {
    body: '* move the rows\n\n* drop the table\n\n* LED-1: Drop the old table\n\nSee merge request acme/ledger!136',
  }),
]);

describe('what a branch changes', () => {
  it('is what a commit only lists, and where; no list is a reason', () => {
    assert.deepEqual(whatFacts(squashed).slice(0, 5), ['- move the rows', '- drop the table', '', 'Where:', '']);
    assert.deepEqual(whyFacts(squashed), []);
  });

  it('is told by the folder that the files of a place share', () => {
    const files = ['a/B.kt', 'b/C.kt', 'b/D.kt'].map((name) => file(`src/main/kotlin/no/acme/ledger/${name}`));
    assert.match(
      whatFacts(pullRequest([branchCommit(1, 'Split')], { files })).join('\n'),
      /^- `src\/main\/kotlin\/no\/acme\/ledger/,
    );
  });

  it('names the few files of the root folder', () => {
    const files = [file('package.json', 1, 1), file('tsconfig.json', 2, 2)];
    const commits = [branchCommit(1, 'Update axios', { files: files.map(({ path }) => path) })];
    assert.deepEqual(whatFacts(pullRequest(commits, { files })), [
      '- `package.json` and `tsconfig.json` (2 files, +3 −3): Update axios',
    ]);
  });

  it('has the words of a commit where its code is, however many settings it changed', () => {
    const files = [file('src/queue.ts', 9, 0), file('package.json', 30, 0), file('.env.example', 30, 0)];
    const commits = [branchCommit(1, 'Move the queue', { files: files.map(({ path }) => path) })];
    assert.deepEqual(whatFacts(pullRequest(commits, { files })), [
      '- `src/queue.ts` (+9 −0): Move the queue',
      '- `package.json` and `.env.example` (2 files, +60 −0)',
    ]);
  });

  it('has the words of a commit where its tests are, and not at the note for the next release', () => {
    const files = [file('src/ledger/newsfragments/12.bugfix', 1, 0, 'added'), file('src/ledger/test/test_split.py')];
    const commits = [branchCommit(1, 'Stop splitting twice', { files: files.map(({ path }) => path) })];
    assert.match(
      whatFacts(pullRequest(commits, { files })).join('\n'),
      /^- `.*test_split\.py` .*: Stop splitting twice$/m,
    );
  });

  it('has no words of a release tool', () => {
    const files = [file('pom.xml')];
    const commits = [branchCommit(1, '[maven-release-plugin] prepare release ledger-4.1', { files: ['pom.xml'] })];
    assert.deepEqual(whatFacts(pullRequest(commits, { files })), ['- `pom.xml` (+10 −2)']);
  });

  it('has the words of a commit whose only code outside of tests is as it was in the end', () => {
    const commits = [branchCommit(1, 'Sign in once', { files: ['.ci/check.yml', 'e2e/sign-in.ts'] })];
    const files = [file('e2e/sign-in.ts', 9, 0)];
    assert.deepEqual(whatFacts(pullRequest(commits, { files })), ['- `e2e/sign-in.ts` (+9 −0): Sign in once']);
  });

  it('is what the commits say where they change no file', () => {
    const input = pullRequest([branchCommit(1, 'Run the pipeline again', { files: [] })], { files: [] });
    assert.deepEqual(whatFacts(input), ['- Run the pipeline again', '', 'No file is changed.']);
  });

  it('has no words of a commit that only speaks of a review or a formatter', () => {
    const commits = ['Split', 'PR feedback', 'CR.', 'Cursor CR', 'Run prettier'].map((subject, at) =>
      branchCommit(9 - at, subject),
    );
    assert.deepEqual(whatFacts(pullRequest(commits)), ['- `src/ledger/split.ts` (+10 −2): Split']);
  });

  it('says that files only went elsewhere, or away', () => {
    const moved = ['a', 'b'].map((name) => file(`src/lib/${name}.ts`, 0, 0, 'renamed'));
    const commits = [branchCommit(1, 'Move lib', { files: moved.map(({ path }) => path) })];
    assert.deepEqual(whatFacts(pullRequest(commits, { files: moved })), [
      '- `src/lib` (2 files moved, +0 −0): Move lib',
    ]);
    const gone = moved.map((one) => ({ ...one, status: 'deleted' as const }));
    assert.match(whatFacts(pullRequest(commits, { files: gone })).join(), /2 files deleted/);
  });

  it('has no reason in what a review asked for, on a branch of tests either', () => {
    const given = { files: ['test/split.test.ts'] };
    const input = pullRequest([
      branchCommit(2, 'Address review: name the region', { ...given, body: 'It is clearer since it is a name.' }),
      branchCommit(1, 'Move the samples to constants', { ...given, body: 'All samples are in one place.' }),
    ]);
    assert.deepEqual(whyFacts(input), []);
    assert.match(whatFacts(input).join('\n'), /It is clearer since it is a name\./);
  });

  it('sets a list of a message apart from the places', () => {
    const body = 'The steps are these:\n\n- read\n- write';
    const told = whatFacts(pullRequest([branchCommit(2, 'Log it'), branchCommit(1, 'Add steps', { body })]));
    assert.ok(!/^- write\n\n- /m.test(told.join('\n')), told.join('\n'));
    assert.ok(told.includes('- write') && told.includes('Where:'), told.join('\n'));
  });

  it('takes pictures and what others wrote for no work of tools', () => {
    const pictures = ['a', 'b', 'c', 'd'].map((name) => file(`web/icons/${name}.svg`, 3, 1));
    const files = [file('web/icons.ts', 2, 0), ...pictures, file('vendor/sums/sum.go', 9, 0), file('go.sum', 1, 0)];
    const commits = [branchCommit(1, 'Draw the icons anew', { files: files.map(({ path }) => path) })];
    assert.deepEqual(whatFacts(pullRequest(commits, { files })).slice(1), [
      '- 4 pictures (+12 −4): `web/icons`',
      '- 1 vendored file (+9 −0): `vendor/sums/sum.go`',
      '- 1 file written by tools (+1 −0): `go.sum`',
    ]);
  });

  it('tells what a tool wrote where there is nothing else', () => {
    const files = [file('package-lock.json', 2, 2)];
    const commits = [branchCommit(1, 'Update axios', { files: ['package-lock.json'] })];
    assert.deepEqual(whatFacts(pullRequest(commits, { files })), ['- `package-lock.json` (+2 −2): Update axios']);
  });

  it('begins with the branch that it was built on', () => {
    const { change, ...rest } = pullRequest([branchCommit(1, 'Split')]);
    assert.deepEqual(whatFacts({ ...rest, change: { ...change, buildsOn: ['ann/first'] } }).slice(0, 2), [
      'Builds on `ann/first`, which `main` does not have yet.',
      '',
    ]);
  });

  it('says whose work a revert takes back, while the revert holds', () => {
    const commits = [branchCommit(1, 'Revert "Faster search (#95)"')];
    const { change, ...rest } = pullRequest(commits);
    const [revert = ''] = commits.map(({ hash }) => hash);
    const firstOf = (hash: string, request: string | null) =>
      whatFacts({
        ...rest,
        change: { ...change, takesBack: [{ revert: hash, request, authors: ['Bo Berg'] }] },
      })[0];
    assert.equal(firstOf(revert, '#95'), 'Takes back `#95`, work of Bo Berg.');
    assert.equal(firstOf(revert, null), 'Takes back work of Bo Berg.');
    assert.doesNotMatch(firstOf('other', null) ?? '', /Takes back/);
  });

  for (const subject of [
    'Fixing nits',
    'refactor',
    'Resolve conflicts with main',
    'Update src/ledger/split.ts',
    'Address review comments',
  ]) {
    it(`is not told by “${subject}”`, () => {
      const commits = [branchCommit(2, subject), branchCommit(1, 'Split the ledger')];
      assert.doesNotMatch(whatFacts(pullRequest(commits)).join('\n'), new RegExp(subject));
    });
  }

  it('is not why what a decision said that the branch retires', () => {
    const records = (['superseded', 'rejected', 'deprecated', 'accepted'] as const).map((status) =>
      linkedRecord(`docs/adr/${status}.md`, { how: 'changed', status, label: null, title: status, decision: 'We do.' }),
    );
    const told = whyFacts(pullRequest([branchCommit(1, 'Split')], { records }));
    assert.deepEqual(told, ['accepted (accepted): “We do.”']);
  });

  it('is why in the words of the commits that say most', () => {
    const say = (seed: number, words: string) => branchCommit(seed, `Step ${seed}`, { body: words });
    const commits = [
      say(6, 'It is the reason of it all.'),
      ...[5, 4, 3].map((at) => say(at, `It is needed ${at}.`)),
      say(1, 'Rename.'),
    ];
    const why = whyFacts(pullRequest(commits)).join('\n');
    assert.match(why, /Step 3[\s\S]*Step 4[\s\S]*Step 5[\s\S]*the reason of it all/);
    assert.match(whatFacts(pullRequest(commits)).join('\n'), /One more commit says more\./);
  });

  it('has no reason of its own among many', () => {
    const commits = Array.from({ length: 9 }, (_, at) => branchCommit(at, `Step ${at}`, { body: 'It locks.' }));
    assert.deepEqual(whyFacts(pullRequest(commits)), []);
    assert.match(whatFacts(pullRequest(commits)).join('\n'), /9 more commits say more/);
    assert.match(whatFacts(pullRequest(commits.slice(1))).join('\n'), /4 more commits say more/);
  });

  it('puts what a tool wrote last, and counts it', () => {
    const paths = ['spec/cassettes/a.yml', 'spec/cassettes/b.yml', 'dist/app.min.js'];
    const files = [...paths.map((path) => file(path, 900, 0)), file('src/ledger/split.ts', 3, 1)];
    assert.deepEqual(whatFacts(pullRequest([branchCommit(1, 'Split')], { files })), [
      '- `src/ledger/split.ts` (+3 \u22121): Split',
      '- 3 files written by tools (+2700 \u22120): `spec/cassettes/a.yml`, `spec/cassettes/b.yml` and `dist/app.min.js`',
    ]);
  });

  it('does not begin with the data of a tool because it has the most lines', () => {
    const paths = [
      '.beads/issues.jsonl',
      '.beads/metadata.json',
      'package-lock.json',
      'docs/guide.md',
      'locales/de.json',
    ];
    const files = [...paths.map((path) => file(path, 900, 0)), file('src/ledger/split.ts', 3, 1)];
    assert.deepEqual(whatFacts(pullRequest([branchCommit(1, 'Split')], { files })), [
      '- `src/ledger/split.ts` (+3 \u22121): Split',
      '- `locales/de.json` (+900 \u22120)',
      '- `docs/guide.md` (+900 \u22120)',
      '- 3 files written by tools (+2700 \u22120): `.beads` and `package-lock.json`',
    ]);
  });

  it('is why by what the branch is for, and not by its tests or its review', () => {
    const commits = [
      branchCommit(4, 'Guard the raise', {
        body: 'Addresses feedback of the review: guard it so the block has one end.',
      }),
      branchCommit(3, 'test: table of cases', { body: 'To make it easier to read, because it was long.' }),
      branchCommit(2, 'Try all regions', { body: 'Needed because one was missing.', files: ['test/split.test.ts'] }),
      branchCommit(1, 'Split', { body: 'Postings get stuck.' }),
    ];
    assert.deepEqual(whyFacts(pullRequest(commits)), ['**Split.** Postings get stuck.']);
    const tests = commits.slice(1, 3);
    assert.match(whyFacts(pullRequest(tests)).join('\n'), /one was missing/, 'of a branch about tests');
    const silent = [...tests, branchCommit(1, 'Split')];
    assert.deepEqual(whyFacts(pullRequest(silent)), [], 'where what it is for is not said');
  });

  it('is not why the branch did its own new code in another way', () => {
    const commits = [branchCommit(2, 'Round once', { body: 'So that it is simpler.' }), branchCommit(1, 'Round')];
    const added = [file('src/ledger/split.ts', 9, 0, 'added')];
    assert.deepEqual(whyFacts(pullRequest(commits, { files: added })), []);
    assert.match(whyFacts(pullRequest(commits)).join('\n'), /simpler/);
  });

  it('has no line that only leads over', () => {
    const commits = [branchCommit(1, 'Split', { body: '- by region\n\n- as in:\n\n```\nregions: 2\n```' })];
    assert.deepEqual(whatFacts(pullRequest(commits)).slice(0, 2), ['- by region', '']);
  });

  it('counts no message that it tells elsewhere', () => {
    const commits = [
      branchCommit(2, 'Compare links', { body: 'Both lead to the same file.' }),
      branchCommit(1, 'Link it', { body: 'Because copies got stale.' }),
    ];
    const text = whatFacts(pullRequest(commits)).join('\n');
    assert.match(text, /^\*\*Compare links\.\*\* Both lead to the same file\./);
    assert.doesNotMatch(text, /more commit/);
  });

  it('is a list where each line of a message says one thing', () => {
    const body = 'Use whole names\nFix what is deprecated\nUpdate the actions';
    const commits = [branchCommit(1, 'Upgrade', { body })];
    assert.deepEqual(
      whatFacts(pullRequest(commits)).slice(0, 3),
      body.split('\n').map((line) => `- ${line}`),
    );
    const colons = [branchCommit(1, 'Test', { body: '- : an empty name\n- : a comma' })];
    assert.deepEqual(whatFacts(pullRequest(colons)).slice(0, 2), ['- an empty name', '- a comma']);
  });

  it('is also what a few commits say that give no reason', () => {
    const commits = [branchCommit(1, 'Split', { body: 'Moves the postings of each region to a table of its own.' })];
    assert.equal(whatFacts(pullRequest(commits))[0], 'Moves the postings of each region to a table of its own.');
    assert.deepEqual(whyFacts(pullRequest(commits)), []);
  });
});

describe('a reason', () => {
  const reasons = [
    'Customers got wrong totals, because each line was rounded.',
    'This change will be required in order to upload releases to the store.',
    'CI was failing with out-of-memory errors.',
    'To have values passed in, not generated within the form.',
    'Renamed, as this more clearly reflects its purpose.',
    'The email is no longer shown, so this style can go.',
    'Prints lines that break log pipelines.',
    'Damit die Summen stimmen, wird nach der Summe gerundet.',
    'Arrondi après la somme, parce que les totaux étaient faux.',
    'Redondeo al final para evitar totales falsos.',
    '合計がずれるため、後で丸める。',
    '因为合计不对。',
    'Previously, a second run would add every posting again.',
    'One use-case is the move to containers.',
    'Auditors asked for it.',
    'Why: the bank sends CSV.',
    'Releasing it in the child is not fork-safe and segfaults.',
  ];
  for (const text of reasons) it(`is given by: ${text}`, () => assert.ok(reasonIn(text) > 0));

  const others = [
    'Moves the parser to its own file.',
    'Also fix a typo because it was wrong.',
    'and re-record vcr cassettes.',
    'Update tests to remove VCR and pass stubbed values',
    'Thanks to Greg for the review.',
    'Done by digesting the history.',
    'The setting will no longer be written.',
    'Does not fix #16.',
    'Addresses review feedback: it relied on nothing behind it.',
    '',
    'No breaking change: v1 stays as it is.',
    'The old endpoint stays as it was.',
  ];
  for (const text of others) it(`is not given by: ${text}`, () => assert.equal(reasonIn(text), 0));

  it('is ranked over the branch: one in a late paragraph is not cut off', () => {
    const filler = Array.from({ length: 9 }, (_, at) => `Paragraph ${at} says what was done.`).join('\n\n');
    const commits = [
      branchCommit(2, 'Target the new version', { body: 'It will be required in order to release.' }),
      branchCommit(1, 'Build from source', { body: `The build failed.\n\n${filler}` }),
    ];
    const why = whyFacts(pullRequest(commits)).join('\n');
    assert.match(why, /required in order to release/);
    assert.match(why, /1 more paragraph of these commits is left out\./);
  });
});
