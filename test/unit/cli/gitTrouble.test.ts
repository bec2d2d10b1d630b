import assert from 'node:assert/strict';
import { gitTrouble, inOneLine } from '../../../src/cli/gitTrouble';
import { GitUnanswered } from '../../../src/git/result';

describe('what the command line says of a git that gave nothing', () => {
  const sentences: readonly [detail: string, sentence: RegExp][] = [
    ['unanswered failed git-missing', /^git was not found; install it, or put its folder on PATH$/],
    ['unanswered failed git-too-old', /^git is too old; install \d+\.\d+ or newer$/],
    ['unanswered failed dubious-ownership', /safe\.directory$/],
    ['unanswered killed timeout', /^git took too long/],
    ['killed timeout: warning: slow', /^git took too long to answer; .* \(it said: warning: slow\)$/],
    ['unanswered failed unknown fatal: x\nmore', /^git could not answer \(unanswered failed unknown fatal: x\)$/],
  ];
  for (const [detail, sentence] of sentences) {
    it(`makes one line of “${detail.replace('\n', ' ')}”`, () => assert.match(gitTrouble(detail).message, sentence));
  }

  it('leaves a fault of another kind as it is', () => {
    const fault = new Error('another');
    assert.throws(() => inOneLine(fault), fault);
    const unanswered = new GitUnanswered({ kind: 'failed', reason: 'git-missing', detail: 'a\nb' });
    assert.throws(() => inOneLine(unanswered), /^Error: git was not found/);
  });
});
