import { equal, ok } from 'node:assert/strict';
import { transformSync } from 'esbuild';
import { withLatePatterns } from '../../../scripts/latePatterns.mjs';

const code = (source: string): string => withLatePatterns(source);
/** What a function called `answer` of the code gives for a text, the second time that it is called. */
const second = (source: string, text: string): unknown =>
  new Function('text', `${code(source)};answer(text);return answer(text)`)(text);

describe('patterns with a class of Unicode in what is built', () => {
  it('are made where they are first needed, and once', () => {
    const built = code('var answer=text=>/^\\p{L}+"\\/$/u.test(text)');
    ok(!/\/\^/.test(built), built);
    equal(built.match(/RegExp\(/g)?.length, 1);
    equal(second('var answer=text=>/^\\p{L}+"\\/$/u.test(text)', 'é"/'), true);
  });

  it('answer the same each time where they look for all', () => {
    equal(second('var answer=text=>text.replace(/\\p{L}/gu,"x")', 'aé1'), 'xx1');
    equal(second('var answer=text=>[...text.matchAll(/\\p{Lu}/gu)].length', 'aÉB'), 2);
  });

  it('stay as they are where they remember a place', () => {
    const source = 'var answer=text=>{const all=/\\p{L}/gu;all.test(text);return all.lastIndex}';
    equal(code(source), source);
    equal(second(source, 'ab'), 1);
    const sticky = 'var answer=text=>text.match(/\\p{L}/uy)?.[0]';
    equal(second(sticky, 'ab'), 'a');
  });

  it('keep their order and their neighbours in a text', () => {
    const source =
      'var first=/\\p{Ll}/u;class A{is(text){return first.test(text)&&!/\\p{N}$/u.test(text)}}var answer=text=>new A().is(text)';
    equal(second(source, 'ab'), true);
    equal(second(source, 'a1'), false);
  });

  it('have letters and marks in place of their numbers, and so have others', () => {
    equal(code('a=/[\\u2013\\xe9\\u00e9-\\u00ff]/;'), 'a=/[–\\xe9é-ÿ]/;');
    for (const other of ['a=/\\u2028\\u00a0\\ufeff\\ud800\\u0041/;', 'a=/\\\\u2013/;', 'a="\\u2013";'])
      equal(code(other), other);
    equal(second('var answer=text=>/^\\p{L}[\\u2010-\\u2015]$/u.test(text)', 'é\u2013'), true);
    ok(code('var answer=text=>/\\p{L}\\u2013/u.test(text)').includes('"\\\\p{L}–"'));
  });

  it('come from esbuild as they were written', () => {
    const options = { target: 'node20', supported: { 'regexp-unicode-property-escapes': true } } as const;
    ok(transformSync('is=text=>/^\\p{L}/u.test(text)', options).code.includes('/^\\p{L}/u'));
  });
});
