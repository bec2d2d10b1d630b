import assert from 'node:assert/strict';
import fc from 'fast-check';
import { enclosingName } from '../../../src/core/questions/enclosingName';
import { countFloors } from '../support/floors';

/** `»` stands where the question is. */
const cases: readonly (readonly [what: string, name: string | null, code: string])[] = [
  [
    'a method in Python, past a decorator and prose',
    'Ledger.post',
    'class Ledger(Base):\n    """\n    Every class of entries.\n    """\n\n    @atomic\n    def post(self, entry):\n        if entry:\n»            pass\n',
  ],
  [
    'a method in Go, by its receiver’s name not',
    'Post',
    'func (l *Ledger) Post(ctx context.Context) error {\n»\treturn nil\n}\n',
  ],
  [
    'a method in Java',
    'Ledger.post',
    'public final class Ledger {\n  public void post(Entry e) throws X {\n    if (e) {\n»      go();\n    }\n  }\n}\n',
  ],
  [
    'a method in TypeScript',
    'Ledger.post',
    'export class Ledger {\n  private async post(e: Entry): Promise<void> {\n»    go();\n',
  ],
  ['an arrow function', 'post', 'export const post = async (e: Entry) => {\n»  go();\n};\n'],
  [
    'an implementation in Rust',
    'Ledger.post',
    'impl Ledger {\n    pub(crate) fn post<T>(&self) -> T {\n»        go()\n',
  ],
  ['a method in Ruby', 'Money.Ledger.post!', 'module Money\n  class Ledger\n    def post!\n»      go\n'],
  ['no function without a name', 'Post', 'func Post() error {\n\tdefer func() {\n»\t\tlog()\n\t}()\n'],
  ['the line that declares it', 'post', '»def post(entry):\n    go()\n'],
  ['what comes after a function', null, 'def post(entry):\n    go()\n\n»x = 1\n'],
  ['a later function of the same level', 'refund', 'def post(entry):\n    go()\n\ndef refund(entry):\n»    go()\n'],
  ['a condition at the top', null, 'if (ready) {\n»  go();\n}\n'],
  ['prose', null, 'A class of things\n    »that is\n'],
  ['nothing', null, '»'],
];

describe('enclosingName', () => {
  for (const [what, name, code] of cases) {
    it(`finds ${what}`, () => {
      const first = code.slice(0, code.indexOf('»')).split('\n').length;
      assert.equal(enclosingName(code.replace('»', '').split('\n'), { first, last: first }), name);
    });
  }

  it('finds what has all of the lines', () => {
    const lines = 'class Ledger:\n    def post(self):\n        go()\n\n    def refund(self):\n        go()'.split('\n');
    assert.equal(enclosingName(lines, { first: 3, last: 3 }), 'Ledger.post');
    assert.equal(enclosingName(lines, { first: 3, last: 6 }), 'Ledger');
    assert.equal(enclosingName(lines, { first: 4, last: 4 }), 'Ledger');
  });

  it('looks at any text, and quickly', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.integer({ min: 1, max: 50 }), (lines, first) => {
        enclosingName(lines, { first, last: first });
      }),
    );
    const floors = countFloors();
    for (const unit of ['public ', 'a ', 'def (', 'class a', 'a(', 'const a: ']) {
      const lines = Array.from({ length: 5_000 }, (_, at) => ' '.repeat(Math.min(5_000 - at, 200)) + unit.repeat(200));
      enclosingName(lines.reverse(), { first: 5_000, last: 5_000 });
    }
    assert.ok(floors() < 200);
  });
});
