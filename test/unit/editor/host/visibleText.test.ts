import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { visibleEnds, visibleText, withoutIcons, withoutLinks } from '../../../../src/editor/host/visibleText';

describe('text of a repository', () => {
  const cases: readonly (readonly [what: string, written: string, shown: string])[] = [
    ['is one line', '  Use\n\tPostgreSQL \r\n now ', 'Use PostgreSQL now'],
    ['shows bidi overrides', 'safe\u202Eevil', 'safe\\u{202E}evil'],
    ['shows zero-width characters between letters', 'pay\u200Dpal', 'pay\\u{200D}pal'],
    ['shows tag characters', 'a\u{E0041}', 'a\\u{E0041}'],
    ['shows control characters', 'a\u0000\u001B[31m', 'a\\u{0}\\u{1B}[31m'],
    ['keeps joined emoji', '👩\u200D💻 ✔\uFE0F', '👩\u200D💻 ✔\uFE0F'],
    ['keeps joiners of Persian', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['keeps accents', 'Entscheidung über Größe', 'Entscheidung über Größe'],
  ];
  for (const [what, written, shown] of cases) it(what, () => equal(visibleText(written), shown));

  it('is cut in its middle where its end tells it apart', () => {
    equal(visibleEnds('a-component-with-a-long-name-7.ts', 24), 'a-component-…g-name-7.ts');
    equal(visibleEnds('a-component-of-24-ch4.ts', 24), 'a-component-of-24-ch4.ts');
    equal(visibleEnds('😀'.repeat(30), 5), '😀😀…😀😀');
    equal(visibleEnds('safe\u202Eevil', 24), 'safe\\u{202E}evil');
  });

  it('is cut where it is long, never inside a character', () => {
    equal(visibleText('😀'.repeat(6000), 12), `${'😀'.repeat(5)}…`);
  });

  it('has no hidden character and no line break, whatever it was', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\u202E', '\u2066', '\u200B', '\u{E0020}', '\u0007', '\uD800'),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = visibleText(text, 50);
        doesNotMatch(shown, /[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\u{E0000}-\u{E007F}]/u);
        ok(shown.length <= 50);
      }),
      { numRuns: 300 },
    );
  });

  it('never names an icon where icons are rendered', () => {
    equal(withoutIcons('$(alert) $($(zap~spin))'), '\\$(alert) \\$(\\$(zap~spin))');
  });

  it('is no link that runs a command where messages and prompts are rendered (R1)', () => {
    // VS Code's own form, in messages, prompts and progress (`linkedText.ts`).
    const linked = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
    const hostile = 'Next: [read this](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22id%22%7D)';
    match(hostile, linked);
    doesNotMatch(withoutLinks(hostile), linked);
    const pieces = fc.string({ unit: fc.constantFrom('[', ']', '(', ')', 'a', 'command:', 'https://', '"', ' ') });
    fc.assert(fc.property(pieces, (text) => doesNotMatch(withoutLinks(text), linked)));
  });
});
