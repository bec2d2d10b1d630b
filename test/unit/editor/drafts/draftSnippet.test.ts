import assert from 'node:assert/strict';
import type { Draft, TabStop } from '../../../../src/core/drafts/draft';
import { draftSnippet } from '../../../../src/editor/written/model/draftSnippet';

/** A draft from a text in which `[[…]]` are the stops, and their `choices` by what is there. */
function draft(marked: string, choices: Readonly<Record<string, readonly string[]>> = {}): Draft {
  const stops: TabStop[] = [];
  let text = '';
  for (const piece of dollars(marked).split(/(\[\[.*?\]\])/)) {
    const shown = /^\[\[(.*)\]\]$/.exec(piece)?.[1];
    if (shown !== undefined) stops.push({ offset: text.length, length: shown.length, choices: choices[shown] ?? null });
    text += shown ?? piece;
  }
  return { text, stops };
}

/** Tests are written with `@` for `$`. */
function dollars(text: string): string {
  return text.replaceAll('@', '$');
}

describe('the snippet of a draft', () => {
  const cases: readonly (readonly [name: string, draft: Draft, snippet: string])[] = [
    ['has each place as a tab stop', draft('a [[b]] c [[d]]\n'), 'a @{1:b} c @{2:d}@{0}\n'],
    ['offers choices, the shown one first', draft('[[x]]', { x: ['y', 'x'] }), '@{1|x,y|}@{0}'],
    ['escapes what separates choices', draft('[[a, b]]', { 'a, b': ['a, b', 'c|d'] }), '@{1|a\\, b,c\\|d|}@{0}'],
    [
      'leaves no text of a commit alive',
      draft('@{TM_SELECTED_TEXT} @1 \\ } [[@{2:x}]]'),
      '\\@{TM_SELECTED_TEXT\\} \\@1 \\\\ \\} @{1:\\@{2:x\\}}@{0}',
    ],
    ['has places without text', draft('a [[]]\n'), 'a @{1:}@{0}\n'],
    [
      'ends behind the last place and not below the comment that closes the draft',
      draft('- [[a]]\n\n<!-- meridian drafted: 1 -->\n'),
      '- @{1:a}@{0}\n\n<!-- meridian drafted: 1 -->\n',
    ],
    ['begins at the top of what has no place', draft('a\n'), '@{0}a\n'],
  ];
  for (const [name, given, snippet] of cases) it(name, () => assert.equal(draftSnippet(given), dollars(snippet)));

  it('numbers the places in the order of the draft, not of the text', () => {
    const { text, stops } = draft('[[one]] [[two]]');
    assert.equal(draftSnippet({ text, stops: [...stops].reverse() }), dollars('@{2:one}@{0} @{1:two}'));
  });

  it('leaves out a place that reaches into another', () => {
    const stops = [
      { offset: 0, length: 3, choices: null },
      { offset: 1, length: 1, choices: null },
    ];
    assert.equal(draftSnippet({ text: 'abc', stops }), dollars('@{1:abc}@{0}'));
  });
});
