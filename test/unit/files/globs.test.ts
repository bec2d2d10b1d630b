import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob } from '../../../src/core/files/globs';
import { countFloors } from '../support/floors';

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
    ['docs/[!0-9]*.md', 'docs/7.md', false],
    ['docs/[!0-9]*.md', 'docs/x7.md', true],
    ['docs/[^a]*', 'docs/b', true],
    ['docs/[]a]*', 'docs/]b', true],
    ['docs/[a', 'docs/[a', true],
    ['docs/a\\*b*', 'docs/a*bc', true],
    ['docs/a\\*b*', 'docs/aXbc', false],
    ['src/*/**', 'src/a', false],
    ['src/**', 'src', false],
    ['**', 'a', true],
    ['a/**/b/**/c', 'a/x/b/b/c', true],
    ['*a*b*', 'xbxa', false],
    ['a+b/*', 'a+b/c', true],
    ['!docs/**', 'src/x.md', false],
  ];
  for (const [glob, path, isMatch] of cases) {
    it(`${glob} ${isMatch ? 'matches' : 'does not match'} ${path}`, () => {
      assert.equal(compileGlob(glob)?.(path) ?? false, isMatch);
    });
  }

  const refused = [
    ...['', '   ', '/', 'x'.repeat(300), 'a/'.repeat(40), '{1..99999999}', '{a,{b,c}}', '{a,b', 'a}b{c'],
    ...['{a,b,c}{a,b,c}{a,b,c}{a,b,c}', `{${'a,'.repeat(70)}b}`, 'a\nb*'],
  ];
  for (const glob of refused) {
    it(`refuses ${JSON.stringify(glob.slice(0, 30))}`, () => assert.equal(compileGlob(glob), null));
  }

  it('is what its parts say, whatever they are', () => {
    const parts = fc.constantFrom('**', '*', 'a', 'b', '*.md', '?', '[ab]', '{a,b}', 'a*b', '*a*', '.a', '**a', 'x?');
    const names = fc.constantFrom('a', 'b', 'ab', 'aab', 'x.md', '.a', 'ax', 'aXb');
    fc.assert(
      fc.property(
        fc.array(parts, { minLength: 1, maxLength: 4 }),
        fc.array(names, { minLength: 1, maxLength: 5 }),
        (glob, path) => {
          fc.pre(/[*?[{]/.test(glob.join('/')));
          assert.equal(compileGlob(glob.join('/'))?.(path.join('/')), matchesByTrying(glob, path));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  // A record's front matter is read in Restricted Mode, and each scope is asked about each file that is opened.
  const costly: readonly [glob: string, path: string][] = [
    ['**/*a*/**/*a*aX', Array(10).fill('a'.repeat(95)).join('/')],
    ['**/*{a,aa}*{a,aa}*X', 'a'.repeat(999)],
    ['*a*a*a*a*a*a*a*ab', 'a'.repeat(999)],
    [`*${'?'.repeat(120)}[b]*?`, 'a'.repeat(999)],
    ['{?,?,?,?,?,?,?,?}/**/{*a*?b*,*a*?c*,*a*?d*}/**/*', Array(70).fill('aaaaaaaaaaa').join('/')],
    [`**/${'?/'.repeat(28)}b/**`, Array(79).fill('a').join('/')],
  ];
  for (const [glob, path] of costly) {
    it(`does not stand still for ${glob.slice(0, 30)}`, () => {
      const matches = compileGlob(glob);
      assert.ok(matches);
      const floors = countFloors();
      for (let times = 0; times < 50; times++) assert.equal(matches(path), false);
      assert.ok(floors() < 100);
    });
  }
});

/** The same by trying every way, for short ones: each part against each name. */
function matchesByTrying([part, ...parts]: readonly string[], names: readonly string[]): boolean {
  if (part === undefined) return names.length === 0;
  const [name, ...others] = names;
  if (part === '**') {
    const isLast = parts.every((one) => one === '**');
    if (isLast) return names.length > 0;
    return matchesByTrying(parts, names) || (name !== undefined && matchesByTrying([part, ...parts], others));
  }
  const pattern = part
    .replace(/[.]/g, '\\.')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.')
    .replace(/\{(.),(.)\}/g, '[$1$2]');
  return name !== undefined && new RegExp(`^${pattern}$`).test(name) && matchesByTrying(parts, others);
}
