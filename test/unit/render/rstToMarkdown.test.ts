import assert from 'node:assert/strict';
import { rstToMarkdown } from '../../../src/core/render/rst/rstToMarkdown';

describe('rstToMarkdown', () => {
  const cases: readonly [name: string, rst: string, markdown: string][] = [
    ['levels come from the order of first use', 'Top\n***\n\nSub\n===\n\nNext\n****', '# Top\n\n## Sub\n\n# Next'],
    [
      'a title with an overline, then sections',
      '=====\nTitle\n=====\n\nOne\n----\n\nTwo\n~~~~',
      '# Title\n\n## One\n\n### Two',
    ],
    ['a line between paragraphs', 'a\n\n----\n\nb', 'a\n\n* * *\n\nb'],
    [
      'a field list',
      ':Status: Accepted\n:Deciders: Ann,\n  Tom',
      '- **Status:** Accepted\n- **Deciders:** Ann,\n  Tom',
    ],
    ['nested bullets', '* a\n\n  * b\n\n* c', '- a\n\n  - b\n\n- c'],
    ['numbered items', '#. a\n#. b', '1. a\n1. b'],
    ['literals and roles', '``a*b`` :ref:`Here <x>` :code:`c`', '`a*b` Here `c`'],
    ['an embedded link', '`text <https://a.b>`_', '[text](<https://a.b>)'],
    [
      'a named link',
      'See named_ and `two words`_.\n\n.. _named: x.rst\n.. _two words: https://a.b',
      'See [named](<x.rst>) and [two words](<https://a.b>).',
    ],
    ['a name that is defined nowhere stays a word', 'snake_ and some_name', 'snake_ and some_name'],
    ['a number of a series', ':pep:`3107`, :rfc:`822`', 'PEP 3107, RFC 822'],
    ['a title for a number of a series', 'See :pep:`PEP 7 <7#naming>`.', 'See PEP 7.'],
    ['a document role', ':doc:`../0001-x`', '[../0001-x](<../0001-x.rst>)'],
    ['a bare URL without its full stop', 'At https://a.b/c.', 'At <https://a.b/c>.'],
    ['a substitution', '|b|\n\n.. |b| replace:: badge', 'badge'],
    ['a literal block', 'So::\n\n  a <b>\n    c\n\nd', 'So:\n\n```\na <b>\n  c\n```\n\nd'],
    ['a code block with its language', '.. code-block:: python\n   :linenos:\n\n   x = 1', '```python\nx = 1\n```'],
    ['a note with text on its line', '.. note:: Mind\n   the gap.', '> **Note**\n>\n> Mind\n> the gap.'],
    ['an unknown directive keeps its text', '.. spoiler::\n\n   End.', '> **Spoiler**\n>\n> End.'],
    ['a directive that is named like a property', '.. constructor::\n\n   x', '> **Constructor**\n>\n> x'],
    ['an image with its text', '.. image:: a.png\n   :alt: An A', '![An A](<a.png>)'],
    [
      'comments, targets and tables of contents are not shown',
      '.. hidden\n   too\n\n.. _here:\n\n.. contents::\n\na',
      'a',
    ],
    ['a footnote', 'a [1]_\n\n.. [1] why', 'a \\[1\\]\n\n\\[1\\] why'],
    ['a quote', 'a\n\n  b', 'a\n\n> b'],
    ['a term', 'Term\n  What it is', '**Term**\n\n> What it is'],
    ['lines that stay apart', '| a\n| b', 'a  \nb  '],
    ['a simple table', '=== ===\nA   B\n=== ===\n1   2\n    3\n=== ===', '| A | B |\n| --- | --- |\n| 1 | 2 3 |'],
    [
      'a grid table',
      '+---+---+\n| A | B |\n+===+===+\n| 1 | a |\n|   | b |\n+---+---+',
      '| A | B |\n| --- | --- |\n| 1 | a b |',
    ],
    [
      'a list table',
      '.. list-table::\n   :header-rows: 1\n\n   * - A\n     - B\n   * - 1\n     - x|y',
      '| A | B |\n| --- | --- |\n| 1 | x\\|y |',
    ],
    [
      'a header of fields above all else, a line each',
      'PEP: 1\nTitle: Foo\nAuthor: Ann,\n        Tom\n\nTop\n===',
      '- PEP: 1\n- Title: Foo\n- Author: Ann, Tom\n\n# Top',
    ],
    ['two lines with colons are a paragraph', 'Note: a\nAlso: b', 'Note: a\nAlso: b'],
    ['what Markdown would take for something else', '# a\n> b', '\\# a\n\\> b'],
  ];
  for (const [name, rst, markdown] of cases) {
    it(name, () =>
      assert.equal(
        rstToMarkdown(rst)
          .replace(/\n{3,}/g, '\n\n')
          .trim(),
        markdown.trim(),
      ),
    );
  }
});
