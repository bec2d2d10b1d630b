import assert from 'node:assert/strict';
import { neverCancelled } from '../../../../src/core/ports';
import { CombinedReader } from '../../../../src/git/activity/byHand';
import { countFloors } from '../../support/floors';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { activityWith, at, earlier, factsOf } from './activityReader';

const bytes = (text: string) => Buffer.from(text, 'utf8');

function read(output: Uint8Array, size = output.length + 1, isWhole = true) {
  const reader = new CombinedReader();
  for (let start = 0; start < output.length; start += size) reader.push(output.subarray(start, start + size));
  return Object.fromEntries(reader.end(isWhole));
}

const merge = (hash: string, path: string, lines: string) =>
  `\0${hash}\n\ndiff --cc ${path}\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1,2 -1,2 +1,2 @@@\n${lines}`;

describe('CombinedReader', () => {
  const cases: readonly (readonly [what: string, lines: string, byHand: boolean])[] = [
    ['a line that neither side has', '++ours and theirs\n', true],
    ['a line taken out that both sides have', '--both\n', true],
    ['both sides kept, one below the other', '+ theirs\n +ours\n', true],
    ['ours kept and theirs dropped', ' -theirs\n- ours\n', true],
    ['a change of one side', '- old\n+ new\n', false],
    ['changes of each side with a line between them', '- old\n+ new\n  common\n -old too\n +new too\n', false],
    ['text that looks like a header', '  diff --cc b.txt\n +@@@ -1 -1 +1 @@@\n', false],
  ];
  for (const [what, lines, byHand] of cases) {
    it(`${byHand ? 'takes' : 'does not take'} ${what} for the work of a person`, () => {
      assert.deepEqual(read(bytes(merge('a', 'a.txt', lines))), byHand ? { a: ['a.txt'] } : {});
    });
  }

  it('reads merges with several files, whatever the borders of what comes, and no more than was complete', () => {
    const output = bytes(
      [
        merge('a', '"\\303\\251.txt"', '++x\n'),
        merge('a', 'b.txt', '+ x\n').slice(4),
        merge('b', 'c.txt', '++x\n'),
      ].join(''),
    );
    const whole = { a: ['é.txt'], b: ['c.txt'] };
    for (const size of [1, 7, output.length]) assert.deepEqual(read(output, size), whole);
    assert.deepEqual(read(output, 7, false), { a: ['é.txt'] });
  });

  it('reads a hunk of any length in one pass', () => {
    const output = bytes(merge('a', 'a.txt', '+ x\n'.repeat(100_000)));
    const floors = countFloors();
    read(output, 4_096);
    assert.ok(floors() < 100);
  });
});

describe('merges that a person put together', () => {
  const list = (...changed: readonly (readonly [line: number, text: string])[]) =>
    Array.from({ length: 12 }, (_, line) => `${new Map(changed).get(line) ?? line}\n`).join('');

  /** Ann's branch and main change the list; she merges main, and leaves it as `result` says where that is given. */
  async function merged(ours: string, theirs: string, result: string | null) {
    const repository = TemporaryRepository.create();
    try {
      repository.write('a.txt', list()).commit({ date: earlier, message: 'base' });
      repository.git('checkout', '--quiet', '-b', 'topic');
      repository.write('a.txt', ours).commit({ date: at(8), message: 'ours' });
      repository.git('checkout', '--quiet', 'main');
      repository.write('a.txt', theirs).commit({ date: at(9), message: 'theirs' });
      repository.git('checkout', '--quiet', 'topic');
      if (result === null) repository.gitWith({ GIT_COMMITTER_DATE: at(10) }, 'merge', '--quiet', '--no-edit', 'main');
      else {
        try {
          repository.git('merge', '--quiet', 'main');
        } catch {
          // The conflict that is meant.
        }
        repository.write('a.txt', result).commit({ date: at(10), message: "Merge branch 'main' into topic" });
      }
      const hash = repository.git('rev-parse', 'HEAD');
      const found = await activityWith().mergedByHand(
        await factsOf(repository),
        [hash, '4'.repeat(40)],
        neverCancelled,
      );
      return found.get(hash) ?? [];
    } finally {
      repository.dispose();
    }
  }

  it('are those with a conflict, whatever became of it', async () => {
    const [ours, theirs] = [list([4, 'ours']), list([4, 'theirs'])];
    assert.deepEqual(await merged(ours, theirs, list([4, 'ours and theirs'])), ['a.txt']);
    assert.deepEqual(await merged(ours, theirs, list([4, 'ours\ntheirs'])), ['a.txt']);
  });

  it('are not those that git made by itself, however near the changes are', async () => {
    assert.deepEqual(await merged(list([2, 'ours']), list([9, 'theirs']), null), []);
    assert.deepEqual(await merged(list([4, 'ours']), list([6, 'theirs']), null), []);
  });
});
