import assert from 'node:assert/strict';
import { asciiDocToMarkdown } from '../../../src/core/render/asciidoc/asciiDocToMarkdown';

describe('asciiDocToMarkdown', () => {
  const cases: readonly [name: string, asciiDoc: string, markdown: string][] = [
    ['headings', '= T\n\n== S\n\n=== U', '# T\n\n## S\n\n### U'],
    [
      'attributes are put in, not shown',
      ':status: accepted\n\n* Status: {status}, {unknown}',
      '- Status: accepted, {unknown}',
    ],
    ['bold and emphasis', 'a *b c* _d_ **e** 2 * 3 * 4', 'a **b c** _d_ **e** 2 * 3 * 4'],
    ['code', '`a_b` `+c+`', '`a_b` `c`'],
    [
      'links',
      'https://a.b/[text,window=_blank] link:x.adoc[there^] https://c.d.',
      '[text](<https://a.b/>) [there](<x.adoc>) <https://c.d>.',
    ],
    [
      'cross references',
      'xref:x.adoc#why[Why] <<_my_part,Part>> <<y.adoc#,Y>>',
      '[Why](<x.adoc#why>) [Part](<#my-part>) [Y](<y.adoc#>)',
    ],
    ['a reference into another module is text', 'xref:mod:page.adoc[Page]', 'Page'],
    ['lists nest by their markers', '* a\n** b\n. c\n* d', '- a\n    - b\n        1. c\n- d'],
    ['a block that a plus attaches', '* a\n+\n----\nx\n----\n* b', '- a\n\n    ```\n    x\n    ```\n\n- b'],
    ['a paragraph after a list is not in it', '* a\n\nb', '- a\n\nb'],
    ['a term', 'Term:: what it is', '- **Term** what it is'],
    ['a listing with its language', '[source,yaml]\n----\na: <b>\n----', '```yaml\na: <b>\n```'],
    ['a literal block', '....\n= no heading\n....', '```\n= no heading\n```'],
    ['a fence that is never closed goes to the end', '----\na\n== b', '```\na\n== b\n```'],
    ['an admonition in a line', 'NOTE: Mind the gap.', '> **Note**\n>\n> Mind the gap.'],
    ['an admonition block', '[IMPORTANT]\n====\nOne.\n\n* two\n====', '> **Important**\n>\n> One.\n>\n> - two'],
    ['a table by its first line', '|===\n|A |B\n\n|1\n|2\nmore\n|===', '| A | B |\n| --- | --- |\n| 1 | 2 more |'],
    ['a table by its columns', '[cols="1,3"]\n|===\n|A\n|B\n|1\n|2\n|===', '| A | B |\n| --- | --- |\n| 1 | 2 |'],
    ['a block title', '.Example\na', '**Example**\n\na'],
    ['images', 'image::a.png[An A,200]\n\nan image:i.svg[icon] here', '![An A](<a.png>)\n\nan ![icon](<i.svg>) here'],
    ['an include is a link', 'include::part.adoc[]', '[part.adoc](<part.adoc>)'],
    ['comments and conditions are not shown', '// a\n////\nb\n////\nifdef::x[]\nc\nendif::[]', 'c'],
    ['a hard break', 'a +\nb', 'a  \nb'],
    ['a line across', "a\n\n'''\n\nb", 'a\n\n* * *\n\nb'],
  ];
  for (const [name, asciiDoc, markdown] of cases) {
    it(name, () =>
      assert.equal(
        asciiDocToMarkdown(asciiDoc)
          .replace(/\n{3,}/g, '\n\n')
          .trim(),
        markdown,
      ),
    );
  }
});
