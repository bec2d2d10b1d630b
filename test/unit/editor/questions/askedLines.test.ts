import { deepEqual } from 'node:assert/strict';
import { linesAbout, selectedLines, withoutBlankEnds } from '../../../../src/editor/questions/model/askedLines';
import { enclosingSymbol, lineOfSymbol, type SymbolNode } from '../../../../src/editor/workspace/model/symbolPath';

function symbol(name: string, start: number, end: number, children: readonly SymbolNode[] = []): SymbolNode {
  return { name, range: { start: { line: start }, end: { line: end } }, children };
}

const symbols = [symbol('Ledger', 0, 99, [symbol('post', 10, 19, [symbol('check', 12, 14)]), symbol('read', 20, 80)])];

describe('the lines that are asked about', () => {
  const at = (line: number, character = 3) => ({ line, character });

  it('are those of the selection, without a last one of which nothing is selected', () => {
    deepEqual(selectedLines({ start: at(4), end: at(6) }), { first: 5, last: 7 });
    deepEqual(selectedLines({ start: at(4, 0), end: at(6, 0) }), { first: 5, last: 6 });
    deepEqual(selectedLines({ start: at(4, 0), end: at(4, 0) }), { first: 5, last: 5 });
  });

  it('begin and end with a line that says something, so that the numbers are those of what is shown', () => {
    const lines = ['', 'a', '', 'b', '  ', ''];
    const textOf = (line: number) => lines[line - 1] ?? '';
    deepEqual(withoutBlankEnds({ first: 1, last: 6 }, textOf), { first: 2, last: 4 });
    deepEqual(withoutBlankEnds({ first: 5, last: 6 }, textOf), { first: 5, last: 6 });
  });

  it('are the whole symbol where nothing is selected and it can be read at once, else what is around', () => {
    const short = enclosingSymbol(symbols, { first: 16, last: 16 });
    deepEqual(linesAbout({ first: 16, last: 16 }, short, 200), { first: 11, last: 20 });
    const long = enclosingSymbol(symbols, { first: 30, last: 30 });
    deepEqual(linesAbout({ first: 30, last: 30 }, long, 200), { first: 27, last: 33 });
    const one = { name: 'region', lines: { first: 16, last: 16 } };
    deepEqual(linesAbout({ first: 16, last: 16 }, one, 200), { first: 13, last: 19 });
    deepEqual(linesAbout({ first: 1, last: 1 }, null, 2), { first: 1, last: 2 });
  });
});

describe('the symbol that is cited above', () => {
  it('is the innermost one with a name around the line', () => {
    deepEqual(lineOfSymbol(symbols, 13), 12);
    deepEqual(lineOfSymbol(symbols, 16), 10);
    deepEqual(lineOfSymbol(symbols, 90), 0);
  });

  it('is none outside of all, and where only a module or a namespace is around', () => {
    deepEqual(lineOfSymbol(symbols, 100), null);
    const space = { ...symbol('Ledgers', 1, 50, [symbol('Ledger', 10, 20)]), kind: 2 };
    deepEqual(lineOfSymbol([space], 30), null);
    deepEqual(lineOfSymbol([space], 15), 10);
  });
});

describe('the symbol that is asked about', () => {
  it('is one with a name', () => {
    const inner = [symbol('rows.map() callback', 2, 8, [symbol('row', 3, 3)]), symbol('<function>', 2, 8)];
    deepEqual(enclosingSymbol([symbol('book', 0, 9, inner)], { first: 4, last: 4 })?.name, 'book');
  });

  it('is the innermost that has all of the lines, by its way from the outside', () => {
    deepEqual(enclosingSymbol(symbols, { first: 13, last: 14 }), {
      name: 'Ledger.post.check',
      lines: { first: 13, last: 15 },
    });
    deepEqual(enclosingSymbol(symbols, { first: 15, last: 25 })?.name, 'Ledger');
    deepEqual(enclosingSymbol(symbols, { first: 150, last: 151 }), null);
  });
});
