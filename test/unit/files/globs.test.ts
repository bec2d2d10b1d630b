import assert from 'node:assert/strict';
import { compileGlob } from '../../../src/core/files/globs';

describe('compileGlob', () => {
  const cases: readonly [glob: string, path: string, isMatch: boolean][] = [
    ['docs/**/*.md', 'docs/a/b/x.md', true],
    ['docs/**/*.md', 'docs/x.md', true],
    ['**/*.md', '.github/x.md', true],
    ['*.md', 'docs/x.md', false],
    ['docs/old', 'docs/old/x/y.md', true],
    ['docs/old/', 'docs/old/x.md', true],
    ['./docs/old', 'docs/older.md', false],
    ['/docs/*', 'docs/x.md', true],
    ['src/{a,b}/**', 'src/b/x.ts', true],
    ['app/(shop)/**', 'app/(shop)/page.tsx', true],
    ['docs/[0-9]*.md', 'docs/7.md', true],
    ['a+b/*', 'a+b/c', true],
    ['!docs/**', 'src/x.md', false],
  ];
  for (const [glob, path, isMatch] of cases) {
    it(`${glob} ${isMatch ? 'matches' : 'does not match'} ${path}`, () => {
      assert.equal(compileGlob(glob)?.(path) ?? false, isMatch);
    });
  }

  const refused = [
    ...['', '   ', '/', 'x'.repeat(300), '*a*a*a*a*b', '**/a/**/a/**/b', '{1..99999999}', '{a,{b,c}}', '{a,b', 'a}b{c'],
    ...['{a,b}{a,b}{a,b}', `{${'a,'.repeat(70)}b}`, 'a\nb*'],
  ];
  for (const glob of refused) {
    it(`refuses ${JSON.stringify(glob.slice(0, 30))}`, () => assert.equal(compileGlob(glob), null));
  }

  it('answers quickly for the worst that it accepts', () => {
    const started = performance.now();
    compileGlob('**/*a*a/**/*a*a/x')?.(Array(60).fill('aaaaaaaaaaaaaaa').join('/'));
    compileGlob('*a*a*ab')?.('a'.repeat(255));
    assert.ok(performance.now() - started < 1000);
  });
});
