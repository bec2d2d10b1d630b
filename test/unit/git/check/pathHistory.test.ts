import { deepEqual } from 'node:assert/strict';
import { answerCheck } from '../../../../src/cli/checkAnswer';
import { adr } from '../../rules/support';
import { TemporaryRepository } from '../../support/temporaryRepository';

const now = Date.parse('2026-11-20T12:00:00Z');

async function lines(root: string, code: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const { text } = await answerCheck([root, ...argv], now);
  return text
    .split('\n')
    .filter((line) => line.includes(` ${code} `))
    .map((line) => line.replace(/[0-9a-f]{7,10} \(/, 'HASH ('));
}

const code = (name: string, count = 20) =>
  Array.from({ length: count }, (_, at) => `export const ${name}${at} = ${at};\n`).join('');

describe('what became of the paths that a record names', () => {
  let repository: TemporaryRepository;
  const commit = (day: number) => repository.commit({ date: `2026-01-${String(day).padStart(2, '0')}T10:00:00Z` });

  beforeEach(() => {
    repository = TemporaryRepository.create();
    repository.write('src/ledger/book.ts', code('book')).write('src/ledger/page.ts', code('page'));
    repository.write('src/pay.ts', code('pay')).write('src/gone.ts', code('gone'));
    repository.write(
      'docs/adr/0001-a.md',
      adr(
        '1. A',
        'Accepted',
        'In `src/ledger/`, `src/pay.ts` and `src/gone.ts`, not in `other/never.ts`.',
        '',
        'See [pay](../../src/pay.ts).',
      ),
    );
    commit(2);
  });

  afterEach(() => repository.dispose());

  it('says where files and whole folders went, and that one was removed', async () => {
    repository.git('mv', 'src/ledger', 'src/accounts');
    commit(3);
    repository.git('mv', 'src/pay.ts', 'src/payment.ts');
    repository.git('rm', '--quiet', 'src/gone.ts');
    commit(4);
    deepEqual(await lines(repository.root, 'gone-path'), [
      'docs/adr/0001-a.md:11:5 info gone-path src/ledger/ was moved to src/accounts in HASH (2026-01-03), after this record was last changed.',
      'docs/adr/0001-a.md:11:20 info gone-path src/pay.ts was moved to src/payment.ts in HASH (2026-01-04), after this record was last changed.',
      'docs/adr/0001-a.md:11:37 info gone-path src/gone.ts was removed in HASH (2026-01-04), after this record was last changed.',
    ]);
    deepEqual(await lines(repository.root, 'broken-link'), [
      'docs/adr/0001-a.md:13:11 warning broken-link ../../src/pay.ts leads to no file here; it was moved to src/payment.ts in HASH (2026-01-04).',
    ]);
    const { text } = await answerCheck([repository.root, '--json'], now);
    deepEqual(
      JSON.parse(text).map(({ fix }: { fix: { edits: { text: string }[] } | null }) => fix?.edits[0]?.text),
      ['src/accounts/', 'src/payment.ts', undefined, '../../src/payment.ts'],
    );
  });

  it('follows a file that was moved twice', async () => {
    repository.git('mv', 'src/pay.ts', 'src/payment.ts');
    commit(3);
    repository.git('mv', 'src/payment.ts', 'src/payments.ts');
    commit(4);
    deepEqual(await lines(repository.root, 'gone-path'), [
      'docs/adr/0001-a.md:11:20 info gone-path src/pay.ts was moved to src/payments.ts in HASH (2026-01-04), after this record was last changed.',
    ]);
  });

  it('says under which name a moved file was removed', async () => {
    repository.git('mv', 'src/pay.ts', 'src/payment.ts');
    commit(3);
    repository.git('rm', '--quiet', 'src/payment.ts');
    commit(4);
    deepEqual(await lines(repository.root, 'gone-path'), [
      'docs/adr/0001-a.md:11:20 info gone-path src/pay.ts became src/payment.ts after this record was last changed, and that was removed in HASH (2026-01-04).',
    ]);
  });

  it('is silent of a path that was left before the record was changed, whatever became of the file since', async () => {
    repository.git('mv', 'src/pay.ts', 'src/payment.ts');
    commit(3);
    repository.write('docs/adr/0001-a.md', adr('1. A', 'Accepted', 'At first this was `src/pay.ts`.'));
    commit(4);
    repository.git('mv', 'src/payment.ts', 'src/payments.ts');
    commit(5);
    deepEqual(await lines(repository.root, 'gone-path'), []);
    repository.git('rm', '--quiet', 'src/payments.ts');
    commit(6);
    deepEqual(await lines(repository.root, 'gone-path'), []);
  });

  it('is silent where the record was changed after that, is retired, or the history is cut off', async () => {
    repository.git('rm', '--quiet', 'src/gone.ts');
    commit(3);
    const shallow = repository.clone('--depth=1');
    try {
      deepEqual(await lines(shallow.root, 'gone-path'), []);
    } finally {
      shallow.dispose();
    }
    deepEqual((await lines(repository.root, 'gone-path')).length, 1);
    deepEqual(await lines(repository.root, 'gone-path', '--no-git'), []);
    repository.write('docs/adr/0001-a.md', adr('1. A', 'Deprecated', 'In `src/gone.ts`.'));
    deepEqual(await lines(repository.root, 'gone-path'), []);
    repository.write('docs/adr/0001-a.md', adr('1. A', 'Accepted', 'We had `src/gone.ts`.'));
    // Also before it is committed: it was changed after that.
    deepEqual(await lines(repository.root, 'gone-path'), []);
    commit(4);
    deepEqual(await lines(repository.root, 'gone-path'), []);
  });

  it('says on request that a file is hardly what the record spoke of', async () => {
    const asked = ['--rule', 'drifted-path=info'];
    repository.write('src/pay.ts', `${code('pay')}${code('fee', 2)}`);
    commit(3);
    deepEqual(await lines(repository.root, 'drifted-path', ...asked), []);
    repository.write('src/pay.ts', code('charge', 20));
    commit(4);
    deepEqual(
      (await lines(repository.root, 'drifted-path', ...asked)).map((line) => line.replace(/\(.*\)/, '(…)')),
      [
        'docs/adr/0001-a.md:11:20 info drifted-path 100 % of the lines of src/pay.ts have changed in 2 commits since this record was last changed (…): look at it again?',
      ],
    );
    deepEqual(await lines(repository.root, 'drifted-path'), []);
  });
});
